"""The limits are the defaults unless the environment says otherwise in whole megabytes."""

from __future__ import annotations

import pytest

from detente.read.limits import FILE_BYTES, TEXT_BYTES, VARIABLE, Limits


def test_defaults(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(VARIABLE, raising=False)
    assert (Limits.current().text, Limits.current().file) == (TEXT_BYTES, FILE_BYTES)


def test_one_number_sets_them_all(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "500")
    assert Limits.current() == Limits(500 << 20, 500 << 20, 500 << 20)


@pytest.mark.parametrize("stated", ["", "0", "-5", "many", "1.5"])
def test_nonsense_changes_nothing(monkeypatch: pytest.MonkeyPatch, stated: str) -> None:
    monkeypatch.setenv(VARIABLE, stated)
    assert Limits.current() == Limits()
