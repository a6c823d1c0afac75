"""Figures through time."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from detente.ask.evidence import Library
from detente.ask.facts import day, known, time_order
from detente.ask.views import Conflict, Evidence, SeriesPoint, SeriesView
from detente.model.fact import Discrepancy, Fact
from detente.model.folding import words
from detente.model.statement import FactKind
from detente.reconcile.cases import UNNAMED, series_of
from detente.store.base import Line, Record


def series(record: Record, known_on: str | None = None) -> tuple[SeriesView, ...]:
    """Every indicator series, those with most points first."""
    facts, discrepancies = known(record, known_on)
    return views(record, [fact for fact in facts if fact.fact is FactKind.INDICATOR], discrepancies, known_on)


def latest(record: Record, today: str, most: int) -> tuple[SeriesView, ...]:
    """Every series that the record holds now with the points of its last period begun by ``today``, each with its first ``most`` quotes;
    those with most points first."""
    by_key: dict[str, list[Line]] = defaultdict(list)
    firsts: dict[str, Fact] = {}
    lines = [line for line in record.lines(today) if line.kind not in UNNAMED]
    facts = record.get_facts(line.first_fact for line in lines)
    for line in lines:
        key = series_of(facts[line.first_fact])
        by_key[key].append(line)
        firsts[key] = min((fact for fact in (firsts.get(key), facts[line.first_fact]) if fact is not None), key=time_order)
    held = {key: _last(record, own) for key, own in by_key.items()}
    every = [fact for facts in held.values() for fact in facts]
    touching = record.discrepancies_of(fact.id for fact in every)
    library = Library(record)
    library.look_at([*(s.statement for f in every for s in f.supports[:most]), *(d for t in touching for d in (t.left, t.right))])
    conflicts = library.conflicts_by_fact(touching)
    found = [_latest(key, own, firsts[key], _shown(held[key], library, conflicts, most)) for key, own in by_key.items()]
    counts = {key: sum(line.points for line in own) for key, own in by_key.items()}
    return tuple(sorted(found, key=lambda view: (-counts[view.key], view.key)))


def _last(record: Record, lines: Sequence[Line]) -> list[Fact]:
    """The points of the latest period of a series."""
    last = max(line.last for line in lines)
    return sorted((fact for line in lines if line.last == last for fact in record.line_points(line)), key=time_order)


def _shown(facts: Iterable[Fact], library: Library, conflicts: Mapping[str, tuple[Conflict, ...]], most: int) -> tuple[SeriesPoint, ...]:
    return tuple(point for fact in facts for point in _points(fact, library.first(fact, most), conflicts))


def _latest(key: str, lines: Sequence[Line], first: Fact, points: tuple[SeriesPoint, ...]) -> SeriesView:
    labels: Counter[str] = Counter()
    for line in lines:
        labels[line.series or line.kind.replace("_", " ")] += line.points
    return SeriesView(
        key=key,
        label=min(labels, key=lambda label: (-labels[label], len(label), label)),
        unit=first.unit,
        parties=tuple(sorted({*first.source, *first.target})),
        points=points,
        reporters=tuple(dict.fromkeys(point.fact.reporter for point in points)),
    )


def views(
    record: Record, facts: Iterable[Fact], discrepancies: Sequence[Discrepancy], known_on: str | None = None
) -> tuple[SeriesView, ...]:
    """``facts``, all of them figures, as series; amounts that belong to no named series are left to ``find``."""
    by_key: dict[str, list[Fact]] = defaultdict(list)
    for fact in facts:
        if fact.kind in UNNAMED:
            continue
        by_key[series_of(fact)].append(fact)
    library = Library(record, known_on and day(known_on))
    every = [fact for held in by_key.values() for fact in held]
    wanted = {fact.id for fact in every}
    touching = [d for d in discrepancies if wanted & set(d.facts)]
    library.fetch(every, touching)
    conflicts = library.conflicts_by_fact(touching)
    found = [_view(key, sorted(held, key=time_order), library, conflicts) for key, held in by_key.items()]
    return tuple(sorted(found, key=lambda view: (-len(view.points), view.key)))


def _view(key: str, facts: Sequence[Fact], library: Library, conflicts: dict[str, tuple[Conflict, ...]]) -> SeriesView:
    labels = Counter(fact.series or fact.kind.replace("_", " ") for fact in facts)
    points = tuple(point for fact in facts for point in _points(fact, library.of(fact), conflicts))
    return SeriesView(
        key=key,
        label=min(labels, key=lambda label: (-labels[label], len(label), label)),
        unit=facts[0].unit,
        parties=tuple(sorted({*facts[0].source, *facts[0].target})),
        points=points,
        reporters=tuple(sorted({point.fact.reporter for point in points}, key=lambda name: (name is None, name or ""))),
    )


def _points(fact: Fact, evidence: tuple[Evidence, ...], conflicts: Mapping[str, tuple[Conflict, ...]]) -> Iterator[SeriesPoint]:
    """A point for each reporter who is named: what two of them agree on is one observation, and each has a line of its own."""
    touching = conflicts.get(fact.id, ())
    by_reporter: dict[frozenset[str], list[Evidence]] = defaultdict(list)
    for one in evidence:
        if one.statement.reporter:
            said = frozenset(words(one.statement.reporter))
            by_reporter[next((held for held in by_reporter if held <= said or said <= held), said)].append(one)
    if len(by_reporter) < 2:
        yield SeriesPoint(fact, evidence, touching)
        return
    for own in by_reporter.values():
        first = own[0].statement
        yield SeriesPoint(replace(fact, reporter=first.reporter, value=first.value, bound=first.bound), tuple(own), touching)
