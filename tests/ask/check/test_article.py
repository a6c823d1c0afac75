from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from detente.ask.check import Verdict, check
from detente.store.base import Record
from tests.ask.check.conftest import Say, article, press, wire


def test_an_article_is_no_witness_for_itself(record: Record) -> None:
    answer = check(record, press())
    assert [d.path for d in answer.left_out] == ["press.txt"]
    assert answer.documents == 1
    assert {f.verdict for f in answer.findings} == {Verdict.NO_RECORD}


def test_a_copy_of_the_article_is_no_witness_either(record: Record) -> None:
    text = press().document.text + "By our own staff.\n"
    answer = check(record, article(text, ("Barack Obama in May 2016", "visit", "USA>VNM", "2016-05", {"persons": ["Barack Obama/USA"]})))
    assert [d.path for d in answer.left_out] == ["press.txt"]
    assert answer.findings[0].verdict is Verdict.NO_RECORD


def test_claims_stand_in_the_order_of_the_text_with_their_quotes(record: Record) -> None:
    extracted = press()
    answer = check(record, replace(extracted, document=replace(extracted.document, sha256="f" * 64)))
    assert [f.number for f in answer.findings] == list(range(1, len(answer.findings) + 1))
    assert [f.span for f in answer.findings] == sorted(f.span for f in answer.findings)
    assert all(answer.text[f.span.start : f.span.end] == f.quote for f in answer.findings)
    assert sum(answer.counts.values()) == len(answer.findings)


def test_what_is_about_others_is_not_checked(say: Say) -> None:
    text = "Vietnam normalized relations with China in 1991."
    answer = say(text, (text[:-1], "relations_normalized", "VNM,CHN", "1991"))
    assert answer.findings == ()
    assert answer.elsewhere == (text[:-1],)


def test_the_record_says_from_when_it_tells(record: Record) -> None:
    answer = check(record, wire())
    assert (answer.first_year, answer.last_year) == (1995, 2025)
    assert not answer.contradicted


def test_known_on_asks_an_earlier_record(record: Record) -> None:
    said = ("Joe Biden in Hanoi", "visit", "USA>VNM", "2023", {"persons": ["Joe Biden/USA"]})
    before = check(record, article("Joe Biden in Hanoi.", said), known_on="2024-01-01")
    after = check(record, article("Joe Biden in Hanoi.", said), known_on="2024-04-01")
    assert [a.findings[0].verdict for a in (before, after)] == [Verdict.NO_RECORD, Verdict.SUPPORTED]


@pytest.mark.parametrize("text", ["", "\n\n", "\u202e\x00", "for the first time \ud800"])
def test_nothing_in_a_text_raises(say: Say, text: str) -> None:
    if "\ud800" in text:
        text = text.encode("utf-8", "replace").decode()
    assert say(text).counts["contradicted"] == 0


@given(st.text(alphabet=st.sampled_from("the first 30 years of all presidents since 1995 tripled's,.-\n"), max_size=80))
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_wording_of_claims_raises(say: Say, text: str) -> None:
    answer = say(text)
    assert all(answer.text[f.span.start : f.span.end] == f.quote for f in answer.findings)
