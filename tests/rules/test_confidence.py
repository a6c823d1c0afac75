from __future__ import annotations

from typing import Any

import pytest

from detente.model.errors import DataError
from detente.rules.confidence import EVIDENCE, checked, weights

GOOD: dict[str, Any] = {"base": 0.1, "news_floor": 0.2, "evidence": dict.fromkeys(EVIDENCE, 0.2), "families": {"relations": -0.3}}


def test_the_shipped_numbers_can_be_read() -> None:
    assert tuple(weights().evidence) == EVIDENCE


def test_evidence_for_a_statement_cannot_count_against_it() -> None:
    with pytest.raises(DataError, match="named is"):
        checked({**GOOD, "evidence": {**GOOD["evidence"], "named": -0.2}})


def test_a_piece_of_evidence_that_is_missing_is_an_error() -> None:
    with pytest.raises(DataError, match="evidence must be"):
        checked({**GOOD, "evidence": {"named": 0.2}})


def test_a_family_that_no_kind_belongs_to_is_an_error() -> None:
    with pytest.raises(DataError, match="no family weather"):
        checked({**GOOD, "families": {"weather": 0.2}})


@pytest.mark.parametrize("part", GOOD)
def test_a_part_that_is_missing_is_an_error(part: str) -> None:
    with pytest.raises(DataError, match=f"{part} is missing"):
        checked({name: value for name, value in GOOD.items() if name != part})
