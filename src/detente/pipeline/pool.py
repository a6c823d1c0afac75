"""Statements ready to be compared, looked up in a record when they are needed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from detente.model.statement import Statement
from detente.reconcile.blocking import Entry, in_reach, made, must_share, shares
from detente.reconcile.cases import Case, DocumentInfo
from detente.reconcile.reconciling import prepared
from detente.reconcile.rulings import Constraints
from detente.rules.merging import Family
from detente.store.base import Ready, Record, State

_BETWEEN = "\x1f"


class Pool:
    """The cases of one record as they are to be after an addition: ``states`` go before what the record knows of its documents."""

    def __init__(self, record: Record, parties: Sequence[str], ruled: Constraints, states: Mapping[str, State]) -> None:
        self._record = record
        self._parties = frozenset(parties)
        self._ruled = ruled
        self._states: dict[str, State] = dict(states)
        self._cases: dict[str, Case] = {}

    def said_in(self, document: str) -> Iterator[Case]:
        """The cases of one document."""
        yield from self._made(self._record.statements_of(document))

    def fetch(self, statements: Iterable[str]) -> dict[str, Case]:
        """Cases by the identifiers of their statements; what is about others is left out."""
        wanted = list(dict.fromkeys(statements))
        missing = [name for name in wanted if name not in self._cases]
        if missing:
            list(self._made(self._record.get_statements(missing).values()))
        return {name: self._cases[name] for name in wanted if name in self._cases}

    def of(self, rows: Iterable[Ready]) -> dict[str, Case]:
        """The cases of ``rows``, by the identifiers of their statements; what is about others is left out."""
        wanted = list(rows)
        missing = [row.number for row in wanted if row.statement not in self._cases]
        if missing:
            list(self._made(self._record.numbered(missing).values()))
        return {row.statement: self._cases[row.statement] for row in wanted if row.statement in self._cases}

    def _made(self, statements: Iterable[Statement]) -> Iterator[Case]:
        held = list(statements)
        unknown = sorted({s.document for s in held} - self._states.keys())
        self._states.update(self._record.states(unknown))
        for statement in held:
            state = self._states.get(statement.document)
            if state is None:
                continue
            known = DocumentInfo(state.document, state.published, state.received, state.lead)
            for case in prepared(statement, known, self._parties, self._ruled):
                self._cases[statement.id] = case
                yield case


def entry_of(row: Ready) -> Entry:
    """An entry as the record keeps it."""
    said = (frozenset(row.persons.split()), _marks(row.marks), frozenset(row.words.split()))
    return made(row.block, row.band, row.low, row.high, said)


def is_near(own: Entry, row: Ready, family: Family, days_apart: int) -> bool:
    """Whether the statement of ``row`` can be worth comparing with ``own``: told from its cells, of which most cannot."""
    if not in_reach(own, row, days_apart):
        return False
    return not must_share(own, row, family) or shares(own, row.persons.split(), _marks(row.marks), row.words.split())


def row_of(entry: Entry, case: Case, number: int, part: int) -> Ready:
    """What the record is to keep of a case."""
    return Ready(
        number=number,
        statement=case.statement.id,
        document=case.statement.document,
        block=entry.block,
        band=entry.band,
        low=entry.low,
        high=entry.high,
        part=part,
        persons=" ".join(sorted(entry.persons)),
        marks=_BETWEEN.join(sorted(entry.marks)),
        words=" ".join(sorted(entry.words)),
    )


def _marks(text: str) -> frozenset[str]:
    return frozenset(text.split(_BETWEEN)) if text else frozenset()
