"""Every frame of the codebook finds the text that it must match and leaves the one that it must not."""

from __future__ import annotations

import pytest

from detente.extract.events.frames import find_triggers, noun_phrase
from detente.extract.events.scene import Scene
from detente.extract.syntax import parse
from detente.model.document import BlockKind, Sentence
from detente.model.span import Span
from detente.rules.codebook import Frame, codebook
from tests.extract.events.told import events, kinds, sides

FRAMES = list(codebook().frames())


def scene(text: str) -> Scene:
    return Scene(Sentence(Span(0, len(text)), BlockKind.PARAGRAPH, 0), 0, parse([text])[0], (), (), ())


@pytest.mark.parametrize("frame", FRAMES, ids=lambda f: f.name)
def test_a_frame_finds_its_example(frame: Frame) -> None:
    assert frame.kind in kinds(frame.must)


@pytest.mark.parametrize("frame", FRAMES, ids=lambda f: f.name)
def test_a_frame_leaves_its_counterexample(frame: Frame) -> None:
    assert frame.kind not in kinds(frame.must_not)


def test_a_verb_and_its_particle_are_one_trigger() -> None:
    found = {t.frame.name for t in find_triggers(scene("The two sides broke off diplomatic relations."))}
    assert "relations_severed/1" in found


def test_the_closest_fit_outranks_a_looser_one() -> None:
    ranks = {t.frame.kind: t.rank for t in find_triggers(scene("A delegation visited the project site."))}
    assert ranks["site_visit"] > ranks["delegation_visit"]


def test_a_noun_takes_its_words_before_and_after_it() -> None:
    doc = parse(["After the signing of the trade agreement they left."])[0]
    signing = next(t for t in doc if t.text == "signing")
    found = noun_phrase(signing, ("signing", "of", "agreement"))
    assert found is not None
    assert [t.text for t in found] == ["signing", "of", "agreement"]
    assert noun_phrase(signing, ("signing", "of", "treaty")) is None


def test_a_text_called_by_its_date_is_told_beside_what_is_done_to_it() -> None:
    found = {(s.kind, s.date.edtf.text) for s in events("In 1964 Chad denounced the 1930 convention with Libya.") if s.date}
    assert found == {("agreement_terminated", "1964"), ("agreement_signed", "1930")}


def test_the_city_of_a_text_is_no_party() -> None:
    told_of = events("Chad and Libya were at odds. The Bern protocol of November 1976 did not prevent a new quarrel of Chad with Libya.")
    assert {sides(s) for s in told_of if s.kind == "agreement_signed"} == {"LBY+TCD"}


def test_what_stands_for_a_thing_is_no_unknown_actor() -> None:
    text = "Chad and Libya will hold a joint commission in May; it last convened in Tripoli on 3 April 2019."
    assert any(s.kind == "dialogue_held" and s.date is not None and s.date.edtf.text == "2019-04-03" for s in events(text))


def test_a_semicolon_parts_what_happened_from_a_wish() -> None:
    text = "The envoy of Chad visited Libya on 3 April 2019; Chad called on Libya to pay."
    assert {str(s.status) for s in events(text) if s.kind == "visit"} == {"happened"}


def test_a_sentence_of_prose_names_no_visit_without_a_verb() -> None:
    assert "visit" not in kinds("The paper asked about President Macron of France in Beirut.")


def test_a_passive_that_shares_its_auxiliary_is_one() -> None:
    text = "Chad and Libya quarrelled. Ties were cut, and the Libyan embassy closed, on 4 January 1981."
    assert {"relations_severed", "mission_closed"} <= kinds(text)


def test_persons_met_apart_are_met_one_by_one() -> None:
    text = "President Diouf of Senegal had separate meetings with Prime Minister Soares and Foreign Minister Gama of Portugal in May 1984."
    met = [s for s in events(text) if s.kind == "meeting"]
    assert len(met) == 2
    assert {sides(s) for s in met} == {"PRT+SEN"}
    assert not met[0].span.overlaps(met[1].span)


def test_an_entry_may_open_with_a_noun_that_looks_like_a_verb() -> None:
    entries = "Kenya and Ethiopia\n\n- Visit of President Kenyatta of Kenya to Ethiopia: 3 May 2018\n- Visit the road to Ethiopia in 2019"
    assert [(s.kind, sides(s), s.date and s.date.edtf.text) for s in events(entries)] == [("visit", "KEN>ETH", "2018-05-03")]


def test_what_nobody_did_is_denied() -> None:
    text = "Kenya and Ethiopia have been at odds. None of the treaties between Kenya and Ethiopia was signed in 2012."
    assert [str(s.status) for s in events(text) if s.kind == "agreement_signed"] == ["denied"]
    assert [str(s.status) for s in events(text.replace("None", "One")) if s.kind == "agreement_signed"] == ["happened"]


@pytest.mark.parametrize(("end", "status"), [("will have to wait", "hypothetical"), ("was short", "happened")])
def test_what_must_wait_has_not_happened(end: str, status: str) -> None:
    text = f"Kenya and Ethiopia grew closer. The visit of President Kenyatta of Kenya to Addis Ababa {end}."
    assert [str(s.status) for s in events(text) if s.kind == "visit"] == [status]
