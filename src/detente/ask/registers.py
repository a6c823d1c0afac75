"""What the registers of a record say to a fact or to a statement: each confirms, narrows, contradicts, is silent, or does not cover it.

A register is one side, never the judge. What lies outside its scope (other offices, other years, the other direction) is not missing
from it, and that is said with the reason.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from detente.ask.evidence import Library
from detente.ask.views import RegisterVerdict, Stance
from detente.model.edtf import Edtf
from detente.model.fact import Fact
from detente.model.mention import Party
from detente.model.register import RegisterEntry
from detente.model.statement import FactKind, Statement, Status
from detente.reconcile.cases import Case, DocumentInfo, case, is_name, name_words, same_person
from detente.reconcile.checks import MERGE, MONTH, compare, days_between
from detente.rules.actors import country_names
from detente.rules.dates import date_words
from detente.rules.merging import merging
from detente.rules.offices import office_key, tenures
from detente.rules.register_names import office_of
from detente.rules.registers import RegisterKind, Scope, parse_kind
from detente.store.base import Record

LESSER = "lesser office"
"""What stands for a deputy's office, or one that is not held yet or any more: no register lists its holders by that."""

NOT_YET = frozenset({Status.PLANNED, Status.HYPOTHETICAL})

Judged = tuple[Stance, str, tuple[Case, ...]]


@dataclass(frozen=True, slots=True)
class Register:
    """One register of a record, ready to be asked: its rows as cases."""

    entry: RegisterEntry
    kind: RegisterKind
    rows: tuple[Case, ...]


def registers_of(record: Record) -> tuple[Register, ...]:
    """The registers that ``record`` holds, with what their rows say."""
    found = []
    parties = frozenset(record.parties)
    for entry in record.registers():
        info = DocumentInfo(entry.document, None, entry.since, entry.document)
        rows = tuple(case(s, info, parties) for s in record.statements_of(entry.document))
        found.append(Register(entry, parse_kind(entry.kind, entry.definition), rows))
    return tuple(found)


def verdicts(
    record: Record, fact: Fact, library: Library | None = None, registers: Sequence[Register] | None = None
) -> tuple[RegisterVerdict, ...]:
    """What each register that tells of such things says to ``fact``, by name of register. ``registers`` as for ``verdicts_on``."""
    registers = registers_of(record) if registers is None else registers
    if not registers:
        return ()
    statements = record.get_statements(support.statement for support in fact.supports)
    listed = {register.entry.document for register in registers}
    own = _cases(record, (s for s in statements.values() if s.document not in listed))
    held = frozenset(statements)
    judged = ((r, _judge(r, own, tuple(row for row in r.rows if row.statement.id in held))) for r in registers)
    return _shown(judged, library or Library(record))


def verdicts_on(
    record: Record, statement: Statement, library: Library | None = None, registers: Sequence[Register] | None = None
) -> tuple[RegisterVerdict, ...]:
    """The same for a statement that the record need not hold, such as one of an article that is checked.

    ``registers`` are those of the record, for who asks about many statements.
    """
    own = _cases(record, [statement])
    judged = ((r, _judge(r, own, _matching(r, own[0]))) for r in (registers_of(record) if registers is None else registers))
    return _shown(judged, library or Library(record))


def _cases(record: Record, statements: Iterable[Statement]) -> tuple[Case, ...]:
    parties = frozenset(record.parties)
    return tuple(case(s, DocumentInfo(s.document, None, "", s.document), parties) for s in statements)


def _matching(register: Register, own: Case) -> tuple[Case, ...]:
    scored = [(compare(own, row)[0], row) for row in register.rows if row.statement.fact is own.statement.fact]
    best = max((score for score, _ in scored), default=0.0)
    return tuple(row for score, row in scored if score == best and score >= MERGE)


