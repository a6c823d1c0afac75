"""The event before this one, which "the first since" tells."""

from __future__ import annotations

import pytest

from tests.extract.events.told import events, told


@pytest.mark.parametrize(
    ("text", "kind", "dates"),
    [
        # said of the noun, of what stands for it, of the occasion
        ("Peru and Chile held talks in May 2019, the first talks since 2012.", "talks_held", {"2019-05", "2012"}),
        (
            "Ethiopia's prime minister left Eritrea on 9 May 2024 after a visit to Asmara, his second and the first since 2018.",
            "visit",
            {"2024-05-09", "2018"},
        ),
        (
            "Serbia's president met Kosovo's president in Ohrid on 18 March 2023 for the first time since March 2021.",
            "meeting",
            {"2023-03-18", "2021-03"},
        ),
        # since something else happened
        ("Peru and Chile held talks in May 2019, the first talks since the treaty of 2012.", "talks_held", {"2019-05"}),
        # another deed was the first
        ("Kenya's premier met Somalia's premier on 7 May 2024 after the first drop in exports since 2009.", "meeting", {"2024-05-07"}),
        # no event took place now
        ("Kenya's premier has not met Somalia's premier for the first time since 2009.", "meeting", {None}),
    ],
)
def test_the_first_since_tells_of_the_last(text: str, kind: str, dates: set[str | None]) -> None:
    assert {d for k, d, _, _ in told(text) if k == kind} == dates


def test_what_was_done_then_names_no_person_and_quotes_its_own_words() -> None:
    text = "President Abiy Ahmed of Ethiopia left Eritrea on 9 May 2024 after a visit to Asmara, the first since 2018."
    (before,) = [s for s in events(text) if s.date is not None and s.date.edtf.text == "2018"]
    assert before.quote == "first since 2018"
    assert before.persons == ()
