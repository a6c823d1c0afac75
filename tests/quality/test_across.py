from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from quality.across import Counts, score

FIRST = "WINDHOEK, 3 May 2019 - Namibia and Botswana signed an agreement on fisheries in Gaborone on 2 May 2019.\n"
SECOND = (
    "On 2 May 2019 Botswana and Namibia signed an agreement on fisheries. On 9 March 2020 Botswana and Namibia signed a treaty on rail.\n"
)


def label(quote: str, date: str) -> dict[str, Any]:
    sides = ["NAM", "BWA"]
    return {"fact": "event", "kind": "agreement_signed", "quote": quote, "date": date, "source": sides, "target": sides, "core": True}


def dyad(folder: Path, same_event: list[Any]) -> Path:
    """A labelled folder of two short texts about three signings of two agreements."""
    place = folder / "press" / "namibia-botswana"
    place.mkdir(parents=True)
    fish, rail = "signed an agreement on fisheries", "signed a treaty on rail"
    labels = {"01": [label(fish, "2019-05-02")], "02": [label(fish, "2019-05-02"), label(rail, "2020-03-09")]}
    for name, text in (("01", FIRST), ("02", SECOND)):
        (place / f"{name}.txt").write_text(text, encoding="utf-8")
        (place / f"{name}.json").write_text(json.dumps({"parties": ["NAM", "BWA"], "statements": labels[name]}), encoding="utf-8")
    (place / "cross.json").write_text(json.dumps({"same_event": same_event, "discrepancies": []}), encoding="utf-8")
    return folder / "press"


def test_one_signing_told_twice_is_merged_and_rightly(tmp_path: Path) -> None:
    figures = score(dyad(tmp_path, [[["01", 0], ["02", 0]]]))
    assert (figures["pairs found"], figures["same event recall"], figures["same event precision"]) == (100.0, 100.0, 100.0)


def test_a_merge_that_the_labels_do_not_bear_out_costs_precision(tmp_path: Path) -> None:
    figures = score(dyad(tmp_path, [[["01", 0], ["02", 1]]]))
    assert (figures["same event recall"], figures["same event precision"]) == (0.0, 0.0)


def test_counts_add_up_and_nothing_asked_is_nothing_found() -> None:
    both = Counts(pairs=2, asked=1, merged=1) + Counts(pairs=2, asked=2)
    assert both.figures()["pairs found"] == 75.0
    assert Counts().figures()["graded alike"] == 0.0
