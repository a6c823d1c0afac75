"""What rulings ask of reconciliation, as a pure function of the log: what belongs together or apart, what is read otherwise or left out.

Where two rulings are at odds the later one holds.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol, TypeVar

from detente.model.fact import Discrepancy, DiscrepancyType, Reason, Review
from detente.model.folding import fold
from detente.model.ruling import BOTH, Action, Ruling, in_force
from detente.model.statement import Statement

DOUBTED = frozenset("E5")
"""Grades that take a source's word out of the choice of a fact's date, status and other fields, as long as anyone else says something:
unreliable (E), improbable (5). The others, and those that cannot be judged (F, 6), are shown and change nothing."""

FIELDS: Mapping[DiscrepancyType, str] = {
    DiscrepancyType.VALUE: "value",
    DiscrepancyType.DATE: "date",
    DiscrepancyType.ACTOR: "persons",
    DiscrepancyType.PLACE: "places",
    DiscrepancyType.LEVEL: "level",
    DiscrepancyType.STATUS: "status",
}
"""The field of a fact that a settled discrepancy of each type decides."""

OUTLET = "outlet:"
"""What the subject of a ruling on an outlet begins with; its name follows, as names compare."""

_LINKS = frozenset({Action.ACCEPT, Action.EDIT, Action.MERGE})
"""What is ruled of several statements at once is ruled of them as one fact."""

Find = Callable[[Ruling], Sequence[str | None]]
"""For each subject of a ruling the statement or document that it now means; None where it is lost."""


class Told(Protocol):
    """A case as far as rulings look at it."""

    @property
    def statement(self) -> Statement:
        """What was said, as it is read now."""


Case = TypeVar("Case", bound=Told)
Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Constraints:
    """What holds by ruling. Statements by their present identifiers; everything is empty where nobody ruled."""

    groups: tuple[tuple[str, ...], ...] = ()
    """Statements that tell of one fact."""
    apart: frozenset[Pair] = frozenset()
    """Statements (sorted) that tell of two."""
    rejected: frozenset[str] = frozenset()
    accepted: frozenset[str] = frozenset()
    regrouped: frozenset[str] = frozenset()
    """Statements that someone merged or split."""
    edits: Mapping[str, tuple[tuple[str, str | None], ...]] = field(default_factory=dict)
    """For each statement its (field, value) in the order ruled."""
    leads: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    """For each field the statements whose word on it is followed, with how late that was ruled."""
    settled: Mapping[tuple[str, str, str], Ruling] = field(default_factory=dict)
    """For a discrepancy (type, left, right in order) the ruling that settles it."""
    followed: Mapping[str, str | None] = field(default_factory=dict)
    """For each ruling that settles the statement followed; None where both stand."""
    sides: Mapping[str, frozenset[str | None]] = field(default_factory=dict)
    """For each side of a settled discrepancy the statement followed in its place; None where it is followed itself or both stand."""
    grades: Mapping[str, str] = field(default_factory=dict)
    """For a document or statement its grade, such as ``B2``. What a document lacks of one it has from its outlet."""
    reasons: Mapping[str, tuple[Reason, ...]] = field(default_factory=dict)
    """For a statement what was ruled of it, in words."""

    doubted: frozenset[str] = field(init=False)
    """Documents and statements whose word counts only where nobody else says anything."""

    def __post_init__(self) -> None:
        """Tell once whom nobody follows: it is asked of each field of each fact."""
        object.__setattr__(self, "doubted", frozenset(name for name, grade in self.grades.items() if DOUBTED & set(grade)))


FREE = Constraints()
"""Nobody ruled anything."""


def constraints(log: Iterable[Ruling], find: Find, outlets: Mapping[str, Sequence[str]] | None = None) -> Constraints:
    """What the rulings of ``log`` that hold ask, each subject being what ``find`` says it now is. ``outlets`` are the documents of each
    outlet that is graded."""
    rulings = [(ruling, find(ruling)) for ruling in in_force(log)]
    found = [(ruling, [name for name in names if name is not None]) for ruling, names in rulings]
    groups, apart = _grouping(found)
    verdicts, edits, leads = _readings(found)
    settled, followed = _settlements(rulings, leads)
    return Constraints(
        groups=groups,
        apart=apart,
        rejected=frozenset(name for name, verdict in verdicts.items() if verdict is Action.REJECT),
        accepted=frozenset(name for name, verdict in verdicts.items() if verdict is Action.ACCEPT),
        regrouped=_regrouped(found),
        edits={name: tuple(own.items()) for name, own in edits.items()},
        leads=leads,
        settled=settled,
        followed=followed,
        sides=_sides(settled, followed),
        grades=_grades(found, outlets or {}),
        reasons=_reasons(found),
    )


def outlet_key(name: str) -> str:
    """The subject of a ruling on the outlet ``name``."""
    return OUTLET + " ".join(fold(name).split())


def _grades(found: Sequence[tuple[Ruling, list[str]]], outlets: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """The grade of each document and statement; the letter or digit that a document has of its own goes before its outlet's."""
    own: dict[str, str] = {}
    for ruling, names in found:
        if ruling.action is Action.GRADE:
            own.update((name, merged_grade(own.get(name, ""), ruling.value or "")) for name in names)
    graded = {name: grade for name, grade in own.items() if name.startswith(OUTLET)}
    lent = {document: grade for name, grade in graded.items() for document in outlets.get(name, ())}
    return lent | {name: merged_grade(lent.get(name, ""), grade) for name, grade in own.items() if name not in graded}


