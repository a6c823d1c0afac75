"""A chronology for Word: headings by year, a footnote for every quote, figures as tables, discrepancies and sources in annexes."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Sequence

from docx import Document as new_document
from docx.shared import Cm
from docx.table import Table
from docx.text.paragraph import Paragraph

from detente.ask.views import ChronologyLine, Conflict, Evidence, SeriesPoint, SeriesView
from detente.model.fact import Review
from detente.publish.chronicle import Chronicle
from detente.publish.evidence import document_name, whereabouts
from detente.publish.numbers import figure_words
from detente.publish.parties import whose
from detente.publish.plain import one_line, visible
from detente.publish.word.footnotes import Footnotes
from detente.publish.word.setting import BLUE, ENTRY, GREY, prepare, row, settled, table
from detente.publish.words import GRADE_WORDS, REVIEW_WORDS, TYPE_WORDS, counted, level_words, published_words, status_tag
from detente.rules.dates import date_words, section_year

LONGEST_QUOTE = 400
"""Characters of a quote in a footnote; a longer one is cut at a word and marked, its beginning being what the document says."""

COLUMNS = {"Period": Cm(4.2), "Figure": Cm(6.0), "Reported by": Cm(6.0)}
COLUMNS_ONCE = {"Of what": Cm(5.2), "Period": Cm(3.4), "Figure": Cm(4.0), "Reported by": Cm(3.6)}
"""The headings of the tables of figures, and how wide each column is."""


def chronology_docx(told: Chronicle) -> bytes:
    """The document as bytes; the same for the same record."""
    made = _Maker(told)
    return made.bytes()


class _Maker:
    """Writes one document from top to bottom."""

    def __init__(self, told: Chronicle) -> None:
        self.told = told
        self.document = new_document()
        prepare(self.document, visible(" – ".join(told.names)), told.when)
        self.notes = Footnotes(self.document)
        self.entry_style = self.document.styles[ENTRY].style_id

    def bytes(self) -> bytes:
        told = self.told
        self._opening()
        self._relationship()
        self._chronology()
        self._lines("Commitments", told.commitments, lambda line: f"due {date_words(line.fact.due)}" if line.fact.due else "no date given")
        self._figures()
        self._discrepancies()
        self._sources()
        self.notes.close()
        buffer = io.BytesIO()
        self.document.save(buffer)
        return settled(buffer.getvalue())

    def _opening(self) -> None:
        told = self.told
        self.document.add_paragraph(visible(" – ".join(told.names)), style="Title")
        built = f", as the record stood on {told.when}" if told.when else ""
        self._plain(f"{counted(len(told.lines), 'event')} told by {counted(told.sources.used, 'document')}{built}.", style="Subtitle")
        self._plain(
            "Every line has at least one footnote with the words that state it, their document and their place in it. Dates are as precise "
            "as the documents are. Independent sources are counted: copies and rewrites of one text count once. Found and joined by rules; "
            "what a person decided says so."
        )

    def _relationship(self) -> None:
        rungs = [rung for rung in self.told.ladder if rung.fact]
        if not rungs:
            return
        self._heading("The relationship", 1)
        for rung in rungs:
            until = f" until {date_words(rung.until)}" if rung.until else ""
            line = self._entry(date_words(rung.since), f"{level_words(rung.level)}{until}")
            self._call(line, rung.evidence)

    def _chronology(self) -> None:
        self._heading("Chronology", 1)
        year: int | None = None
        for line in self.told.dated:
            here = section_year(line.fact.date)
            if here != year:
                self._heading(str(here) if here is not None and here > 0 else f"{1 - (here or 0)} BC", 2)
                year = here
            self._line(line, date_words(line.fact.date, here))
        if self.told.undated:
            self._heading("Undated", 2)
            self._plain("No document says when. They are shown, not guessed.")
            for line in self.told.undated:
                self._line(line, "date unknown")
        if not self.told.lines:
            self._plain("No event is told of between the two in these documents.")

    def _lines(self, title: str, lines: Sequence[ChronologyLine], when: Callable[[ChronologyLine], str]) -> None:
        if not lines:
            return
        self._heading(title, 1)
        for line in lines:
            self._line(line, when(line))

    def _line(self, line: ChronologyLine, when: str) -> None:
        entry = self._entry(when, line.fact.title, bold=line.fact.fact == "partnership")
        about = [status_tag(line.fact)] if status_tag(line.fact) else []
        if line.fact.sources > 1:
            about.append(counted(line.fact.sources, "source"))
        if line.contested:
            about.append("documents disagree, see the annex")
        if line.fact.review is not Review.UNREVIEWED:
            about.append(f"reviewed: {REVIEW_WORDS[line.fact.review]}")
        if about:
            run = entry.add_run(f" ({'; '.join(about)})")
            run.font.color.rgb = GREY
        self._call(entry, line.evidence)

    def _figures(self) -> None:
        if self.told.series:
            self._heading("Figures", 1)
        for view in self.told.series:
            if len(view.points) > 1:
                self._heading(_series_name(view), 2)
                self._points(table(self.document, COLUMNS), [("", point) for point in view.points])
        once = [(_series_name(view), point) for view in self.told.series if len(view.points) == 1 for point in view.points]
        if once:
            self._heading("Told once", 2)
            self._points(table(self.document, COLUMNS_ONCE), once)

    def _points(self, made: Table, points: Iterable[tuple[str, SeriesPoint]]) -> None:
        """A row a figure: of what (where that is said), when, how much and by whom."""
        for name, point in points:
            *first, period, figure, reporter = row(made)
            for cell in first:
                cell.text = name
            period.text = date_words(point.fact.date)
            figure.text = visible(figure_words(point.fact.value, point.fact.unit, point.fact.bound))
            reporter.text = one_line(point.fact.reporter or "not named")
            self._call(figure.paragraphs[0], point.evidence)
        self.document.add_paragraph()

    def _discrepancies(self) -> None:
        if not self.told.conflicts:
            return
        self._heading("Annex A: Discrepancies", 1)
        self._plain("Where documents differ. Neither side is dropped, and the later one does not win for being later.")
        for conflict in self.told.conflicts:
            self._conflict(conflict)

    def _conflict(self, conflict: Conflict) -> None:
        made = conflict.discrepancy
        title = self.document.add_paragraph()
        title.add_run(f"{TYPE_WORDS[made.type].capitalize()}: {one_line(made.explanation)}").bold = True
        title.add_run(f" ({GRADE_WORDS[made.grade]})").font.color.rgb = GREY
        title.paragraph_format.keep_with_next = True
        for side, number in ((conflict.left, conflict.left_sources), (conflict.right, conflict.right_sources)):
            quote = self.document.add_paragraph(style="Quote")
            quote.paragraph_format.keep_together = True
            quote.add_run(f"“{quoted(side)}”")
            self._call(quote, (side,))
            whose_words = "; ".join([document_name(side.document), *([f"{number} independent sources say so"] if number > 1 else [])])
            told = quote.add_run(f" ({whose_words})")
            told.italic, told.font.color.rgb = False, GREY
        if conflict.settled:
            self._plain(f"Settled: {one_line(conflict.settled)}")

    def _sources(self) -> None:
        self._heading("Annex B: Sources", 1)
        sources = self.told.sources
        for use in sources.documents:
            document = use.document
            parts = [document.outlet, f"{date_words(document.published)}, {published_words(document.basis)}" if document.published else ""]
            entry = self.document.add_paragraph(style="List Bullet")
            entry.add_run(document_name(document)).bold = True
            rest = [one_line(part) for part in parts if part] + [counted(use.facts, "fact")]
            if use.group is not None:
                rest.append("shares its text with another document, counted as one source")
            if use.grade:
                rest.append(f"graded {use.grade}")
            entry.add_run(f"; {'; '.join(rest)}")
        for title, problems in (("Refused", sources.refused), ("Failed", sources.failed)):
            for problem in problems:
                name = one_line(problem.path).replace("\\", "/").rpartition("/")[2]
                entry = self.document.add_paragraph(style="List Bullet")
                entry.add_run(f"{title}: {name}").bold = True
                entry.add_run(f"; {one_line(problem.reason)}: {one_line(problem.advice)}")

    def _call(self, paragraph: Paragraph, evidence: Iterable[Evidence]) -> None:
        """A footnote for each quote, one after the other, the marks set apart by commas."""
        for number, told in enumerate(evidence):
            if number:
                mark = paragraph.add_run(", ")
                mark.font.superscript = True
            place = ", ".join(whereabouts(told))
            pieces = [(f"“{quoted(told)}” ", False), (document_name(told.document), True), (f", {place}." if place else ".", False)]
            self.notes.call(paragraph, pieces)

    def _entry(self, when: str, text: str, bold: bool = False) -> Paragraph:
        entry = self.document.add_paragraph()
        entry._p.style = self.entry_style
        entry.add_run(f"{one_line(when)}\t").font.color.rgb = BLUE
        entry.add_run(one_line(text)).bold = bold or None
        return entry

    def _heading(self, text: str, level: int) -> None:
        self.document.add_heading(visible(text), level)

    def _plain(self, text: str, style: str | None = None) -> None:
        self.document.add_paragraph(visible(text), style=style)


def _series_name(view: SeriesView) -> str:
    of = f" ({whose(view.points[0].fact)})" if view.points and whose(view.points[0].fact) else ""
    return one_line(f"{view.label[:1].upper()}{view.label[1:]}{of}".replace("_", " "))


def quoted(told: Evidence) -> str:
    """A quote on one line, cut at a word where it is long."""
    line = one_line(told.quote)
    if len(line) <= LONGEST_QUOTE:
        return line
    return f"{line[:LONGEST_QUOTE].rpartition(' ')[0]}…"
