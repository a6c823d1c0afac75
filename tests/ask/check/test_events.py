from __future__ import annotations

import pytest

from detente.ask.check import Stance, Verdict
from detente.model.fact import DiscrepancyType, Grade
from tests.ask.check.conftest import Say, only


def test_the_same_day_and_the_same_man_is_supported(say: Say) -> None:
    text = "Clinton announced on July 11, 1995 that relations would be normal."
    found = only(
        say(text, (text[:-1], "normalization_announced", "USA>VNM", "1995-07-11", {"persons": ["Clinton/USA"]})), "normalization_announced"
    )
    assert found.verdict is Verdict.SUPPORTED
    assert found.sources == 1
    assert [w.stance for w in found.witnesses] == [Stance.AGREES]
    assert "11 July 1995" in found.reason


def test_a_coarser_date_is_supported_and_the_record_narrows_it(say: Say) -> None:
    text = "Joe Biden visited Vietnam in 2023."
    found = only(say(text, (text[:-1], "visit", "USA>VNM", "2023", {"persons": ["Joe Biden/USA"]})), "visit")
    assert found.verdict is Verdict.SUPPORTED
    assert "10–11 September 2023 (the record is more precise)" in found.reason


def test_a_finer_date_than_the_records_is_borne_out_in_part(say: Say) -> None:
    text = "Barack Obama came to Hanoi on 23 May 2016."
    found = only(say(text, (text[:-1], "visit", "USA>VNM", "2016-05-23", {"persons": ["Barack Obama/USA"]})), "visit")
    assert found.verdict is Verdict.PARTLY
    assert "less precisely: the record has May 2016, the article 23 May 2016" in found.reason


def test_another_day_of_the_same_visit_is_contradicted(say: Say) -> None:
    text = "Joe Biden was in Hanoi on 13-14 September 2023."
    answer = say(text, (text[:-1], "visit", "USA>VNM", "2023-09-13/2023-09-14", {"persons": ["Joe Biden/USA"]}))
    found = only(answer, "visit")
    assert found.verdict is Verdict.CONTRADICTED
    assert answer.contradicted
    assert (found.witnesses[0].type, found.witnesses[0].grade) == (DiscrepancyType.DATE, Grade.CONTRADICTION)


@pytest.mark.parametrize(("date", "verdict"), [("2015", Verdict.CONTRADICTED), ("2013", Verdict.SUPPORTED)])
def test_a_level_is_reached_once(say: Say, date: str, verdict: Verdict) -> None:
    text = f"The Comprehensive Partnership dates from {date}."
    said = (text[:-1], "partnership_established", "USA,VNM", date, {"level": "Comprehensive Partnership"})
    assert only(say(text, said), "partnership_established").verdict is verdict


def test_another_level_is_not_the_same_level_misdated(say: Say) -> None:
    text = "The Comprehensive Strategic Partnership dates from 2023."
    said = (text[:-1], "partnership_established", "USA,VNM", "2023", {"level": "Comprehensive Strategic Partnership"})
    assert only(say(text, said), "partnership_established").verdict is Verdict.NO_RECORD


def test_what_was_announced_is_borne_out_by_its_announcement(say: Say) -> None:
    text = "Vietnam and the United States normalized relations in 1995."
    found = only(say(text, (text[:-1], "relations_normalized", "USA,VNM", "1995")), "relations_normalized")
    assert found.verdict is Verdict.SUPPORTED
    assert "normalization announced" in found.reason


def test_the_other_sides_announcement_is_another_event(say: Say) -> None:
    text = "On 12 July 1995 Vo Van Kiet announced it in Hanoi."
    said = (text[:-1], "normalization_announced", "VNM>USA", "1995-07-12", {"persons": ["Vo Van Kiet/VNM"]})
    assert only(say(text, said), "normalization_announced").verdict is Verdict.NO_RECORD


def test_a_denial_of_what_happened_is_contradicted_and_a_plan_is_not(say: Say) -> None:
    text = "Joe Biden did not visit Vietnam on 10-11 September 2023."
    denied = (text[:-1], "state_visit", "USA>VNM", "2023-09-10/2023-09-11", {"persons": ["Joe Biden/USA"], "status": "denied"})
    assert only(say(text, denied), "state_visit").verdict in (Verdict.CONTRADICTED, Verdict.NO_RECORD)
    planned = (*denied[:-1], {"persons": ["Joe Biden/USA"], "status": "planned"})
    found = only(say(text, planned, published="2023-09-01"), "state_visit")
    assert found.verdict is Verdict.SUPPORTED


def test_people_whom_the_record_does_not_name_make_it_supported_in_part(say: Say) -> None:
    text = "Joe Biden and Jill Biden paid a state visit on 10-11 September 2023."
    said = (text[:-1], "state_visit", "USA>VNM", "2023-09-10/2023-09-11", {"persons": ["Joe Biden/USA", "Jill Tracy/USA"]})
    found = only(say(text, said), "state_visit")
    assert found.verdict is Verdict.PARTLY
    assert "does not name Jill Tracy" in found.reason


def test_what_the_record_does_not_tell_of_comes_with_the_nearest(say: Say) -> None:
    text = "In June 1997 Madeleine Albright visited Hanoi."
    found = only(say(text, (text[:-1], "visit", "USA>VNM", "1997-06", {"persons": ["Madeleine Albright/USA"]})), "visit")
    assert found.verdict is Verdict.NO_RECORD
    assert found.witnesses
    assert all(w.stance is Stance.NEAR for w in found.witnesses)
    assert found.sources == 0
