"""A sentence is parsed when it may tell an event, and a sentence without a trigger's word costs nothing."""

from __future__ import annotations

import pytest

from detente.extract.events.gate import gated
from detente.model.document import BlockKind
from tests.extract.events.told import reading_of


@pytest.mark.parametrize(
    ("text", "passes"),
    [
        ("Serbia recognised nobody.", True),
        ("SERBIA RECOGNIZES KOSOVO.", True),
        ("The embassies of Peru and Chile closed.", True),
        ("Serbia re-recognized Kosovo.", True),
        ("Eritrea: dry and hot.", False),
        ("Lima, older than Arica.", False),
        ("Lima is old.", False),
        ("It is a big country.", False),
        ("The price of sugar broke a record.", False),
        ("The minister of Peru was in Arica.", True),
        ("The two broke off their relations.", True),
    ],
)
def test_any_form_of_a_trigger_word_passes(text: str, passes: bool) -> None:
    assert bool(list(gated(reading_of(text)))) is passes


def test_sentences_keep_their_numbers_and_order() -> None:
    reading = reading_of("Dry Eritrea! Ethiopia attacked Eritrea. High Asmara! Eritrea attacked Ethiopia.")
    assert [(n, s.span.of(reading.document.text)) for n, s in gated(reading)] == [
        (1, "Ethiopia attacked Eritrea."),
        (3, "Eritrea attacked Ethiopia."),
    ]


def test_an_entry_that_names_a_person_needs_no_trigger_word() -> None:
    reading = reading_of("Peru and Chile: a chronology\n\n- President Gabriel Boric of Chile in Lima\n- Lima in winter\n")
    assert ["Boric" in s.span.of(reading.document.text) for _, s in gated(reading) if s.kind is BlockKind.LIST_ITEM] == [True]