def _shown(judged: Iterable[tuple[Register, Judged | None]], library: Library) -> tuple[RegisterVerdict, ...]:
    out = []
    for register, found in judged:
        if found is not None:
            stance, reason, rows = found
            evidence = tuple(library.statement(row.statement) for row in rows)
            out.append(RegisterVerdict(register.entry.name, register.kind.label, stance, reason, evidence))
    return tuple(out)


def _judge(register: Register, own: Sequence[Case], matched: tuple[Case, ...]) -> Judged | None:
    """What one register says; None where it is not about such things."""
    every = (*own, *matched)
    families = {merging().family(rule.kind).name for rule in register.kind.statements}
    if not every or every[0].family.name not in families:
        return None
    if matched:
        return _listed(own, matched)
    dated = min(own, key=lambda c: c.width)
    likely = _may_be_meant(register, own, dated)
    if likely:
        return _listed(own, likely) if len(likely) == 1 else (Stance.CONFIRMS, _several(likely), likely)
    against = _another_person(register, own, dated)
    if against is not None:
        return against
    outside = _outside(register, own, dated)
    if outside is not None:
        return Stance.OUTSIDE, outside, ()
    if all(c.statement.status in NOT_YET for c in own):
        return Stance.SILENT, "it lists nothing of the kind, and what is told of is only planned", ()
    if all(c.statement.status is Status.DENIED for c in own):
        return Stance.SILENT, "it lists nothing of the kind, as one would expect of what did not take place", ()
    return Stance.SILENT, f"it lists no such {_thing(dated)}{_when(dated)}", ()


def _listed(own: Sequence[Case], matched: tuple[Case, ...]) -> Judged:
    """The register has a row on it: whether that says the same, more, or another thing than the documents."""
    row = min(matched, key=lambda c: c.width)
    if not own:
        return Stance.TELLS, "no document of the record tells of it", matched
    dated = min(own, key=lambda c: c.width)
    if row.low is None or row.statement.date is None:
        return Stance.CONFIRMS, "it lists the same, without a date", matched
    said = date_words(row.statement.date.edtf)
    if dated.low is None or dated.statement.date is None:
        return Stance.NARROWS, f"no document dates it; the register has {said}", matched
    told = date_words(dated.statement.date.edtf)
    if days_between(dated, row) > 0:
        return Stance.CONTRADICTS, f"the documents have {told}, the register has {said}", matched
    if row.width < dated.width:
        return Stance.NARROWS, f"from {told} to {said}", matched
    return Stance.CONFIRMS, f"the dates agree ({said})", matched


def _may_be_meant(register: Register, own: Sequence[Case], dated: Case) -> tuple[Case, ...]:
    """Rows on the same person and sides that nothing in a report without a date, or with a vague one, tells from one another."""
    if dated.width <= MONTH or all(c.statement.status is not Status.HAPPENED for c in own):
        return ()
    people = [name_words(person.name) for person in _acting(own)]
    alike = (r for r in register.rows if r.family.name == dated.family.name and (r.source, r.target) == (dated.source, dated.target))
    return tuple(
        row
        for row in alike
        if days_between(row, dated) <= 0 and any(same_person(name_words(p.name), one) for p in _acting([row])[:1] for one in people)
    )


def _several(rows: Sequence[Case]) -> str:
    said = ", ".join(date_words(row.statement.date.edtf) for row in rows if row.statement.date)
    return f"it lists {len(rows)} such, and no report tells which is meant ({said})"


def _another_person(register: Register, own: Sequence[Case], dated: Case) -> Judged | None:
    """A row on the same days that names another holder of the same office."""
    if dated.width > MONTH:
        return None
    people = _acting(own)
    for row in register.rows:
        same = row.family.name == dated.family.name and (row.source, row.target) == (dated.source, dated.target)
        if not same or row.statement.fact is not dated.statement.fact or days_between(row, dated) > 0 or row.low is None:
            continue
        for listed in _acting([row])[:1]:
            key = _keys(listed, row.statement.date.edtf if row.statement.date else None)
            rival = next((p for p in people if _rivals(p, dated, listed, key)), None)
            if rival is not None:
                reason = f"the documents name {rival.name}, the register names {listed.name}, each as {rival.office or listed.office}"
                return Stance.CONTRADICTS, reason, (row,)
    return None


