"""Who held office on a day, from what texts and registers tell of tenures, of taking office and of leaving it.

Sources seldom tell both ends. A holder of whom only the beginning is told, or who was last told of on some day, is taken to have held the
office until the next one began; that is said, as an inference and no more.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from detente.model.calendar import Day
from detente.model.edtf import Edtf
from detente.model.fact import Fact
from detente.model.folding import words
from detente.model.statement import FactKind, Status
from detente.reconcile.cases import name_words, same_person
from detente.rules.dates import date_words
from detente.rules.offices import office_key
from detente.store.base import Choice, Record

LONGEST_GAP = 3 * 366
"""Days between the last that is told of a holder and the next one's beginning, or the day asked about, beyond which nobody is inferred."""

LONGEST_TERM = 40
"""Years in which one who came after a holder is looked for."""

TAKEN, LEFT = "office_taken", "office_left"

_REAL = frozenset({Status.HAPPENED, Status.ONGOING})

Post = tuple[str, str, str]
"""Whose office it is, which one, and for an envoy where."""


@dataclass(frozen=True, slots=True)
class Spell:
    """One stretch of one person's time in a post, as one fact tells of it."""

    fact: Fact
    name: frozenset[str]
    since: Day
    until: Day | None
    """None where no end is told."""


def in_office(record: Record, facts: Iterable[Fact], today: str) -> Iterator[tuple[Fact, str]]:
    """The fact by which each post was held on ``today``, and how that is known."""
    last = Edtf.parse(today).latest
    if last is None:
        return
    for _, spells in sorted(_posts(record, facts).items()):
        ended = [spell for spell in spells if spell.fact.kind == LEFT]
        told = sorted((s for s in spells if s.fact.kind != LEFT), key=lambda s: (s.since, s.fact.id))
        yield from _holders(_ended(told, ended), last)


def end_words(record: Record, fact: Fact) -> str:
    """Until when the time in office lasted that ``fact`` leaves open, as others tell: the day of leaving, or of the next one's coming.

    Empty where the fact tells its end itself, or nobody tells of one.
    """
    date = fact.date
    if (fact.fact is not FactKind.TENURE and fact.kind != TAKEN) or date is None or date.earliest is None:
        return ""
    if fact.kind != TAKEN and date.latest is not None:
        return ""
    last = date.earliest.plus_months(12 * LONGEST_TERM)
    span = Choice(since=date.earliest.isoformat(), until=last.isoformat(), kinds=(FactKind.TENURE.value, TAKEN, LEFT), stands=True)
    spells = next((held for held in _posts(record, record.select_facts(span)).values() if any(s.fact.id == fact.id for s in held)), [])
    own = next((spell for spell in spells if spell.fact.id == fact.id), None)
    if own is None:
        return ""
    later = sorted((s for s in spells if s.since > own.since), key=lambda spell: (spell.since, spell.fact.id))
    after = next((s for s in later if s.fact.kind != LEFT and not same_person(s.name, own.name)), None)
    left = next((s for s in later if s.fact.kind == LEFT and same_person(s.name, own.name)), None)
    if left is not None and (after is None or left.since <= after.since):
        return f"{date_words(left.fact.date)}, as is told elsewhere of leaving"
    return "" if after is None else f"by {_begun(after.fact)}: no end is told, and {after.fact.persons[0]} came then"


def _begun(fact: Fact) -> str:
    """The beginning of a time in office, as precisely as it is told."""
    return "" if fact.date is None else date_words(Edtf.parse(fact.date.text.split("/")[0]))


def _posts(record: Record, facts: Iterable[Fact]) -> Mapping[Post, list[Spell]]:
    wanted = [f for f in facts if f.status in _REAL and (f.fact is FactKind.TENURE or f.kind in (TAKEN, LEFT)) and f.date is not None]
    offices = _offices(record, wanted)
    found: dict[Post, list[Spell]] = defaultdict(list)
    for fact in wanted:
        post = _post(fact, offices.get(fact.id))
        if post is not None and fact.persons and fact.date is not None and fact.date.earliest is not None:
            open_end = fact.kind == TAKEN
            name = frozenset(name_words(fact.persons[0]))
            found[post].append(Spell(fact, name, fact.date.earliest, None if open_end else fact.date.latest))
    return found


def _offices(record: Record, facts: Sequence[Fact]) -> Mapping[str, str]:
    """The office that the first of a fact's statements to tell one tells. Most often the very first does, so no more are read at once."""
    found: dict[str, str] = {}
    ahead, first, last = list(facts), 0, 1
    while ahead:
        said = record.get_statements(s.statement for fact in ahead for s in fact.supports[first:last])
        for fact in ahead:
            own = (said[s.statement] for s in fact.supports[first:last] if s.statement in said)
            office = next((p.party.office for s in own for p in s.persons if p.party.office), None)
            if office is not None:
                found[fact.id] = office
        ahead = [fact for fact in ahead if fact.id not in found and len(fact.supports) > last]
        first, last = last, last * 4
    return found


def _post(fact: Fact, office: str | None) -> Post | None:
    """Which post a fact is about; None where the office is not told."""
    if office is None or not fact.source:
        return None
    where = ",".join(code for code in fact.target if code not in fact.source)
    return fact.source[0], office_key(office) or " ".join(words(office)), where


def _ended(spells: Sequence[Spell], ends: Sequence[Spell]) -> list[Spell]:
    """The spells with the day of leaving that another fact tells of, where they have none of their own."""
    found = []
    for spell in spells:
        left = [e.since for e in ends if same_person(e.name, spell.name) and e.since >= spell.since]
        until = min(left) if left and spell.until is None else spell.until
        found.append(Spell(spell.fact, spell.name, spell.since, until))
    return found


def _holders(spells: Sequence[Spell], today: Day) -> Iterator[tuple[Fact, str]]:
    """Who is told to have been in the post, else who was last told of before."""
    begun = [spell for spell in spells if spell.since <= today]
    sure = [spell for spell in begun if spell.until is not None and today <= spell.until]
    if sure:
        yield from ((spell.fact, "in office") for spell in _one_each(sure))
        return
    if not begun:
        return
    last = max(begun, key=lambda spell: (spell.since, spell.until is None, spell.fact.id))
    after = min((s.since for s in spells if s.since > today and not same_person(s.name, last.name)), default=None)
    if last.until is None:
        yield last.fact, _open(last, after)
    elif (after or today).ordinal() - last.until.ordinal() <= LONGEST_GAP:
        told = date_words(Edtf.parse(last.until.isoformat()))
        until = f"the next one began on {date_words(Edtf.parse(after.isoformat()))}" if after is not None else "nobody is told of after"
        yield last.fact, f"inferred: told of up to {told}, and {until}"


def _open(last: Spell, after: Day | None) -> str:
    if after is None:
        return "in office, inferred: no end is told, and nobody after"
    return f"in office, inferred: no end is told, and the next one began on {date_words(Edtf.parse(after.isoformat()))}"


def _one_each(spells: Sequence[Spell]) -> list[Spell]:
    """One spell for each person, the longest; two people in one post on one day are both shown, unless they began on one day too."""
    kept: list[Spell] = []
    for spell in sorted(spells, key=lambda s: (s.since, -s.until.ordinal() if s.until else 0, s.fact.id)):
        if not any(same_person(spell.name, other.name) or spell.since == other.since for other in kept):
            kept.append(spell)
    return kept
