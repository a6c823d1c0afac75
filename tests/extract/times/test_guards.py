"""Numbers and words that only look like times."""

from __future__ import annotations

import pytest

from detente.extract.times.scan import scan


@pytest.mark.parametrize(
    "text",
    [
        "The crowd wants to march on the capital",
        "The sides may meet and may not",
        "Resolution 1973 of the Council",
        "They lost 1,995 soldiers",
        "Some 1914 rebels crossed over",
        "More than 2000 villagers fled",
        "They counted 1500 dead",
        "Meet in room 2030 of the hotel",
        "Call +84-24-1995 for details",
        "A fine of $2000 was paid",
        "The new Airbus A1995 flew",
        "Order No. 1998 was lifted",
        "It rose by 2000%",
        "Sun Yat-sen led the party",
        "Jan Masaryk led the party",
        "The Good Friday Agreement held",
        "Three quarters of the troops left",
        "The fall of Saigon shocked many",
        "A second envoy spoke; wait a minute",
        "He led the 20th Fleet out",
        "The board sat at the table",
    ],
)
def test_looks_like_a_time_and_is_none(text: str) -> None:
    assert [c.span.of(text) for c in scan(text)] == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("They march in March again", ["March"]),
        ("In May the sides may meet", ["May"]),
        ("Since 1995 they have buried soldiers here", ["1995"]),
        ("The 1959 revolution changed all", ["1959"]),
        ("(1904) He died", ["1904"]),
        ("1910 — Annexation", ["1910"]),
        ("the summit he hosts in Hiroshima in\n\nMay. The leaders", ["May"]),
        ("a total of 1,995 ships in 1995", ["1995"]),
        ("ended in 1953.[4] Later", ["1953"]),
        ("wounded 1954[1] and", ["1954"]),
    ],
)
def test_looks_like_none_and_is_a_time(text: str, words: list[str]) -> None:
    assert [c.span.of(text) for c in scan(text)] == words
