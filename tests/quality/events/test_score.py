"""The parts of the labelled sets are the same on every machine and share nothing."""

from __future__ import annotations

import json
from pathlib import Path

from quality.events.score import PARTS, articles_of, held_out, sentences_of


def test_a_part_is_told_by_the_name_alone() -> None:
    assert held_out("peru") == held_out("peru")
    assert {held_out(f"article {n}") for n in range(20)} == {True, False}


def test_every_line_is_in_one_part(tmp_path: Path) -> None:
    gold = tmp_path / "gold.jsonl"
    gold.write_text("\n".join(json.dumps({"slug": f"land {n}", "text": f"Land {n} spoke."}) for n in range(30)), encoding="utf-8")
    for split in (articles_of, sentences_of):
        first, second = (split(gold, part) for part in PARTS)
        assert sorted(first + second) == sorted(gold.read_text(encoding="utf-8").splitlines())
        assert first
        assert second
