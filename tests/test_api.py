"""The public API: what stands at the top of the package."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import detente


@pytest.mark.parametrize("name", detente.__all__)
def test_every_public_name_is_there_and_says_what_it_is_for(name: str) -> None:
    assert getattr(detente, name).__doc__


def test_the_list_the_homes_and_the_imports_agree(root: Path) -> None:
    source = ast.parse((root / "src/detente/__init__.py").read_text(encoding="utf-8"))
    imported = {
        alias.asname or alias.name: node.module
        for node in ast.walk(source)
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("detente.")
        for alias in node.names
    }
    assert {name: f"detente.{home}" for name, home in detente._HOMES.items()} == imported
    assert sorted(detente._HOMES, key=lambda name: (name.islower(), name)) == detente.__all__


def test_importing_costs_nothing() -> None:
    code = "import sys, detente; print(*sorted(m for m in sys.modules if m.startswith('detente')))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["detente"]


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'nonsense'"):
        _ = detente.nonsense


def test_names_are_listed_for_completion() -> None:
    assert dir(detente) == sorted(detente.__all__)


def test_no_public_name_is_hidden_by_a_folder(root: Path) -> None:
    assert not set(detente.__all__) & {path.stem for path in (root / "src/detente").iterdir()}
