"""Where on a drawing a date or a number lies. Horizontal places are per cent of the width, so that drawings stretch and text does not."""

from __future__ import annotations

import math
from dataclasses import dataclass

from detente.model.edtf import Day, Edtf

_MONTHS_PER_YEAR = 12
_DAYS_PER_MONTH = 31
NARROW_ROOM = 12.0
"""Per cent of the width that a year's label needs on a phone or in half a page (four digits, 32 pixels of 340)."""
WIDE_ROOM = 5.0
"""The same across a whole page."""
_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)


@dataclass(frozen=True, slots=True)
class Scale:
    """A straight line from ``low..high`` to ``start..end``."""

    low: float
    high: float
    start: float
    end: float

    def __call__(self, value: float) -> float:
        """Where ``value`` lies; values outside the domain lie outside the range."""
        part = (value - self.low) / (self.high - self.low) if self.high != self.low else 0.5
        return round(self.start + part * (self.end - self.start), 2)


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark on an axis and what it says."""

    at: float
    label: str
    minor: bool = False
    """Whether it is left out where the drawing is narrow."""


def years_of(day: Day, end: bool = False) -> float:
    """A day as a number of years, its beginning or its end: 1995.0 is the first moment of 1995."""
    days = (day.month - 1) * _DAYS_PER_MONTH + day.day - (0 if end else 1)
    return day.year + days / (_MONTHS_PER_YEAR * _DAYS_PER_MONTH)


def middle(date: Edtf | None) -> float | None:
    """The middle of what a date can mean, in years; the known end where the other is open."""
    if date is None:
        return None
    if date.earliest and date.latest:
        return (years_of(date.earliest) + years_of(date.latest, end=True)) / 2
    if date.earliest:
        return years_of(date.earliest)
    return years_of(date.latest, end=True) if date.latest else None


def year_ticks(scale: Scale, room: float = NARROW_ROOM) -> tuple[Tick, ...]:
    """Round years, as many as ``room`` (per cent of the width) lets stand; those that a narrow drawing must leave out are minor."""
    step, coarse = _step(scale, room), _step(scale, max(room, NARROW_ROOM))
    coarse = next(s for s in (coarse, *_STEPS) if s >= coarse and s % step == 0)
    first = math.ceil(scale.low / step) * step
    return tuple(Tick(scale(year), str(year), year % coarse != 0) for year in range(first, math.floor(scale.high) + 1, step))


def _step(scale: Scale, room: float) -> int:
    """The smallest round number of years that takes up ``room``."""
    width = abs(scale.end - scale.start)
    span = max(1.0, scale.high - scale.low)
    return next((step for step in _STEPS if width * step / span >= room), _STEPS[-1])


def round_steps(high: float, count: int = 4) -> tuple[float, ...]:
    """Round numbers from 0 to at least ``high``, about ``count`` of them."""
    if high <= 0:
        return (0.0, 1.0)
    rough = high / count
    size = 10.0 ** math.floor(math.log10(rough))
    step = next(size * m for m in (1, 2, 2.5, 5, 10) if size * m >= rough * 0.999)
    return tuple(step * number for number in range(math.ceil(high / step - 1e-9) + 1))
