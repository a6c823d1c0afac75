"""All statements to facts and discrepancies: a pure function, the same whatever the order of its input.

It falls into pieces: statements that no chain of links joins have no bearing on each other. So a record that grew is reconciled piece by
piece (``put_together`` what the new statements touch, ``names``, ``make_fact``) and comes out the same as one reconciled at once.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace

from detente.model.fact import Discrepancy, Fact, Reason
from detente.model.statement import FactKind, Statement
from detente.reconcile.cases import Case, DocumentInfo, case
from detente.reconcile.checks import compare
from detente.reconcile.discrepancies import between, within
from detente.reconcile.edits import edited
from detente.reconcile.facts import identifier, make_fact, semantic_key
from detente.reconcile.figures import compare_figures
from detente.reconcile.merging import clusters, find_links, founding_order
from detente.reconcile.rulings import FREE, Constraints, ruled_links
from detente.reconcile.selection import concerns


@dataclass(frozen=True, slots=True)
class Reconciled:
    """What a record holds beside its statements."""

    facts: tuple[Fact, ...]
    """By identifier."""
    discrepancies: tuple[Discrepancy, ...]
    """By identifier."""


@dataclass(frozen=True, slots=True)
class Group:
    """Statements that are one fact, the founding one first."""

    cases: tuple[Case, ...]
    reasons: tuple[tuple[Reason, ...], ...]
    """Why each stands there."""
    part: int
    """Groups with one number hang together by links: they were decided together."""
    key: str
    """What the fact is known by."""

    @property
    def founder(self) -> Case:
        """The statement that the fact began with."""
        return self.cases[0]


def reconcile(
    statements: Iterable[Statement], documents: Mapping[str, DocumentInfo], parties: Sequence[str], ruled: Constraints = FREE
) -> Reconciled:
    """The facts about ``parties`` that ``statements`` tell of as people read them, and where the statements disagree."""
    codes = frozenset(parties)
    groups = put_together((one for s in statements for one in prepared(s, documents[s.document], codes, ruled)), ruled)
    called = names(groups)
    members = {name: group.cases for name, group in zip(called, groups, strict=True)}
    facts = {name: make_fact(group.cases, group.reasons, name, ruled) for name, group in zip(called, groups, strict=True)}
    found = {d.id: d for d in disagreements(facts, members)}
    return Reconciled(tuple(facts[name] for name in sorted(facts)), tuple(found[name] for name in sorted(found)))


def prepared(statement: Statement, document: DocumentInfo, parties: Set[str], ruled: Constraints = FREE) -> Iterator[Case]:
    """``statement`` ready to be compared, as people read it; nothing where it is not about ``parties`` or was rejected."""
    if statement.id in ruled.rejected:
        return
    if statement.id not in ruled.edits:
        if concerns(statement, parties):
            yield case(statement, document, parties)
        return
    read = edited(statement, ruled.edits[statement.id])
    if concerns(read, parties):
        yield replace(case(read, document, parties), key=semantic_key(case(statement, document, parties)))


def put_together(cases: Iterable[Case], ruled: Constraints = FREE) -> list[Group]:
    """``cases`` as facts, in the order in which they were founded. Each piece comes out as it would among any other cases."""
    events: list[Case] = []
    figures: list[Case] = []
    for one in sorted(cases, key=founding_order):
        (figures if one.statement.fact is FactKind.INDICATOR else events).append(one)
    found = [*_groups(events, ruled, figures=False, first=0), *_groups(figures, ruled, figures=True, first=len(events))]
    return sorted(found, key=lambda group: founding_order(group.founder))


def merged(one: Sequence[Group], other: Sequence[Group]) -> list[Group]:
    """The groups of two calls of ``put_together`` on cases that have no bearing on each other, as of one call on all."""
    above = 1 + max((group.part for group in one), default=-1)
    every = [*one, *(replace(group, part=group.part + above) for group in other)]
    return sorted(every, key=lambda group: founding_order(group.founder))


def names(groups: Sequence[Group], first: Mapping[str, str] | None = None) -> list[str]:
    """The identifier of each group, which stand in founding order.

    It follows from the content of the founding statement. Of several groups with the same content the first has the plain identifier, the
    others one with their founding statement in it. ``first`` tells the founding statements of keys whose first group is known.
    """
    found = []
    leading = dict(first or {})
    for group in groups:
        founder = group.founder.statement.id
        plain = leading.setdefault(group.key, founder) == founder
        found.append(identifier(group.key) if plain else identifier(group.key, founder))
    return found


def disagreements(facts: Mapping[str, Fact], members: Mapping[str, Sequence[Case]]) -> Iterator[Discrepancy]:
    """All discrepancies within and between ``facts``."""
    for name in sorted(facts):
        yield from within(facts[name], members[name])
    yield from between(facts, members)


def score(one: Case, other: Case) -> float:
    """How well two statements fit one fact."""
    return (compare_figures if one.statement.fact is FactKind.INDICATOR else compare)(one, other)[0]


def _groups(cases: Sequence[Case], ruled: Constraints, figures: bool, first: int) -> Iterator[Group]:
    judge = compare_figures if figures else compare
    links = find_links(cases, judge)
    joined, _ = ruled_links([one.statement.id for one in cases], ruled)
    parts = _parts(len(cases), [*((link.left, link.right) for link in links[0]), *joined])
    for cluster in clusters(cases, judge, links, ruled):
        held = tuple(cases[i] for i in cluster.members)
        reasons = tuple((*cluster.reasons.get(i, ()), *ruled.reasons.get(cases[i].statement.id, ())) for i in cluster.members)
        yield Group(held, reasons, first + parts[cluster.members[0]], semantic_key(held[0]))


def _parts(number: int, links: Iterable[tuple[int, int]]) -> list[int]:
    """For each case the first one that a chain of links, by the checks or by ruling, joins it to."""
    lead = list(range(number))

    def find(one: int) -> int:
        while lead[one] != one:
            lead[one] = lead[lead[one]]
            one = lead[one]
        return one

    for left, right in links:
        low, high = sorted((find(left), find(right)))
        lead[high] = low
    return [find(one) for one in range(number)]


def by_part(groups: Iterable[Group]) -> Iterator[list[Group]]:
    """Groups that were decided together, the parts in the order of their first groups."""
    parts: dict[int, list[Group]] = defaultdict(list)
    for group in groups:
        parts[group.part].append(group)
    yield from parts.values()
