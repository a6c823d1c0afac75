from __future__ import annotations

import pytest

from detente.model.errors import UsageError
from detente.pipeline.parties import party_code, two_parties


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("VNM", "VNM"),
        ("usa", "USA"),
        ("Vietnam", "VNM"),
        ("viet nam", "VNM"),
        ("Hanoi", "VNM"),
        ("ethiopia", "ETH"),
        ("European Union", "EU"),
    ],
)
def test_a_party_by_code_name_or_seat(name: str, code: str) -> None:
    assert party_code(name) == code


@pytest.mark.parametrize("name", ["Atlantis", "", "VNM USA", "\x00"])
def test_what_is_no_party_is_refused(name: str) -> None:
    with pytest.raises(UsageError):
        party_code(name)


def test_a_record_is_about_two() -> None:
    assert two_parties(("Vietnam", "USA")) == ("USA", "VNM")
    with pytest.raises(UsageError, match="same party"):
        two_parties(("Vietnam", "Hanoi"))
