from __future__ import annotations

import pytest

from detente.model.errors import UsageError
from detente.publish.parties import party_code, party_name


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Vietnam", "VNM"),
        ("VIỆT NAM", "VNM"),
        ("usa", "USA"),
        ("United States", "USA"),
        ("Soviet Union", "SUN"),
        ("ASEAN", "ASEAN"),
        ("Cuban", "CUB"),
    ],
)
def test_names_and_codes_are_understood(text: str, code: str) -> None:
    assert party_code(text) == code


def test_a_slip_brings_what_comes_close() -> None:
    with pytest.raises(UsageError, match=r"Vietnan: no such party; did you mean Vietnam \(VNM\)"):
        party_code("Vietnan")
    with pytest.raises(UsageError, match="give an English name, or a code"):
        party_code("qqqqqqqq")


def test_codes_have_names() -> None:
    assert party_name("VNM") == "Vietnam"
    assert party_name("ZZZ") == "ZZZ"
