from __future__ import annotations

import pytest

from detente.publish.parties import party_name


@pytest.mark.parametrize(("code", "name"), [("VNM", "Vietnam"), ("SUN", "Soviet Union"), ("EU", "European Union"), ("ZZZ", "ZZZ")])
def test_codes_have_names(code: str, name: str) -> None:
    assert party_name(code) == name
