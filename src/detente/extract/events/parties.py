"""Who did it, to or with whom: read from the slots of an event's frame and, failing that, from the document by a named rule."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Token

from detente.extract.events.context import Context
from detente.extract.events.frames import Trigger
from detente.extract.events.grammar import core, governor, is_mutual, is_negated, joined, words
from detente.extract.events.scene import Scene, as_participant, participants
from detente.extract.events.sides import WHOLE_COUNTRY, at_home, countries, deep, is_state, merge, placed, states, to_itself
from detente.model.mention import Party
from detente.model.statement import Participant
from detente.rules.anaphors import anaphors
from detente.rules.codebook import Shape, codebook
from detente.rules.grammar import grammar_words
from detente.rules.status import status_words

_VERB_BOTH = ("subject", "agent", "object", "with", "between", "among", "by", "of")
_NOUN_BOTH = ("owner", "by", "of", "between", "with", "among", "from", "modifier", "support", "circumstance")
_VERB_SOURCE = ("subject", "agent", "by")
_NOUN_SOURCE = ("owner", "by", "from", "support", "modifier")
_STEPS = 6
_LENT = frozenset({"support", "circumstance"})
"""Slots that a noun borrows from the verb it hangs on: whoever stands there may only host, broker or praise what others do."""
_ACTING = ("subject", "object", "agent", "by", "of", "with", "between", "among", "to", "from", "owner", "modifier", "support", "against")
"""Slots in which a third country would be taking part, not only be where it happens."""
_CARRYING = frozenset({"economy", "aid and legacy"})
"""Families whose measures are spoken of again without their parties."""
_DOMESTIC = frozenset({"words", "protest and coercion", "rules", "security", "people and culture"})
"""Families of deeds that a country's own people and bodies do to one another."""
_PAPERS = frozenset({"agreements"})
"""Families of what is called by the city where it was signed."""
_SAID = frozenset({"words"})
"""Families of what is said to someone."""
_AT_HOME = frozenset({"protest and coercion"})
"""Families whose deeds are done to a country's own people where they are done on its own ground."""
_ALONE = frozenset({"protest and coercion", "rules", "people and culture"})
"""Families whose deeds are told without saying to whom. Of others it was not told of two countries in two of three cases (read by hand)."""
_VIOLENCE = "ASSAULT"
"""The type of deeds that are likewise done at home, unless the text is about two countries."""
_MOVED = "MOBILIZE"
"""The type of deeds done with one's own forces, which are not done to them."""
_CITIES = frozenset({"metonym", "locative"})
"""Rules of mentions of cities, which stand for a country or only for themselves."""
_WHERE = frozenset({"in", "of", "from", "throughout", "across", "at", "around"})
"""Prepositions under which a place tells whose people they are."""
_MISSIONS = "missions"
_MUTUAL = frozenset({"relations", _MISSIONS})
"""Families whose events concern both of a document's parties even when a sentence names neither ("Ties were cut on ...")."""
_TARGET = ("object", "indirect", "to", "with", "against", "on", "from", "for", "of", "at", "toward", "in", "over")


@dataclass(frozen=True, slots=True)
class Roles:
    """The parties of one event, and the rule that completed them (empty when the sentence names them all)."""

    source: tuple[Participant, ...]
    target: tuple[Participant, ...]
    rule: str = ""


def find_roles(trigger: Trigger, scene: Scene, context: Context) -> Roles | None:
    """The parties, or None when nobody's country can be told or the event is one party's own affair where two are wanted."""
    finder = {Shape.RECIPROCAL: _reciprocal, Shape.VISIT: _visit, Shape.DIRECTED: _directed, Shape.SINGLE: _single}[trigger.frame.shape]
    one_way = trigger.frame.shape in (Shape.VISIT, Shape.DIRECTED)
    if one_way and any(is_mutual(t) for slot in _targets(trigger) for t in trigger.slots.get(slot, ())):
        return _mutual(trigger, scene, context)
    return finder(trigger, scene, context)


