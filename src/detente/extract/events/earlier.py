"""The event before this one, which "the first since" tells in passing: "his third trip to Ankara and *the first since 2019*".

Only the date alone is taken for that of the last event of the kind; "the first since the war" or "since the treaty of 2019" names another.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from detente.extract.events.frames import Trigger
from detente.extract.events.grammar import is_negated
from detente.extract.events.reach import VERBS, clause_verb
from detente.extract.events.scene import Scene
from detente.model.edtf import Edtf
from detente.model.identity import statement_id
from detente.model.mention import TimeMention
from detente.model.span import Span
from detente.model.statement import Participant, StatedDate, Statement, Status
from detente.rules.actors import country_names
from detente.rules.codebook import codebook, plover_type
from detente.rules.grammar import grammar_words

_GROUPS = frozenset({"visit", "meeting"})
_LESS_SURE = 0.1
"""Taken off the confidence: the text presupposes the earlier event and does not tell it."""
_FARTHEST = 25
"""Words from an event's noun to the "first" that stands for it."""
_OPEN = "/.."


def earlier(trigger: Trigger, statement: Statement, scene: Scene, text: str) -> Iterator[Statement]:
    """The event of the kind and sides of ``statement`` that the sentence dates by "since", if any."""
    if codebook().kinds[statement.kind].group not in _GROUPS or statement.status not in (Status.HAPPENED, Status.PLANNED):
        return
    verb = clause_verb(trigger)
    if verb is not None and is_negated(verb):
        return
    for time in scene.times:
        first = _first_since(trigger, scene, time)
        if first is not None and time.edtf is not None:
            yield _before(statement, scene.span(first).cover(time.span), time, time.edtf, text)
            return


def _first_since(trigger: Trigger, scene: Scene, time: TimeMention) -> Token | None:
    """The word by which the trigger's event is called the first since a date, or None."""
    if time.edtf is None or not time.edtf.text.endswith(_OPEN):
        return None
    tokens = scene.tokens(time.span)
    since = (
        next((t for t in (tokens[0], tokens[0].nbor(-1)) if t.lower_ in grammar_words()["since"]), None) if tokens and tokens[0].i else None
    )
    if since is None:
        return None
    above = since.head
    if above.lower_ in grammar_words()["foremost"] and above.dep_ != "amod":
        return above if _stands_for(above, trigger) else None
    first = next((c for c in above.children if c.lower_ in grammar_words()["foremost"] and c.dep_ == "amod"), None)
    if first is None:
        return None
    if above == trigger.head:
        return first
    verb = clause_verb(trigger)
    occasion = above.lemma_.lower() in grammar_words()["occasions"] and above.dep_ == "pobj"
    return first if occasion and verb is not None and above.head.head == verb else None


def _stands_for(first: Token, trigger: Trigger) -> bool:
    """Whether "the first" is the trigger's event: behind its noun with no verb between, or said of it as its subject's complement."""
    if trigger.frame.part != "noun":
        return False
    if first.dep_ in ("attr", "acomp") and trigger.head.head == first.head and trigger.head.dep_ == "nsubj":
        return True
    between = first.doc[trigger.head.i + 1 : first.i]
    return 0 < len(between) <= _FARTHEST and not any(t.pos_ in VERBS or t.text in ";()" for t in between)


def _before(statement: Statement, span: Span, time: TimeMention, date: Edtf, text: str) -> Statement:
    kind = codebook().kinds[statement.kind]
    begun = Edtf.parse(date.text.removesuffix(_OPEN))
    rule = f"{statement.rule}/since"
    return replace(
        statement,
        id=statement_id(statement.document, statement.fact, statement.kind, span, rule, begun.text),
        span=span,
        quote=span.of(text),
        rule=rule,
        confidence=round(max(0.0, statement.confidence - _LESS_SURE), 3),
        plover=plover_type(kind, Status.HAPPENED),
        source=_countries(statement.source),
        target=_countries(statement.target),
        persons=(),
        places=(),
        date=StatedDate(begun, time.basis, time.span, ()),
        status=Status.HAPPENED,
    )


def _countries(side: tuple[Participant, ...]) -> tuple[Participant, ...]:
    """A side without its persons: who it was last time is not told."""
    names = country_names()
    found: dict[str, Participant] = {}
    for one in side:
        code = one.party.country
        if code is not None and code not in found:
            found[code] = replace(one, party=replace(one.party, name=names.get(code, one.party.name), office=None))
    return tuple(found.values())
