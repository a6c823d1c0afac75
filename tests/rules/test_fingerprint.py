from __future__ import annotations

from detente.rules.fingerprint import fingerprint


def test_the_fingerprint_is_the_same_each_time_and_short() -> None:
    fingerprint.cache_clear()
    first = fingerprint()
    fingerprint.cache_clear()
    assert fingerprint() == first
    assert len(first) == 16
