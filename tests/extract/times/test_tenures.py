"""Times told by who held an office."""

from __future__ import annotations

import pytest

from detente.extract.times.tenures import find_eras, find_tenures_named


@pytest.mark.parametrize(
    ("text", "holder", "lead"),
    [
        ("During the tenure of President Donald Trump, talks grew", "President Donald Trump", "during"),
        ("Throughout Angela Merkel's chancellorship trade grew", "Angela Merkel", "throughout"),
        ("Under the Obama administration, talks grew", "Obama", "under"),
        ("Since the presidency of Bill Clinton, ties held", "Bill Clinton", "since"),
    ],
)
def test_holders(text: str, holder: str, lead: str) -> None:
    (found,) = find_tenures_named(text)
    assert (found.fields["holder"], found.fields["lead"]) == (holder, lead)


@pytest.mark.parametrize("text", ["The Obama administration spoke", "During the administration of justice", "a tenure track post"])
def test_others(text: str) -> None:
    assert list(find_tenures_named(text)) == []


def test_a_time_with_a_name_is_found_behind_a_word_of_time_only() -> None:
    text = "Under Doi Moi trade grew, as it did in the Meiji era. They met in the Cold War Museum; Doi Moi is a policy."
    assert [(c.span.of(text), c.fields["lead"]) for c in find_eras(text)] == [("Doi Moi", "under"), ("the Meiji era", "in")]
