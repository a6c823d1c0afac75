"""Registers into a record and out of it: read the rows, keep those that are about the two parties, reconcile."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from detente.extract.registers import RowError, days_of, row_statements
from detente.model.document import Block, BlockKind, Document, Layout
from detente.model.errors import RecordError, UsageError
from detente.model.reading import Extraction
from detente.model.register import MEDIA_TYPE, Contents, RegisterEntry, Row, RowProblem
from detente.model.span import Span
from detente.model.statement import FactKind, Statement
from detente.pipeline.building import COMPACT_BELOW, arrival
from detente.pipeline.reconciling import bring_up_to_date
from detente.pipeline.taking import shown
from detente.read.registers import read_register
from detente.reconcile.selection import concerns
from detente.rules.fingerprint import fingerprint
from detente.rules.registers import RegisterKind, mapped_kind, register_kind
from detente.store.base import FileEntry, Outcome, Record, TakenFile
from detente.store.locking import only_build
from detente.store.registers import path_of
from detente.store.sqlite import create_sqlite

_NAME = re.compile(r"[a-z0-9][a-z0-9._-]{0,63}\Z")


@dataclass(frozen=True, slots=True)
class RegisterReport:
    """What became of a register's rows. ``entry.read == entry.kept + entry.elsewhere + len(entry.problems)``."""

    entry: RegisterEntry
    label: str
    statements: int
    facts: int
    """Facts that the record now holds."""
    replaced: bool
    """Whether a register of the same name was there before."""


def add_register(
    record: Path, kind: str, path: Path, *, name: str | None = None, mapping: Path | None = None, at: str | None = None
) -> RegisterReport:
    """Take the register at ``path`` into the record at ``record``, in the place of one of the same name.

    ``kind`` is a kind that is shipped, or with ``mapping`` the name of your own. A row that cannot be used is listed with its place and
    the reason, and the rest go on. Raises ReadError, DataError, UsageError and RecordError.
    """
    defined = mapped_kind(kind, mapping) if mapping is not None else register_kind(kind)
    called = name or kind
    if not _NAME.match(called):
        raise UsageError(f"{called!r} is no name for a register; use small letters, digits and hyphens")
    if not record.is_file():
        raise RecordError(f"{record}: there is no such record; make it first with: detente build FOLDER --between A B --record {record}")
    moment = arrival(at)
    contents = read_register(path, defined)
    with only_build(record), create_sqlite(record, ()) as held:
        others = [entry for entry in held.registers() if entry.document == contents.sha256 and entry.name != called]
        if others:
            raise UsageError(f"{path} is in the record already, as the register {others[0].name}")
        entry, extraction = _about(contents, defined, called, path, held.parties)
        replaced = any(known.name == called for known in held.registers())
        taken = FileEntry(path_of(called), contents.sha256, fingerprint(), Outcome.USED, documents=(contents.sha256,))
        held.put_register(entry, TakenFile(taken, (extraction,), ((),)), moment)
        _settle(held, record)
        facts = held.counts()["fact"]
    return RegisterReport(replace(entry, since=moment), defined.label, len(extraction.statements), facts, replaced)


def remove_register(record: Path, name: str, *, at: str | None = None) -> int:
    """Hold the register ``name`` no longer; what it said before ``at`` is still known on days before. Answers how many facts are left."""
    with only_build(record), create_sqlite(record, ()) as held:
        if all(entry.name != name for entry in held.registers()):
            known = ", ".join(entry.name for entry in held.registers()) or "none"
            raise UsageError(f"the record holds no register {name!r} (it holds: {known})")
        held.drop_file(path_of(name), arrival(at))
        _settle(held, record)
        return held.counts()["fact"]


def register_statements(rows: Iterable[Row], kind: RegisterKind, sha256: str = "") -> list[list[Statement]]:
    """What each row says that can be read, whomever it is about, each row at the place that it has in a text of all rows."""
    made = []
    start = 0
    for row in rows:
        try:
            made.append(row_statements(row, kind, sha256, start))
        except RowError:
            made.append([])
        start += len(row.text) + 1
    return made


def _longest(statements: Sequence[Statement]) -> list[Statement]:
    """Of rows that tell of one time in office, each seen a while longer than the one before, what the longest says."""
    ends: dict[tuple[object, ...], str] = {}
    for statement in statements:
        key = _term(statement)
        if key is not None:
            ends[key] = max(ends.get(key, ""), _end(statement))
    return [s for s in statements if (key := _term(s)) is None or _end(s) == ends[key]]


def _term(statement: Statement) -> tuple[object, ...] | None:
    if statement.fact is not FactKind.TENURE or statement.date is None or not statement.persons:
        return None
    sides = [tuple(p.party.country for p in side) for side in (statement.source, statement.target)]
    return statement.persons[0].party, *sides, statement.date.edtf.earliest


def _end(statement: Statement) -> str:
    last = statement.date.edtf.latest if statement.date else None
    return last.isoformat() if last else "~"


def _is_about(statement: Statement, parties: tuple[str, ...]) -> bool:
    """Whether a row's statement is about ``parties``; one that names two sides names both of them."""
    both = replace(statement, fact=FactKind.EVENT, persons=(), places=()) if statement.target else statement
    return concerns(both, parties)


def _settle(held: Record, record: Path) -> None:
    bring_up_to_date(held)
    if record.stat().st_size < COMPACT_BELOW:
        held.compact()


def _about(contents: Contents, kind: RegisterKind, name: str, path: Path, parties: tuple[str, ...]) -> tuple[RegisterEntry, Extraction]:
    """The rows about ``parties`` as a document with its statements, and the count of all rows."""
    text = f"{contents.header}\n" if contents.header else ""
    blocks: list[Block] = []
    statements: list[Statement] = []
    problems = list(contents.problems)
    days = [day for row in contents.rows for day in days_of(row, kind) if day]
    for row in contents.rows:
        try:
            made = row_statements(row, kind, contents.sha256, len(text))
        except RowError as error:
            if error.codes <= set(parties):
                problems.append(RowProblem(row.place, str(error)))
            continue
        made = [statement for statement in made if _is_about(statement, parties)]
        if made:
            blocks.append(Block(Span(len(text), len(text) + len(row.text)), BlockKind.TABLE_ROW, paragraph=len(blocks) + 1))
            statements += made
            text += f"{row.text}\n"
    statements = _longest(statements)
    document = Document(
        id=contents.sha256[:16],
        path=path_of(name),
        sha256=contents.sha256,
        text=text or "\n",
        title=kind.label,
        outlet=kind.authority or kind.label,
        language="en",
        media_type=f"{MEDIA_TYPE}; kind={kind.name}",
        blocks=tuple(blocks),
    )
    entry = RegisterEntry(
        name=name,
        kind=kind.name,
        path=shown(str(path)),
        document=contents.sha256,
        definition=kind.definition,
        read=len(contents.rows) + len(contents.problems),
        kept=len(blocks),
        elsewhere=len(contents.rows) + len(contents.problems) - len(blocks) - len(problems),
        problems=tuple(problems),
        first=kind.scope.first or min(days, default=None),
        last=kind.scope.last or max(days, default=None),
    )
    ordered = tuple(sorted(statements, key=lambda s: (s.span, s.fact, s.kind, s.id)))
    return entry, Extraction(document, Layout(tuple(blocks), ()), (), ordered)
