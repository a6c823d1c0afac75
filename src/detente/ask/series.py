"""Figures through time."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from detente.ask.evidence import Library
from detente.ask.facts import day, known, time_order
from detente.ask.views import Conflict, SeriesPoint, SeriesView
from detente.model.fact import Discrepancy, Fact
from detente.model.statement import FactKind
from detente.reconcile.cases import UNNAMED, series_of
from detente.store.base import Record


def series(record: Record, known_on: str | None = None) -> tuple[SeriesView, ...]:
    """Every indicator series, those with most points first."""
    facts, discrepancies = known(record, known_on)
    return views(record, [fact for fact in facts if fact.fact is FactKind.INDICATOR], discrepancies, known_on)


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
    return SeriesView(
        key=key,
        label=min(labels, key=lambda label: (-labels[label], len(label), label)),
        unit=facts[0].unit,
        parties=tuple(sorted({*facts[0].source, *facts[0].target})),
        points=tuple(SeriesPoint(fact, library.of(fact), conflicts.get(fact.id, ())) for fact in facts),
        reporters=tuple(sorted({fact.reporter for fact in facts}, key=lambda name: (name is None, name or ""))),
    )
