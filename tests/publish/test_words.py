from __future__ import annotations

from dataclasses import replace

from detente.model.fact import DiscrepancyType, Grade
from detente.model.statement import Status
from detente.publish import words
from detente.rules.tone import Tone
from tests.publish.sample import WIRE, event, line


def test_every_code_of_the_record_has_words() -> None:
    assert set(words.STATUS_WORDS) == set(words.STATUS_MARKS) == set(Status)
    assert set(words.GRADE_WORDS) == set(Grade)
    assert set(words.TYPE_WORDS) == set(DiscrepancyType)
    assert set(words.TONE_WORDS) == set(Tone)


def test_marks_differ_without_colour() -> None:
    assert len(set(words.STATUS_MARKS.values())) == len(Status)


def test_tone_follows_the_plover_type() -> None:
    def tone(kind: str) -> Tone:
        return words.tone_of(line("x", event(WIRE, kind, "2020", "something happened")))

    assert tone("sanction_imposed") is Tone.MATERIAL_CONFLICT
    assert tone("criticism") is Tone.VERBAL_CONFLICT
    assert tone("state_visit") is Tone.VERBAL_COOPERATION
    assert tone("aid_delivered") is Tone.MATERIAL_COOPERATION
    assert tone("anniversary") is Tone.NEUTRAL


def test_what_was_denied_has_no_tone() -> None:
    visit = line("x", event(WIRE, "state_visit", "2020", "the visit was called off", status=Status.DENIED))
    assert words.tone_of(visit) is Tone.NEUTRAL


def test_counting() -> None:
    assert words.counted(1, "source") == "1 source"
    assert words.counted(1204, "statement") == "1,204 statements"
    assert words.counted(2, "discrepancy", "discrepancies") == "2 discrepancies"


def test_a_kind_without_a_label_is_said_in_words() -> None:
    fact = line("x", event(WIRE, "no_such_kind", "2020", "something")).fact
    assert words.label_of(fact) == "no such kind"
    assert words.family_of(fact) == ""


def test_the_codebook_labels_kinds() -> None:
    fact = line("x", event(WIRE, "state_visit", "2020", "the visit")).fact
    assert words.label_of(fact) == "state visit"
    assert words.family_of(fact)


def test_an_unknown_basis_is_shown_as_it_is() -> None:
    assert words.basis_words("heading") == "from the heading it stands under"
    assert words.basis_words("some_new_basis") == "some new basis"
    assert words.basis_words(None) == ""
    assert words.published_words(None) == ""
    assert words.level_words("severed") == "Relations severed"
    assert words.level_words("Strategic Partnership") == "Strategic Partnership"
    assert words.level_words("comprehensive cooperation") == "Comprehensive cooperation"


def test_what_the_title_says_is_not_said_again() -> None:
    visit = line("Joe Biden (United States): state visit to Vietnam", event(WIRE, "state_visit", "2020", "the visit")).fact
    assert words.label_tag(visit) == ""
    assert words.label_tag(replace(visit, title="Joe Biden goes to Hanoi")) == "state visit"
    assert words.status_tag(visit) == ""
    planned = replace(visit, status=Status.PLANNED)
    assert words.status_tag(planned) == "planned"
    assert words.status_tag(replace(planned, title="state visit, planned")) == ""
    assert words.status_tag(replace(planned, title="state visit (planned)")) == ""
