"""The relationship in at most forty steps, one a screen."""

from __future__ import annotations

from dataclasses import dataclass

from detente.ask.catalog import Entry
from detente.ask.evidence import Library
from detente.ask.facts import is_milestone
from detente.ask.views import Evidence
from detente.model.statement import Status
from detente.publish.words import level_words
from detente.rules.dates import date_words, section_year
from detente.web.page import Page, View
from detente.web.pages.chronology import told
from detente.web.site.gate import REGISTER

MOST = 40
"""Steps that somebody still follows."""
FEWEST = 12
"""Where fewer are milestones, the most important of the others join them up to this number."""

_COME_ABOUT = frozenset({Status.HAPPENED, Status.ONGOING})


@dataclass(frozen=True, slots=True)
class Step:
    """One screen."""

    entry: Entry
    year: str
    when: str
    level: str
    """The level of the relationship that begins here, in words; empty where none does."""
    evidence: Evidence | None


@dataclass(frozen=True, slots=True)
class Story:
    """All steps in order of time."""

    steps: tuple[Step, ...]
    total: int
    """Events that the whole chronology tells."""


def page(view: View, library: Library) -> Page:
    """The story of the published facts."""
    entries = chosen(view)
    library.fetch([entry.fact for entry in entries])
    levels = {rung.fact.id: rung.level for rung in view.snapshot.ladder if rung.fact}
    steps = tuple(_step(entry, levels.get(entry.fact.id), library) for entry in entries)
    total = view.snapshot.catalog.select(told(view.selection).choice).bit_count()
    return Page("story", "story.page.html", "Story", Story(steps, total))


def chosen(view: View, most: int = MOST, fewest: int = FEWEST) -> list[Entry]:
    """The milestones, the most important ``most`` of them, in order of time."""
    catalog = view.snapshot.catalog
    entries = [entry for entry in catalog.page(catalog.select(told(view.selection).choice)) if _can_be_told(entry)]
    order = {entry.fact.id: number for number, entry in enumerate(entries)}
    ranked = sorted(entries, key=lambda entry: (-entry.fact.importance, order[entry.fact.id]))
    great = [entry for entry in ranked if is_milestone(entry.fact)][:most]
    kept = great if len(great) >= fewest else ranked[:fewest]
    return sorted(kept, key=lambda entry: order[entry.fact.id])


def _can_be_told(entry: Entry) -> bool:
    return entry.fact.status in _COME_ABOUT and section_year(entry.fact.date) is not None


def _step(entry: Entry, level: str | None, library: Library) -> Step:
    told = library.of(entry.fact)
    year = section_year(entry.fact.date) or 0
    label = str(year) if year > 0 else f"{1 - year} BC"
    return Step(entry, label, date_words(entry.fact.date), level_words(level) if level else "", _clearest(told))


def _clearest(told: tuple[Evidence, ...]) -> Evidence | None:
    """The quote that is surest, of equals the shortest: it has to be read at a glance. A register's row is no quote."""
    quoted = [evidence for evidence in told if not (evidence.document.path or "").startswith(REGISTER)] or list(told)
    return min(quoted, key=lambda e: (-e.statement.confidence, len(e.quote), e.statement.id), default=None)
