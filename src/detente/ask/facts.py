"""The facts a question is about: those held now, or those that were known on a day."""

from __future__ import annotations

from collections.abc import Iterable

from detente.ask.views import Filters
from detente.model.calendar import Day
from detente.model.edtf import Edtf
from detente.model.errors import UsageError
from detente.model.fact import Discrepancy, Fact, Review
from detente.model.folding import fold
from detente.model.statement import FactKind, Status
from detente.pipeline.reconciling import as_known
from detente.reconcile.importance import MILESTONE
from detente.store.base import Choice, Order, Record

TOLD = frozenset({FactKind.EVENT, FactKind.PARTNERSHIP, FactKind.AGREEMENT})
"""What a chronology tells when nobody asks for more."""

MOST_MILESTONES = 500
"""More than anyone reads; the most important come first."""

_COME_ABOUT = frozenset({Status.HAPPENED, Status.ONGOING})
_NEVER = "9999"


def known(record: Record, known_on: str | None = None, published_by: str | None = None) -> tuple[tuple[Fact, ...], tuple[Discrepancy, ...]]:
    """Facts and discrepancies as the record holds them, or worked out anew from what it held at the end of ``known_on``.

    A document that came later has no part in the second, so that answer never changes. ``published_by`` leaves out what was not
    published by the end of that day.
    """
    if known_on is None and published_by is None:
        return tuple(record.facts()), tuple(record.discrepancies())
    when = None if known_on is None else day(known_on)
    return as_known(record, when, None if published_by is None else day(published_by))


def told(record: Record, filters: Filters, default: Iterable[FactKind] = TOLD, limit: int | None = None) -> list[Fact]:
    """The facts that pass ``filters``, in order of time, no more than ``limit``. What the record holds now is asked of its indexes."""
    if filters.known_on is not None:
        return chosen(known(record, filters.known_on)[0], filters, default)[:limit]
    choice = as_choice(filters, default, limit)
    found = (fact for fact in record.select_facts(choice) if not filters.milestones or is_milestone(fact))
    return sorted(found, key=time_order)[:limit]


def as_choice(filters: Filters, default: Iterable[FactKind] = TOLD, limit: int | None = None) -> Choice:
    """``filters`` as a question to the record's indexes, whatever day they ask of; of ``default`` kinds where they name none. Milestones
    are the first of what this names: look at each with ``is_milestone``."""
    return Choice(
        ids=filters.facts,
        stands=not filters.facts,
        facts=() if filters.kinds else tuple(sorted(default)),
        kinds=filters.kinds,
        statuses=tuple(filters.statuses) or (tuple(sorted(_COME_ABOUT)) if filters.milestones else ()),
        party=filters.party,
        person=filters.person,
        place=filters.place,
        since=_iso(date(filters.since).earliest) if filters.since else None,
        until=_iso(date(filters.until).latest) if filters.until else None,
        order=Order.IMPORTANCE if filters.milestones or filters.top is not None else Order.TIME,
        limit=max(filters.top, 0) if filters.top is not None else MOST_MILESTONES if filters.milestones else limit,
    )


def is_milestone(fact: Fact) -> bool:
    """Whether it has come about, can be placed in time and matters enough for the shortest chronology."""
    return fact.importance >= MILESTONE and fact.status in _COME_ABOUT and fact.date is not None


def day(text: str) -> str:
    """The last day of a date, as ``YYYY-MM-DD``. Raises UsageError."""
    last = date(text).latest
    if last is None:
        raise UsageError(f"{text!r} has no end; write a day (2024-05-31), a month (2024-05) or a year (2024)")
    return last.isoformat()


def date(text: str) -> Edtf:
    """A date given by a user. Raises UsageError."""
    try:
        return Edtf.parse(text.strip())
    except ValueError as error:
        raise UsageError(f"{text!r} is no date; write a day (2024-05-31), a month (2024-05) or a year (2024)") from error


def chosen(facts: Iterable[Fact], filters: Filters, default: Iterable[FactKind] = TOLD) -> list[Fact]:
    """The facts that pass ``filters``, in order of time; of ``default`` kinds where the filters name none."""
    kept = [fact for fact in facts if _passes(fact, filters, frozenset(default)) and (not filters.milestones or is_milestone(fact))]
    if filters.top is not None:
        kept = sorted(kept, key=lambda fact: (-fact.importance, time_order(fact)))[: max(filters.top, 0)]
    return sorted(kept, key=time_order)


def _iso(last: Day | None) -> str | None:
    return None if last is None else last.isoformat()


def time_order(fact: Fact) -> tuple[str, str, str, str]:
    """How facts stand in a chronology: by their first day, then by their last one, undated ones at the end."""
    if fact.date is None or (fact.date.earliest is None and fact.date.latest is None):
        return _NEVER, _NEVER, fact.title, fact.id
    first = fact.date.earliest or fact.date.latest
    last = fact.date.latest or fact.date.earliest
    return first.isoformat() if first else _NEVER, last.isoformat() if last else _NEVER, fact.title, fact.id


def _passes(fact: Fact, filters: Filters, default: frozenset[FactKind]) -> bool:
    if fact.id not in filters.facts if filters.facts else fact.review is Review.SET_ASIDE:
        return False
    if filters.kinds and not {fact.kind, fact.fact.value} & set(filters.kinds):
        return False
    if not filters.kinds and fact.fact not in default:
        return False
    if filters.statuses and fact.status not in filters.statuses:
        return False
    if filters.party and filters.party.upper() not in {*fact.source, *fact.target}:
        return False
    return _named(filters.person, fact.persons) and _named(filters.place, fact.places) and _in_time(fact, filters)


def _named(wanted: str | None, names: Iterable[str]) -> bool:
    return wanted is None or any(fold(wanted) in fold(name) for name in names)


def _in_time(fact: Fact, filters: Filters) -> bool:
    if filters.since is None and filters.until is None:
        return True
    if fact.date is None:
        return False
    since = date(filters.since).earliest if filters.since else None
    until = date(filters.until).latest if filters.until else None
    ended = since is not None and fact.date.latest is not None and fact.date.latest < since
    not_begun = until is not None and fact.date.earliest is not None and fact.date.earliest > until
    return not ended and not not_begun
