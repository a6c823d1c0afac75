from __future__ import annotations

import pytest

from tests.extract.events.told import events


@pytest.mark.parametrize(
    ("text", "named"),
    [
        (
            "Clinton announced the end of the embargo on Vietnam in the late afternoon of Feb. 3, 1994.",
            "embargo on Vietnam",
        ),
        ("The United States and Vietnam signed an agreement on copyright in Hanoi on 27 June 1997.", "agreement on copyright"),
        ("Britain signed the Anglo-Japanese Treaty of 1902 with Japan.", "Treaty of 1902"),
        ("China and Vietnam signed the General Agreement on Tariffs (GAT) in 1999.", "Agreement on Tariffs"),
    ],
)
def test_what_a_thing_is_called_ends_where_the_phrase_goes_on_to_say_when_or_where(text: str, named: str) -> None:
    assert (events(text)[0].object or "").endswith(named)
