"""Documents, statements and facts as rows of tables and back. Lists of columns stand here and nowhere else."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import fields
from functools import lru_cache
from typing import Any, get_type_hints, overload

from detente.model.document import Block, Document
from detente.model.edtf import Edtf
from detente.model.fact import Discrepancy, Fact, Reason, Support
from detente.model.folding import fold
from detente.model.span import Span
from detente.model.statement import Statement
from detente.store.codec import cell, cell_decoder, decoder, dumps, itself, loads


class Columns:
    """The columns of one kind of record: its fields, each in a cell of its own."""

    def __init__(self, kind: type, leave_out: frozenset[str] = frozenset()) -> None:
        hints = get_type_hints(kind)
        self.names = tuple(f.name for f in fields(kind) if f.name not in leave_out)
        decoders = [(number, name, cell_decoder(hints[name])) for number, name in enumerate(self.names)]
        self._decoders = tuple((number, name, decode) for number, name, decode in decoders if decode is not itself)

    def row(self, record: object) -> tuple[Any, ...]:
        """The cells of ``record``, in the order of ``names``."""
        return tuple(cell(getattr(record, name)) for name in self.names)

    def values(self, row: Sequence[Any]) -> dict[str, Any]:
        """The fields of a record by name; cells past the last name are left alone."""
        found = dict(zip(self.names, row, strict=False))
        for number, name, decode in self._decoders:
            found[name] = decode(row[number])
        return found


class Blocks(Sequence[Block]):
    """The blocks of a document as a cell holds them: of a long document hardly more than one is looked at, and only those are made."""

    def __init__(self, cell: str) -> None:
        self._held: list[Any] = json.loads(cell)

    def __len__(self) -> int:
        return len(self._held)

    @overload
    def __getitem__(self, place: int) -> Block: ...

    @overload
    def __getitem__(self, place: slice) -> Sequence[Block]: ...

    def __getitem__(self, place: int | slice) -> Block | Sequence[Block]:
        if isinstance(place, slice):
            return [_block(held) for held in self._held[place]]
        made: Block = _block(self._held[place])
        return made


_block = decoder(Block)

DOCUMENT = Columns(Document, frozenset({"path"}))
STATEMENT = Columns(Statement, frozenset({"span"}))
FACT = Columns(Fact, frozenset({"supports"}))
DISCREPANCY = Columns(Discrepancy)

STATEMENT_COLUMNS = (*STATEMENT.names, "start", "stop", "earliest", "latest")
FACT_COLUMNS = (*FACT.names, "earliest", "latest")


def columns(names: Sequence[str]) -> str:
    """``names`` as SQL."""
    return ", ".join(f'"{name}"' for name in names)


def holes(names: Sequence[object]) -> str:
    """As many question marks."""
    return ", ".join("?" for _ in names)


def document_from(row: Sequence[Any], path: str | None) -> Document:
    """The document of a row in the order of ``DOCUMENT``, held under ``path``."""
    return Document(path=path, **DOCUMENT.values(row))


def statement_row(statement: Statement) -> tuple[Any, ...]:
    """In the order of ``STATEMENT_COLUMNS``."""
    ends = _ends(statement.date.edtf if statement.date else None)
    return (*STATEMENT.row(statement), statement.span.start, statement.span.end, *ends)


def statement_from(row: Sequence[Any]) -> Statement:
    """The statement of a row in the order of ``STATEMENT_COLUMNS``."""
    start, stop = row[len(STATEMENT.names)], row[len(STATEMENT.names) + 1]
    return Statement(span=Span(start, stop), **STATEMENT.values(row))


def fact_row(fact: Fact) -> tuple[Any, ...]:
    """In the order of ``FACT_COLUMNS``."""
    return (*FACT.row(fact), *_ends(fact.date))


def fact_from(row: Sequence[Any], supports: Iterable[tuple[str, str]]) -> Fact:
    """The fact of a row in the order of ``FACT_COLUMNS`` with its (statement, reasons) pairs."""
    held = tuple(Support(statement, _reasons(reasons)) for statement, reasons in supports)
    return Fact(supports=held, **FACT.values(row))


def support_row(support: Support) -> tuple[str, str]:
    """A support's statement and its reasons as JSON."""
    return support.statement, dumps(support.reasons)


def statement_words(statement: Statement) -> str:
    """What a search for a statement looks in: its quote and the names it was resolved to."""
    people = [p.party.name for p in (*statement.source, *statement.target, *statement.persons)]
    named = [statement.object, statement.series, statement.level, statement.reporter, *(p.name for p in statement.places)]
    return fold(" ".join([statement.quote, *people, *(n for n in named if n), statement.kind.replace("_", " ")]))


def document_words(title: str | None, text: str) -> str:
    """What a search for a document looks in."""
    return fold(f"{title or ''} {text}")


@lru_cache(maxsize=16384)
def _reasons(text: str) -> tuple[Reason, ...]:
    return () if text == "[]" else loads(text, tuple[Reason, ...])


def _ends(edtf: Edtf | None) -> tuple[str | None, str | None]:
    if edtf is None:
        return None, None
    return (edtf.earliest.isoformat() if edtf.earliest else None), (edtf.latest.isoformat() if edtf.latest else None)