def _mutual(trigger: Trigger, scene: Scene, context: Context) -> Roles | None:
    """The parties of what is done both ways: those who do it to each other, or the document's two where they are not named."""
    named = _first(trigger, scene, context, _sources(trigger))
    both = named if len(countries(named)) > 1 else context.both()
    known = countries(named) <= countries(both) and len(countries(both)) > 1
    return Roles(tuple(both), tuple(both), "" if both == named else "pair") if known else None


def _sources(trigger: Trigger) -> tuple[str, ...]:
    if trigger.frame.shape is Shape.VISIT and "support" in trigger.frame.sources:
        return (*trigger.frame.sources, "circumstance")
    return trigger.frame.sources or (_VERB_SOURCE if trigger.frame.part == "verb" else _NOUN_SOURCE)


def _targets(trigger: Trigger) -> tuple[str, ...]:
    return trigger.frame.targets or _TARGET


def _near(scene: Scene, context: Context, heads: Sequence[Token]) -> list[Participant]:
    out: list[Participant] = []
    for head in heads:
        found = participants(scene.near(_stand_for(scene, head)))
        merge(out, found or _in_part(head, context))
    return out


def _in_part(head: Token, context: Context) -> tuple[Participant, ...]:
    """Who "the guest" and "the host" are: the sides of the visit last told."""
    if context.visit is None:
        return ()
    if head.lower_ in anaphors()["visitor"]:
        return context.visit.source
    return context.visit.target if head.lower_ in anaphors()["host"] else ()


def _stand_for(scene: Scene, head: Token) -> Token:
    """What an unresolved pronoun of reported speech stands for: the speaker ("Japan said *it* would ..."), or the subject before it."""
    if head.pos_ != "PRON" or scene.mentions_at(head):
        return head
    at, steps = head, 0
    while at.head != at and steps < _STEPS:
        at, steps = at.head, steps + 1
        if at.pos_ in ("VERB", "AUX"):
            subject = next((c for c in at.children if c.dep_ in ("nsubj", "nsubjpass") and c.i < head.i and c.pos_ != "PRON"), None)
            if subject is not None and scene.near(subject):
                return subject
    return head


def _first(trigger: Trigger, scene: Scene, context: Context, slots: Sequence[str]) -> list[Participant]:
    """Whoever stands in the first of the slots that holds someone with a country; else the first that holds anyone."""
    fallback: list[Participant] = []
    for slot in slots:
        found = _near(scene, context, _not_where(trigger, scene, slot))
        if countries(found):
            return found
        fallback = fallback or found
    return fallback


def _not_where(trigger: Trigger, scene: Scene, slot: str) -> Sequence[Token]:
    """Who stands in a slot, a mission called by its city aside: "*Embassy Muscat* was opened" says where it is and not whose."""
    heads = trigger.slots.get(slot, ())
    if slot not in ("object", "modifier") or codebook().kinds[trigger.frame.kind].family != _MISSIONS:
        return heads
    return [h for h in heads if not (scene.near(h) and all(m.rule in _CITIES for m in scene.near(h)))]


def _first_foreign(trigger: Trigger, scene: Scene, context: Context, slots: Sequence[str], own: set[str]) -> list[Participant]:
    for below in (False, True):
        for slot in slots:
            heads = trigger.slots.get(slot, ())
            if below and slot == "complement":
                heads = [h for h in heads if len(own) < 2 and not is_negated(h)]  # "both agreed to divide Korea"
            named = list(deep(scene, heads)) if below else _near(scene, context, _subjects(heads) if slot == "complement" else heads)
            found = [p for p in named if p.party.country and p.party.country not in own]
            if found:
                return _ours(found, context) if below else found
    return []


def _ours(found: list[Participant], context: Context) -> list[Participant]:
    """Of several countries that have a place of that name, the one that the document is about."""
    return [p for p in found if p.party.country in (context.pair or ())] or found


def _subjects(clauses: Sequence[Token]) -> list[Token]:
    """Of whom a clause speaks: in "demanded that *Chad* accept the plan of Libya" not everyone who is named."""
    return [c for clause in clauses for c in clause.children if c.dep_ in ("nsubj", "nsubjpass")]


