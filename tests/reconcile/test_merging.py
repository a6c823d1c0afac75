"""Statements come together by their links, in whatever order, and never against a veto or a ruling."""

from __future__ import annotations

from detente.model.fact import Reason
from detente.reconcile.cases import Case
from detente.reconcile.checks import MERGE, VETO
from detente.reconcile.merging import Cluster, Link, Links, clusters, find_links, founding_order
from tests.reconcile.test_blocking import told

DAY = "2018-07-09"
WHY = (Reason("made", 1.0, "for the test"),)


def meeting(number: int, date: str | None = DAY) -> Case:
    return told(number, "meeting", "ERI,ETH", date, ("Isaias Afwerki",))


def members(found: list[Cluster]) -> list[list[int]]:
    return [cluster.members for cluster in found]


def linked(*pairs: tuple[int, int, float]) -> Links:
    return [Link(score, left, right, WHY) for left, right, score in pairs], set()


def same(one: Case, other: Case) -> tuple[float, tuple[Reason, ...]]:
    return MERGE, WHY


def test_one_event_told_three_times_is_one_and_another_day_another() -> None:
    cases = [meeting(0), meeting(1), meeting(2, "1993-05-24"), meeting(3)]
    assert members(clusters(cases)) == [[0, 1, 3], [2]]


def test_every_statement_is_in_exactly_one_event_and_all_but_founders_have_a_reason() -> None:
    found = clusters([meeting(0), meeting(1), meeting(2)])
    assert sorted(number for one in found for number in one.members) == [0, 1, 2]
    assert [sorted(one.reasons) for one in found] == [one.members[1:] for one in found]


def test_a_veto_between_two_keeps_a_chain_from_joining_them() -> None:
    cases = [meeting(0), meeting(1), meeting(2)]
    links, _ = linked((0, 1, 2.0), (1, 2, 1.5))
    assert members(clusters(cases, same, (links, set()))) == [[0, 1, 2]]
    assert members(clusters(cases, same, (links, {(0, 2)}))) == [[0, 1], [2]]


def test_the_stronger_link_comes_first() -> None:
    cases = [meeting(0), meeting(1), meeting(2)]
    links, _ = linked((0, 1, 1.0), (1, 2, 3.0))
    assert members(clusters(cases, same, (links, {(0, 2)}))) == [[0], [1, 2]]


def test_links_are_pairs_that_score_enough_and_pairs_that_cannot_be_one() -> None:
    cases = [meeting(0), meeting(1)]
    assert [(k.left, k.right) for k in find_links(cases, same)[0]] == [(0, 1)]
    assert find_links(cases, lambda a, b: (VETO, WHY)) == ([], {(0, 1)})


def test_no_two_statements_rank_alike_as_founders() -> None:
    cases = [meeting(number) for number in range(3)]
    assert len({founding_order(one) for one in cases}) == 3
