"""What the page's template asks for: lines by year, counts, and the places of things, worked out from a chronicle."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from itertools import takewhile

from detente.ask.facts import is_milestone
from detente.ask.views import ChronologyLine, Conflict, DocumentSummary, LadderRung, SeriesView, Sources, SourceUse
from detente.model.statement import Status
from detente.publish.charts import Chart, chart
from detente.publish.chronicle import Chronicle
from detente.publish.evidence import document_name
from detente.publish.ribbon import Overview, overview, tally
from detente.publish.words import counted, family_of, label_of, published_words, tone_of
from detente.rules.dates import date_words, section_year
from detente.rules.tone import Tone

_OTHER = "other"
"""The family of a kind that the codebook does not have."""


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the chronology with what the template prints of it."""

    line: ChronologyLine
    when: str
    tone: Tone
    family: str
    label: str
    by: str
    differs: str
    milestone: bool


@dataclass(frozen=True, slots=True)
class Year:
    """The lines of one year."""

    number: int
    label: str
    rows: tuple[Row, ...]


class Sheet:
    """A chronicle laid out for the page."""

    def __init__(self, told: Chronicle) -> None:
        self._told = told
        self.years = _years(told.dated)
        self.undated = tuple(_row(line, None) for line in told.undated)
        self.commitments = tuple(_row(line, None, promised=True) for line in told.commitments)
        self.dated = len(told.dated)
        self.overview: Overview | None = overview(told.ladder, tally(told.dated))
        self.charts, self.lone = _drawn(told.series)
        self._shades = {id(step.rung): step.shade for step in self.overview.steps} if self.overview else {}
        self._titles = {line.fact.id: line.fact.title for line in (*told.lines, *told.commitments)}
        self._titles |= {point.fact.id: point.fact.title for view in told.series for point in view.points}
        self._conflicts = {conflict.discrepancy.id for conflict in told.conflicts}
        self._folder = _common_folder(told.sources)
        self.telling = tuple(use for use in told.sources.documents if use.facts)
        self.silent = tuple(use for use in told.sources.documents if not use.facts)
        self.listed = frozenset(use.document.sha256 for use in told.sources.documents)
        self._anchors: set[str] = set()
        self._groups = Counter(use.group for use in told.sources.documents)

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """Every line, the undated ones last."""
        return (*(row for year in self.years for row in year.rows), *self.undated)

    @property
    def rungs(self) -> tuple[LadderRung, ...]:
        """The ladder, where the documents tell of a change: that there was nothing before nothing is not worth a line."""
        return self._told.ladder if any(rung.fact for rung in self._told.ladder) else ()

    @property
    def families(self) -> list[tuple[str, int]]:
        """Each family of kinds that occurs and how often, the commonest first."""
        counts = Counter(row.family for row in self.rows)
        return sorted(counts.items(), key=lambda item: (-item[1], item[0]))

    @property
    def statuses(self) -> list[tuple[Status, int]]:
        """Each status that occurs and how often."""
        counts = Counter(row.line.fact.status for row in self.rows)
        return [(status, counts[status]) for status in Status if counts[status]]

    @property
    def tones(self) -> list[Tone]:
        """Each tone that occurs, from cooperation to conflict."""
        present = {row.tone for row in self.rows}
        return [tone for tone in Tone if tone in present]

    @property
    def lede(self) -> str:
        """What the page holds, in a sentence."""
        told = self._told
        if not self.telling:
            return f"Nothing about the two was found in {counted(told.sources.used, 'document')}."
        span = ""
        if self.years:
            first, last = self.years[0].number, self.years[-1].number
            span = f" from {first} to {last}" if first != last else f" of {first}"
        parts = [counted(len(told.lines), "event") + span]
        if told.series:
            parts.append(counted(sum(len(view.points) for view in told.series), "figure"))
        if told.conflicts:
            parts.append(counted(len(told.conflicts), "discrepancy", "discrepancies"))
        listed = parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"
        tell = len(self.telling)
        documents = counted(tell, "document") if not self.silent else f"{tell} of {counted(tell + len(self.silent), 'document')}"
        return f"{documents} tell{'s' if tell == 1 else ''} of {listed}."

    @property
    def silent_words(self) -> str:
        """What the documents are called that say nothing of the two."""
        return f"{counted(len(self.silent), 'document')} in which no fact about the two was found"

    @property
    def accounts(self) -> str:
        """What became of the files, so that the counts can be checked."""
        s = self._told.sources
        parts = [f"{s.used} read"]
        for number, word in ((s.duplicates, "the same as another"), (len(s.refused), "refused"), (len(s.failed), "failed")):
            if number:
                parts.append(f"{number} {word}")
        return f"{counted(s.files, 'file')}: {', '.join(parts)}."

    @property
    def colophon(self) -> str:
        """When and by what the page was made."""
        told = self._told
        made = f"Built by detente{f' {told.version}' if told.version else ''}{f' on {told.when}' if told.when else ''}"
        chosen = " The chronology is a part of the record, as it was asked for." if told.filtered else ""
        return f"{made} from the documents above, by rules.{chosen}"

    def is_first(self, anchor: str) -> bool:
        """Whether ``anchor`` has not been given yet: a figure that was asked for as a line is shown twice and linked to once."""
        seen = anchor in self._anchors
        self._anchors.add(anchor)
        return not seen

    def shade(self, rung: LadderRung) -> int:
        """The colour of a rung, as in the drawing."""
        return self._shades.get(id(rung), 0)

    def rung_dates(self, rung: LadderRung) -> str:
        """From when to when a level stood."""
        if rung.since is None:
            return f"until {date_words(rung.until)}" if rung.until else ""
        return f"since {date_words(rung.since)}" if rung.until is None else f"{date_words(rung.since)} – {date_words(rung.until)}"

    def has(self, conflict: Conflict) -> bool:
        """Whether the discrepancy has a place on this page."""
        return conflict.discrepancy.id in self._conflicts

    def about(self, conflict: Conflict) -> list[tuple[str, str]]:
        """The facts on this page that two statements disagree about."""
        return [(fact, self._titles[fact]) for fact in conflict.discrepancy.facts if fact in self._titles]

    def file(self, path: str) -> str:
        """A path below the folder that all of them share: where that folder lies is nobody's business."""
        return path.removeprefix(self._folder)

    def origin(self, document: DocumentSummary) -> list[str]:
        """Outlet and file, as far as they are known and the name does not say them."""
        parts = [document.outlet, self.file(document.path or document.id)]
        return [part for part in parts if part and part != document_name(document)]

    def published(self, document: DocumentSummary) -> str:
        """A document's own date and how it is known."""
        return f"{date_words(document.published)}, {published_words(document.basis)}" if document.published else "not known"

    def copies(self, use: SourceUse) -> int:
        """How many documents share the text of this one."""
        return self._groups[use.group]