def _reciprocal(trigger: Trigger, scene: Scene, context: Context) -> Roles | None:
    names = _VERB_BOTH if trigger.frame.part == "verb" else _NOUN_BOTH
    names = (*names, *(s for s in (*trigger.frame.sources, *trigger.frame.targets) if s not in names))
    out: list[Participant] = []
    for slot in names:
        if slot in _LENT and len(states(out)) > 1:
            continue  # "*Carter* welcomed the treaty between Egypt and Israel"
        heads = _acting(trigger, scene, slot)
        if slot == "object" and trigger.head.lemma_.lower() in grammar_words()["topic_verbs"]:
            continue  # "discussed *Germany*" is no talk with it
        if slot == "object" and heads and not any(scene.near(h) for h in heads):
            merge(out, _party_to(scene, heads))
        elif slot == "object" and heads:
            merge(out, _near(scene, context, heads))
            merge(out, (p for h in heads for p in _inner(scene, h)))
        else:
            merge(out, _near(scene, context, heads))
    held = trigger.frame.part == "noun" and _taking_place(trigger.head)
    plural = (
        held
        or bool(trigger.slots.get("between"))
        or any(
            h.lower_ in anaphors()["plurals"] and not scene.mentions_at(h)
            for slot in ("subject", "owner", "agent", "object")
            for h in trigger.slots.get(slot, ())
        )
    )
    if trigger.frame.party and not out and not plural:
        return None
    return _complete(out, trigger, scene, context)


def _party_to(scene: Scene, things: Sequence[Token]) -> list[Participant]:
    """Who is named inside what is signed or held; not where it was signed ("the treaty *in Vienna*"), nor the city that it is called by."""
    out: list[Participant] = []
    for thing in things:
        cities = _CITIES if thing.pos_ == "PROPN" else _CITIES - {"metonym"}
        merge(out, participants([m for m in scene.deep(thing) if m.rule not in cities]))
    return out


def _taking_place(noun: Token) -> bool:
    """Whether a noun's event is said to take place ("rounds of *talks* were held"), so that somebody held it."""
    verb, direct = governor(noun)
    if verb is not None and not direct and verb.pos_ in ("NOUN", "PROPN"):
        verb, direct = governor(verb)
    return verb is not None and direct and verb.pos_ in ("VERB", "AUX") and verb.lemma_.lower() in status_words()["occurring"]


def _inner(scene: Scene, head: Token) -> Iterator[Participant]:
    """Partners named inside an object: "relations *with China*", "talks *between Iran and Iraq*"."""
    for child in head.children:
        if child.dep_ == "prep" and child.lower_ in ("with", "between", "among"):
            for obj in child.children:
                yield from participants(scene.near(obj))


def _complete(out: list[Participant], trigger: Trigger, scene: Scene, context: Context) -> Roles | None:
    known = countries(out)
    if len(known) >= 2:
        return Roles(tuple(out), tuple(out))
    named_for = countries(_near(scene, context, [*trigger.slots.get("modifier", ()), *trigger.slots.get("owner", ())]))
    if named_for and not any(is_state(code) for code in named_for | known):
        return None  # "the NATO summit" is NATO's
    if known and not any(is_state(code) for code in known) and not trigger.frame.both:
        known = set()  # an organisation that brokered or hosted it
    if trigger.frame.both or _unresolved(trigger, scene, ("subject", "agent", "with", "between", "by")) or _among_others(trigger, scene):
        return None
    if not context.firm and codebook().kinds[trigger.frame.kind].family not in _MUTUAL:
        return None
    if len(known) == 1:
        other = context.other(next(iter(known)))
        if other is None:
            return None
        out.append(other)
        return _lent(Roles(tuple(out), tuple(out), "pair"), trigger, scene, context)
    both = context.both()
    named_alone = trigger.frame.dated and not context.firm  # "the treaty of 1901" in a text about several countries
    if len(both) < 2 or named_alone or _third_party(trigger, scene, context):
        return None
    merge(out, both)
    return _lent(Roles(tuple(out), tuple(out), "pair"), trigger, scene, context)


