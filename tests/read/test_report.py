"""A part that fails is logged when nobody asked to be told."""

from __future__ import annotations

from pathlib import Path

import pytest

from detente.read.sources import read


def test_a_part_that_fails_is_logged_and_the_rest_is_read(inputs: Path, caplog: pytest.LogCaptureFixture) -> None:
    assert len(read(inputs / "mail.eml")) == 3
    assert "mail.eml!map.png: unsupported" in caplog.text
