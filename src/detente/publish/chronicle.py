"""All that a chronology shows, asked of a record once: what every format of it is made from."""

from __future__ import annotations

from dataclasses import dataclass

from detente.ask.chronology import chronology
from detente.ask.conflicts import conflicts
from detente.ask.ladder import ladder
from detente.ask.series import series
from detente.ask.sources import sources
from detente.ask.views import EVERYTHING, ChronologyLine, Conflict, Filters, LadderRung, SeriesView, Sources
from detente.model.edtf import Edtf
from detente.model.statement import FactKind
from detente.publish.parties import party_name
from detente.rules.dates import date_words, section_year
from detente.store.base import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Chronicle:
    """A record's chronology with what belongs beside it."""

    parties: tuple[str, str]
    """Codes."""
    names: tuple[str, str]
    """What the two are called, in the order of the codes."""
    built: str | None
    """When the record was last built (ISO 8601, UTC), as the build was told."""
    version: str | None
    """Of the detente that built it."""
    lines: tuple[ChronologyLine, ...]
    ladder: tuple[LadderRung, ...] = ()
    series: tuple[SeriesView, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    commitments: tuple[ChronologyLine, ...] = ()
    sources: Sources
    filtered: bool = False
    """Whether the lines are a choice among those the record holds."""

    @property
    def when(self) -> str:
        """The day of the build in words; empty where it is not known."""
        return date_words(Edtf.parse(self.built[:10])) if self.built else ""

    @property
    def dated(self) -> tuple[ChronologyLine, ...]:
        """The lines whose date is known at least roughly."""
        return tuple(line for line in self.lines if section_year(line.fact.date) is not None)

    @property
    def undated(self) -> tuple[ChronologyLine, ...]:
        """The lines that no document dates: shown, never given a date."""
        return tuple(line for line in self.lines if section_year(line.fact.date) is None)


def gather(record: Record, filters: Filters = EVERYTHING) -> Chronicle:
    """Ask ``record`` for all of it. ``filters`` choose the lines; what stands beside them is whole."""
    runs = tuple(record.runs())
    last = runs[-1] if runs else None
    one, two = record.parties
    return Chronicle(
        parties=(one, two),
        names=(party_name(one), party_name(two)),
        built=last.at if last else None,
        version=last.version if last else None,
        lines=chronology(record, filters),
        ladder=ladder(record, filters.known_on),
        series=series(record, filters.known_on),
        conflicts=conflicts(record),
        commitments=chronology(record, Filters(kinds=(FactKind.COMMITMENT,), known_on=filters.known_on)),
        sources=sources(record),
        filtered=filters != EVERYTHING,
    )
