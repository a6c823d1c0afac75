"""A visit whose length is told lasts from its first day or up to its last."""

from __future__ import annotations

import pytest

from tests.extract.events.told import told


@pytest.mark.parametrize(
    ("text", "kind", "date"),
    [
        ("President Boric of Chile arrived in Lima on 5 May 2022 for a three-day visit to Peru.", "visit", "2022-05-05/2022-05-07"),
        ("President Boric of Chile began a two-day visit to Peru on 31 December 2022.", "visit", "2022-12-31/2023-01-01"),
        ("President Boric of Chile ended a three-day visit to Peru on 1 March 2024.", "visit", "2024-02-28/2024-03-01"),
        ("President Boric of Chile paid a visit to Peru on 5 May 2022.", "visit", "2022-05-05"),
        ("President Boric of Chile paid a two-day visit to Peru in May 2022.", "visit", "2022-05"),
        ("Ethiopia and Eritrea held three-day talks on 5 May 2022.", "talks_held", "2022-05-05"),
    ],
)
def test_only_a_visit_with_a_day_and_a_length_is_a_stretch(text: str, kind: str, date: str) -> None:
    assert [d for k, d, _, _ in told(text) if k == kind] == [date]
