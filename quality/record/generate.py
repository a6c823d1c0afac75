"""A large record with the shapes of real ones, made through the record's own interface.

usage: python -m quality.record.generate FILE [--statements N] [--seed N] [--no-facts]

One that was stopped goes on where it was when it is called again in the same way; the facts are made last, in one go.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from hashlib import sha256
from itertools import islice
from pathlib import Path
from random import Random

from detente.model.calendar import from_ordinal
from detente.model.document import Block, BlockKind, Document, Layout, PublishedBasis
from detente.model.edtf import Edtf
from detente.model.identity import statement_id
from detente.model.mention import Bound, Party, PlaceMention
from detente.model.reading import Extraction
from detente.model.span import Span
from detente.model.statement import FactKind, Participant, StatedDate, Statement, Status
from detente.pipeline.reconciling import bring_up_to_date
from detente.reconcile.copies import sketch
from detente.rules.actors import country_names
from detente.store.base import FileEntry, Outcome, Record, Run, TakenFile
from detente.store.sqlite import create_sqlite
from quality.record.world import FIGURES, FIRST, HELD, LAST, PARTIES, TOLD_AGAIN, Happening, World

EACH = 20
"""Statements in a document."""

ABOUT = 0.6
"""Share of what is told that is about the two parties: documents about a pair tell of others too."""

AT = "2025-01-01T00:00:00Z"
PUT = 500
"""Documents put in one transaction."""

STATUSES = (Status.HAPPENED,) * 16 + (Status.PLANNED, Status.PLANNED, Status.DENIED, Status.ONGOING)


class Writer:
    """Writes documents about a world."""

    def __init__(self, world: World, seed: int, folder: str = "made") -> None:
        self._world = world
        self._folder = folder
        self._chance = Random(seed)

    def documents(self) -> Iterator[Extraction]:
        """Document after document, without end. One in forty is a copy of the one before with a line of its own."""
        number, last = 0, ""
        while True:
            number += 1
            told = self._chance.random()
            day = self._world.day()
            lines = self._lines(day)
            if told < 0.025 and last:
                yield self._written(number, f"{last} Copy {number}.", [], day)
                continue
            yield self._written(number, "", lines, day)
            last = " ".join(text for text, _ in lines)

    def _lines(self, day: int) -> list[tuple[str, Happening | tuple[int, int]]]:
        lines: list[tuple[str, Happening | tuple[int, int]]] = []
        for _ in range(EACH):
            if self._chance.random() < FIGURES:
                point = (self._chance.randrange(len(self._world.series)), from_ordinal(day).year - self._chance.randrange(12))
                lines.append((self._figure(*point), point))
            else:
                one = self._told_of(day)
                lines.append((self._sentence(one), one))
        return lines

    def _told_of(self, day: int) -> Happening:
        """Mostly what happened lately, sometimes something long ago, now and then what everybody recalls."""
        if self._chance.random() < TOLD_AGAIN:
            return self._chance.choice(self._world.seldom)
        if self._chance.random() < HELD:
            return self._chance.choice(self._world.tenures)
        held = self._world.happenings
        share = (day - FIRST) / (LAST - FIRST)
        place = int(len(held) * share ** (1 / 0.45) * 1.0) if self._chance.random() < 0.8 else self._chance.randrange(len(held))
        return held[min(max(place + self._chance.randint(-40, 10), 0), len(held) - 1)]

    def _sentence(self, one: Happening) -> str:
        kept = [word for word in one.topic if self._chance.random() < 0.7]
        words = kept + [self._chance.choice(self._world.words) for _ in range(6)]
        self._chance.shuffle(words)
        return f"{' '.join([*(name for name, _ in one.persons), *words, one.object, one.place]).strip().capitalize()}."

    def _figure(self, series: int, year: int) -> str:
        words = " ".join(self._chance.choice(self._world.words) for _ in range(4))
        return f"{self._world.series[series].capitalize()} came to {self._world.value(series, year)} million in {year}, {words}."

    def _written(self, number: int, text: str, lines: list[tuple[str, Happening | tuple[int, int]]], day: int) -> Extraction:
        whole = text or " ".join(line for line, _ in lines)
        digest = sha256(f"{number} {whole}".encode()).hexdigest()
        date = Edtf.parse(from_ordinal(day).isoformat())
        blocks = (Block(Span(0, len(whole)), BlockKind.PARAGRAPH, paragraph=1),)
        document = Document(
            id=digest[:16],
            path=f"{self._folder}/{number:07}.txt",
            sha256=digest,
            text=whole,
            title=whole[:60],
            outlet=f"paper{number % 40}.example",
            published=date,
            published_basis=PublishedBasis.GIVEN,
            blocks=blocks,
        )
        said, start = [], 0
        for line, what in lines:
            span = Span(start, start + len(line))
            said.append(
                self._event(document, span, line, what) if isinstance(what, Happening) else self._point(document, span, line, *what)
            )
            start += len(line) + 1
        return Extraction(document, Layout(blocks, ()), (), tuple(said))

    def _event(self, document: Document, span: Span, line: str, one: Happening) -> Statement:
        named = one.persons if one.office or self._chance.random() < 0.6 else ()
        date = self._date(one.day)
        return Statement(
            id=statement_id(document.sha256, one.fact, one.kind, span),
            document=document.sha256,
            fact=one.fact,
            kind=one.kind,
            span=span,
            quote=line,
            rule="made",
            confidence=1.0,
            source=_sides(one.source, span),
            target=_sides(one.target, span),
            persons=tuple(Participant(Party(name, code, one.office), span) for name, code in named),
            places=(PlaceMention(span, one.place, None),) if one.place else (),
            date=StatedDate(date, "stated", span) if date else None,
            status=self._chance.choice(STATUSES),
            object=one.object or None,
            due=Edtf.parse(str(from_ordinal(one.day).year + 2)) if one.fact is FactKind.COMMITMENT else None,
        )

    def _point(self, document: Document, span: Span, line: str, series: int, year: int) -> Statement:
        name, value = self._world.series[series], self._world.value(series, year)
        return Statement(
            id=statement_id(document.sha256, FactKind.INDICATOR, "figure", span, name, value),
            document=document.sha256,
            fact=FactKind.INDICATOR,
            kind="figure",
            span=span,
            quote=line,
            rule="made",
            confidence=1.0,
            source=_sides(PARTIES, span),
            target=_sides(PARTIES, span),
            date=StatedDate(Edtf.parse(str(year)), "stated", span),
            series=name,
            value=value if self._chance.random() < 0.9 else round(value * 1.2),
            unit="USD",
            bound=Bound.EXACT,
            reporter=self._chance.choice((None, None, "Customs", "Census Bureau")),
        )

    def _date(self, day: int) -> Edtf | None:
        """The day, the month or the year, or nothing, as often as in real texts."""
        form = self._chance.random()
        text = from_ordinal(day).isoformat()
        return None if form < 0.45 else Edtf.parse(text if form < 0.72 else text[:7] if form < 0.83 else text[:4])


def fill(record: Record, documents: Iterator[Extraction], number: int, at: str = AT) -> None:
    """Put so many documents into ``record``."""
    left = number
    while left > 0:
        with record.together():
            for extraction in islice(documents, min(left, PUT)):
                document = extraction.document
                entry = FileEntry(document.path or "", document.sha256, "made", Outcome.USED, documents=(document.sha256,))
                record.put_file(TakenFile(entry, (extraction,), (sketch(document.text),)), at)
        left -= PUT


def generate(path: Path, statements: int, seed: int = 1, facts: bool = True) -> None:
    """Make the record at ``path``, with its ``facts``; one that was stopped on the way, or made by an older detente, is gone on with."""
    with create_sqlite(path, PARTIES) as record:
        record.put_run(Run(AT, "0", "made", PARTIES))
        there = record.counts()["document"]
        if there < statements // EACH:
            writer = Writer(World(statements, ABOUT, seed), seed + 1)
            fill(record, islice(writer.documents(), there, None), statements // EACH - there)
        if facts:
            bring_up_to_date(record, AT)


def _sides(codes: tuple[str, ...], span: Span) -> tuple[Participant, ...]:
    return tuple(Participant(Party(country_names().get(code, code), code), span) for code in codes)


def main() -> None:
    """Make one from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--statements", type=int, default=1_000_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--no-facts", action="store_true", help="only the documents and what they say")
    given = parser.parse_args(sys.argv[1:])
    generate(given.file, given.statements, given.seed, not given.no_facts)


if __name__ == "__main__":
    main()
