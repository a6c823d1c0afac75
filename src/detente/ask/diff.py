"""What became otherwise: between two states of one record, or between two records."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields
from datetime import UTC, datetime, timedelta

from detente.ask.evidence import Library
from detente.ask.facts import day, time_order
from detente.ask.views import Conflict, Difference, FactChange
from detente.model.errors import UsageError
from detente.model.fact import Discrepancy, Fact, Grade
from detente.pipeline.reconciling import Told, apart, differing
from detente.store.base import Record

COUNTED = frozenset({"supports", "sources", "importance"})
"""Fields that follow from how many tell of a fact and not from what they tell."""

_FORM = "%Y-%m-%dT%H:%M:%SZ"


def diff(record: Record, since: str | None = None) -> Difference:
    """What the last build changed; with ``since`` what changed after that day, or by the build of that time and those after it.

    What is new comes the most important first, all else in order of time.

    Raises UsageError where the record was never built, or ``since`` is neither a date nor the time of a build.
    """
    moment = _moment(record, since)
    then, now = differing(record, moment)
    return _difference(moment, then, now, Library(record), Library(record))


def diff_records(old: Record, new: Record) -> Difference:
    """What is otherwise in ``new`` than in ``old``, a record about the same two parties. Raises UsageError where it is about others."""
    if old.parties != new.parties:
        raise UsageError(f"{old.path} is about {' and '.join(old.parties)}, {new.path} about {' and '.join(new.parties)}")
    before, after = ((tuple(record.facts()), tuple(record.discrepancies())) for record in (old, new))
    then, now = apart(before, after)
    return _difference(str(old.path), then, now, Library(old), Library(new))


def _moment(record: Record, since: str | None) -> str:
    """The last moment before the build asked about, or the end of the day."""
    builds = [run.at for run in record.runs()]
    if since is None and not builds:
        raise UsageError("nothing tells when this record was built; say since when: --since DATE")
    if since is None or since in builds:
        return (datetime.strptime(since or builds[-1], _FORM).replace(tzinfo=UTC) - timedelta(seconds=1)).strftime(_FORM)
    if "T" in since:
        raise UsageError(f"no build took place at {since}; these did: {', '.join(builds[-5:])}")
    return f"{day(since)}T23:59:59Z"


def _difference(since: str, then: Told, now: Told, past: Library, present: Library) -> Difference:
    before = _by_statement(then[0])
    after = _by_statement(now[0])
    fresh = _contradictions(then[1], now[1])
    changes = [_change(fact, _sharing(fact, before), present, fresh) for fact in sorted(now[0], key=time_order)]
    left = [fact for fact in sorted(then[0], key=time_order) if not _sharing(fact, after)]
    return Difference(
        since=since,
        new=tuple(sorted((change for change in changes if not change.before), key=lambda change: -change.fact.importance)),
        confirmed=tuple(change for change in changes if change.before and change.fact.sources > max(f.sources for f in change.before)),
        contradicted=tuple(change for change in changes if change.conflicts),
        changed=tuple(change for change in changes if change.before and set(change.fields) - COUNTED),
        gone=tuple(FactChange(fact, evidence=past.of(fact)) for fact in left),
        renamed=tuple(_renamed(then[0], {fact.id for fact in now[0]}, after)),
    )


def _change(fact: Fact, before: Sequence[Fact], library: Library, fresh: dict[str, list[Discrepancy]]) -> FactChange:
    own = (library.conflict(discrepancy) for discrepancy in fresh.get(fact.id, ()))
    conflicts: tuple[Conflict, ...] = tuple(conflict for conflict in own if conflict is not None)
    return FactChange(fact, tuple(before), tuple(_differing(fact, before)), library.of(fact), conflicts)


def _differing(fact: Fact, before: Sequence[Fact]) -> Iterator[str]:
    for field in fields(Fact) if before else ():
        if any(getattr(old, field.name) != getattr(fact, field.name) for old in before):
            yield field.name


def _by_statement(facts: Iterable[Fact]) -> dict[str, Fact]:
    return {support.statement: fact for fact in facts for support in fact.supports}


def _sharing(fact: Fact, others: dict[str, Fact]) -> list[Fact]:
    """The facts of the other side that rest on a statement of this one, by identifier."""
    found = {others[s.statement].id: others[s.statement] for s in fact.supports if s.statement in others}
    return [found[name] for name in sorted(found)]


def _contradictions(then: Iterable[Discrepancy], now: Iterable[Discrepancy]) -> dict[str, list[Discrepancy]]:
    """The contradictions that were none before, by the facts they touch."""
    known = {d.id for d in then if d.grade is Grade.CONTRADICTION}
    found: dict[str, list[Discrepancy]] = defaultdict(list)
    for discrepancy in now:
        if discrepancy.grade is Grade.CONTRADICTION and discrepancy.id not in known:
            for fact in discrepancy.facts:
                found[fact].append(discrepancy)
    return found


def _renamed(then: Iterable[Fact], now: set[str], after: dict[str, Fact]) -> Iterator[tuple[str, str]]:
    for fact in sorted(then, key=lambda fact: fact.id):
        if fact.id in now:
            continue
        heirs = [heir.id for heir in _sharing(fact, after)]
        yield from ((fact.id, heir) for heir in heirs or [""])