def _lent(roles: Roles, trigger: Trigger, scene: Scene, context: Context) -> Roles | None:
    """Parties of which some are taken from the document; None in a history whose sentence names a third country: it may be that one's.

    A story of a day keeps to its two countries; there the doubt cost four right statements for one wrong (press corpus).
    """
    pair = set(context.pair or ())
    if context.published is not None or codebook().kinds[trigger.frame.kind].family in _MUTUAL:
        return roles
    here = scene.sentence.span
    named = {p.country for m in scene.actors if here.overlaps(m.span) and m.rule not in _CITIES for p in m.parties}
    return roles if all(code in pair for code in named if is_state(code)) else None


def _unresolved(trigger: Trigger, scene: Scene, slots: Sequence[str], who: str = "others") -> bool:
    """Whether a slot holds a noun for an actor whom no mention names: whoever it is, it is not the document's other party."""
    things = {slot for slot, entries in trigger.frame.needs if not any(entry.startswith("@") for entry in entries)}
    heads = [
        one for slot in slots for head in trigger.slots.get(slot, ()) for one in joined(head) if slot not in things or one.lower_ != "it"
    ]
    return any(
        words(h) & anaphors()[who] and not scene.near(h) and not (h.lower_ in anaphors()["plurals"] and not scene.mentions_at(h))
        for h in heads
    )


def _among_others(trigger: Trigger, scene: Scene) -> bool:
    """Whether something is told between those whom no mention names, and who are no sides: "fighting between *the warlords*"."""
    heads = [t for slot in ("between", "among") for head in trigger.slots.get(slot, ()) for t in joined(head)]
    return any(not (scene.near(t) or words(t) & (anaphors()["plurals"] | anaphors()["sides"])) for t in heads)


def _third_party(trigger: Trigger, scene: Scene, context: Context) -> bool:
    """Whether the event's own clause names a country other than the document's two: then it may be that one's event."""
    pair = set(context.pair or ())
    own = [t for slot in _ACTING for head in _acting(trigger, scene, slot) for t in core(head)]
    return any(is_state(p.country) and p.country not in pair for t in own for m in scene.mentions_at(t) for p in m.parties)


def _acting(trigger: Trigger, scene: Scene, slot: str) -> list[Token]:
    """Who stands in a slot; not the city that a text is named for: "the *Bern* protocol of 1976" was signed there by others."""
    heads = list(trigger.slots.get(slot, ()))
    paper = codebook().kinds[trigger.frame.kind].family in _PAPERS
    if not (slot == "of" and trigger.frame.part == "noun" and paper) and (slot != "modifier" or not trigger.frame.dated):
        return heads
    return [h for h in heads if not any(m.rule in _CITIES for m in scene.mentions_at(h))]


def _visit(trigger: Trigger, scene: Scene, context: Context) -> Roles | None:
    visitors = _first(trigger, scene, context, _sources(trigger))
    own = countries(visitors)
    hosts = _hosts(trigger, scene, own)
    if not visitors and _unresolved(trigger, scene, _sources(trigger)):
        return None
    if not own:
        guessed = _of_the_other(visitors, hosts, context, leaning=context.firm)
        return _lent(guessed, trigger, scene, context) if guessed is not None else None
    if hosts:
        return Roles(tuple(visitors), tuple(hosts))
    if _stays_home(trigger, scene, own) or len(own) != 1 or not context.firm:
        return None
    other = context.other(next(iter(own)))
    return _lent(Roles(tuple(visitors), (other,), "pair"), trigger, scene, context) if other is not None else None


def _carried(family: str, scene: Scene, context: Context) -> Roles | None:
    """The sides of the last event of the family, if measures of it are spoken of again ("the embargo") or it is in the same sentence."""
    for earlier in reversed(context.statements):
        if family not in _CARRYING and not scene.sentence.span.contains(earlier.span):
            return None
        kind = codebook().kinds[earlier.kind]
        if kind.family == family and kind.shape is Shape.DIRECTED and countries(earlier.target):
            return Roles(earlier.source, earlier.target, "carried")
    return None


