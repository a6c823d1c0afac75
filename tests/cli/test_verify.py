from __future__ import annotations

import json

from detente.ask.views import VerifyReport
from tests.cli.conftest import PROBLEM, Asked, Run


def test_what_holds_is_counted(detente: Run, record: Asked) -> None:
    ran = detente("verify")
    assert (ran.code, ran.out) == (0, "spans  212\nfacts  14\neverything holds\n")


def test_what_does_not_hold_is_named(detente: Run, record: Asked) -> None:
    record.verified = VerifyReport((("spans", 212),), (PROBLEM,))
    ran = detente("verify")
    assert ran.code == 1
    assert "wrong  spans  a1b2  the quote is not at its place" in ran.out
    assert ran.out.endswith("1 thing wrong\n")


def test_json(detente: Run, record: Asked) -> None:
    told = json.loads(detente("verify", "--json").out)
    assert told == {"ok": True, "checks": {"spans": 212, "facts": 14}, "problems": []}