def _common_folder(sources: Sources) -> str:
    """The folder that every file lies below, with its last slash; empty where there is none."""
    paths = [use.document.path for use in sources.documents] + [problem.path for problem in (*sources.refused, *sources.failed)]
    folders = [path.split("/")[:-1] for path in paths if path]
    shared = [names[0] for names in takewhile(lambda names: len(set(names)) == 1, zip(*folders, strict=False))]
    return "/".join([*shared, ""]) if shared else ""


def _row(line: ChronologyLine, within: int | None, promised: bool = False) -> Row:
    fact = line.fact
    documents = len({evidence.document.sha256 for evidence in line.evidence})
    by = counted(fact.sources, "source") if fact.sources == documents else f"{counted(fact.sources, 'source')} of {documents}"
    differs = counted(len(line.contested), "document pair disagrees", "document pairs disagree") if line.contested else ""
    when = (
        (date_words(fact.due) if fact.due else "no date given") if promised else date_words(fact.date, within) if fact.date else _told(line)
    )
    return Row(line, when, tone_of(line), family_of(fact) or _OTHER, label_of(fact), by, differs, is_milestone(fact))


def _told(line: ChronologyLine) -> str:
    """When an undated line was first told, which is the latest it can have happened if it did."""
    dates = [told.document.published for told in line.evidence if told.document.published and told.document.published.latest]
    first = min(dates, key=lambda date: date.latest or (9999, 12, 31), default=None)
    return f"told {date_words(first)}" if first else "date unknown"


def _years(lines: tuple[ChronologyLine, ...]) -> tuple[Year, ...]:
    """The lines by the year they begin in, in the order they came."""
    years: dict[int, list[Row]] = {}
    for line in lines:
        year = section_year(line.fact.date) or 0
        years.setdefault(year, []).append(_row(line, year))
    return tuple(Year(year, str(year) if year > 0 else f"{1 - year} BC", tuple(years[year])) for year in sorted(years))


def _drawn(series: tuple[SeriesView, ...]) -> tuple[tuple[Chart, ...], tuple[SeriesView, ...]]:
    """The series that make a chart, and those that have too little for one."""
    drawn = [(view, chart(view)) for view in series]
    return tuple(made for _, made in drawn if made), tuple(view for view, made in drawn if made is None)
