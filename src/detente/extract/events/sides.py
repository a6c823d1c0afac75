"""The sides of an event as sets of countries, and who is named inside a phrase: what reading the parties rests on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from spacy.tokens import Token

from detente.extract.events.frames import Trigger
from detente.extract.events.grammar import core, joined
from detente.extract.events.scene import Scene, as_participant, participants
from detente.model.statement import Participant
from detente.rules.actors import organisations

WHOLE_COUNTRY = frozenset({"name", "metonym", "locative"})
"""Rules of mentions that stand for a whole country: none acts against itself."""
CITIES = frozenset({"metonym", "locative"})
"""Rules of mentions of cities, which stand for a country or only for themselves."""
_DEEPEST = 4
"""Steps below the head of a phrase at which a country is still the one it is done to: "support for the *army of Chad*"; further down stand
the circumstances ("support in the event of a breach of the truce by *Chad*")."""


def is_state(code: str | None) -> bool:
    """Whether a code is a state's and not an organisation's: three capital letters that no organisation bears."""
    return code is not None and len(code) == 3 and code.isalpha() and code.isupper() and code not in organisations()


def countries(found: Iterable[Participant]) -> set[str]:
    """The countries of the participants that have one."""
    return {p.party.country for p in found if p.party.country}


def states(found: Iterable[Participant]) -> list[str]:
    """The states among the countries of participants."""
    return sorted(code for code in countries(found) if is_state(code))


def merge(out: list[Participant], more: Iterable[Participant]) -> None:
    """Add to ``out`` whoever is not yet in it, in order."""
    for participant in more:
        key = (participant.party.name, participant.party.country)
        if all((p.party.name, p.party.country) != key for p in out):
            out.append(participant)


def deep(scene: Scene, heads: Sequence[Token]) -> Iterator[Participant]:
    """Everyone named in noun phrases, and the countries of the places named there; clauses and what stands far below aside."""
    for head in heads:
        for one in joined(head):
            for token in sorted(_listed(one), key=lambda t: t.i):
                if _depth(token, one) > _DEEPEST:
                    continue
                named = [m for m in scene.mentions_at(token) if m.parties]
                yield from participants(named)
                if any(p.country for m in named for p in m.parties):
                    continue  # "Mexico" is the country, not also a town of that name
                yield from (p for place in scene.places_at(token) if (p := as_participant(place)) is not None)


def _listed(head: Token) -> Iterator[Token]:
    """The words of a phrase, with those that a name in it is listed with: "blows to Chad *and Libya*"."""
    for token in core(head):
        yield token
        if token.dep_ == "pobj" and token != head:
            yield from (t for one in joined(token)[1:] for t in core(one))


def _depth(token: Token, head: Token) -> int:
    """How many steps a word stands below the head of its phrase."""
    steps = 0
    while token != head and token.head != token:
        token, steps = token.head, steps + 1
    return steps


def placed(scene: Scene, people: Token, own: set[str]) -> list[Participant]:
    """People named by a part of a country, as acted on by that country: "the *Darfur* rebels"."""
    found = [as_participant(place) for place in scene.deep_places(people)]
    return [p for p in found if p is not None and p.party.country in own][:1]


def at_home(trigger: Trigger, scene: Scene, slots: Sequence[str], own: set[str]) -> list[Participant]:
    """A place in the doer's own country where it was done: a curfew in one's own town, a rally in one's own capital."""
    for slot in slots:
        for head in trigger.slots.get(slot, ()):
            places = [p for place in scene.deep_places(head) if (p := as_participant(place)) is not None]
            mentions = participants([m for m in scene.deep(head) if m.rule in WHOLE_COUNTRY])
            found = [p for p in (*mentions, *places) if p.party.country in own]
            if found:
                return found[:1]
    return []


def to_itself(source: Sequence[Participant], target: Sequence[Participant]) -> bool:
    """Whether one and the same is both doer and done-to, by name: misread, or nobody's deed to another."""
    return {p.party.name for p in source} == {p.party.name for p in target}
