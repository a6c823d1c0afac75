from __future__ import annotations

from dataclasses import replace

import pytest

from detente.ask.views import DocumentSummary
from detente.model.edtf import Edtf
from detente.model.fact import Reason
from detente.model.span import Span
from detente.model.statement import Attribution
from detente.publish.evidence import date_as_given, document_name, how, register_row, whereabouts, words_after, words_before
from tests.publish.sample import LETTER, REPORT, WIRE, event, line


def test_a_document_is_called_by_its_title_then_its_file() -> None:
    assert document_name(WIRE) == "Leaders raise ties to highest level"
    assert document_name(replace(WIRE, title=" \n")) == "wire.txt"
    assert document_name(DocumentSummary("ab", "a1", None, None, None, None, None)) == "a1"


def test_where_a_quote_stands() -> None:
    told = event(REPORT, "state_visit", "2020", "the visit", page=4, paragraph=2)
    assert whereabouts(told) == ["December 2024", "page 4, paragraph 2"]
    assert whereabouts(event(LETTER, "state_visit", "2020", "the visit")) == ["2 March 2025"]


def test_cut_context_is_marked_and_whole_sentences_are_not() -> None:
    told = event(WIRE, "state_visit", "2020", "the visit", ("In Hanoi, ", " went well."))
    assert words_before(told) == "…In Hanoi, "
    assert words_after(told) == " went well."
    begin = replace(told, before="", statement=replace(told.statement, span=Span(0, 9)))
    assert words_before(begin) == ""
    assert words_after(replace(told, after=" went well, and")) == " went well, and…"


def test_the_date_is_shown_as_given_and_as_read() -> None:
    told = event(WIRE, "state_visit", "2023-09-10", "he arrived on Sunday", basis="relative")
    assert date_as_given(told) == "Sunday"
    assert how(told, None) == ["“Sunday” read as 10 September 2023, counted from the document's date."]


@pytest.mark.parametrize("span", [None, Span(2000, 2010), Span(0, 5)])
def test_a_date_given_elsewhere_is_not_quoted(span: Span | None) -> None:
    told = event(WIRE, "state_visit", "2023-09-10", "he arrived")
    assert told.statement.date is not None
    told = replace(told, statement=replace(told.statement, date=replace(told.statement.date, span=span)))
    assert date_as_given(told) == ""
    assert how(told, None) == ["Dated 10 September 2023, as stated."]


def test_other_readings_promises_and_speakers_are_told() -> None:
    told = event(
        WIRE, "state_visit", "2019-07-08", "on 08/07/2019", due=Edtf.parse("../2030"), attribution=Attribution("the ministry", Span(1, 4))
    )
    assert told.statement.date is not None
    said = replace(told.statement, date=replace(told.statement.date, alternatives=(Edtf.parse("2019-08-07"),)))
    assert how(replace(told, statement=said), None) == [
        "“08/07/2019” read as 8 July 2019, as stated, not 7 August 2019. Due up to 2030. Said by the ministry."
    ]


def test_why_a_statement_was_merged_is_told() -> None:
    first, second = event(WIRE, "state_visit", "2023", "a visit in 2023"), event(REPORT, "state_visit", "2023", "the visit of 2023")
    fact = line("a visit", first, second).fact
    assert "The same event" not in how(first, fact)[0]
    assert how(second, fact)[0].endswith("The same event: both dates can be the same day; the same two countries.")


def test_what_speaks_against_a_merge_is_told_too() -> None:
    first, second = event(WIRE, "state_visit", "2023", "a visit in 2023"), event(REPORT, "state_visit", "2023", "the visit of 2023")
    fact = line("a visit", first, second).fact
    doubtful = replace(fact.supports[1], reasons=(Reason("parties", 0.9, "the same parties"), Reason("date", -0.1, "not both are dated")))
    told = how(second, replace(fact, supports=(fact.supports[0], doubtful)))[0]
    assert told.endswith("The same event: the same parties; against it: not both are dated.")


def test_a_row_of_a_register_is_told_by_its_fields() -> None:
    row = "id: 98; visitor: President Thieu; country id: vietnam; start date: 1969-06-08; description: Met at Midway; then left: so it says"
    told = event(replace(WIRE, path="register:visits"), "state_visit", "1969-06-08", row)
    assert register_row(told) == [
        ("visitor", "President Thieu"),
        ("start date", "1969-06-08"),
        ("description", "Met at Midway"),
        ("then left", "so it says"),
    ]


def test_only_a_register_has_rows() -> None:
    assert register_row(event(WIRE, "state_visit", "2020", "visitor: President Thieu; start date: 1969-06-08")) == []
    assert register_row(event(replace(WIRE, path="register:visits"), "state_visit", "2020", "no field at all")) == []


def test_words_after_a_semicolon_belong_to_the_field_before() -> None:
    told = event(replace(WIRE, path="register:visits"), "state_visit", "1969", "description: Met; Dined; place: Midway")
    assert register_row(told) == [("description", "Met; Dined"), ("place", "Midway")]
