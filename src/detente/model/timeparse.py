"""A time expression recognised but not yet placed on the calendar: what extraction hands to resolution."""

from __future__ import annotations

from dataclasses import dataclass

from detente.model.span import Span


@dataclass(frozen=True, slots=True)
class TimeCandidate:
    """The characters and their grammatical parts."""

    span: Span
