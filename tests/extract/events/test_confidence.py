from __future__ import annotations

from dataclasses import replace

import pytest

from detente.extract.events.confidence import LEAST, MOST, Evidence, confidence, evidence
from detente.model.statement import Status
from detente.rules.codebook import codebook
from detente.rules.confidence import EVIDENCE
from tests.extract.events.told import told

BARE = Evidence("relations", False, False, False, False, False, False)
FULL = Evidence("relations", True, True, True, True, True, True)


@pytest.mark.parametrize("family", codebook().families)
def test_it_is_a_probability_and_never_certain(family: str) -> None:
    for found in (BARE, FULL):
        assert LEAST <= confidence(replace(found, family=family)) <= MOST


@pytest.mark.parametrize("name", EVIDENCE)
@pytest.mark.parametrize("family", ["words", "agreements"])
def test_more_evidence_never_makes_it_less_likely(name: str, family: str) -> None:
    for start in (replace(BARE, family=family), replace(FULL, family=family, **{name: getattr(BARE, name)})):
        assert confidence(replace(start, **{name: getattr(FULL, name)})) >= confidence(start)


def test_the_same_evidence_gives_the_same_number() -> None:
    assert confidence(FULL) == confidence(replace(FULL))
    assert confidence(BARE) < confidence(FULL)


def test_evidence_is_read_from_the_wording_and_its_parts() -> None:
    frame = next(frame for frame in codebook().frames() if frame.part == "verb" and frame.kind == "recognition")
    found = evidence(frame, False, True, "stated", Status.HAPPENED)
    assert (found.family, found.named, found.target, found.dated, found.done, found.verb) == ("relations", *[True] * 5)
    lent = evidence(frame, True, False, "heading", Status.PLANNED)
    assert (lent.named, lent.target, lent.dated, lent.done) == (False,) * 4
    assert not evidence(frame, False, True, None, Status.HAPPENED).dated


def test_what_happened_on_no_told_day_is_out_of_place_in_news_alone() -> None:
    frame = next(frame for frame in codebook().frames() if frame.kind == "recognition")
    assert not evidence(frame, False, True, None, Status.HAPPENED, news=True).placed
    assert evidence(frame, False, True, None, Status.PLANNED, news=True).placed
    assert evidence(frame, False, True, "story", Status.HAPPENED, news=True).placed
    assert evidence(frame, False, True, None, Status.HAPPENED).placed


def test_a_deed_of_one_party_lacks_no_target() -> None:
    frame = next(frame for frame in codebook().frames() if frame.kind == "election_held")
    assert evidence(frame, False, False, None, Status.HAPPENED).target


STORY = "LIMA, 6 May 2014 - President Humala of Peru met President Bachelet of Chile on Monday.\n\n"


def test_news_leaves_out_what_it_gives_no_day_and_no_sides() -> None:
    background = "Their embassies had been closed."
    assert {k for k, *_ in told(STORY + background)} == {"meeting"}
