"""All facts of a record made anew, a block at a time, so that memory is bounded by the largest block and not by the record."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice

from detente.pipeline.pool import row_of
from detente.pipeline.updating import make
from detente.reconcile.blocking import entry, registered
from detente.reconcile.cases import Case, DocumentInfo
from detente.reconcile.copies import COMMON, ENOUGH, enough, joined
from detente.reconcile.discrepancies import between, within
from detente.reconcile.reconciling import names, prepared, put_together
from detente.reconcile.rulings import Constraints
from detente.store.base import Change, Record, State

CHUNK = 2000
"""Documents whose statements are made ready at a time."""

Step = Callable[[int, int], None]


def rebuild(record: Record, parties: Sequence[str], states: Sequence[State], ruled: Constraints, last: str, step: Step) -> None:
    """Make everything derived anew from the documents ``states``, in one transaction. ``step`` is told of each block (done, of all)."""
    with record.together():
        record.clear()
        known = _with_copies(record, states)
        _make_ready(record, parties, known, ruled)
        whole = _together(record, parties, ruled)
        for number, blocks in enumerate(whole):
            step(number, len(whole))
            _make_facts(record, parties, {state.document: state for state in known}, blocks, ruled)
        record.apply(Change(ruled=last))
        step(len(whole), len(whole))


def _with_copies(record: Record, states: Sequence[State]) -> list[State]:
    """The documents with the leads of their groups, which the record finds among its runs, once these are written."""
    lengths: dict[str, int] = {}
    for chunk in _chunks(states):
        sketches = record.sketches_of(state.document for state in chunk)
        lengths |= {document: len(runs) for document, runs in sketches.items()}
        record.apply(Change(sketches=sketches))
    pairs = [(one, other) for one, other, runs in record.sharing(ENOUGH, COMMON) if enough(runs, lengths[one], lengths[other])]
    copies = joined(lengths, pairs)
    lead = {document: group[0] for group in copies for document in group}
    record.apply(Change(groups=tuple(copies)))
    return [replace(state, lead=lead.get(state.document, state.document)) for state in states]


def _chunks(states: Iterable[State]) -> Iterator[list[State]]:
    waiting = iter(states)
    while chunk := list(islice(waiting, CHUNK)):
        yield chunk


def _make_ready(record: Record, parties: Sequence[str], states: Sequence[State], ruled: Constraints) -> None:
    codes = frozenset(parties)
    for chunk in _chunks(states):
        cases = [
            case
            for state in chunk
            for statement in record.statements_of(state.document)
            for case in prepared(statement, _info(state), codes, ruled)
        ]
        numbers = record.numbers(case.statement.id for case in cases)
        entries = [entry(case) for case in cases]
        rows = [row_of(own, case, numbers[case.statement.id], 0) for own, case in zip(entries, cases, strict=True)]
        record.apply(
            Change(
                states=tuple(chunk),
                ready=tuple(rows),
                tokens=tuple(sorted((key, row.number) for row, own in zip(rows, entries, strict=True) for key in registered(own))),
            )
        )


def _together(record: Record, parties: Sequence[str], ruled: Constraints) -> list[list[str]]:
    """Blocks that are decided in one go: those of one series in several units, and those of which a person put statements together or read
    one as if it stood in the other."""
    blocks = record.blocks()
    lead = {block: _series(block) for block in blocks}
    ties = [*ruled.groups, *((name,) for name in sorted(ruled.edits))]
    for tie in ties:
        tied = sorted({lead.setdefault(block, _series(block)) for block in _blocks_of(record, parties, tie)})
        lead = {block: tied[0] if own in tied else own for block, own in lead.items()}
    found: dict[str, list[str]] = {}
    for block in blocks:
        found.setdefault(lead[block], []).append(block)
    return list(found.values())


def _series(block: str) -> str:
    """What the blocks of one series in several units share; any other block itself."""
    return block.rpartition("|")[0] or block


def _blocks_of(record: Record, parties: Sequence[str], told: Sequence[str]) -> Iterator[str]:
    """The blocks in which these statements stand, and in which they would stand if nobody read them otherwise."""
    yield from (row.block for row in record.ready_by(told))
    said = record.get_statements(told)
    states = record.states(statement.document for statement in said.values())
    for statement in said.values():
        if statement.document in states:
            info = _info(states[statement.document])
            yield from (entry(case).block for case in prepared(statement, info, frozenset(parties)))


def _make_facts(record: Record, parties: Sequence[str], known: dict[str, State], blocks: Sequence[str], ruled: Constraints) -> None:
    codes = frozenset(parties)
    numbers: dict[str, int] = {}

    def cases() -> Iterator[Case]:
        for number, statement in record.statements_in(blocks):
            numbers[statement.id] = number
            yield from prepared(statement, _info(known[statement.document]), codes, ruled)

    found = put_together(cases(), ruled)
    made = make(found, names(found), ruled)
    members = {name: group.cases for name, group in made.groups.items()}
    disagreeing = [d for name in sorted(members) for d in within(made.facts[name], members[name])]
    disagreeing += between(members, members)
    leads: dict[int, int] = {}
    parts = []
    for group in found:
        lead = leads.setdefault(group.part, numbers[group.founder.statement.id])
        parts += [(numbers[case.statement.id], lead) for case in group.cases]
    record.apply(
        Change(
            parts=tuple(parts),
            facts=tuple(made.facts[name] for name in sorted(made.facts)),
            points=tuple(made.points(sorted(made.facts))),
            discrepancies=tuple(disagreeing),
        )
    )


def _info(state: State) -> DocumentInfo:
    return DocumentInfo(state.document, state.published, state.received, state.lead)
