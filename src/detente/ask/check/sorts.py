"""Events of one sort: what counts as another of the same when an article says "the first" or "for the third time"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from detente.ask.check.claims import Claim, Scene, codes, year_in
from detente.ask.check.events import matched
from detente.ask.check.held import HeldFact
from detente.model.edtf import Edtf
from detente.model.folding import words
from detente.model.statement import Status
from detente.reconcile.cases import FAR, Case, days
from detente.rules.actors import Label, lexicon
from detente.rules.claims import number_of, record_claims
from detente.rules.folding import fold
from detente.rules.offices import office_key, tenures

YEAR = 365

SLACK = 10
"""One part in so many by which "in six years" may be too long: the year that it was last done is not counted."""

_DONE = frozenset({Status.HAPPENED, Status.ONGOING})
_TENURE = "tenure"
_RANKS = {"leader": ("president", "prime_minister", "party_leader", "supreme_leader", "monarch", "leader")}


@dataclass(frozen=True, slots=True)
class Sort:
    """What the deed of a claim is and is compared with, and within what time."""

    deed: Case
    low: int
    high: int
    """When the deed was, by the record where that knows it better."""
    since: int
    """From when on the claim counts; long ago where it does not say."""
    own: frozenset[str]
    """Identifiers of the facts that are the deed itself."""
    offices: tuple[str, ...]
    """Offices that the claim restricts it to; empty for anybody."""
    own_only: bool = False
    """Whether only deeds of the same people count: "his first visit"."""
    vague: bool = False
    """Whether the claim is bounded in a way that was not understood ("after his re-election"): then nothing surely speaks against it."""


def sort_of(deed: Case, claim: Claim, scene: Scene) -> Sort:
    """How a claim bounds the events that it counts: by time, by the office of who acts, by whose they are."""
    own = matched(deed, scene.held.like(deed))
    dates = [(c.low, c.high) for fact in own for c in fact.cases if c.low is not None and c.high is not None]
    low, high = min(dates, key=lambda pair: pair[1] - pair[0], default=(deed.low or 0, deed.high or 0))
    said = " ".join(claim.span.of(scene.text).split())
    since = _since(deed, low, said)
    bounded = set(words(said)) & record_claims().bounds
    own_only = bool(words(said)) and words(said)[0] in record_claims().own
    offices = _offices(said) or (_offices_of(deed) if deed.family.personal and not own_only else ())
    anybody = deed.family.personal and not own_only and not offices
    return Sort(
        deed=deed,
        low=low,
        high=high,
        since=-FAR if since is None else since,
        own=frozenset(fact.fact.id for fact in own),
        offices=offices,
        own_only=own_only,
        vague=(bool(bounded) and since is None) or anybody,
    )


def _since(deed: Case, low: int, said: str) -> int | None:
    """The first day that counts: after a year named, within the last so many years, or within the tenure that dates the deed."""
    year = year_in(said)
    if year is not None:
        return days(Edtf.year(year))[1]
    match = record_claims().within.search(said)
    number = number_of(match["number"]) if match else None
    if match and number is not None:
        length = number * record_claims().years[match["unit"].lower()] * YEAR
        return low - length + length // SLACK
    basis = deed.statement.date.basis if deed.statement.date else ""
    return deed.low if basis == _TENURE else None


def others(sort: Sort, scene: Scene) -> Iterator[HeldFact]:
    """The facts of the deed's family between the same two in the same roles, which are not the deed itself."""
    for held in scene.held.family(sort.deed.family.name):
        alike = any(c.source == sort.deed.source and c.target == sort.deed.target for c in held.cases)
        if alike and held.fact.id not in sort.own and held.fact.status in _DONE and held.fact.date is not None:
            yield held


def before(sort: Sort, held: HeldFact) -> bool:
    """Whether a fact was surely over before the deed, and within the time that the claim speaks of."""
    if held.fact.date is None:
        return False
    low, high = days(held.fact.date)
    return sort.since <= low and high < sort.low


def after(sort: Sort, held: HeldFact) -> bool:
    """Whether a fact surely began after the deed."""
    return held.fact.date is not None and days(held.fact.date)[0] > sort.high


def fits(sort: Sort, held: HeldFact) -> bool:
    """Whether a fact is surely of the very sort: of the same kind, by someone in such an office."""
    plain = sort.deed.family.kinds[0]
    if sort.vague or (sort.own_only and not any(set(sort.deed.persons) & set(c.persons) for c in held.cases)):
        return False
    same_kind = sort.deed.statement.kind in (plain, held.fact.kind)
    return same_kind and (not sort.offices or any(_held(name, sort, held) for name in held.fact.persons))


def _held(name: str, sort: Sort, held: HeldFact) -> bool:
    """Whether a person is said to hold, or known to have held, one of the offices at the time."""
    said = {p.party.office for c in held.cases for p in c.statement.persons if p.party.name == name and p.party.office}
    if any(office_key(office) in sort.offices for office in said):
        return True
    date = held.fact.date
    day = date.earliest.isoformat() if date is not None and date.earliest is not None else ""
    return any(t.office in sort.offices and t.holds(day) for country in sort.deed.source for t in tenures(name, country))


def _offices_of(deed: Case) -> tuple[str, ...]:
    """The offices of those who act: "for the first time" is said of presidents where it is a president who came."""
    date = deed.statement.date.edtf.earliest if deed.statement.date else None
    day = date.isoformat() if date is not None else ""
    found = []
    for person in deed.statement.persons:
        party = person.party
        if party.country not in deed.source:
            continue
        key = office_key(party.office) if party.office else None
        found += [key] if key else [t.office for t in tenures(party.name, party.country) if t.holds(day)]
    return tuple(dict.fromkeys(found))


def _offices(said: str) -> tuple[str, ...]:
    """The offices named in a claim."""
    found = [hit.entry.code for hit in lexicon().hits(fold(said).text) if hit.entry.label is Label.OFFICE and hit.entry.code]
    keys = [key for code in found for key in _RANKS.get(code, (code,))]
    if any(word in ("leader", "leaders") for word in words(said)):
        keys += _RANKS["leader"]
    return tuple(dict.fromkeys(keys))


def beyond(claim: Claim, scene: Scene) -> tuple[str, ...]:
    """Whom a claim is about besides the two parties, in words: a first among the members of ASEAN, or among all foreign leaders."""
    said = claim.span.of(scene.text)
    named = sorted(codes(said) - scene.held.parties)
    return (*named, *(f"“{match.group()}”" for match in record_claims().all.finditer(" ".join(said.split()))))
