"""Turning a trigger with its parties, date and status into a statement with a tight quote."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from detente.extract.events.attribution import find_attribution
from detente.extract.events.carried import BORROWED
from detente.extract.events.confidence import confidence, evidence
from detente.extract.events.context import Context
from detente.extract.events.dates import find_date, listed_dates, recurs
from detente.extract.events.earlier import earlier
from detente.extract.events.frames import Trigger
from detente.extract.events.grammar import core, governor, joined, phrase, words
from detente.extract.events.lending import Roles
from detente.extract.events.modes import mode_of
from detente.extract.events.parties import find_roles
from detente.extract.events.reach import clause_verb
from detente.extract.events.scene import PEOPLE, Scene
from detente.extract.events.sides import countries
from detente.extract.events.spells import joined_up
from detente.extract.events.status import find_status
from detente.extract.events.stays import stretch
from detente.model.document import BlockKind
from detente.model.identity import statement_id
from detente.model.mention import ActorMention, PlaceMention
from detente.model.span import Span
from detente.model.statement import FactKind, Participant, StatedDate, Statement, Status
from detente.rules.actors import country_names
from detente.rules.codebook import Kind, Shape, codebook, plover_type
from detente.rules.confidence import weights
from detente.rules.grammar import grammar_words
from detente.rules.levels import level_at
from detente.rules.status import status_words

_OWN_SLOTS = (
    "subject",
    "object",
    "agent",
    "indirect",
    "to",
    "with",
    "between",
    "from",
    "in",
    "at",
    "on",
    "against",
    "by",
    "of",
    "into",
    "for",
    "off",
    "under",
)
_NOUN_SLOTS = ("owner", "modifier", "of", "to", "with", "between", "by", "in", "at", "from", "for", "on", "against")
_DEEDS = frozenset({"cooperation"})
"""Kinds that are talked of more than done: to wish for cooperation tells no event."""
_BESIDE = 30
"""Characters within which a date is quoted with the words that it makes an event."""
_JOINTS = frozenset({"ADP", "DET", "PUNCT", "CCONJ"})
"""Parts of speech that no name ends in."""
_FAR = 250
"""Characters beyond which an argument is left out of the quote."""


def make_statements(trigger: Trigger, scene: Scene, context: Context) -> list[Statement]:
    """The statements of a trigger's event, one for each of the dates listed with it; none when its parties cannot be told."""
    roles = find_roles(trigger, scene, context)
    if roles is None or not countries((*roles.source, *roles.target)):
        return []
    date = stretch(find_date(trigger, scene, context), trigger, scene)
    if trigger.frame.dated and not _dated_itself(trigger, scene, date):
        return []
    if _only_weighed(trigger, roles, date, scene, context):
        return []
    dates = [None] if date is None else joined_up([date, *listed_dates(date, scene)])
    told = [s for one in dates for s in _one_by_one(_statement(trigger, scene, context, roles, one), trigger, scene, context)]
    told += earlier(trigger, told[0], scene, context.reading.document.text)
    news = context.published is not None and scene.sentence.kind is not BlockKind.CAPTION  # a picture is of its own day
    return [s for s in told if s.confidence >= weights().news_floor] if news else told


def _only_weighed(trigger: Trigger, roles: Roles, date: StatedDate | None, scene: Scene, context: Context) -> bool:
    """Whether an event is only talked of: one of the deeds that are, wished for; in a letter or minutes, any that has not happened; and
    what might have been done by sides that the sentence does not name, but where a text is about those two alone."""
    status = find_status(trigger, date, context.published)
    if _is_habit(trigger) or (recurs(trigger, scene) and (date is None or "/" in date.edtf.text or date.basis in BORROWED)):
        return True
    if context.paper:
        undated = date is None or date.basis in BORROWED
        alone = not roles.target and trigger.frame.shape is not Shape.SINGLE  # right in 4 of 15 that were read
        return alone or _is_open(trigger) or status is Status.HYPOTHETICAL or (status is not Status.HAPPENED and undated)
    if roles.rule and context.published is None and date is None and _undone(trigger, status) and not _both_named(scene, context):
        return True
    if status is not Status.HYPOTHETICAL:
        return False
    unnamed = not context.firm and (bool(roles.rule) or not roles.target)
    return unnamed or codebook().kinds[trigger.frame.kind].name in _DEEDS


def _undone(trigger: Trigger, status: Status) -> bool:
    """Whether a deed has not been done; that two sides did not meet or sign is told of both of them."""
    shape = codebook().kinds[trigger.frame.kind].shape
    both = shape is Shape.RECIPROCAL and status is Status.DENIED
    return status in (Status.HYPOTHETICAL, Status.PLANNED, Status.DENIED) and not both and shape is not Shape.VISIT


def _both_named(scene: Scene, context: Context) -> bool:
    """Whether the sentence itself names both of the text's parties."""
    return set(context.pair or ()) <= {p.country for m in scene.actors for p in m.parties}


def _is_habit(trigger: Trigger) -> bool:
    """Whether a deed is said to be done again and again: "*often* asks for aid" tells no event."""
    return trigger.frame.part == "verb" and any(c.lower_ in status_words()["habits"] for c in trigger.head.children)