def _compatriots(
    trigger: Trigger, scene: Scene, context: Context, slots: Sequence[str], source: Sequence[Participant]
) -> list[Participant]:
    """Others of the doer's own country to whom it is done: that country's own affair, not done to the document's other party."""
    family = codebook().kinds[trigger.frame.kind].family
    if family not in _DOMESTIC or codebook().kinds[trigger.frame.kind].plover == _MOVED:
        return []  # "sent *American troops*": they are what was sent
    doers = {p.span for p in source}
    for slot in slots:
        heads = trigger.slots.get(slot, ())
        named = [m for h in heads for m in (scene.near(h) or scene.deep(h))]
        bodies = [m for h in heads for m in scene.near(h) if not scene.mentions_at(h) and words(h) & anaphors()["compatriots"]]
        found = participants([m for m in named if m.attributive or m.rule not in WHOLE_COUNTRY or m in bodies])
        found = [p for p in found if p.party.country and p.span not in doers]
        found = found or [p for h in heads if h.tag_ == "NNS" for p in placed(scene, h, countries(source))]
        if found:
            return found
    own_people = _of_one_country(trigger, scene, context, slots, countries(source))
    if own_people:
        return own_people
    inside = family in _AT_HOME or (not context.firm and codebook().kinds[trigger.frame.kind].plover == _VIOLENCE)
    return at_home(trigger, scene, (*slots, "in", "object"), countries(source)) if inside else []


def _of_one_country(trigger: Trigger, scene: Scene, context: Context, slots: Sequence[str], own: set[str]) -> list[Participant]:
    """Those of no told country, in a text that names a single one: "Chad's army fired on *protesters*" tells of Chad alone."""
    if len(own) != 1 or set(context.names) != own:
        return []
    country = next(iter(own))
    heads = [one for slot in slots for head in trigger.slots.get(slot, ()) for one in joined(head)]
    people = [h for h in heads if not countries(participants(scene.near(h))) and _is_compatriot(h, scene)]
    return [Participant(Party(h.text, country), scene.span(h)) for h in people[:1]]


def _is_compatriot(head: Token, scene: Scene) -> bool:
    """Whether a noun is for people or bodies such as any country has, or a person's name."""
    return bool(words(head) & anaphors()["compatriots"]) or (head.pos_ == "PROPN" and scene.is_person(head))


def _received(noun: Token) -> bool:
    """Whether a noun's event came to the subject of its verb: "suffered *an attack*", "received *a letter*"."""
    verb, direct = governor(noun)
    return verb is not None and direct and noun.dep_ == "dobj" and verb.lemma_.lower() in status_words()["receiving"]


def _of_the_other(doers: Sequence[Participant], to_whom: Sequence[Participant], context: Context, leaning: bool) -> Roles | None:
    """Doers whose country the text does not tell, and whose deed is to one of the document's two parties, are taken to be of the other."""
    found = countries(to_whom)
    other = context.other(next(iter(found))) if len(found) == 1 and leaning else None
    if other is None:
        return None
    named = tuple(replace(p, party=replace(p.party, country=other.party.country)) for p in doers)
    return Roles(named or (other,), tuple(to_whom), "pair")


def _hosts(trigger: Trigger, scene: Scene, own: set[str]) -> list[Participant]:
    for slot in _targets(trigger):
        for head in trigger.slots.get(slot, ()):
            places = [as_participant(p) for p in scene.deep_places(head)]
            found = participants(scene.near(head)) or [p for p in places if p is not None]
            foreign = [p for p in found if p.party.country and p.party.country not in own]
            if foreign:
                return foreign[:1] if len(countries(foreign)) == 1 else foreign
    return []


def _stays_home(trigger: Trigger, scene: Scene, own: set[str]) -> bool:
    """Whether the goal that is named lies in the visitor's own country."""
    for slot in ("to", "in", "object", "into"):
        for head in trigger.slots.get(slot, ()):
            if any(p.party.country in own for p in participants(scene.near(head))) or any(
                p.country in own for p in scene.deep_places(head)
            ):
                return True
    return False


def _directed(trigger: Trigger, scene: Scene, context: Context) -> Roles | None:
    between = _near(scene, context, trigger.slots.get("between", ()))
    if len(countries(between)) > 1:
        return Roles(tuple(between), tuple(between))
    sources, targets = _sources(trigger), _targets(trigger)
    if trigger.frame.part == "noun" and _received(trigger.head):
        sources, targets = tuple(s for s in sources if s != "support"), ("support", *targets)
    source = _first(trigger, scene, context, sources) or _people_of(trigger, scene, sources)
    own = countries(source)
    target = [] if _to_own_people(trigger, scene, context, own) else _first_foreign(trigger, scene, context, targets, own)
    if not source and _unresolved(trigger, scene, sources):
        return None
    if not own and not target:
        return None if source and trigger.frame.party else _nobody_named(trigger, scene, context)
    if trigger.frame.both and not (own and target):
        return None
    return _one_to_other(trigger, scene, context, targets, source, target)


