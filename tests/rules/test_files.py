"""Shipped data files are found by name, and what is wrong with one is said with its name."""

from __future__ import annotations

from pathlib import Path

import pytest

from detente.model.errors import DataError
from detente.rules import files


def test_a_missing_file_is_named() -> None:
    with pytest.raises(DataError, match=r"data/patterns/en/none\.yaml is missing"):
        files.read_text("patterns/en/none.yaml")


def test_a_broken_file_is_named_with_its_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "read_text", lambda name: "a: [1\nb: 2\n")
    with pytest.raises(DataError, match=r"(?s)data/broken\.yaml: .*line 2"):
        files.read_yaml("broken.yaml")


def test_remarks_are_no_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "read_text", lambda name: "# who\ncode,name\n# west\nPER,Peru\nCHL,Chile\n")
    assert list(files.read_csv("some.csv")) == [{"code": "PER", "name": "Peru"}, {"code": "CHL", "name": "Chile"}]


def test_names_are_sorted_and_of_one_suffix() -> None:
    found = files.names_in("vocabulary/kinds", ".yaml")
    assert found == sorted(found)
    assert "vocabulary/kinds/04_agreements.yaml" in found
    assert files.names_in("vocabulary/kinds", ".csv") == []


def test_short_words_stay_words() -> None:
    """YAML of version 1.1 reads them as truth values, which swallowed "on" from lists of prepositions."""
    assert files.parse_yaml("words: [on, off, yes, no, y, n]\non: no\ndated: true\nterse: False\n", "x") == {
        "words": ["on", "off", "yes", "no", "y", "n"],
        "on": "no",
        "dated": True,
        "terse": False,
    }


@pytest.mark.parametrize(
    ("text", "key"), [("a:\n  sure: [certain, true]", "sure"), ("a:\n  true: x", "a"), ("a: [~, b]", "a"), ("a: [[b, false]]", "a")]
)
def test_a_truth_value_where_a_word_is_meant_is_named(text: str, key: str) -> None:
    with pytest.raises(DataError, match=rf"some\.yaml: {key}: .*quotes"):
        files.parse_yaml(text, "some.yaml")


def test_no_shipped_file_swallows_a_word() -> None:
    base = Path(files.__file__).parent.parent / "data"
    names = [path.relative_to(base).as_posix() for path in sorted(base.rglob("*.yaml"))]
    assert len(names) > 40
    assert all(files.read_yaml(name) for name in names)


def test_a_flag_is_true_or_false() -> None:
    assert [files.flag(entry, "many", "x") for entry in ({"many": True}, {"many": False}, {})] == [True, False, False]
    with pytest.raises(DataError, match="x: many: 'no' is neither"):
        files.flag({"many": "no"}, "many", "x")
