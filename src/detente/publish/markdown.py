"""The chronology as Markdown: a list by year with a footnote for every quote, tables for figures and sources."""

from __future__ import annotations

import re
from collections.abc import Iterator

from detente.ask.views import ChronologyLine, Conflict, Evidence, SeriesView
from detente.model.fact import Fact
from detente.publish.chronicle import Chronicle
from detente.publish.evidence import document_name, how, whereabouts
from detente.publish.numbers import figure_words
from detente.publish.parties import whose
from detente.publish.plain import one_line
from detente.publish.words import GRADE_WORDS, TYPE_WORDS, counted, label_tag, level_words, published_words, status_tag
from detente.rules.dates import date_words, section_year

_MARKUP = re.compile(r"[\\`*_\[\]{}<>|~#&@$^]|:(?=//)|(?<=www)\.")
_ENTITIES = {"<": "&lt;", ">": "&gt;", "&": "&amp;", "@": "&#64;", ":": "&#58;", ".": "&#46;", "|": "&#124;"}


def escaped(text: str) -> str:
    """``text`` on one line with nothing left in it that Markdown, its tables, HTML or automatic links would act on.

    What only acts at the start of a line (numbers, dashes) is left, since nothing from a document ever stands there.
    """
    return _MARKUP.sub(lambda match: _ENTITIES.get(match.group(), f"\\{match.group()}"), one_line(text))


def chronology_markdown(told: Chronicle) -> str:
    """The whole document, in Markdown as GitHub and Pandoc read it."""
    notes = _Notes()
    parts = [
        [f"# {escaped(' – '.join(told.names))}", "", _lede(told)],
        _relationship(told, notes),
        _chronology(told, notes),
        *[_series(view, notes) for view in told.series],
        _conflicts(told, notes),
        _commitments(told, notes),
        _sources(told),
        notes.lines,
    ]
    return "\n\n".join("\n".join(part) for part in parts if part) + "\n"


class _Notes:
    """Footnotes in the order they are first called; a quote called twice has one note."""

    def __init__(self) -> None:
        self._numbers: dict[tuple[str, str], int] = {}
        self.lines: list[str] = []

    def calls(self, evidence: tuple[Evidence, ...], fact: Fact | None) -> str:
        """The marks of these quotes, to stand after what they prove."""
        return "".join(self._call(told, fact) for told in evidence)

    def _call(self, told: Evidence, fact: Fact | None) -> str:
        key = (told.statement.id, fact.id if fact else "")
        if key not in self._numbers:
            self._numbers[key] = len(self._numbers) + 1
            place = ", ".join([document_name(told.document), *whereabouts(told)])
            said = " ".join([f"“{escaped(told.quote)}” {escaped(place)}.", *map(escaped, how(told, fact))])
            self.lines.append(f"[^{self._numbers[key]}]: {said}")
        return f"[^{self._numbers[key]}]"


def _lede(told: Chronicle) -> str:
    built = f", as of {told.when}" if told.when else ""
    events, documents = counted(len(told.lines), "event"), counted(told.sources.used, "document")
    return f"{events} told by {documents}{built}. Every line has its quotes in the notes."


def _relationship(told: Chronicle, notes: _Notes) -> list[str]:
    if not any(rung.fact for rung in told.ladder):
        return []
    lines = ["## The relationship", ""]
    for rung in told.ladder:
        since = f"since {date_words(rung.since)}" if rung.since else f"until {date_words(rung.until)}"
        lines.append(f"- **{escaped(level_words(rung.level))}** {since}{notes.calls(rung.evidence, rung.fact)}")
    return lines


def _chronology(told: Chronicle, notes: _Notes) -> list[str]:
    lines = ["## Chronology"]
    year: int | None = None
    for line in told.dated:
        here = section_year(line.fact.date)
        if here != year:
            lines += ["", f"### {here if here is None or here > 0 else f'{1 - here} BC'}", ""]
            year = here
        lines.append(_line(line, date_words(line.fact.date, here), notes))
    if told.undated:
        lines += ["", "### Undated", "", *(_line(line, "Date unknown", notes) for line in told.undated)]
    return lines


def _line(line: ChronologyLine, when: str, notes: _Notes) -> str:
    fact = line.fact
    about = [part for part in (status_tag(fact), label_tag(fact), counted(fact.sources, "source")) if part]
    if line.contested:
        about.append("documents disagree")
    return f"- **{escaped(when)}** {escaped(fact.title)} ({escaped('; '.join(about))}){notes.calls(line.evidence, fact)}"


def _series(view: SeriesView, notes: _Notes) -> list[str]:
    rows = [
        f"| {escaped(date_words(point.fact.date))} | {escaped(figure_words(point.fact.value, point.fact.unit, point.fact.bound))} "
        f"| {escaped(point.fact.reporter or 'not named')} | {notes.calls(point.evidence, point.fact)} |"
        for point in view.points
    ]
    of = f" ({escaped(whose(view.points[0].fact))})" if view.points and whose(view.points[0].fact) else ""
    return [f"## Figures: {escaped(view.label)}{of}", "", "| Period | Figure | Reporter | Quote |", "|---|---|---|---|", *rows]


def _conflicts(told: Chronicle, notes: _Notes) -> list[str]:
    return ["## Discrepancies", "", *(_conflict(conflict, notes) for conflict in told.conflicts)] if told.conflicts else []


def _conflict(conflict: Conflict, notes: _Notes) -> str:
    made = conflict.discrepancy
    sides = " against ".join(f"“{escaped(side.quote)}”{notes.calls((side,), None)}" for side in (conflict.left, conflict.right))
    return f"- **{TYPE_WORDS[made.type].capitalize()}, {GRADE_WORDS[made.grade]}**: {escaped(made.explanation)}. {sides}"


def _commitments(told: Chronicle, notes: _Notes) -> list[str]:
    if not told.commitments:
        return []
    return [
        "## Commitments",
        "",
        *(_line(line, f"Due {date_words(line.fact.due)}" if line.fact.due else "No date given", notes) for line in told.commitments),
    ]


def _sources(told: Chronicle) -> list[str]:
    return ["## Sources", "", *_source_rows(told), *_problem_rows(told)]


def _source_rows(told: Chronicle) -> Iterator[str]:
    yield "| Document | File | Date | Statements | Facts |"
    yield "|---|---|---|--:|--:|"
    for use in told.sources.documents:
        document = use.document
        date = f"{date_words(document.published)}, {published_words(document.basis)}" if document.published else "not known"
        date += f", graded {use.grade}" if use.grade else ""
        yield f"| {escaped(document_name(document))} | {escaped(document.path or '')} | {escaped(date)} | {use.statements} | {use.facts} |"


def _problem_rows(told: Chronicle) -> Iterator[str]:
    problems = (*told.sources.refused, *told.sources.failed)
    if problems:
        yield ""
    for problem in problems:
        yield f"- {problem.outcome}: {escaped(problem.path)} ({escaped(problem.reason)}: {escaped(problem.advice)})"
