"""The kinds that errors of times are counted by, and which documents are held out."""

from __future__ import annotations

import pytest

from quality.times.score import kind_of, parts, tag


@pytest.mark.parametrize(
    ("gold", "ours", "kind"),
    [
        ("1918-07-15", "1917-07-15", "value: another year"),
        ("1918-07-15", "1918-07-16", "value: another day, month or number"),
        ("1792-WXX", "FUTURE_REF", "value: taken for vague"),
        ("null", "1914-W35", "value: resolved, labelled as vague"),
        ("P1Y", "1921", "value: date or duration"),
        ("1954-06-07", "1954-06", "value: another precision"),
    ],
)
def test_kinds(gold: str, ours: str, kind: str) -> None:
    assert kind_of({"kind": "value", "gval": gold, "sval": ours}) == kind
    assert kind_of({"kind": "miss", "gval": gold}) == "miss"


def test_every_third_document_is_held_out() -> None:
    assert dict(parts(["a", "b", "c", "d", "e", "f"])) == {
        "all": ["a", "b", "c", "d", "e", "f"],
        "developed on": ["a", "b", "d", "e"],
        "held out": ["c", "f"],
    }


def test_answers_are_in_the_scorers_form() -> None:
    (answer,) = tag("He came on 11 July 1995.", None)
    assert answer == {"start": 11, "end": 23, "text": "11 July 1995", "type": "DATE", "value": "1995-07-11"}
