"""Times are read in order: what one sentence dates, the next may lean on."""

from __future__ import annotations

import pytest

from detente.pipeline.texts import times


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("In June 1998 Ethiopia bombed Asmara. In July talks failed.", ["1998-06", "1998-07"]),
        ("In November 1977 Sadat flew to Jerusalem. In March they signed.", ["1977-11", "1978-03"]),
        ("The war lasted from 1998 to 2000.", ["1998/2000", "1998/2000"]),
        ("On 18 May 1998 Ethiopia spoke of a raid in March. Eritrea denied it the same day.", ["1998-05-18", "1998-03", "1998-05-18"]),
        ("On 18 May 1998 Ethiopia spoke of a raid in March. Eritrea denied it the same month.", ["1998-05-18", "1998-03", "1998-03"]),
        ("It was shut since 1998, when they fell out. In May of that year they fought.", ["1998/..", "1998-05"]),
    ],
)
def test_the_story_carries_its_year_on(text: str, dates: list[str]) -> None:
    assert [found.edtf.text for found in times(text, mode="narrative") if found.edtf is not None] == dates


def test_what_is_said_to_lie_ahead_does_not_take_a_year_told_before() -> None:
    *_, found = times("The border closed in 1998. It will reopen on July 17.", published="2018-07-09")
    assert found.edtf is not None
    assert found.edtf.text == "2018-07-17"


def test_every_mention_keeps_its_characters() -> None:
    text = "On 8 July 2018 they met; a day later they signed.\n\nThe next week flights began."
    found = times(text, published="2018-07-20")
    assert found
    assert all(text[t.span.start : t.span.end] == t.text for t in found)
    assert [t.span.start for t in found] == sorted(t.span.start for t in found)
