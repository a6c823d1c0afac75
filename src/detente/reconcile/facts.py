"""One fact from the statements that tell of it: what most independent sources say, as precisely as they allow."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import replace
from hashlib import sha256
from typing import TypeVar

from detente.model.edtf import Day, Edtf
from detente.model.fact import Fact, Reason, Support
from detente.model.folding import words
from detente.model.identity import ID_LENGTH
from detente.model.mention import Bound
from detente.model.statement import FactKind, Status
from detente.reconcile.amounts import last_digit
from detente.reconcile.cases import FAR, Case, is_name, name_words, same_person
from detente.reconcile.importance import importance
from detente.reconcile.rulings import FREE, Constraints, heard, review_of
from detente.reconcile.titles import title
from detente.rules.merging import merging

Value = TypeVar("Value")

_DECISIVE = frozenset({Status.HAPPENED, Status.DENIED, Status.ONGOING})
LONGEST_STAY = 31
"""Days: a longer stretch says when a visit was, not how long it lasted."""

_CALENDAR = frozenset({(0, 7), (6, 7), (5, 2)})
"""First weekday and days of what "last week" and "at the weekend" are read as."""

_A_MONDAY = Day(2018, 7, 9)

_BETWEEN = "\x1f"


def make_fact(cases: Sequence[Case], reasons: Sequence[tuple[Reason, ...]], identifier: str, ruled: Constraints = FREE) -> Fact:
    """The fact that ``cases`` tell of, the founding one first. On each field those decide whom ``ruled`` lets be heard."""
    lead = cases[0].statement

    def on(name: str) -> Sequence[Case]:
        return heard(cases, name, ruled)

    chosen = best_date(on("date"))
    figure = best_figure(on("value")).statement if lead.fact is FactKind.INDICATOR else lead
    sources = len({case.document.group for case in cases})
    source = most(on("source"), lambda c: (tuple(sorted(c.source)), tuple(sorted(c.target)))) or ((), ())
    target = most(on("target"), lambda c: (tuple(sorted(c.source)), tuple(sorted(c.target)))) or ((), ())
    fact = Fact(
        id=identifier,
        fact=lead.fact,
        kind=best_kind(on("kind")),
        source=source[0],
        target=target[1],
        persons=people(on("persons")),
        places=tuple(sorted({p.name for c in on("places") for p in c.statement.places if " ".join(words(p.name)) in c.places})),
        date=chosen.statement.date.edtf if chosen and chosen.statement.date else None,
        date_basis=chosen.statement.date.basis if chosen and chosen.statement.date else None,
        status=best_status(on("status")),
        title="",
        level=best_level(on("level")),
        object=best_object(on("object")),
        series=figure.series,
        value=figure.value,
        unit=figure.unit,
        bound=figure.bound,
        reporter=most(on("reporter"), lambda c: c.statement.reporter),
        due=most(on("due"), lambda c: c.statement.due),
        supports=tuple(Support(c.statement.id, why) for c, why in zip(cases, reasons, strict=True)),
        sources=sources,
        review=review_of([case.statement.id for case in cases], ruled),
    )
    fact = replace(fact, importance=importance(cases, fact.kind, fact.status, dated=fact.date is not None))
    acting, taking_part = (people(on("persons"), frozenset(sides)) for sides in (source[0], (*source[0], *target[1])))
    return title(fact, lead, acting, taking_part)


def semantic_key(case: Case) -> str:
    """What a fact is known by: the content of its founding statement, not the document that it stands in."""
    if case.key:
        return case.key
    statement = case.statement
    parts = [
        statement.fact.value,
        case.family.name,
        ",".join(sorted(case.source)),
        ",".join(sorted(case.target)),
        str(statement.date.edtf) if statement.date else "",
        ";".join(sorted(" ".join(sorted(person)) for person in case.persons)),
        " ".join(case.level),
        " ".join(case.object),
        case.series,
        f"{statement.value:g}" if statement.value is not None else "",
        str(statement.due or ""),
    ]
    return _BETWEEN.join(parts)


def identifier(key: str, beside: str = "") -> str:
    """The identifier of the fact known by ``key``; of several with one key all but the first are told apart by their founding statement."""
    return sha256(f"fact{_BETWEEN}{key}{_BETWEEN}{beside}".encode("utf-8", "surrogatepass")).hexdigest()[:ID_LENGTH]


def most(cases: Sequence[Case], of: Callable[[Case], Value | None]) -> Value | None:
    """What most independent sources say; of several, what was said first. None where nobody says anything."""
    said: dict[Value, set[str]] = defaultdict(set)
    for case in cases:
        value = of(case)
        if value is not None:
            said[value].add(case.document.group)
    return max(said, key=lambda value: len(said[value])) if said else None


def best_kind(cases: Sequence[Case]) -> str:
    """The kind most sources name; one that says more than the family's plain word goes before it ("state visit" before "visit")."""
    plain = cases[0].family.kinds[0]
    return most([c for c in cases if c.statement.kind != plain], lambda c: c.statement.kind) or plain


