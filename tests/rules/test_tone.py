"""The quadrants of PLOVER."""

from __future__ import annotations

import pytest

from detente.model.statement import Status
from detente.rules.codebook import codebook
from detente.rules.tone import Tone, tone


@pytest.mark.parametrize(
    ("plover", "expected"),
    [
        ("AID", Tone.MATERIAL_COOPERATION),
        ("CONSULT", Tone.VERBAL_COOPERATION),
        ("ACCUSE", Tone.VERBAL_CONFLICT),
        ("ASSAULT", Tone.MATERIAL_CONFLICT),
    ],
)
def test_each_quadrant_has_its_types(plover: str, expected: Tone) -> None:
    assert tone(plover, Status.HAPPENED) is expected


def test_what_was_called_off_is_neither_cooperation_nor_conflict() -> None:
    assert tone("CONSULT", Status.DENIED) is Tone.NEUTRAL
    assert tone(None, Status.HAPPENED) is Tone.NEUTRAL


def test_every_type_that_the_codebook_uses_has_a_quadrant() -> None:
    types = {kind.plover for kind in codebook().kinds.values() if kind.plover}
    assert types
    assert not [name for name in types if tone(name, Status.HAPPENED) is Tone.NEUTRAL]
