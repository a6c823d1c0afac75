from collections import Counter
from typing import Any

from quality.figures.score import Labelled, line, parts, same, score

FIGURE: dict[str, Any] = {"quote": "some $3bn", "value": 3e9, "unit": "USD", "bound": "~", "date": "2020"}
DOCUMENT = Labelled("x/01", "Trade was some $3bn in 2020.", (FIGURE,))
SAID: dict[str, Any] = {
    "fact": "indicator",
    "kind": "trade",
    "start": 0,
    "end": 27,
    "value": 3e9,
    "unit": "USD",
    "bound": "~",
    "date": {"edtf": "2020"},
    "quote": "",
}


def test_a_statement_answers_a_label_by_place_and_value() -> None:
    assert same(DOCUMENT, FIGURE, SAID)
    assert not same(DOCUMENT, FIGURE, SAID | {"value": 4e9})
    assert not same(DOCUMENT, FIGURE, SAID | {"start": 25})


def test_each_part_is_compared_by_itself() -> None:
    assert parts(FIGURE, SAID | {"bound": "="}) == {"unit": True, "bound": False, "date": True}


def test_counts_add_up() -> None:
    count: Counter[str] = Counter()
    score(DOCUMENT, {"statements": [SAID, SAID | {"value": 9.0}]}, count, misses=False)
    assert dict(count) == {"labelled": 1, "value": 1, "full": 1, "unit": 1, "bound": 1, "date": 1, "said": 2, "right": 1}
    assert line("all", count).endswith("value precision 50.0")
