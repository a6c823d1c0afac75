"""From the statements that a record holds to its facts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from detente.model.document import Document
from detente.model.fact import Discrepancy, Fact
from detente.pipeline.rebuilding import rebuild
from detente.pipeline.rulings import constraints_of, decided_since, decisions, locate
from detente.pipeline.updating import worked_out
from detente.reconcile.cases import DocumentInfo
from detente.reconcile.copies import groups
from detente.reconcile.reconciling import reconcile
from detente.reconcile.rulings import OUTLET
from detente.store.base import Outdated, Record, State
from detente.store.sqlite import create_sqlite

Derived = tuple[tuple[Fact, ...], tuple[Discrepancy, ...], list[tuple[str, ...]]]

Anew = tuple[Iterable[Fact], Iterable[Discrepancy], Sequence[tuple[str, ...]]]

Told = tuple[tuple[Fact, ...], tuple[Discrepancy, ...]]

IN_MEMORY = 20_000
"""Statements of which everything is worked out in memory when it is only looked at."""

MUCH = 0.3
"""Where more than this share of the documents is new or gone, everything is made anew: that is quicker then."""


def reconcile_record(record: Record, parties: Sequence[str], known_on: str | None = None, published_by: str | None = None) -> Derived:
    """Facts, discrepancies and groups of copies, from what the record holds (at the end of the day ``known_on``).

    ``published_by`` leaves out what was published after the end of that day, or nobody knows when. Everything is worked out anew, in
    memory; ``bring_up_to_date`` comes to the same.
    """
    held = [d for d in record.documents(known_on) if published_by is None or _out_by(d, published_by)]
    chosen = {d.sha256 for d in held}
    copies = groups({document: runs for document, runs in record.sketches(known_on).items() if document in chosen})
    lead = {document: group[0] for group in copies for document in group}
    received: dict[str, str] = {}
    for holding in record.holdings():
        received[holding.document] = min(received.get(holding.document, holding.since), holding.since)
    documents = {d.sha256: DocumentInfo(d.sha256, d.published, received.get(d.sha256, ""), lead.get(d.sha256, d.sha256)) for d in held}
    reconciled = reconcile(
        (s for s in record.statements(known_on) if s.document in chosen), documents, parties, constraints_of(record, known_on)
    )
    return reconciled.facts, reconciled.discrepancies, copies


@contextmanager
def made_anew(record: Record) -> Iterator[Anew]:
    """Facts and discrepancies, each by identifier, and groups of copies, worked out from what the record holds now.

    Of a large record that is done in a copy of its file, so that memory stays bounded: the folder for temporary files must have room.
    """
    if record.counts()["statement"] <= IN_MEMORY:
        yield reconcile_record(record, record.parties)
        return
    with TemporaryDirectory() as folder:
        path = Path(folder) / "anew.detente"
        record.copy_to(path)
        with create_sqlite(path, ()) as copy:
            bring_up_to_date(copy, anew=True)
            yield copy.facts(), copy.discrepancies(), copy.groups()


def as_known(record: Record, known_on: str | None, published_by: str | None = None) -> tuple[tuple[Fact, ...], tuple[Discrepancy, ...]]:
    """The facts and discrepancies of ``reconcile_record``, by identifier: those held where they are the same, else with what changes when
    the documents that came since are taken out again. Only where that is most of the record everything is worked out anew."""
    outdated = record.outdated(known_on)
    changed = len(outdated.come) + len(outdated.gone)
    log = list(record.rulings())
    if published_by is not None or changed > MUCH * outdated.reflected or not outdated.reflected or (log and known_on is not None):
        facts, discrepancies, _ = reconcile_record(record, record.parties, known_on, published_by)
        return facts, discrepancies
    if not changed:
        return tuple(record.facts()), tuple(record.discrepancies())
    change = worked_out(record, record.parties, outdated.come, outdated.gone, constraints_of(record, known_on), "")
    gone, silent = set(change.facts_gone), set(change.discrepancies_gone)
    facts = tuple(sorted([*(f for f in record.facts() if f.id not in gone), *change.facts], key=lambda fact: fact.id))
    stays = [d for d in record.discrepancies() if d.id not in silent]
    return facts, tuple(sorted([*stays, *change.discrepancies], key=lambda discrepancy: discrepancy.id))


def differing(record: Record, moment: str) -> tuple[Told, Told]:
    """(then, now): the facts and discrepancies that were otherwise when the record held what it held at ``moment``, and those that are
    otherwise now. What is the same in both is in neither."""
    outdated = record.outdated(moment)
    changed = len(outdated.come) + len(outdated.gone)
    if changed > MUCH * outdated.reflected or next(record.rulings(), None) is not None:
        return apart(as_known(record, moment), (tuple(record.facts()), tuple(record.discrepancies())))
    change = worked_out(record, record.parties, outdated.come, outdated.gone, constraints_of(record, moment), "")
    now = tuple(record.get_facts(change.facts_gone).values()), record.get_discrepancies(change.discrepancies_gone)
    return apart((change.facts, change.discrepancies), now)


def apart(then: Told, now: Told) -> tuple[Told, Told]:
    """Both without the facts and discrepancies that they share."""
    facts = {fact.id: fact for fact in then[0]}
    discrepancies = {discrepancy.id: discrepancy for discrepancy in then[1]}
    same = {fact.id for fact in now[0] if facts.get(fact.id) == fact} | {d.id for d in now[1] if discrepancies.get(d.id) == d}

    def rest(told: Told) -> Told:
        return tuple(f for f in told[0] if f.id not in same), tuple(d for d in told[1] if d.id not in same)

    return rest(then), rest(now)


def bring_up_to_date(record: Record, at: str = "", anew: bool = False, step: Callable[[int, int], None] | None = None) -> bool:
    """Make the record's facts reflect the documents and rulings that it holds, in one transaction; answers whether all were made anew.

    Only what was touched since the last time is worked out, unless much was, or ``anew`` asks for everything. ``at`` is when this build
    takes place: facts that were there before it and change their identifier are noted.
    """
    with record.together():  # nobody's file or ruling comes between what is read and what is written
        return _brought_up_to_date(record, at, anew, step or _silent)


def _brought_up_to_date(record: Record, at: str, anew: bool, step: Callable[[int, int], None]) -> bool:
    outdated = record.outdated()
    last, applied = record.last_rulings()
    if not anew and not outdated.come and not outdated.gone and last == applied:
        return False
    ruled = constraints_of(record)
    if anew or len(outdated.come) + len(outdated.gone) > MUCH * outdated.reflected:
        everything = _all_states(record)
        rebuild(record, record.parties, everything, ruled, last, step)
        return True
    come = [*outdated.come, *_ruled(record, outdated, applied)] if last else list(outdated.come)
    change = worked_out(record, record.parties, come, outdated.gone, ruled, at)
    record.apply(replace(change, ruled=last))
    return False


def _all_states(record: Record) -> list[State]:
    received: dict[str, str] = {}
    for holding in record.holdings():
        received[holding.document] = min(received.get(holding.document, holding.since), holding.since)
    return [State(d.sha256, d.published, received.get(d.sha256, "")) for d in record.documents()]


def _ruled(record: Record, outdated: Outdated, applied: str) -> Iterable[State]:
    """The documents of which rulings may now ask something else: where no document changed, what the latest rulings are about and all that
    hangs together with that by rulings; else, since any ruling may have been found again elsewhere, what rulings have ever been about.
    An outlet is never found elsewhere: what it brought is looked at only when it was just graded.
    """
    log = list(record.rulings())
    found = locate(record, decisions(log))
    late = decided_since(log, applied, found)
    some = found if outdated.come or outdated.gone else late
    names = {name for one in some for name in (*one.now, *one.ruling.subjects) if name is not None}
    said = record.get_statements(names)
    documents = {statement.document for statement in said.values()} | (names - said.keys())
    outlets = {name for one in late for name in one.ruling.subjects if name.startswith(OUTLET)}
    documents.update(document for name in outlets for document in record.of_outlet(name.removeprefix(OUTLET)))
    fresh = {state.document for state in outdated.come} | set(outdated.gone)
    return record.states(sorted(documents - fresh)).values()


def _out_by(document: Document, day: str) -> bool:
    """Whether ``document`` had surely been published at the end of ``day``."""
    return document.published is not None and document.published.latest is not None and document.published.latest.isoformat() <= day


def _silent(done: int, total: int) -> None:
    """Say nothing."""
