"""The reference of the codebook is what the data files say."""

from __future__ import annotations

import pytest

from detente.rules.codebook import codebook
from tools import make_codebook


def test_the_reference_is_current() -> None:
    assert make_codebook.PAGE.read_text(encoding="utf-8") == make_codebook.page(), "run tools/make_codebook.py"


def test_a_kind_is_told_with_its_codes_and_its_texts() -> None:
    kind = codebook().kinds["state_visit"]
    told = "\n".join(make_codebook.section(kind))
    assert kind.is_not in told
    assert "PLOVER CONSULT/visit" in told
    assert "Goldstein +1.9" in told
    assert kind.frames[0].must in told
    assert kind.frames[0].must_not in told


def test_a_bar_in_a_text_does_not_end_a_cell() -> None:
    frame = next(codebook().frames())
    assert make_codebook.row(frame).count(" | ") == 3


def test_check_says_what_to_run(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(make_codebook, "page", lambda: "something else")
    with pytest.raises(SystemExit, match=r"make_codebook\.py"):
        make_codebook.main(["--check"])
