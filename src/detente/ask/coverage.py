"""Which source tells of which event and which leaves it out, who was first, and how the outlets of either side differ.

A source can leave out only what it could have told: what lies in the years that it goes through and was over when it came out; of a
register, what its own scope holds. An outlet is known by its name, its home by that name or its address; where neither tells, nobody
guesses.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from detente.ask.evidence import Library
from detente.ask.facts import chosen, known
from detente.ask.registers import Register, registers_of, verdicts
from detente.ask.views import EVERYTHING, DocumentSummary, Filters, Stance
from detente.model.fact import Fact
from detente.model.statement import Statement, Status
from detente.rules.outlets import home_of
from detente.store.base import Record

THIRD, UNKNOWN, OFFICIAL = "third", "", "register"
"""Sides besides the two parties: an outlet of another country, one of which nothing tells its home, an official list."""

_REAL = frozenset({Status.HAPPENED, Status.ONGOING})


@dataclass(frozen=True, slots=True)
class EventCoverage:
    """One event: which documents tell of it, which could have and do not, and which was first."""

    fact: Fact
    tells: tuple[str, ...]
    """Sums of documents."""
    omits: tuple[str, ...]
    first: tuple[str, ...]
    """The earliest published of those that tell it; several where they came out on one day, none where no date is known."""


@dataclass(frozen=True, slots=True)
class SourceCoverage:
    """How much of what it could have told one outlet or side tells. A document without an outlet stands for itself."""

    name: str
    side: str
    """A party's code, ``third``, ``register``, or empty where nothing tells."""
    documents: int
    within: int
    """Events within its time and scope."""
    told: int
    first: int
    """Of the told: those of which it was the first, or among the first, to report."""
    alone: int
    """Of the told: those that no other tells."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """The whole comparison."""

    parties: tuple[str, ...]
    documents: tuple[DocumentSummary, ...]
    outlets: tuple[SourceCoverage, ...]
    sides: tuple[SourceCoverage, ...]
    events: tuple[EventCoverage, ...]


@dataclass(frozen=True, slots=True)
class _Source:
    """One document as a source: from when to when it goes, and who brings it."""

    document: DocumentSummary
    outlet: str
    side: str
    first: str
    last: str
    register: Register | None = None


def coverage(record: Record, filters: Filters = EVERYTHING) -> Coverage:
    """Which source tells or omits which event. Only what happened, with a date, is asked for."""
    facts, _ = known(record, filters.known_on)
    events = [fact for fact in chosen(facts, filters) if fact.status in _REAL and fact.date is not None]
    said = record.get_statements(support.statement for fact in events for support in fact.supports)
    sources = _sources(record, said.values())
    rows = tuple(_event(record, fact, said, sources) for fact in events)
    outlets = _summed(rows, sources, {name: source.outlet for name, source in sources.items()})
    sides = _summed(rows, sources, {name: source.side for name, source in sources.items()})
    documents = tuple(sources[name].document for name in sorted(sources))
    return Coverage(parties=record.parties, documents=documents, outlets=outlets, sides=sides, events=rows)


def _sources(record: Record, said: Iterable[Statement]) -> Mapping[str, _Source]:
    registers = {register.entry.document: register for register in registers_of(record)}
    days: dict[str, list[str]] = defaultdict(list)
    for statement in said:
        date = statement.date.edtf if statement.date else None
        days[statement.document] += [end.isoformat() for end in (date.earliest, date.latest) if end] if date else []
    library = Library(record)
    found = {}
    for name, document in sorted(library.held.items()):
        register = registers.get(name)
        published = document.published.latest.isoformat() if document.published and document.published.latest else None
        told = sorted(days.get(name, ()))
        found[name] = _Source(
            document=document,
            outlet=_outlet(document, register),
            side=OFFICIAL if register else _side(home_of(document.outlet), record.parties),
            first=told[0] if told else "9999",
            last=published or (told[-1] if told else ""),
            register=register,
        )
    return found


def _outlet(document: DocumentSummary, register: Register | None) -> str:
    if register is not None:
        return f"register {register.entry.name}"
    return " ".join((document.outlet or "").split()) or document.title or document.id


def _side(home: str | None, parties: Sequence[str]) -> str:
    return UNKNOWN if home is None else home if home in parties else THIRD


def _event(record: Record, fact: Fact, said: Mapping[str, Statement], sources: Mapping[str, _Source]) -> EventCoverage:
    telling = {said[s.statement].document for s in fact.supports if s.statement in said}
    tells = tuple(sorted(name for name in telling if name in sources))
    lists = [source.register for source in sources.values() if source.register is not None]
    verdict = {v.register: v.stance for v in verdicts(record, fact, None, lists)} if lists else {}
    omits = tuple(name for name, source in sorted(sources.items()) if name not in telling and _could(source, fact, verdict))
    out = [(d.latest.isoformat(), name) for name in tells if (d := sources[name].document.published) is not None and d.latest is not None]
    first = min((day for day, _ in out), default=None)
    return EventCoverage(fact, tells, omits, tuple(name for day, name in out if day == first))


def _could(source: _Source, fact: Fact, verdict: Mapping[str, Stance]) -> bool:
    """Whether a source goes so far that it could have told of the event."""
    if source.register is not None:
        return verdict.get(source.register.entry.name) is Stance.SILENT
    if fact.date is None or fact.date.earliest is None or fact.date.latest is None:
        return False
    return source.first <= fact.date.earliest.isoformat() and fact.date.latest.isoformat() <= source.last


def _summed(rows: Sequence[EventCoverage], sources: Mapping[str, _Source], by: Mapping[str, str]) -> tuple[SourceCoverage, ...]:
    """The events summed by outlet or by side: what one of its documents tells, it tells."""
    members: dict[str, list[str]] = defaultdict(list)
    for name in sorted(sources):
        members[by[name]].append(name)
    found = [_sum(group, own, rows, sources, by) for group, own in members.items()]
    return tuple(sorted(found, key=lambda one: (-one.told, -one.within, one.name)))


def _sum(
    group: str, own: list[str], rows: Sequence[EventCoverage], sources: Mapping[str, _Source], by: Mapping[str, str]
) -> SourceCoverage:
    mine = set(own)
    told = [row for row in rows if mine & set(row.tells)]
    within = sum(bool(mine & {*row.tells, *row.omits}) for row in rows)
    first = sum(bool(mine & set(row.first)) for row in told)
    alone = sum(len({by[name] for name in row.tells}) == 1 for row in told)
    sides = {sources[name].side for name in own}
    return SourceCoverage(group, sides.pop() if len(sides) == 1 else UNKNOWN, len(own), within, len(told), first, alone)