def _to_own_people(trigger: Trigger, scene: Scene, context: Context, own: set[str]) -> bool:
    """Whether words are said to the speaker's own people: "urged *Congress* to forgive Jordan's debts" asks nothing of Jordan."""
    if trigger.frame.part != "verb" or codebook().kinds[trigger.frame.kind].family not in _SAID:
        return False
    told = countries(_near(scene, context, trigger.slots.get("object", ())))
    return bool(own) and bool(told) and told <= own


def _people_of(trigger: Trigger, scene: Scene, slots: Sequence[str]) -> list[Participant]:
    """The country of people told by where they are: "students *throughout Indonesia*", "demonstrators *in Baghdad*"."""
    if codebook().kinds[trigger.frame.kind].family not in _AT_HOME:
        return []
    heads = [h for slot in slots for head in trigger.slots.get(slot, ()) for h in joined(head) if h.tag_ == "NNS"]
    where = [o for h in heads for c in h.children if c.dep_ == "prep" and c.lower_ in _WHERE for o in c.children if o.dep_ == "pobj"]
    found = participants([m for o in where for m in scene.near(o)]) or [
        p for o in where for place in scene.deep_places(o) if (p := as_participant(place)) is not None
    ]
    return [p for p in found if p.party.country][:1]


def _nobody_named(trigger: Trigger, scene: Scene, context: Context) -> Roles | None:
    """The parties of an event whose clause names none: the document's two for their relations, or those of the measure told before."""
    if trigger.frame.party or trigger.frame.both or _third_party(trigger, scene, context):
        return None
    family = codebook().kinds[trigger.frame.kind].family
    if family in _MUTUAL and context.both():
        return Roles(tuple(context.both()), tuple(context.both()), "pair")
    return _carried(family, scene, context)


def _one_to_other(
    trigger: Trigger, scene: Scene, context: Context, targets: Sequence[str], source: list[Participant], target: list[Participant]
) -> Roles | None:
    """From whoever of doer and done-to is known, the other: named, of the doer's own country, or the document's other party."""
    own = countries(source)
    at_home_too = _of_one_country(trigger, scene, context, _sources(trigger), countries(target))
    if not own and at_home_too and codebook().kinds[trigger.frame.kind].family in _DOMESTIC:
        return Roles(tuple(at_home_too), tuple(target))
    if not own:
        guessed = _of_the_other(source, target, context, _leaning(trigger, scene, context))
        return _lent(guessed, trigger, scene, context) if guessed is not None else None
    target = target or _compatriots(trigger, scene, context, targets, source)
    if target:
        return None if to_itself(source, target) else Roles(tuple(source), tuple(target))
    if len(own) > 1:
        return Roles(tuple(source), tuple(source))
    other = context.other(next(iter(own))) if _leaning(trigger, scene, context) else None
    if other is None and codebook().kinds[trigger.frame.kind].family not in _ALONE | _MUTUAL:
        return None
    lent = _lent(Roles(tuple(source), (other,), "pair"), trigger, scene, context) if other is not None else None
    alone = codebook().kinds[trigger.frame.kind].family in _ALONE
    return lent or (Roles(tuple(source), ()) if alone or other is None else None)


def _leaning(trigger: Trigger, scene: Scene, context: Context) -> bool:
    """Whether a deed told of one party may be given the document's other one: in their relations, or in a text about them alone."""
    if codebook().kinds[trigger.frame.kind].family in _MUTUAL:
        return True
    return context.firm and not _unresolved(trigger, scene, ("object", "indirect", "to", "on", "against", "with"), "elsewhere")


def _single(trigger: Trigger, scene: Scene, context: Context) -> Roles | None:
    source = [p for p in _first(trigger, scene, context, _sources(trigger)) if p.party.country]
    return Roles(tuple(source), ()) if source else None
