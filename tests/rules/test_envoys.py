"""The wording of first envoys and of missions that only states in diplomatic relations have."""

from __future__ import annotations

import pytest

from detente.rules.envoys import diplomatic_mission, first_envoy, opening_days


@pytest.mark.parametrize("text", ["Oman's first Ambassador", "the first resident British minister", "the FIRST high commissioner"])
def test_a_first_envoy_is_found(text: str) -> None:
    assert first_envoy().search(text) is not None


@pytest.mark.parametrize("text", ["the first visit of the ambassador", "the ambassador first spoke", "his first week as consul"])
def test_another_first_is_no_first_envoy(text: str) -> None:
    assert first_envoy().search(text) is None


def test_a_consulate_is_no_diplomatic_mission() -> None:
    assert diplomatic_mission().search("the Embassy in Muscat") is not None
    assert diplomatic_mission().search("the Consulate in Muscat") is None


def test_days_are_counted() -> None:
    assert opening_days() > 0
