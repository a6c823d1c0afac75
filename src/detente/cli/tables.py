"""Lists and quotes on a terminal: columns that fit its width and wrap there, and plain unwrapped lines in a pipe."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import click

from detente.ask.views import ChronologyLine, Evidence
from detente.model.fact import Fact
from detente.publish.numbers import figure_words
from detente.publish.plain import one_line
from detente.publish.words import STATUS_MARKS, counted, label_tag, status_tag, tone_of
from detente.rules.dates import date_words, section_year
from detente.rules.tone import Tone

if TYPE_CHECKING:
    from rich.text import Text

SHORT_ID = 8
"""Characters of an identifier that are shown: `detente show` takes any beginning that only one thing has."""

_WIDEST = 90
"""Characters that a column in a pipe is padded to: one long title does not push the rest out of sight."""

_STYLES = {
    Tone.MATERIAL_COOPERATION: "blue",
    Tone.VERBAL_COOPERATION: "cyan",
    Tone.NEUTRAL: "",
    Tone.VERBAL_CONFLICT: "yellow",
    Tone.MATERIAL_CONFLICT: "red",
}

Cell = str | tuple[str, str]
"""Text, or text and its style on a terminal."""


def table(rows: Sequence[Sequence[Cell]], flexible: int) -> None:
    """Print ``rows`` in columns. On a terminal column ``flexible`` takes what the others leave, and wraps."""
    if not rows:
        return
    if sys.stdout.isatty():
        _on_terminal(rows, flexible)
        return
    texts = [[one_line(_text(cell)) for cell in row] for row in rows]
    widths = [min(_WIDEST, max(len(row[column]) for row in texts)) for column in range(len(texts[0]))]
    for row in texts:
        click.echo("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())


def _on_terminal(rows: Sequence[Sequence[Cell]], flexible: int) -> None:
    from rich.table import Table

    from detente.cli.console import rich_console

    grid = Table.grid(padding=(0, 2, 0, 0))
    for column in range(len(rows[0])):
        grid.add_column(ratio=1 if column == flexible else None, no_wrap=column != flexible)
    grid.expand = True
    for row in rows:
        grid.add_row(*(_styled(cell) for cell in row))
    rich_console().print(grid)


def _text(cell: Cell) -> str:
    return cell if isinstance(cell, str) else cell[0]


def _styled(cell: Cell) -> Text:
    from rich.text import Text

    return Text(one_line(cell)) if isinstance(cell, str) else Text(one_line(cell[0]), style=cell[1])


def chronology_rows(lines: Iterable[ChronologyLine]) -> list[list[Cell]]:
    """Year, date, mark, title, sources and identifier of each line. On a terminal a year stands once."""
    rows: list[list[Cell]] = []
    last: int | None = None
    for line in lines:
        fact, year = line.fact, section_year(line.fact.date)
        shown = "" if year == last and rows and sys.stdout.isatty() else str(year) if year is not None else "undated"
        when = "" if fact.date is None else date_words(fact.date, year)
        last = year
        tone = tone_of(line)
        status = status_tag(fact)
        said = ", ".join(part for part in (status, label_tag(fact)) if part)
        title = f"{fact.title} ({said})" if said else fact.title
        differs = " ≠" if line.contested else ""
        rows.append(
            [
                (shown, "bold"),
                (when, "dim"),
                (STATUS_MARKS[fact.status], _STYLES[tone]),
                title,
                counted(fact.sources, "source") + differs,
                (fact.id[:SHORT_ID], "dim"),
            ]
        )
    return rows


def fact_words(fact: Fact) -> str:
    """A fact in one line: its title, with the figure where it has one."""
    if fact.value is None:
        return fact.title
    return f"{fact.series or fact.title}: {figure_words(fact.value, fact.unit, fact.bound)}"


def print_evidence(evidence: Evidence, indent: int = 2) -> None:
    """A quote between guillemets in its context, under it where it stands."""
    from detente.publish.evidence import how, whereabouts

    print_paragraph([(evidence.before, "dim"), ("«", "dim"), (evidence.quote, "bold"), ("»", "dim"), (evidence.after, "dim")], indent)
    print_paragraph([("— " + ", ".join([name_of(evidence), *whereabouts(evidence)]), "")], indent + 2)
    for line in how(evidence, None):
        print_paragraph([(line, "dim")], indent + 2)


def name_of(evidence: Evidence) -> str:
    """What a quote's document is called."""
    from detente.publish.evidence import document_name

    return document_name(evidence.document)


def heading(text: str) -> None:
    """A line that what follows stands under."""
    from detente.cli.console import rich_console

    if sys.stdout.isatty():
        rich_console().print(_styled((text, "bold")))
    else:
        click.echo(one_line(text))


def print_paragraph(parts: Sequence[tuple[str, str]], indent: int) -> None:
    """Styled text as one paragraph, wrapped under ``indent`` on a terminal."""
    if not sys.stdout.isatty():
        click.echo(" " * indent + one_line("".join(text for text, _ in parts)))
        return
    from rich.padding import Padding
    from rich.text import Text

    from detente.cli.console import rich_console
    from detente.publish.plain import visible

    text = Text()
    for part, style in parts:
        text.append(" ".join(visible(part).split("\n")), style=style)
    rich_console().print(Padding(text, (0, 2, 0, indent)))
