from __future__ import annotations

import pytest

from detente.ask.check import Verdict
from quality.check.score import HERE, Row, _labels

VERDICTS = {verdict.value for verdict in Verdict}


@pytest.mark.parametrize("name", ["seeds.csv", "claims.csv"])
def test_every_label_is_a_verdict(name: str) -> None:
    rows = _labels(name)
    assert len(rows) > 45
    assert all(set(row["verdict"].split("|")) <= VERDICTS for row in rows)
    assert (HERE / name).read_text(encoding="utf-8").startswith("#")


def test_no_claim_is_labelled_twice() -> None:
    texts = [row["text"] for row in _labels("claims.csv")]
    assert len(texts) == len(set(texts))
    places = [(row["doc"], row["start"], row["kind"]) for row in _labels("seeds.csv")]
    assert len(places) == len(set(places))


def test_one_of_the_verdicts_that_can_be_defended_is_right() -> None:
    assert Row("x", frozenset({"partly", "no_record"}), "partly").right
    assert not Row("x", frozenset({"partly"}), "contradicted").right
    assert not Row("x", frozenset({"partly"}), None).right
