"""A record as it stood when it was last written, held ready for pages; made anew when the file changes."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

from detente.ask.bits import mask_of, numbers_of
from detente.ask.catalog import Catalog, Choice, Made, catalog
from detente.ask.conflicts import EXPLAINED, ORDER
from detente.ask.evidence import Library
from detente.ask.record import open_record
from detente.ask.sources import sources
from detente.ask.views import DocumentSummary, Sources
from detente.model.errors import RecordError
from detente.model.fact import Discrepancy, Fact
from detente.model.statement import FactKind
from detente.publish.parties import party_name
from detente.reconcile.cases import UNNAMED, series_of
from detente.reconcile.ladder import Rung, rungs
from detente.store.base import Record, Run

Kept = TypeVar("Kept")


@dataclass(frozen=True)
class Snapshot:
    """What pages ask for most, worked out once for one state of the record."""

    catalog: Catalog
    parties: tuple[str, ...]
    discrepancies: tuple[Discrepancy, ...]
    """All of them, those that explain themselves last."""
    documents: Mapping[str, DocumentSummary]
    """Those held now, by sum."""
    counts: Mapping[str, int]
    last_run: Run | None
    ruled: bool = False
    """Whether anybody has decided anything."""
    _kept: dict[str, Any] = field(default_factory=dict, repr=False)

    @property
    def names(self) -> tuple[str, ...]:
        """What the two are called."""
        return tuple(map(party_name, self.parties))

    @cached_property
    def facts(self) -> dict[str, Fact]:
        """Every fact by identifier."""
        return {entry.fact.id: entry.fact for entry in self.catalog.entries}

    @cached_property
    def ladder(self) -> list[Rung]:
        """Every level that the relationship stood at."""
        return rungs(tuple(self.facts.values()))

    @cached_property
    def open_discrepancies(self) -> tuple[Discrepancy, ...]:
        """Those that a reader has to weigh."""
        return tuple(d for d in self.discrepancies if d.grade not in EXPLAINED)

    def discrepancies_by(self, day: str | None) -> tuple[Discrepancy, ...]:
        """Those whose facts had begun by ``day``; all of them without one."""
        if day is None:
            return self.discrepancies
        begun = set(numbers_of(self.catalog.select(Choice(as_of=day))))
        return tuple(d for d, places in zip(self.discrepancies, self._places_of_discrepancies, strict=True) if begun.issuperset(places))

    @cached_property
    def _places_of_discrepancies(self) -> tuple[tuple[int, ...], ...]:
        """The places in the catalogue of the facts that each discrepancy is about."""
        numbers = self.catalog.numbers
        return tuple(tuple(numbers[fact] for fact in d.facts if fact in numbers) for d in self.discrepancies)

    @cached_property
    def differing(self) -> Mapping[str, int]:
        """In how many ways that a reader has to weigh the documents differ on a fact, by its identifier."""
        return Counter(fact for discrepancy in self.open_discrepancies for fact in discrepancy.facts)

    @cached_property
    def discrepancies_of(self) -> dict[str, tuple[Discrepancy, ...]]:
        """Those that touch a fact, by its identifier."""
        found: dict[str, list[Discrepancy]] = defaultdict(list)
        for discrepancy in self.discrepancies:
            for fact in discrepancy.facts:
                found[fact].append(discrepancy)
        return {fact: tuple(held) for fact, held in found.items()}

    @cached_property
    def series(self) -> tuple[int, ...]:
        """The figures of each indicator series as bits of the catalogue; the longest series first."""
        found: dict[str, list[int]] = defaultdict(list)
        for number in numbers_of(self.catalog.values("fact").get(FactKind.INDICATOR.value, 0)):
            fact = self.catalog.entries[number].fact
            if fact.kind not in UNNAMED and fact.value is not None:
                found[series_of(fact)].append(number)
        return tuple(mask_of(numbers) for _, numbers in sorted(found.items(), key=lambda pair: (-len(pair[1]), pair[0])))

    def sources(self, record: Record) -> Sources:
        """What the record was built from; read once."""
        return self.kept("sources", lambda: sources(record))

    def offices(self, record: Record) -> Mapping[str, tuple[tuple[str | None, str | None], ...]]:
        """(country, office) under which each person of a fact is named, the commonest first; read once."""
        return self.kept("offices", lambda: _offices(record, self.catalog))

    def sides(self, record: Record) -> Mapping[str, str]:
        """The country that each person is named for most."""
        return self.kept("sides", lambda: {n: c for n, held in self.offices(record).items() for c, _ in held[:1] if c})

    def places(self, record: Record) -> Mapping[str, tuple[float, float, str | None]]:
        """Latitude, longitude and country of each place of a fact, where they are known; read once."""
        return self.kept("places", lambda: _places(record))

    def kept(self, name: str, make: Callable[[], Kept]) -> Kept:
        """What pages work out once for this state of the record, under a name of its own."""
        if name not in self._kept:
            self._kept[name] = make()
        kept: Kept = self._kept[name]
        return kept

    @cached_property
    def years(self) -> tuple[int, int] | None:
        """The first and the last year that anything is dated to; None where nothing is."""
        found = sorted(int(year) for year in self.catalog.values("year") if year.isdigit())
        return (found[0], found[-1]) if found else None


class Keeper:
    """Holds a record open and its snapshot fresh. For one thread."""

    def __init__(self, path: Path, opener: Callable[[Path], Record] = open_record) -> None:
        self.path = path
        self._opener = opener
        self._record: Record | None = None
        self._seen: tuple[object, ...] = ()
        self._snapshot: Snapshot | None = None
        self._made = Made()

    @property
    def record(self) -> Record:
        """The record, opened again where its file has been put in another's place."""
        identity = self._identity()
        if self._record is None or identity != self._seen[:2]:
            self.close()
            self._record = self._opener(self.path)
            self._seen = (*identity, None)
        return self._record

    @property
    def snapshot(self) -> Snapshot:
        """The record's present state."""
        record = self.record
        version = record.version()
        if self._snapshot is None or self._seen[2] != version:
            self._snapshot = take(record, self._made)
            self._seen = (*self._seen[:2], version)
        return self._snapshot

    def close(self) -> None:
        """Let go of the file."""
        if self._record is not None:
            self._record.close()
        self._record, self._snapshot, self._made = None, None, Made()

    def _identity(self) -> tuple[int, int]:
        try:
            found = self.path.stat()
        except OSError as error:
            raise RecordError(f"{self.path}: {error.strerror}") from error
        return found.st_dev, found.st_ino


