"""The pages of events, batch by batch so that a large record needs no more memory than a small one, with what data files take of each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from detente.ask.catalog import Entry
from detente.ask.evidence import Library
from detente.ask.registers import Register, registers_of, verdicts
from detente.ask.views import ChronologyLine, RegisterVerdict
from detente.model.fact import Fact
from detente.publish.data import plain
from detente.rules.codebook import codebook
from detente.store.base import Record
from detente.web.edition import Edition
from detente.web.page import Page
from detente.web.pages.event import Event
from detente.web.site.gate import Gate
from detente.web.snapshot import Snapshot

BATCH = 200
"""Facts whose evidence is held at a time."""


@dataclass(frozen=True, slots=True)
class Told:
    """A fact's page and its line, both as they may be published."""

    page: Page
    body: Event
    line: ChronologyLine


def told(record: Record, snapshot: Snapshot, gate: Gate) -> Iterator[Told]:
    """Every published fact in order of time."""
    entries = snapshot.catalog.entries
    registers = registers_of(record)
    for start in range(0, len(entries), BATCH):
        library = Library(record)
        batch = entries[start : start + BATCH]
        touching = {d.id: d for entry in batch for d in snapshot.discrepancies_of.get(entry.fact.id, ())}
        library.fetch([entry.fact for entry in batch], list(touching.values()))
        for number, entry in enumerate(batch, start):
            yield _told(record, snapshot, gate, library, registers, entry, number)


def _told(
    record: Record, snapshot: Snapshot, gate: Gate, library: Library, registers: tuple[Register, ...], entry: Entry, number: int
) -> Told:
    fact, entries = entry.fact, snapshot.catalog.entries
    found = (library.conflict(d) for d in snapshot.discrepancies_of.get(fact.id, ()))
    body: Event = gate.pass_on(
        Event(
            fact=fact,
            entry=entry,
            kind=codebook().kinds.get(fact.kind),
            evidence=library.of(fact),
            conflicts=tuple(conflict for conflict in found if conflict is not None),
            registers=tuple(_shorter(v, gate) for v in verdicts(record, fact, library, registers)) if registers else (),
            rulings=(),
            fields=(),
            before=entries[number - 1].fact if number else None,
            after=entries[number + 1].fact if number + 1 < len(entries) else None,
        )
    )
    return Told(Page("chronology", "event.page.html", fact.title, body), body, ChronologyLine(fact, body.evidence, body.conflicts))


def _shorter(said: RegisterVerdict, gate: Gate) -> RegisterVerdict:
    return replace(said, rows=tuple(map(gate.evidence, said.rows)))


def as_data(told: Told, edition: Edition) -> dict[str, Any]:
    """A fact with all that is published of it: what ``event/ID.json`` holds."""
    body = told.body
    return {
        "id": body.fact.id,
        "page": edition.address(f"event/{body.fact.id}.html"),
        "edition": about(edition),
        "citation": plain(edition.cite(body.fact)),
        "fact": plain(body.fact),
        "codes": _codes(body),
        "evidence": plain(body.evidence),
        "discrepancies": plain(body.conflicts),
        "registers": plain(body.registers),
        "before": _id(body.before),
        "after": _id(body.after),
    }


def about(edition: Edition) -> dict[str, Any]:
    """What every data file says of the edition that it is from."""
    work = edition.work
    return {
        "title": work.title,
        "version": work.version,
        "date": work.day or None,
        "made_by": work.tool,
        "publisher": work.publisher or None,
        "licence": work.licence or None,
        "address": work.address or None,
        "quotes_cut_to": edition.quote_limit,
    }


def _codes(body: Event) -> dict[str, Any]:
    entry, kind = body.entry, body.kind
    return {
        "plover": entry.plover if entry else None,
        "cameo": kind.cameo if kind else None,
        "goldstein": kind.goldstein if kind else None,
        "quadrant": entry.tone.value if entry else None,
        "certainty": entry.certainty if entry else None,
    }


def _id(fact: Fact | None) -> str | None:
    return fact.id if fact is not None else None
