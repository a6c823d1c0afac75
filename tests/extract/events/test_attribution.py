"""Reported speech is told on its speaker's word; what the text says itself is on nobody's."""

from __future__ import annotations

import pytest

from tests.extract.events.told import events


@pytest.mark.parametrize(
    ("text", "speaker", "words"),
    [
        ("Peru said that Chile had attacked Arica.", "Peru", "Peru"),
        ("India attacked Lahore in 1965, Pakistan said.", "Pakistan", "Pakistan"),
        ("Ethiopia announced that it had opened an embassy in Eritrea.", "Ethiopia", "Ethiopia"),
        ("Foreign Minister Dacic said Serbia had signed an agreement with Kosovo.", "Ivica Dačić", "Dacic"),
        ("Officials said Ethiopia and Eritrea had signed an agreement.", "Officials", "Officials"),
        ("India attacked Pakistan, Reuters reported.", "Reuters", "Reuters"),
        (
            "According to Pakistan's foreign ministry, India attacked Lahore in 1965.",
            "Pakistan's foreign ministry",
            "Pakistan's foreign ministry",
        ),
    ],
)
def test_an_event_in_reported_speech_has_its_speaker(text: str, speaker: str, words: str) -> None:
    (event,) = events(text)
    assert event.attribution is not None
    assert (event.attribution.name, event.attribution.span.of(text)) == (speaker, words)


@pytest.mark.parametrize(
    "text",
    [
        "India attacked Lahore in 1965.",
        "Ethiopia attacked Eritrea. The minister said nothing.",
        "Pakistan's premier said that India was wrong, and India attacked Pakistan.",
        "Serbia, which said little, signed an agreement with Kosovo.",
        "Peru and Chile signed a treaty according to plan.",
    ],
)
def test_what_the_text_says_itself_has_no_speaker(text: str) -> None:
    (event,) = events(text)
    assert event.attribution is None
