from __future__ import annotations

from dataclasses import replace

import pytest

from detente.ask.views import Evidence
from detente.publish.evidence import date_as_given, words_after
from detente.web.site.gate import CONTEXT, Gate, cut
from tests.publish.sample import chronicle

TOLD = chronicle().lines[1].evidence[0]


@pytest.mark.parametrize(
    ("text", "limit", "wanted"), [("short", 20, "short"), ("one two three four", 12, "one two…"), ("x" * 30, 10, f"{'x' * 9}…")]
)
def test_a_text_is_cut_at_a_word_where_there_is_one(text: str, limit: int, wanted: str) -> None:
    assert cut(text, limit) == wanted
    assert len(cut(text, limit)) <= limit


def test_a_quote_within_the_limit_is_left_as_it_is_with_less_around_it() -> None:
    told = Gate(300).evidence(replace(TOLD, before="word " * 60, after=" word" * 60))
    assert told.quote == TOLD.quote
    assert told.statement == TOLD.statement
    assert max(len(told.before), len(told.after)) <= CONTEXT


def test_no_words_follow_a_quote_that_was_cut_and_its_statement_is_cut_too() -> None:
    told = Gate(20).evidence(TOLD)
    assert told.quote == told.statement.quote == cut(TOLD.quote, 20)
    assert told.after == words_after(told) == ""
    assert len(told.before) <= 20


def test_what_a_statement_holds_besides_is_cut_as_well() -> None:
    told = Gate(20).evidence(
        replace(TOLD, statement=replace(TOLD.statement, detail=(("claim", "the first minister to go there since the war"),)))
    )
    assert told.statement.detail == (("claim", "the first minister…"),)


def test_a_date_beyond_the_cut_is_not_said_to_be_given_in_other_words() -> None:
    for limit in range(20, len(TOLD.quote) + 5):
        told = Gate(limit).evidence(TOLD)
        assert date_as_given(told).rstrip("…") in TOLD.before + TOLD.quote + TOLD.after


def test_whatever_a_page_is_made_of_its_quotes_are_cut() -> None:
    line = chronicle().lines[1]
    passed = Gate(20).pass_on({"lines": [line, (line.evidence,)]})
    assert all(len(told.quote) <= 20 for told in [*passed["lines"][0].evidence, *passed["lines"][1][0]])
    assert passed["lines"][0].fact is line.fact


def test_folders_and_names_of_reviewers_stay_at_home() -> None:
    document = replace(TOLD.document, path="/srv/secret/papers/a.txt")
    told: Evidence = Gate(300).pass_on(replace(TOLD, document=document))
    assert told.document.path == "a.txt"
    assert Gate(300).pass_on(replace(document, path="C:\\secret\\a.txt")).path == "a.txt"
    assert Gate(300).pass_on(replace(document, path="register:visits")).path == "register:visits"
    conflict = chronicle().conflicts[0]
    settled = replace(conflict, settled="the first is followed, by Anna Bauer on 2024-05-06: the gazette says so")
    assert Gate(300).pass_on(settled).settled == "the first is followed"