def merged_grade(old: str, new: str) -> str:
    """A grade of which only the letter or only the digit was given keeps the other as it was: ``B`` after ``C2`` is ``B2``."""
    letter = next((c for c in new if c.isalpha()), next((c for c in old if c.isalpha()), ""))
    digit = next((c for c in new if c.isdigit()), next((c for c in old if c.isdigit()), ""))
    return letter + digit


def heard(cases: Sequence[Case], name: str, ruled: Constraints) -> Sequence[Case]:
    """Those of a fact's cases that decide on its field ``name``: the one that was ruled to be followed, else all whom nobody doubts."""
    leads = ruled.leads.get(name)
    if leads:
        led = [case for case in cases if case.statement.id in leads]
        last = max((leads[case.statement.id] for case in led), default=0)
        if led:
            return [case for case in led if leads[case.statement.id] == last]
    if ruled.grades:
        doubted = ruled.doubted
        kept = [case for case in cases if not {case.statement.id, case.statement.document} & doubted]
        return kept or cases
    return cases


def settled_words(discrepancy: Discrepancy, ruled: Constraints) -> str | None:
    """Who settled a discrepancy, when, for which side and why; None where nobody did."""
    low, high = sorted((discrepancy.left, discrepancy.right))
    ruling = ruled.settled.get((discrepancy.type.value, low, high))
    if ruling is None:
        return None
    chosen = ruled.followed[ruling.id]
    said = "both stand" if chosen is None else "the first is followed" if chosen == discrepancy.left else "the second is followed"
    return f"{said}, {by_words(ruling)}"


def by_words(ruling: Ruling) -> str:
    """Who ruled, when and why."""
    return f"by {ruling.who} on {ruling.at[:10]}" + (f": {ruling.why}" if ruling.why else "")


def review_of(statements: Sequence[str], ruled: Constraints) -> Review:
    """What people decided about the fact that these statements support."""
    if ruled is FREE:
        return Review.UNREVIEWED
    sides = [ruled.sides[name] for name in statements if name in ruled.sides]
    if any(other not in statements and other not in ruled.rejected for own in sides for other in own if other is not None):
        return Review.SET_ASIDE
    if any(name in ruled.edits for name in statements):
        return Review.EDITED
    if any(name in ruled.regrouped for name in statements):
        return Review.REGROUPED
    if sides:
        return Review.SETTLED
    accepted = sum(name in ruled.accepted for name in statements)
    return Review.ACCEPTED if accepted == len(statements) else Review.PARTLY if accepted else Review.UNREVIEWED


def ruled_links(identifiers: Sequence[str], ruled: Constraints) -> tuple[list[tuple[int, int]], dict[int, frozenset[int]]]:
    """Of the statements listed, by their index: pairs that a ruling puts together, and for each one those that it is kept apart from."""
    if not ruled.groups and not ruled.apart:
        return [], {}
    index = {name: number for number, name in enumerate(identifiers)}
    joined: list[tuple[int, int]] = []
    for group in ruled.groups:
        present = sorted(index[name] for name in group if name in index)
        joined += [(present[0], other) for other in present[1:]]
    apart: dict[int, set[int]] = defaultdict(set)
    for one, other in ruled.apart:
        if one in index and other in index:
            apart[index[one]].add(index[other])
            apart[index[other]].add(index[one])
    return sorted(joined), {number: frozenset(others) for number, others in apart.items()}