def take(record: Record, made: Made | None = None) -> Snapshot:
    """The snapshot of a record as it stands; ``made`` spares what did not change since the one before."""
    runs = tuple(record.runs())
    held = catalog(record, made)
    weight = {entry.fact.id: entry.fact.importance for entry in held.entries}

    def rank(discrepancy: Discrepancy) -> tuple[int, float, str]:
        return ORDER.index(discrepancy.grade), -max((weight.get(f, 0.0) for f in discrepancy.facts), default=0.0), discrepancy.id

    return Snapshot(
        catalog=held,
        parties=record.parties,
        discrepancies=tuple(sorted(record.discrepancies(), key=rank)),
        documents=Library(record).held,
        counts=record.counts(),
        last_run=runs[-1] if runs else None,
        ruled=any(True for _ in record.rulings()),
    )


def _offices(record: Record, held: Catalog) -> dict[str, tuple[tuple[str | None, str | None], ...]]:
    found: dict[str, Counter[tuple[str | None, str | None]]] = defaultdict(Counter)
    for brief in record.briefs():
        for person in brief.persons if brief.fact in held.numbers else ():
            if person.name in held.spelled:
                found[held.spelled[person.name]][person.country, person.office] += 1
    return {name: tuple(pair for pair, _ in counts.most_common()) for name, counts in found.items()}


def _places(record: Record) -> dict[str, tuple[float, float, str | None]]:
    found: dict[str, tuple[float, float, str | None]] = {}
    for brief in record.briefs():
        for place in brief.places:
            if place.lat is not None and place.lon is not None and place.kind != "country":
                found.setdefault(place.name, (place.lat, place.lon, place.country))
    return found
