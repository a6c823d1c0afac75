"""A time expression recognised but not yet placed on the calendar: what extraction hands to resolution."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from detente.model.span import Span


@dataclass(frozen=True, slots=True)
class TimeCandidate:
    """The characters and their grammatical parts. The parts are the same in every language."""

    span: Span
    kind: str = "date"
    """What kind of time it is ("date", "duration", "relative", ...); resolution has one rule for each."""
    rule: str = ""
    """The name of the pattern that found it."""
    fields: Mapping[str, Any] = field(default_factory=dict)
    """Named parts: numbers for months, days and years, TIMEX3 codes for units, seasons and parts of the day."""
    modifier: str | None = None
    """START, MID or END ("early May", "the end of 1941")."""
    bound: str | None = None
    """since, by, before, until, after, onward or about: the word in front that says how the date bounds what it dates."""
    bound_span: Span | None = None
    """That word's characters."""
    range_end: int = 0
    """1 when the next candidate is the other end of the same stretch, -1 when the one before is."""
    aside: bool = False
    """Whether it stands in brackets or describes a noun ("the 1939 pact"): it then does not move the story's clock."""