def best_level(cases: Sequence[Case]) -> str | None:
    """The name of the level that most sources use; of several the shortest, which is the one people know it by."""
    short = sorted((case for case in cases if case.statement.level), key=lambda case: len(case.statement.level or ""))
    return most(short, lambda c: c.statement.level)


def best_object(cases: Sequence[Case]) -> str | None:
    """What most sources call the thing; of several a name in capitals before a description, and the shorter before the longer."""
    named = sorted(
        (case for case in cases if case.statement.object),
        key=lambda c: (not c.named_in_capitals, len(c.statement.object or "")),
    )
    found = most(named, lambda c: c.statement.object)
    return None if found is None else " ".join(found.split())


def best_date(cases: Sequence[Case]) -> Case | None:
    """The case whose date agrees with the most independent sources; then the most precise, the most often told, the first told.

    A stay told from its first day to its last goes before one of these days alone, which is no closer date of it. A plan or a demand has
    a day of its own, so that it dates what came of it only where nobody tells that it came.
    """
    dated = [case for case in cases if case.low is not None]
    if not dated:
        return None
    dated = [case for case in dated if case.statement.status in _DECISIVE] or dated
    exact = Counter(case.statement.date.edtf.text for case in dated if case.statement.date)

    def rank(case: Case) -> tuple[int, bool, int, int]:
        agreeing = {c.document.group for c in dated if _meet(case, c)}
        text = case.statement.date.edtf.text if case.statement.date else ""
        return -len(agreeing), not _is_stay(case), case.width, -exact[text]

    return min(dated, key=rank)


def _is_stay(case: Case) -> bool:
    """Whether a visit is told from its first day to its last: "8-10 July", "for a three-day visit"; "last week" is no such stay."""
    date = case.statement.date
    if date is None or case.low is None or case.family.name not in merging().titles["visit_families"] or not date.edtf.is_interval:
        return False
    calendar = date.basis != "stated" and (_weekday(case.low), case.width) in _CALENDAR
    return 1 < case.width <= LONGEST_STAY and not calendar


def _weekday(ordinal: int) -> int:
    """0 for Monday."""
    return (ordinal - _A_MONDAY.ordinal()) % 7


def best_figure(cases: Sequence[Case]) -> Case:
    """The figure told most precisely: without a bound before one with, then the one with more digits."""
    return min(cases, key=lambda c: (c.statement.bound is not Bound.EXACT, last_digit(c.statement.value or 0.0)))


def best_status(cases: Sequence[Case]) -> Status:
    """What the latest document says of what happened or did not; a mere plan only where nobody says more."""
    decisive = [c for c in cases if c.statement.status in _DECISIVE] or list(cases)
    last = max(_told(c) for c in decisive)
    return most([c for c in decisive if _told(c) == last], lambda c: c.statement.status) or cases[0].statement.status


def people(cases: Sequence[Case], countries: frozenset[str] = frozenset()) -> tuple[str, ...]:
    """Everyone named (of ``countries``, or of nobody knows which), each under the fullest form of the name."""
    named = [p.party for c in cases for p in c.statement.persons if is_name(p.party.name)]
    elsewhere = {party.name for party in named if countries and party.country is not None and party.country not in countries}
    names = sorted({party.name for party in named} - elsewhere, key=lambda n: (-len(name_words(n)), -len(n), n))
    kept: list[str] = []
    for name in names:
        if not any(same_person(name_words(name), name_words(other)) for other in kept):
            kept.append(name)
    return tuple(sorted(kept))


def _meet(a: Case, b: Case) -> bool:
    if a.low is None or b.low is None or a.high is None or b.high is None:
        return False
    return a.low <= b.high and b.low <= a.high


def _told(case: Case) -> int:
    published: Edtf | None = case.document.published
    return published.earliest.ordinal() if published is not None and published.earliest is not None else -FAR
