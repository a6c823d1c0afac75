"""Statements that tell of one event, put together. The result does not depend on the order in which they come."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from detente.model.fact import Reason
from detente.reconcile.blocking import pairs
from detente.reconcile.cases import Case
from detente.reconcile.checks import DOUBT, MERGE, VETO, WEEK, compare
from detente.reconcile.rulings import FREE, Constraints, ruled_links

TIE = 0.15
"""Two events between which a vague report cannot choose by more than this keep it out: better one line too many than a wrong date."""

WITNESSES = 8
"""How many members speak for a large cluster when it is asked whether it could swallow another one."""

Compare = Callable[[Case, Case], tuple[float, tuple[Reason, ...]]]


@dataclass(slots=True)
class Cluster:
    """Indexes of statements that tell of one event, the founding one first, and why each other one is there."""

    members: list[int]
    reasons: dict[int, tuple[Reason, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Link:
    """Two statements that score high enough."""

    score: float
    left: int
    right: int
    reasons: tuple[Reason, ...]


Links = tuple[list[Link], set[tuple[int, int]]]


def founding_order(case: Case) -> tuple[str, str, int, int, str]:
    """How statements rank as the founder of a fact: first come, then by document and place. Later documents never unseat a founder."""
    statement = case.statement
    return case.document.received, statement.document, statement.span.start, statement.span.end, statement.id


def clusters(cases: Sequence[Case], score: Compare = compare, found: Links | None = None, ruled: Constraints = FREE) -> list[Cluster]:
    """``cases``, which stand in founding order, put together into events; every case is in exactly one.

    ``found`` are the links where they are known. Cases that no chain of links joins have no bearing on each other. What people ruled
    comes first: whom they put together stands together whatever the checks say, and whom they told apart does not come together.
    """
    links, apart = find_links(cases, score) if found is None else found
    joined, barred = ruled_links([case.statement.id for case in cases], ruled)
    owner = list(range(len(cases)))
    groups = {i: [i] for i in range(len(cases))}

    def unite(one: int, other: int) -> None:
        if one == other:  # two rulings may join the same statements
            return
        low, high = sorted((one, other))
        groups[low] = sorted(groups[low] + groups[high])
        for member in groups.pop(high):
            owner[member] = low

    for one, other in joined:
        unite(owner[one], owner[other])
    wards = {member: owner[member] for pair in joined for member in pair}
    for link in sorted(_clear(cases, links, score), key=lambda k: (-k.score, k.left, k.right)):
        left, right = owner[link.left], owner[link.right]
        if left == right or any(barred[member] & set(groups[right]) for member in groups[left] if member in barred):
            continue
        if not _clash(cases, _speaking(groups[left], link.left, wards), _speaking(groups[right], link.right, wards), apart, score):
            unite(left, right)
    why = _reasons(links, owner)
    return [Cluster(groups[i], {m: why[m] for m in groups[i][1:] if m in why}) for i in sorted(groups)]


def find_links(cases: Sequence[Case], score: Compare) -> Links:
    """The pairs that score high enough, and those that cannot be one."""
    links: list[Link] = []
    apart: set[tuple[int, int]] = set()
    for left, right in pairs(cases):
        total, reasons = score(cases[left], cases[right])
        if total >= MERGE:
            links.append(Link(total, left, right, reasons))
        elif total <= VETO:
            apart.add((left, right))
    return links, apart


def _clear(cases: Sequence[Case], links: Sequence[Link], score: Compare) -> Iterable[Link]:
    """Links without those of a vague report that fits two different events about equally well."""
    by_case: dict[int, list[Link]] = defaultdict(list)
    for link in links:
        by_case[link.left].append(link)
        by_case[link.right].append(link)
    torn = {number for number, own in by_case.items() if cases[number].width > WEEK and _is_torn(cases, number, own, score)}

    def kept(link: Link) -> bool:
        one = link.left in torn and cases[link.right].width <= WEEK
        other = link.right in torn and cases[link.left].width <= WEEK
        return not one and not other

    return [link for link in links if kept(link)]


def _is_torn(cases: Sequence[Case], number: int, links: list[Link], score: Compare) -> bool:
    best = max(link.score for link in links)
    near = sorted(link.left if link.right == number else link.right for link in links if link.score >= best - TIE)[:WITNESSES]
    return any(score(cases[a], cases[b])[0] <= VETO for i, a in enumerate(near) for b in near[i + 1 :])


def _clash(cases: Sequence[Case], left: list[int], right: list[int], apart: set[tuple[int, int]], score: Compare) -> bool:
    """Whether a member of one cluster cannot tell of the same event as a member of the other."""
    for a in left[:WITNESSES]:
        for b in right[:WITNESSES]:
            pair = (min(a, b), max(a, b))
            if pair in apart or score(cases[a], cases[b])[0] < DOUBT:
                return True
    return False


def _speaking(members: list[int], linked: int, wards: dict[int, int]) -> list[int]:
    """Who speaks for a cluster. For those whom a person put together the one that is linked speaks alone: they may differ in anything."""
    if linked not in wards:
        return members
    return [member for member in members if member == linked or wards.get(member) != wards[linked]]


def _reasons(links: Sequence[Link], owner: Sequence[int]) -> dict[int, tuple[Reason, ...]]:
    """For each case its strongest link within its cluster, that to an earlier member before that to a later one."""
    best: dict[int, tuple[tuple[float, int], tuple[Reason, ...]]] = {}
    for link in links:
        if owner[link.left] != owner[link.right]:
            continue
        for member, other in ((link.right, link.left), (link.left, link.right)):
            rank = (-link.score, other)
            if member not in best or rank < best[member][0]:
                best[member] = (rank, link.reasons)
    return {member: reasons for member, (_, reasons) in best.items()}