def _is_open(trigger: Trigger) -> bool:
    """Whether minutes weigh a deed in an infinitive or by what it could do: "the French *to invite* him", "raids *could* help"."""
    verb = clause_verb(trigger)
    if verb is None:
        return False
    helpers = [c for c in verb.children if c.dep_ in ("aux", "auxpass")]
    if trigger.frame.part == "noun":
        return any(c.lower_ in status_words()["possible"] | status_words()["future"] for c in helpers)
    return verb.tag_ == "VB" and any(c.lower_ == "to" for c in helpers)


def _statement(trigger: Trigger, scene: Scene, context: Context, roles: Roles, date: StatedDate | None) -> Statement:
    kind = codebook().kinds[trigger.frame.kind]
    status = find_status(trigger, date, context.published)
    span = _span(trigger, scene, date)
    text = context.reading.document.text
    plover = plover_type(kind, status)
    begin = scene.sentence.span.start
    level = None
    if kind.fact is FactKind.PARTNERSHIP:
        level = level_at(scene.sentence.span.of(text), span.start - begin, span.end - begin)
    rule = (
        trigger.frame.name
        + (f"+{roles.rule}" if roles.rule else "")
        + (f"+{date.basis}" if date is not None and date.basis in BORROWED else "")
    )
    return Statement(
        id=statement_id(context.reading.document.sha256, kind.fact, kind.name, span, rule, date.edtf.text if date is not None else None),
        document=context.reading.document.sha256,
        fact=kind.fact,
        kind=kind.name,
        span=span,
        quote=span.of(text),
        rule=rule,
        confidence=confidence(
            evidence(
                trigger.frame, bool(roles.rule), bool(roles.target), date.basis if date else None, status, context.published is not None
            )
        ),
        plover=plover,
        mode=mode_of(trigger, kind) if plover == kind.plover else None,
        contexts=kind.contexts,
        cameo=kind.cameo,
        source=roles.source,
        target=roles.target,
        persons=_persons(trigger, roles, scene, span),
        places=_places(scene, span),
        date=date,
        status=status,
        attribution=find_attribution(trigger, scene),
        object=_object(trigger, kind, scene, text),
        level=level,
    )


def _one_by_one(statement: Statement, trigger: Trigger, scene: Scene, context: Context) -> list[Statement]:
    """A statement for each person met where they were met apart: "had separate meetings with the premier and the speaker"."""
    apart = codebook().kinds[statement.kind].group == "meeting" and any(words(t) & grammar_words()["apart"] for t in scene.doc)
    met = [t for slot in ("with", "object") for head in trigger.slots.get(slot, ()) for t in joined(head) if scene.is_person(t)]
    if not apart or len(met) < 2:
        return [statement]
    out = []
    for n, head in enumerate(met):
        own = _cover(scene, list(core(head)))
        low = statement.span.start if n == 0 else own.start
        span = Span(low, max(own.end, low + 1))
        others = {p for other in met if other is not head for m in scene.mentions_at(other) for p in m.parties}
        out.append(
            replace(
                statement,
                id=statement_id(statement.document, statement.fact, statement.kind, span, statement.rule, _dated(statement)),
                span=span,
                quote=span.of(context.reading.document.text),
                persons=tuple(p for p in statement.persons if p.party not in others),
            )
        )
    return out


def _dated(statement: Statement) -> str | None:
    return statement.date.edtf.text if statement.date is not None else None


def _dated_itself(trigger: Trigger, scene: Scene, date: StatedDate | None) -> bool:
    """Whether the date hangs on the trigger's own words ("the accords *of 1984*", "the *1998* declaration")."""
    if date is None or date.span is None:
        return False
    own = {t.i for t in trigger.head.subtree}
    told = scene.tokens(date.span)
    if any(t.i in own for t in told):
        return True
    between = scene.doc[trigger.head.i + 1 : told[0].i] if told else ()
    return bool(told) and told[0].i > trigger.head.i and not any(t.pos_ in ("VERB", "AUX") and not _says_when(t) for t in between)


def _says_when(verb: Token) -> bool:
    """Whether a participle says when the text before it was made ("the treaty, *concluded* on 24 July"), joined to the clause or not."""
    aside = verb.i > 0 and verb.doc[verb.i - 1].lower_ in (",", "formally", "first") and not any(c.dep_ == "nsubj" for c in verb.children)
    return verb.lemma_.lower() in grammar_words()["made"] and (verb.tag_ == "VBN" or (verb.tag_ == "VBD" and aside))


