"""Visits that a table lists: one a row, each cell read by the head of its column.

Rows do not carry their head; it is the first of the rows that follow each other without other text between.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from detente.extract.events.context import Context, times_in
from detente.extract.events.scene import PEOPLE, as_participant, participants
from detente.extract.events.sides import countries
from detente.extract.events.spells import whole_span
from detente.model.document import BlockKind, Sentence
from detente.model.identity import statement_id
from detente.model.mention import TimexType
from detente.model.reading import Reading
from detente.model.span import Span
from detente.model.statement import Participant, StatedDate, Statement, Status
from detente.rules.codebook import codebook, plover_type
from detente.rules.tables import column_meaning, undone

_KIND = "visit"
_RULE = "visit.table_row"
_BETWEEN = "|"
_CONFIDENCE = 0.85
"""A row names visitor, place and days by its columns; measured by eye on briefing papers. Measure again when more tables are labelled."""
_NEEDED = frozenset({"date", "visitor"})


@dataclass(frozen=True, slots=True)
class Row:
    """One visit's row: its sentence and where its cells stand, by what they hold."""

    sentence: Sentence
    cells: Mapping[str, Span]


def visit_rows(reading: Reading) -> list[Row]:
    """The rows of every table whose heads say that it lists visits, in order; not the heads themselves."""
    return [row for table in _tables(reading) for row in _rows(reading.document.text, table)]


def table_visits(rows: Sequence[Row], context: Context) -> Iterator[Statement]:
    """The visit that each row tells; a row whose visitor, host or days cannot be told yields none."""
    for row in rows:
        visit = _visit(row, context)
        if visit is not None:
            yield visit


def remarks(rows: Sequence[Row]) -> Mapping[Span, Sentence | None]:
    """What is left of each row to be read as text, by the row's span: its remarks, or nothing."""
    return {r.sentence.span: replace(r.sentence, span=r.cells["remarks"]) if "remarks" in r.cells else None for r in rows}


def _tables(reading: Reading) -> Iterator[list[Sentence]]:
    table: list[Sentence] = []
    for sentence in reading.layout.sentences:
        if sentence.kind is BlockKind.TABLE_ROW and (not table or sentence.block - table[-1].block == 1):
            table.append(sentence)
            continue
        if table:
            yield table
        table = [sentence] if sentence.kind is BlockKind.TABLE_ROW else []
    if table:
        yield table


def _rows(text: str, table: Sequence[Sentence]) -> Iterator[Row]:
    heads = [column_meaning(cell.of(text)) for cell in _cells(text, table[0].span)]
    if not set(heads) >= _NEEDED:
        return
    for sentence in table[1:]:
        cells = _cells(text, sentence.span)
        if len(cells) == len(heads):
            by_meaning: dict[str, Span] = {}
            for meaning, cell in zip(heads, cells, strict=True):
                if meaning is not None:
                    by_meaning.setdefault(meaning, cell)
            yield Row(sentence, by_meaning)


def _cells(text: str, row: Span) -> list[Span]:
    """The cells of a row, without the blanks around them."""
    out, start = [], row.start
    for part in row.of(text).split(_BETWEEN):
        begin = start + len(part) - len(part.lstrip())
        out.append(Span(begin, max(begin, start + len(part.rstrip()))))
        start += len(part) + 1
    return [cell for cell in out if cell.start < cell.end]


def _visit(row: Row, context: Context) -> Statement | None:
    reading = context.reading
    date = _date(row, reading)
    visitors = participants([m for m in reading.actors if m.kind in PEOPLE and row.cells["visitor"].contains(m.span) and m.parties])
    own = countries(visitors)
    hosts = _hosts(row, context, own)
    if date is None or len(own) != 1 or not hosts:
        return None
    kind = codebook().kinds[_KIND]
    status = _status(row, date, reading)
    span = row.sentence.span if status is Status.DENIED else _told(row)
    plover = plover_type(kind, status)
    document = reading.document
    return Statement(
        id=statement_id(document.sha256, kind.fact, kind.name, span, _RULE, date.edtf.text),
        document=document.sha256,
        fact=kind.fact,
        kind=kind.name,
        span=span,
        quote=span.of(document.text),
        rule=_RULE,
        confidence=_CONFIDENCE,
        plover=plover,
        mode=kind.mode if plover == kind.plover else None,
        contexts=kind.contexts,
        cameo=kind.cameo,
        source=tuple(visitors),
        target=tuple(hosts),
        persons=tuple(visitors),
        places=tuple(p for p in reading.places if "host" in row.cells and row.cells["host"].contains(p.span)),
        date=date,
        status=status,
    )


def _told(row: Row) -> Span:
    """The cells that tell who went where and when, without the remarks, which tell what is their own."""
    cells = [cell for meaning, cell in row.cells.items() if meaning != "remarks"]
    span = cells[0]
    for cell in cells[1:]:
        span = span.cover(cell)
    return span


def _date(row: Row, reading: Reading) -> StatedDate | None:
    for time in times_in(reading.times, row.cells["date"]):
        if time.edtf is not None and time.type in (TimexType.DATE, TimexType.TIME):
            return StatedDate(time.edtf, time.basis, whole_span(time, reading.times), time.alternatives)
    return None


def _hosts(row: Row, context: Context, own: set[str]) -> list[Participant]:
    """The one country of the places or hosts named; without such a column the other one of the document's two parties."""
    if "host" not in row.cells:
        other = context.other(next(iter(own))) if len(own) == 1 and context.firm else None
        return [other] if other is not None else []
    cell = row.cells["host"]
    named = participants([m for m in context.reading.actors if cell.contains(m.span) and m.parties])
    named += [p for place in context.reading.places if cell.contains(place.span) and (p := as_participant(place)) is not None]
    foreign = [p for p in named if p.party.country and p.party.country not in own]
    return foreign[:1] if len(countries(foreign)) == 1 else []


def _status(row: Row, date: StatedDate, reading: Reading) -> Status:
    published, first = reading.document.published, date.edtf.earliest
    if undone().search(row.sentence.span.of(reading.document.text)) is not None:
        return Status.DENIED
    if published is not None and published.latest is not None and first is not None and first > published.latest:
        return Status.PLANNED
    return Status.HAPPENED
