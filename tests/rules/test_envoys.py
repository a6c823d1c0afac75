"""The wording of first envoys and of missions that only states in diplomatic relations have."""

from __future__ import annotations

import pytest

from detente.rules.envoys import accredited, consul, diplomatic_mission, first_envoy, opening_days, raised_envoy


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


def test_a_raised_envoy_was_minister_before() -> None:
    assert raised_envoy().search("who had been serving as Minister since 1970, presented his credentials as Ambassador") is not None
    assert raised_envoy().search("presented his credentials as Ambassador") is None


def test_consuls_and_accredited_envoys_are_told_by_their_words() -> None:
    assert consul().search("three consular posts") is not None
    assert consul().search("the legation") is None
    assert accredited().search("was accredited to Kenya") is not None
    assert accredited().search("was named to Kenya") is None