def _grouping(found: Sequence[tuple[Ruling, list[str]]]) -> tuple[tuple[tuple[str, ...], ...], frozenset[Pair]]:
    """Groups and pairs kept apart, the latest ruling first: an earlier one has effect as far as no later one speaks against it."""
    where: dict[str, list[str]] = {}
    enemies: dict[str, set[str]] = defaultdict(set)
    for ruling, names in reversed(found):
        for other in names[1:] if ruling.action in _LINKS or ruling.action is Action.SPLIT else ():
            one, two = where.setdefault(names[0], [names[0]]), where.setdefault(other, [other])
            if one is two:
                continue
            if ruling.action is Action.SPLIT:
                enemies[names[0]].add(other)
                enemies[other].add(names[0])
            elif not any(enemies[member] & set(two) for member in one if member in enemies):
                one.extend(two)
                where.update((member, one) for member in two)
    groups = {tuple(sorted(names)) for names in where.values() if len(names) > 1}
    return tuple(sorted(groups)), frozenset((one, other) for one, own in enemies.items() for other in own if one < other)


def _regrouped(found: Sequence[tuple[Ruling, list[str]]]) -> frozenset[str]:
    """Statements whose last grouping was a person's; of a split only the one that was taken out, since the rest stayed as it was."""
    merged = {name for ruling, names in found if ruling.action is Action.MERGE for name in names}
    return frozenset(merged | {name for ruling, names in found if ruling.action is Action.SPLIT for name in names[:1]})


Verdicts = dict[str, Action]
Edits = dict[str, dict[str, str | None]]
Leads = dict[str, dict[str, int]]


def _readings(found: Sequence[tuple[Ruling, list[str]]]) -> tuple[Verdicts, Edits, Leads]:
    """What was accepted, rejected and read otherwise. Whoever reads a rejected statement otherwise takes it back in."""
    verdicts: Verdicts = {}
    edits: Edits = defaultdict(dict)
    leads: Leads = defaultdict(dict)
    for position, (ruling, names) in enumerate(found):
        if ruling.action not in (Action.ACCEPT, Action.REJECT, Action.EDIT):
            continue
        for name in names:
            verdicts[name] = ruling.action
            if ruling.action is Action.EDIT and ruling.field is not None:
                edits[name].pop(ruling.field, None)
                edits[name][ruling.field] = ruling.value
                leads[ruling.field][name] = position
    return verdicts, dict(edits), leads


def _settlements(
    rulings: Sequence[tuple[Ruling, Sequence[str | None]]], leads: Leads
) -> tuple[dict[tuple[str, str, str], Ruling], dict[str, str | None]]:
    """Settled discrepancies and whom each follows; adds to ``leads`` the statements followed."""
    settled: dict[tuple[str, str, str], tuple[int, Ruling, str | None]] = {}
    for position, (ruling, names) in enumerate(rulings):
        if ruling.action is not Action.SETTLE or len(names) != 2 or names[0] is None or names[1] is None:
            continue
        low, high = sorted((names[0], names[1]))
        chosen = None if ruling.value == BOTH else names[ruling.subjects.index(ruling.value)] if ruling.value in ruling.subjects else None
        settled[ruling.field or "", low, high] = position, ruling, chosen
    for (kind, _, _), (position, _, chosen) in settled.items():
        if chosen is not None and kind in set(DiscrepancyType):
            leads.setdefault(FIELDS[DiscrepancyType(kind)], {})[chosen] = position
    return {key: ruling for key, (_, ruling, _) in settled.items()}, {ruling.id: chosen for _, ruling, chosen in settled.values()}


def _sides(settled: Mapping[tuple[str, str, str], Ruling], followed: Mapping[str, str | None]) -> dict[str, frozenset[str | None]]:
    found: dict[str, set[str | None]] = defaultdict(set)
    for (_, left, right), ruling in settled.items():
        chosen = followed[ruling.id]
        for side in (left, right):
            found[side].add(None if chosen in (None, side) else chosen)
    return {side: frozenset(chosen) for side, chosen in found.items()}


def _reasons(found: Sequence[tuple[Ruling, list[str]]]) -> dict[str, tuple[Reason, ...]]:
    said: dict[str, list[Reason]] = defaultdict(list)
    for ruling, names in found:
        if ruling.action not in (Action.MERGE, Action.EDIT):
            continue
        by = by_words(ruling)
        text = f"put together {by}" if ruling.action is Action.MERGE else f"{ruling.field} read as {ruling.value or 'not stated'} {by}"
        for name in names:
            said[name].append(Reason("ruling", 1.0 if ruling.action is Action.MERGE else 0.0, text))
    return {name: tuple(reasons) for name, reasons in said.items()}
