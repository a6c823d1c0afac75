"""What a record keeps of its registers beside their documents: kind, definition, counts and the rows that could not be used."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator

from detente.model.register import RegisterEntry, RowProblem
from detente.store.opening import held_on

PREFIX = "register:"
"""What the path begins with under which a register's document is held: adding one anew takes the place of the old."""

_COLUMNS = 'name, kind, path, document, definition, "read", kept, elsewhere, problems, first, last'


def path_of(name: str) -> str:
    """The path under which the register ``name`` is held."""
    return f"{PREFIX}{name}"


def read(connection: sqlite3.Connection, known_on: str | None = None) -> Iterator[RegisterEntry]:
    """The registers held (at the end of the day ``known_on``), by name. A record of an older schema holds none."""
    held, values = held_on(known_on)
    select = (
        f"SELECT {_COLUMNS}, (SELECT min(h.since) FROM holding h WHERE h.document = r.document AND h.path = ? || r.name) "  # noqa: S608 - our own words
        f"FROM register r WHERE document IN ({held}) AND EXISTS (SELECT 1 FROM holding h WHERE h.document = r.document "
        "AND h.path = ? || r.name) ORDER BY name, document"
    )
    try:
        found = connection.execute(select, (PREFIX, *values, PREFIX)).fetchall()
    except sqlite3.OperationalError:  # no such table: the record is older than registers
        return
    for name, kind, path, document, definition, count, kept, elsewhere, problems, first, last, since in found:
        yield RegisterEntry(
            name=name,
            kind=kind,
            path=path,
            document=document,
            definition=definition,
            read=count,
            kept=kept,
            elsewhere=elsewhere,
            problems=tuple(RowProblem(*problem) for problem in json.loads(problems)),
            first=first,
            last=last,
            since=since or "",
        )


def note(connection: sqlite3.Connection, entry: RegisterEntry) -> None:
    """Keep what is known of a register. It counts as held from when its document is."""
    cells = (
        entry.name,
        entry.kind,
        entry.path,
        entry.document,
        entry.definition,
        entry.read,
        entry.kept,
        entry.elsewhere,
        json.dumps([(problem.place, problem.reason) for problem in entry.problems], ensure_ascii=False),
        entry.first,
        entry.last,
    )
    holes = ", ".join("?" for _ in cells)
    connection.execute(f"INSERT OR REPLACE INTO register ({_COLUMNS}) VALUES ({holes})", cells)  # noqa: S608 - question marks only
