"""Where an event lies on the way from cooperation to conflict: the quadrants of PLOVER."""

from __future__ import annotations

from enum import StrEnum

from detente.model.statement import Status


class Tone(StrEnum):
    """The four quadrants of PLOVER (deed or word, together or against), and what lies in none."""

    MATERIAL_COOPERATION = "deed-together"
    VERBAL_COOPERATION = "word-together"
    NEUTRAL = "neutral"
    VERBAL_CONFLICT = "word-against"
    MATERIAL_CONFLICT = "deed-against"


_QUADRANTS = {
    Tone.MATERIAL_COOPERATION: ("COOPERATE", "AID", "RETREAT"),
    Tone.VERBAL_COOPERATION: ("AGREE", "CONSULT", "SUPPORT", "CONCEDE"),
    Tone.VERBAL_CONFLICT: ("REQUEST", "ACCUSE", "REJECT", "THREATEN"),
    Tone.MATERIAL_CONFLICT: ("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"),
}
_TONES = {plover: tone for tone, types in _QUADRANTS.items() for plover in types}


def tone(plover: str | None, status: Status) -> Tone:
    """The quadrant of a PLOVER type. What was denied or refused has none: a visit that was called off is not cooperation."""
    return Tone.NEUTRAL if status is Status.DENIED else _TONES.get(plover or "", Tone.NEUTRAL)
