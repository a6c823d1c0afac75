"""Every small pattern around a figure is found where it must be, and not where it must not."""

from __future__ import annotations

from typing import Any

import pytest

from detente.model.errors import DataError
from detente.rules import clauses
from detente.rules.clauses import FILE, figure_clauses
from detente.rules.files import flag, read_yaml

ENTRIES = read_yaml(FILE)


@pytest.mark.parametrize("name", ENTRIES)
def test_each_pattern_is_found_in_its_example_alone(name: str) -> None:
    entry, pattern = ENTRIES[name], figure_clauses()[name]
    found = pattern.match if flag(entry, "start", name) else pattern.search
    assert found(entry["must"])
    assert not found(entry["must_not"])


@pytest.mark.parametrize(
    ("entry", "named"),
    [
        ({"pattern": "of"}, "must match"),
        ({"pattern": "(of", "must": "of", "must_not": "to"}, "unterminated"),
        ({"pattern": "of", "must": "of", "must_not": "to", "colour": "red"}, "must match"),
    ],
)
def test_a_slip_is_named(monkeypatch: pytest.MonkeyPatch, entry: dict[str, Any], named: str) -> None:
    monkeypatch.setattr(clauses, "read_yaml", lambda name: {"origin": entry})
    with pytest.raises(DataError, match=rf"figure_clauses\.yaml: origin: .*{named}"):
        figure_clauses.__wrapped__()
