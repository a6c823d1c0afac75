"""Events as a reader would log them, in sentences of every build."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.extract.events.told import events, told


def test_coordinated_verbs_are_two_events_with_their_own_dates() -> None:
    text = "Brazil recognized Angola on 11 November 1975 and opened an embassy in Luanda in March 1976."
    assert told(text) == [("recognition", "1975-11-11", "BRA>AGO", "happened"), ("mission_opened", "1976-03", "BRA>AGO", "happened")]


def test_a_passive_with_its_agent_is_the_active() -> None:
    assert told("Angola was recognized by Brazil on 11 November 1975.") == [("recognition", "1975-11-11", "BRA>AGO", "happened")]


def test_a_relative_clause_keeps_its_own_date() -> None:
    text = "The embargo that the United States imposed on Cuba in February 1962 is still debated."
    assert ("sanction_imposed", "1962-02", "USA>CUB", "happened") in told(text)


def test_a_nominal_visit_has_visitor_host_and_date() -> None:
    (visit,) = events("President Macron of France's visit to Lebanon in September 2020 was his second.")
    assert (visit.kind, visit.date and visit.date.edtf.text) == ("visit", "2020-09")
    assert [p.party.country for p in visit.source] == ["FRA"]
    assert [p.party.country for p in visit.target] == ["LBN"]


def test_everyone_at_a_meeting_is_on_both_sides() -> None:
    text = "Foreign Minister Lavrov of Russia met Secretary of State Kerry of the United States in Geneva on 12 September 2013."
    assert told(text) == [("meeting", "2013-09-12", "RUS+USA", "happened")]


def test_dates_in_a_list_are_one_event_each() -> None:
    found = told("The fishing agreements of 1995, 2000 and 2007 between Spain and Morocco are forgotten.")
    assert sorted(str(d) for k, d, _, _ in found if k == "agreement_signed") == ["1995", "2000", "2007"]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Chad and Libya did not sign the treaty.", "denied"),
        ("Chad and Libya will sign a treaty.", "planned"),
        ("Chad and Libya may sign a treaty.", "hypothetical"),
        ("If Chad and Libya sign a treaty, the border will open.", "hypothetical"),
        ("Chad and Libya plan to sign a treaty.", "planned"),
        ("Chad and Libya refused to sign a treaty.", "denied"),
        ("Chad and Libya signed a treaty.", "happened"),
    ],
)
def test_status_is_the_texts_own(text: str, status: str) -> None:
    assert ("agreement_signed", status) in [(k, s) for k, _, _, s in told(text)]


def test_a_cancelled_visit_is_denied() -> None:
    assert ("visit", "denied") in [(k, s) for k, _, _, s in told("President Macron of France cancelled a visit to Lebanon.")]


def test_reported_speech_has_its_speaker() -> None:
    (visit,) = [s for s in events("Peru said that President Boric of Chile visited Lima in May 2022.") if s.kind == "visit"]
    assert visit.attribution is not None
    assert visit.attribution.name == "Peru"


def test_a_topic_is_no_event() -> None:
    assert "exercise_held" not in {k for k, *_ in told("India and Japan signed an agreement on joint patrols in May 2019.")}


def test_a_stay_of_two_days_covers_both() -> None:
    text = "PARIS, 6 May 2019 - President Boric of Chile arrived in Paris on 5 May 2019 for a two-day visit to France."
    assert ("visit", "2019-05-05/2019-05-06", "CHL>FRA", "happened") in told(text)


def test_an_entry_of_a_chronology_is_dated_by_its_head() -> None:
    first = "31 August 1989: Chad and Libya sign the treaty of Algiers."
    text = f"Chad and Libya: a chronology\n\n{first}\n3 February 1994: Court settles border between Chad and Libya.\n"
    assert ("agreement_signed", "1989-08-31") in [(k, d) for k, d, *_ in told(text)]


def test_a_quote_is_the_documents_own_characters() -> None:
    text = "In May 2019, “Peru” 🎉 and Chile signed\n\nan agreement in Lima."
    for statement in events(text):
        assert statement.span.of(text) == statement.quote


@settings(max_examples=30, deadline=None)
@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=200))
def test_no_text_breaks_it(text: str) -> None:
    body = f"{text} Peru and Chile signed an agreement. {text}"
    for statement in events(body):
        assert statement.span.of(body) == statement.quote
        assert 0 <= statement.confidence <= 1
