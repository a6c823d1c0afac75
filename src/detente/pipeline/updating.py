"""What an addition does to a record's facts, worked out from what it touches alone. The result is what reconciling all would give."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from hashlib import blake2b

from detente.model.fact import Discrepancy, Fact
from detente.pipeline.pool import Pool, entry_of, is_near, row_of
from detente.pipeline.regrouping import Regrouped, regroup
from detente.reconcile.blocking import Entry, entry, further_of, reach, registered, sought, windows, worth
from detente.reconcile.cases import Case
from detente.reconcile.checks import MERGE, YEAR
from detente.reconcile.discrepancies import between, meeting_points, speaker, within
from detente.reconcile.facts import identifier, make_fact
from detente.reconcile.merging import founding_order
from detente.reconcile.reconciling import Group, merged, names, put_together, score
from detente.reconcile.rulings import Constraints
from detente.store.base import Change, Ready, Record, State

PLAIN, FURTHER = (0, -1), (1, -1)
"""First and last day of the point at which facts of one content meet, of the first of them and of the others: it lies in no time."""


@dataclass(frozen=True, slots=True)
class Made:
    """Facts with the cases that they were made of."""

    facts: Mapping[str, Fact]
    groups: Mapping[str, Group]

    def points(self, names: Iterable[str]) -> Iterator[tuple[int, str, int | None, int | None]]:
        """Where these facts meet others: by their content, and by what they could disagree about."""
        for name in names:
            group = self.groups[name]
            yield (point("name", group.key), name, *(PLAIN if name == identifier(group.key) else FURTHER))
            lead = speaker(group.cases)
            for key in meeting_points(lead):
                yield point("meeting", repr(key)), name, lead.low, lead.high


def point(*parts: str) -> int:
    """A meeting point as a number."""
    return int.from_bytes(blake2b("\x1f".join(parts).encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big", signed=True)


def make(groups: Sequence[Group], called: Sequence[str], ruled: Constraints) -> Made:
    """The facts of ``groups`` under the identifiers ``called``."""
    by_name = dict(zip(called, groups, strict=True))
    return Made({name: make_fact(g.cases, g.reasons, name, ruled) for name, g in by_name.items()}, by_name)


def worked_out(record: Record, parties: Sequence[str], come: Sequence[State], gone: Iterable[str], ruled: Constraints, at: str) -> Change:
    """What changes when the documents ``gone`` are taken out of the facts and ``come`` are taken in (again, where they were in)."""
    return _Update(record, parties, come, gone, ruled).change(at)


class _Update:
    """One addition. The steps lean on each other from top to bottom."""

    def __init__(self, record: Record, parties: Sequence[str], come: Sequence[State], gone: Iterable[str], ruled: Constraints) -> None:
        self._record = record
        self._ruled = ruled
        self._touched = {state.document for state in come} | set(gone)
        self._sketches = record.sketches_of(state.document for state in come)
        self._past = record.sketches_of(self._touched)
        self._copies = regroup(record, self._touched, self._sketches)
        self._states = _with_leads(record, come, self._touched, self._copies)
        self._led = self._states.keys() - self._touched
        self._pool = Pool(record, parties, ruled, self._states)
        self._old = list(record.ready_of(sorted(self._touched)))
        self._new = [case for state in come for case in self._pool.said_in(state.document)]
        self._entries = [entry(case) for case in self._new]

    def change(self, at: str) -> Change:
        """Everything that is to be written."""
        rows, groups, called = self._decided()
        made = make(groups, called, self._ruled)
        statements = [*(row.statement for row in rows), *(row.statement for row in self._old)]
        old = {fact.id: fact for fact in self._record.facts_of(statements)}
        changed = [name for name in sorted(made.facts) if old.get(name) != made.facts[name] or self._is_touched(made.groups[name])]
        gone = sorted(old.keys() - made.facts.keys())
        return replace(
            self._rows(rows, groups),
            documents=tuple(sorted(self._touched)),
            states=tuple(self._states[d] for d in sorted(self._states)),
            sketches=self._sketches,
            sketches_gone=self._past,
            regrouped=self._copies.documents,
            groups=self._copies.groups,
            facts_gone=(*gone, *(name for name in changed if name in old)),
            facts=tuple(made.facts[name] for name in changed),
            points=tuple(made.points(changed)),
            discrepancies_gone=tuple(d.id for d in self._record.discrepancies_of([*gone, *(n for n in changed if n in old)])),
            discrepancies=tuple(self._disagreements(made, changed, set(old))),
            renamed=tuple(self._renamed([old[name] for name in gone], made, at)),
        )

    # What is decided anew

    def _decided(self) -> tuple[list[Ready], list[Group], list[str]]:
        """The entries kept of all parts touched, and the groups and identifiers that come of them and of what is new."""
        parts = {row.part for row in self._old} | {row.part for row in self._record.ready_of(sorted(self._led))} | self._linked()
        rows = self._standing(parts)
        groups = put_together([*self._pool.of(rows).values(), *self._new], self._ruled)
        while True:
            first, more = self._firsts(groups, rows)
            if more <= parts:
                return rows, groups, names(groups, first)
            further = self._standing(more - parts)
            rows += further
            parts |= more
            cases = self._pool.of(further).values()
            groups = merged(groups, put_together(cases, self._ruled))

    def _standing(self, parts: Iterable[int]) -> list[Ready]:
        """The entries of these parts whose documents are not touched."""
        return [row for row in self._record.ready_in(sorted(parts)) if row.document not in self._touched]

    def _linked(self) -> set[int]:
        """The parts that something new is linked to."""
        found: set[int] = set()
        for case, own in zip(self._new, self._entries, strict=True):
            apart, more = reach(case), further_of(case)
            near = [row for row in self._near(own, case) if row.part not in found and is_near(own, row, case.family, apart)]
            found |= self._linked_to(case, [row for row in near if worth(own, entry_of(row), case.family, apart, more)])
        return found

    def _linked_to(self, case: Case, rows: Sequence[Ready]) -> set[int]:
        """The parts of ``rows`` that a case is linked to. One of a part is looked up first, since one that is linked is enough."""
        by_part: dict[int, list[Ready]] = {}
        for row in rows:
            by_part.setdefault(row.part, []).append(row)
        found: set[int] = set()
        number = 1
        while by_part:
            others = self._pool.of(row for held in by_part.values() for row in held[:number])
            for part, held in by_part.items():
                some = [others[row.statement] for row in held[:number] if row.statement in others]
                if any(score(*sorted((case, other), key=founding_order)) >= MERGE for other in some):
                    found.add(part)
            by_part = {part: held[number:] for part, held in by_part.items() if part not in found and len(held) > number}
            number *= 4
        return found

    def _near(self, own: Entry, case: Case) -> list[Ready]:
        found: dict[int, Ready] = {}
        for window in windows(own, reach(case)):
            for row in self._record.ready_within(own.block, window.band, window.first, window.last, window.ending):
                found[row.number] = row
        for row in self._record.ready_named(sorted(sought(own))):
            found[row.number] = row
        return [row for row in found.values() if row.document not in self._touched]

    def _firsts(self, groups: Sequence[Group], rows: Sequence[Ready]) -> tuple[dict[str, str], set[int]]:
        """For each content the statement that founded its first fact, and parts in which a fact must be named anew for that. ``rows`` are
        the entries of the parts touched that stand.

        The first fact of a content is the one with the plain identifier, so it alone is looked at, unless it has lost that place.
        """
        inside: dict[int, list[Group]] = {}
        for group in groups:
            inside.setdefault(point("name", group.key), []).append(group)
        old = set(self._record.names_of(row.statement for row in (*rows, *self._old)))
        first: dict[str, str] = {}
        more: set[int] = set()
        for key in sorted({*self._record.name_points(old).values(), *inside}):
            lead = inside[key][0].founder if key in inside else None
            other = self._first_outside(key, old, lead)
            if other is None:
                continue
            name, founder = other
            ahead = lead is None or founding_order(founder) < founding_order(lead)
            if lead is not None and ahead:
                first[inside[key][0].key] = founder.statement.id
            if ahead != self._record.is_plain(name):
                more |= {row.part for row in self._record.ready_by([founder.statement.id])}
        return first, more

    def _first_outside(self, key: int, old: set[str], lead: Case | None) -> tuple[str, Case] | None:
        """The first fact of a content in parts that are not touched, and its founding statement; None where none comes before ``lead``."""
        plain = self._record.plain(key)
        if plain is None:
            return None
        if plain in old:
            was = self._founder(plain)
            if lead is not None and was is not None and founding_order(lead) <= founding_order(was):
                return None
            plain = next((name for name in self._record.named_alike(key) if name not in old), None)
        founder = None if plain is None else self._founder(plain)
        return None if plain is None or founder is None else (plain, founder)

    def _founder(self, name: str) -> Case | None:
        founder = self._record.founder(name)
        return None if founder is None else self._pool.fetch([founder]).get(founder)

    # What is to be written

    def _is_touched(self, group: Group) -> bool:
        return any(case.statement.document in self._states for case in group.cases)

    def _rows(self, rows: Sequence[Ready], groups: Sequence[Group]) -> Change:
        numbers = {row.statement: row.number for row in rows}
        numbers |= self._record.numbers(case.statement.id for case in self._new)
        part_of: dict[str, int] = {}
        leads: dict[int, int] = {}
        for group in groups:
            lead = leads.setdefault(group.part, numbers[group.founder.statement.id])
            part_of |= {case.statement.id: lead for case in group.cases}
        fresh = [
            row_of(own, case, numbers[case.statement.id], part_of[case.statement.id])
            for own, case in zip(self._entries, self._new, strict=True)
        ]
        moved = [(row.number, part_of[row.statement]) for row in rows if part_of.get(row.statement, row.part) != row.part]
        return Change(
            ready=tuple(fresh),
            tokens=tuple((key, row.number) for row, own in zip(fresh, self._entries, strict=True) for key in registered(own)),
            tokens_gone=tuple((key, row.number) for row in self._old for key in registered(entry_of(row))),
            parts=tuple(moved),
        )

    def _disagreements(self, made: Made, changed: Sequence[str], old: set[str]) -> Iterator[Discrepancy]:
        """Those within the facts that changed, and between them and all others."""
        for name in changed:
            yield from within(made.facts[name], made.groups[name].cases)
        near: dict[str, Sequence[Case]] = {}
        met: set[str] = set()
        for key, _, low, high in made.points(changed):
            if (low, high) in (PLAIN, FURTHER):
                continue
            span = (None, None) if low is None or high is None else (low - YEAR, high + YEAR)
            met.update(self._record.meeting(key, *span))
        others = self._record.get_facts(met - old - set(changed))
        cases = self._pool.fetch(s.statement for fact in others.values() for s in fact.supports)
        for name, fact in others.items():
            near[name] = [cases[s.statement] for s in fact.supports if s.statement in cases]
        members = {name: group.cases for name, group in made.groups.items()} | {name: held for name, held in near.items() if held}
        yield from between(members, members, frozenset(changed))

    def _renamed(self, gone: Sequence[Fact], made: Made, at: str) -> Iterator[tuple[str, str, str]]:
        """What became of the facts that are gone; such as this same build had made are nobody's loss."""
        now = {case.statement.id: name for name, group in made.groups.items() for case in group.cases}
        documents = {row.statement: row.document for row in self._old}
        for fact in gone:
            founder = fact.supports[0].statement
            said = self._record.get_statements([founder])
            document = documents.get(founder) or next((s.document for s in said.values()), "")
            state = self._record.states([document]).get(document)
            if state is not None and state.received >= at:
                continue
            new = sorted({now[s.statement] for s in fact.supports if s.statement in now}) or [""]
            yield from ((fact.id, name, at) for name in new)


def _with_leads(record: Record, come: Sequence[State], touched: Set[str], copies: Regrouped) -> dict[str, State]:
    """The documents that came, and those that stayed and now stand in another group of copies, each with its lead."""
    lead = {document: group[0] for group in copies.groups for document in group}
    stayed = record.states(sorted(set(copies.documents) - touched))
    led = {document: state for document, state in stayed.items() if state.lead != lead.get(document, document)}
    led |= {state.document: state for state in come}
    return {document: replace(state, lead=lead.get(document, document)) for document, state in led.items()}
