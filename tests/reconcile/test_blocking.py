from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from detente.reconcile.blocking import ROUNDED, at_most, entry, further_of, in_reach, pairs, reach
from detente.reconcile.cases import Case, case
from detente.reconcile.checks import MERGE, compare
from tests.factory import document, statement
from tests.reconcile.test_reconciling import DATES, KINDS, PEOPLE, SIDES, info


def told(number: int, kind: str, sides: str, date: str | None, people: tuple[str, ...]) -> Case:
    doc = document(f"{number}: what they did.")
    return case(statement(doc, "what they did", kind, sides, date, persons=people), info(doc))


CASES = st.lists(st.tuples(st.sampled_from(KINDS), st.sampled_from(SIDES), st.sampled_from(DATES), st.sampled_from(PEOPLE)), max_size=12)


def comparable(a: Case, b: Case) -> bool:
    """Blocks promise to bring together what is dated, what is undated, and what shares a name."""
    return (a.low is None) == (b.low is None) or bool({w for p in a.persons for w in p} & {w for p in b.persons for w in p})


@settings(max_examples=100, deadline=None)
@given(CASES)
def test_no_pair_that_would_be_merged_is_missed(given_cases: list[tuple[str, str, str | None, tuple[str, ...]]]) -> None:
    cases = [told(number, *fields) for number, fields in enumerate(given_cases)]
    found = set(pairs(cases))
    every = [(i, j) for i in range(len(cases)) for j in range(i + 1, len(cases))]
    merged = {(i, j) for i, j in every if comparable(cases[i], cases[j]) and compare(cases[i], cases[j])[0] >= MERGE}
    assert merged <= found


def test_pairs_come_once_and_in_order() -> None:
    cases = [told(i, "visit", "ERI>ETH", "2018-07-14", ("Isaias Afwerki",)) for i in range(5)]
    found = list(pairs(cases))
    assert found == sorted(set(found)) == [(i, j) for i in range(5) for j in range(i + 1, 5)]


def test_the_cost_grows_with_the_number_of_statements() -> None:
    def cost(number: int) -> int:
        days = [(date(1900, 1, 1) + timedelta(days=i)).isoformat() for i in range(number)]
        return len(list(pairs([told(i, "meeting", "ERI,ETH", day, ()) for i, day in enumerate(days)])))

    few, many = cost(200), cost(1600)
    assert few > 0
    assert many < 9 * few


def test_a_crowd_is_compared_among_those_that_name_the_same_people() -> None:
    number = 800
    cases = [told(i, "meeting", "ERI,ETH", f"2018-07-{1 + i % 28:02}", (f"Envoy{i % 40} Family{i % 40}",)) for i in range(number)]
    found = set(pairs(cases))
    assert len(found) < number * number / 8
    assert all(pair in found for pair in ((i, i + 280) for i in range(number - 280)))


@settings(max_examples=60, deadline=None)
@given(CASES)
def test_a_pair_is_worth_comparing_or_not_whatever_else_there_is(given_cases: list[tuple[str, str, str | None, tuple[str, ...]]]) -> None:
    cases = [told(number, *fields) for number, fields in enumerate(given_cases)]
    found = set(pairs(cases))
    for i in range(len(cases)):
        for j in range(i + 1, len(cases)):
            assert bool(list(pairs([cases[i], cases[j]]))) == bool(list(pairs([cases[j], cases[i]]))) == ((i, j) in found)


RICH_KINDS = ("visit", "official_visit", "meeting", "agreement_signed", "relations_restored", "aid_pledged", "commitment")
RICH = st.fixed_dictionaries(
    {
        "kind": st.sampled_from(RICH_KINDS),
        "sides": st.sampled_from(SIDES),
        "date": st.sampled_from((*DATES, "1998/2030")),
        "persons": st.sampled_from(PEOPLE),
        "places": st.sampled_from(((), ("Asmara",), ("Jeddah",))),
        "object": st.sampled_from((None, "Jeddah Peace Agreement", "agreement on ports", "ports")),
        "level": st.sampled_from((None, "strategic partnership", "comprehensive strategic partnership")),
        "due": st.sampled_from(("2019", "2020-06")),
        "status": st.sampled_from(("happened", "denied", "planned")),
        "quote": st.sampled_from(("soldiers left the disputed border town", "envoys praised the disputed border road", "they spoke")),
        "published": st.sampled_from((None, "2018-07-10", "2018-07-12", "2024")),
    }
)


def richly(number: int, fields: dict[str, Any]) -> Case:
    more = dict(fields)
    quote = more.pop("quote")
    doc = document(f"{number}: {quote}.", f"{number}.txt", more.pop("published"))
    return case(statement(doc, quote, more.pop("kind"), more.pop("sides"), more.pop("date"), **more), info(doc))


@settings(max_examples=400, deadline=None)
@given(RICH, RICH)
def test_no_two_statements_score_more_than_what_is_kept_of_them_allows(one: dict[str, Any], other: dict[str, Any]) -> None:
    a, b = richly(1, one), richly(2, other)
    if a.family.name != b.family.name:
        return
    score = compare(a, b)[0]
    assert score <= at_most(entry(a), entry(b), a.family, further_of(a)) + ROUNDED
    if entry(a).dated and entry(b).dated and not in_reach(entry(a), entry(b), reach(a)):
        assert score < MERGE


def test_a_year_beside_the_next_is_out_of_reach_and_a_day_beside_the_next_is_not() -> None:
    years = [entry(told(n, "visit", "ERI>ETH", date, ())) for n, date in enumerate(("2018", "2019"))]
    days = [entry(told(n, "visit", "ERI>ETH", date, ())) for n, date in enumerate(("2018-12-31", "2019-01-01"))]
    assert not in_reach(years[0], years[1], 7)
    assert in_reach(days[0], days[1], 7)
