"""Where the short inputs are."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def inputs(root: Path) -> Path:
    """The folder of short inputs; its README says what each shows."""
    return root / "tests" / "documents"
