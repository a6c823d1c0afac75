from __future__ import annotations

import pytest

from detente.pipeline.texts import analyse
from detente.reconcile.cases import CLOCK
from detente.rules.files import read_yaml
from detente.rules.merging import merging


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("Joe Biden and Fumio Kishida of Japan spoke by telephone on 5 October 2021, Tokyo time.", "Tokyo time"),
        ("Joe Biden and Fumio Kishida of Japan spoke by telephone on 5 October 2021 (New Zealand time).", "New Zealand time"),
        ("On 28 July 1913 (O.S.) Bulgaria and Greece signed the Treaty of Bucharest.", "O.S."),
        ("Joe Biden and Fumio Kishida of Japan spoke by telephone on 5 October 2021 for the first time.", None),
        ("Joe Biden and Fumio Kishida of Japan spoke by telephone on 5 October 2021. Peace time is better.", None),
    ],
)
def test_the_clock_beside_a_date_is_kept(text: str, clock: str | None) -> None:
    found = [dict(s.detail).get(CLOCK) for s in analyse(text, published="2021-10-06").statements if s.date is not None]
    assert found
    assert set(found) == {clock}


def test_the_wording_of_clocks_and_calendars_matches_its_examples() -> None:
    data = read_yaml("vocabulary/merging.yaml")
    for pattern, example in ((merging().clocks, data["clock_example"]), (merging().julian, data["julian_example"])):
        assert pattern.search(example["must"])
        assert not pattern.search(example["must_not"])