def _persons(trigger: Trigger, roles: Roles, scene: Scene, span: Span) -> tuple[Participant, ...]:
    """The persons among the parties, and those named inside the quote."""
    named = {(p.name, p.country) for m in scene.actors if m.kind in PEOPLE or m.rule == "pronoun" for p in m.parties if p.name != p.country}
    states = country_names().values()
    out: list[Participant] = []
    inviters = [m for m in scene.actors if m.kind in PEOPLE and _invites(m, scene, span)]
    inside = [Participant(p, m.span) for m in scene.actors if m.kind in PEOPLE and span.contains(m.span) for p in m.parties]
    taking_part = {
        m for heads in trigger.slots.values() for h in heads for t in phrase(h) for m in scene.mentions_at(t) if m.kind in PEOPLE
    }
    inviters += sorted(taking_part, key=lambda m: m.span)
    inside += [Participant(p, m.span) for m in inviters for p in m.parties]
    for participant in (*roles.source, *roles.target, *inside):
        key = (participant.party.name, participant.party.country)
        if key in named and key[0] not in states and all((p.party.name, p.party.country) != key for p in out):
            out.append(participant)
    return tuple(out)


def _invites(mention: ActorMention, scene: Scene, span: Span) -> bool:
    """Whether a person stands right after the quote as the one who invited: "at the invitation of ..."."""
    if not scene.sentence.span.contains(mention.span) or mention.span.start < span.end:
        return False
    between = scene.doc.text[span.end - scene.sentence.span.start : mention.span.start - scene.sentence.span.start].lower()
    return "invitation of" in between and len(between) <= _FAR


def _places(scene: Scene, span: Span) -> tuple[PlaceMention, ...]:
    return tuple(p for p in scene.places if span.contains(p.span))


def _object(trigger: Trigger, kind: Kind, scene: Scene, text: str) -> str | None:
    """The agreement, list or project that the deed was done to, as written."""
    if kind.family not in ("agreements", "economy", "aid and legacy", "rules"):
        return None
    heads = trigger.slots.get("object", ()) if trigger.frame.part == "verb" else (trigger.head,)
    for head in heads:
        if scene.mentions_at(head) or head.pos_ == "PRON":
            continue
        return _named(head, scene).of(text)
    return None


def _named(head: Token, scene: Scene) -> Span:
    """What a thing is called, up to where its phrase goes on to say when or where it was done."""
    tokens = sorted((t for t in core(head) if not t.is_space), key=lambda t: t.i)
    told = {t.i for time in scene.times for t in scene.tokens(time.span)}
    there = {t.i for place in scene.places for t in scene.tokens(place.span)}
    cut = next((n for n, t in enumerate(tokens) if t.i > head.i and _leaves(t, told, there)), len(tokens))
    tokens = tokens[:cut]
    while cut and len(tokens) > 1 and tokens[-1].i > head.i and (tokens[-1].pos_ in _JOINTS or tokens[-1].lower_ in _parts_of_time()):
        tokens.pop()
    return _cover(scene, tokens or [head])


def _leaves(token: Token, told: set[int], there: set[int]) -> bool:
    """Whether a name ends before ``token``: a time ("signed *on 3 May*", not "the treaty *of 1902*"), a place, a bracket."""
    before = token.nbor(-1).lower_ if token.i else ""
    if token.i in told:
        return not (before == "of" and token.i > 1 and token.nbor(-2).lower_ not in _parts_of_time())
    if token.i in there:
        return before in ("in", "at")
    return token.text == "("


def _parts_of_time() -> frozenset[str]:
    return grammar_words()["parts_of_time"]


def _cover(scene: Scene, tokens: list[Token]) -> Span:
    first, last = min(tokens, key=lambda t: t.i), max(tokens, key=lambda t: t.i)
    return scene.span(first).cover(scene.span(last))


def _span(trigger: Trigger, scene: Scene, date: StatedDate | None) -> Span:
    """The trigger with those of its arguments and its date that stand in its own part of the sentence."""
    anchor = trigger.head
    tokens = set(trigger.phrase)
    own = {t.i for t in anchor.subtree}
    if trigger.frame.part == "noun":
        verb, direct = governor(anchor)
        if verb is not None and direct and verb.pos_ in ("VERB", "AUX") and anchor.dep_ in ("dobj", "nsubjpass"):
            tokens.add(verb)
            own |= {t.i for c in verb.children if c.dep_ in ("nsubj", "prep", "agent", "dative") for t in c.subtree}
            own |= {t.i for c in verb.children if c.lower_ in grammar_words()["foremost"] for t in c.subtree}
    for slot in _OWN_SLOTS if trigger.frame.part == "verb" else (*_NOUN_SLOTS, "support"):
        for head in trigger.slots.get(slot, ()):
            tokens.update(t for one in joined(head) for t in core(one) if t.i in own)
    where = scene.span(anchor)
    tokens = {t for t in tokens if scene.span(t).gap(where) <= _FAR and not t.is_space}
    span = _cover(scene, list(tokens))
    when = date.span if date is not None else None
    if when is not None and scene.sentence.span.contains(when) and _shown(trigger, scene, own, when, span):
        span = span.cover(when)
    return Span(max(span.start, scene.sentence.span.start), min(span.end, scene.sentence.span.end))


def _shown(trigger: Trigger, scene: Scene, own: set[int], when: Span, span: Span) -> bool:
    """Whether the quote takes the date along: where it hangs on the event, or right behind what counts as an event only with its date."""
    gap = when.gap(span)
    return gap <= _BESIDE if trigger.frame.dated else gap <= _FAR and any(t.i in own for t in scene.tokens(when))
