"""Faults that the parser makes again and again, put right; sound parses stay as they are."""

from __future__ import annotations

import pytest

from detente.extract.events.mends import mend
from detente.extract.syntax import parse
from tests.extract.events.told import events, sides


def _subjects(text: str) -> dict[str, set[str]]:
    doc = mend(next(iter(parse([text]))))
    return {t.text: {c.text for c in t.children if c.dep_ in ("nsubj", "nsubjpass")} for t in doc if t.pos_ in ("VERB", "AUX")}


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        ("When Ethiopia invaded Somalia, Kenya and Djibouti worked together to end the war.", "worked", "Kenya"),
        ("After Saudi Arabia attacked Yemen, Egypt, Jordan and Sudan joined the coalition.", "joined", "Egypt"),
        ("Following talks with Mali, Niger and Chad signed a pact.", "signed", "Niger"),
        ("On 4 May 2019 Turkey had informed Greece and had closed the border.", "informed", "Turkey"),
        ("Cuban troops sent to Angola in 1975 fought against South African forces.", "fought", "troops"),
        # sound as they are
        ("Ethiopia attacked Somalia, Kenya and Djibouti.", "attacked", "Ethiopia"),
        ("After Kenya recognized Somalia, Djibouti opened an embassy.", "opened", "Djibouti"),
    ],
)
def test_a_verb_has_the_subject_that_stands_before_it(text: str, verb: str, subject: str) -> None:
    assert subject in _subjects(text)[verb]


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("When Ethiopia invaded Somalia, Kenya and Djibouti sent aid to refugees.", "attack", "ETH>SOM"),
        ("Mediated by Qatar, Chad and Sudan resumed relations in May 2009.", "relations_restored", "SDN+TCD"),
        ("Ethiopia attacked Somalia, Kenya and Djibouti in 1990.", "attack", "ETH>DJI+KEN+SOM"),
    ],
)
def test_whoever_comes_after_the_comma_is_not_done_to(text: str, kind: str, expected: str) -> None:
    assert [sides(s) for s in events(text) if s.kind == kind] == [expected]
