"""What many tests lean on: where the labelled sets are, and skipping by name where they are not."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def root() -> Path:
    """The folder that the repository was checked out into."""
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of labelled sets and corpora that do not ship (``DETENTE_DATA``, else ``../shared``); skips the test without it."""
    folder = Path(os.environ.get("DETENTE_DATA") or ROOT.parent / "shared")
    if not (folder / "seeds").is_dir():
        pytest.skip("the labelled sets are not here: set DETENTE_DATA to their folder")
    return folder