def _rivals(person: Party, dated: Case, listed: Party, key: frozenset[str]) -> bool:
    if same_person(name_words(person.name), name_words(listed.name)) or person.country != listed.country:
        return False
    date = dated.statement.date.edtf if dated.statement.date else None
    return bool((key & _keys(person, date)) - {LESSER})


def _outside(register: Register, own: Sequence[Case], dated: Case) -> str | None:
    """Why the register would not list it; None where it would."""
    scope = register.kind.scope
    lists = f"the register lists {scope.said or register.kind.label}"
    if scope.source and not scope.source & dated.source:
        return f"the acting side is {_names(dated.source)}; {lists}"
    if scope.target and not scope.target & dated.target:
        return f"the other side is {_names(dated.target)}; {lists}"
    years = _years(register, dated)
    if years is not None:
        return years
    return _office_outside(scope, own, dated, lists)


def _years(register: Register, dated: Case) -> str | None:
    first, last = (Edtf.parse(end) if end else None for end in (register.entry.first, register.entry.last))
    date = dated.statement.date.edtf if dated.statement.date else None
    if date is None:
        return None
    if first is not None and date.before(first):
        return f"it was before {date_words(first)}, where the register begins"
    if last is not None and last.before(date):
        return f"it was after {date_words(last)}, where the register ends"
    return None


def _office_outside(scope: Scope, own: Sequence[Case], dated: Case, lists: str) -> str | None:
    """Why nobody who took part holds an office that the register lists; None where somebody does or may."""
    if not scope.offices:
        return None
    people = _acting(own)
    if not people:
        return f"nobody is named who holds a listed office; {lists}"
    date = dated.statement.date.edtf if dated.statement.date else None
    held = [(person, _keys(person, date)) for person in people]
    if any(not keys or keys & scope.offices for _, keys in held):
        return None
    said = "; ".join(f"{person.name} is told of as {person.office or ' and '.join(_plain(keys))}" for person, keys in held)
    return f"{said}; {lists}"


def _acting(cases: Sequence[Case]) -> list[Party]:
    """The people of the side that acts, each once, with the office that some statement gives them."""
    found: dict[frozenset[str], Party] = {}
    for one in cases:
        sides = {p.party.country for p in one.statement.source}
        for participant in one.statement.persons:
            party = participant.party
            if not is_name(party.name) or (party.country is not None and party.country not in sides):
                continue
            known = next((key for key in found if same_person(key, name_words(party.name))), None)
            if known is None:
                found[name_words(party.name)] = party
            elif found[known].office is None and party.office is not None:
                found[known] = party
    return list(found.values())


def _keys(person: Party, date: Edtf | None) -> frozenset[str]:
    """The offices that a person held, by the text itself, else by the table of office holders at the time."""
    if person.office and office_key(person.office) is not None:
        return frozenset({office_of(person.office) or LESSER})
    if date is None or date.earliest is None or date.latest is None:
        return frozenset()
    first, last = date.earliest.isoformat(), date.latest.isoformat()
    held = tenures(person.name, person.country)
    return frozenset(t.office.partition(":")[0] for t in held if t.since <= last and (t.until is None or first <= t.until))


def _plain(keys: frozenset[str]) -> list[str]:
    return sorted(key.replace("_", " ") for key in keys)


def _names(codes: frozenset[str]) -> str:
    return " and ".join(country_names().get(code, code) for code in sorted(codes)) or "nobody"


def _thing(dated: Case) -> str:
    return "office holder" if dated.statement.fact is FactKind.TENURE else dated.statement.kind.replace("_", " ")


def _when(dated: Case) -> str:
    return f" ({date_words(dated.statement.date.edtf)})" if dated.statement.date else ""
