"""Where on a drawing a date or a number lies. Horizontal places are per cent of the width, so that drawings stretch and text does not."""

from __future__ import annotations

import math
from dataclasses import dataclass

from detente.model.edtf import Day, Edtf

_MONTHS_PER_YEAR = 12
_DAYS_PER_MONTH = 31
_FEWEST_PIXELS_BETWEEN_YEARS = 7.5
"""Per cent of the width that a year's label needs beside its neighbour on a phone (four digits at 12 pixels in 340)."""


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


def year_ticks(scale: Scale) -> tuple[Tick, ...]:
    """Round years, as many as have room."""
    span = max(1.0, scale.high - scale.low)
    width = abs(scale.end - scale.start)
    step = next((s for s in (1, 2, 5, 10, 20, 25, 50, 100) if width / (span / s) >= _FEWEST_PIXELS_BETWEEN_YEARS), 200)
    first = math.ceil(scale.low / step) * step
    return tuple(Tick(scale(year), str(year)) for year in range(first, math.floor(scale.high) + 1, step))


def round_steps(high: float, count: int = 4) -> tuple[float, ...]:
    """Round numbers from 0 to at least ``high``, about ``count`` of them."""
    if high <= 0:
        return (0.0, 1.0)
    rough = high / count
    size = 10.0 ** math.floor(math.log10(rough))
    step = next(size * m for m in (1, 2, 2.5, 5, 10) if size * m >= rough * 0.999)
    return tuple(step * number for number in range(math.ceil(high / step - 1e-9) + 1))
