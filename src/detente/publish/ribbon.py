"""The relationship at a glance: its levels as a rising ribbon, and under it how many events each year had and of what tone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from detente.ask.views import ChronologyLine, LadderRung
from detente.model.edtf import Edtf
from detente.model.statement import Status
from detente.publish.axes import WIDE_ROOM, Scale, Tick, year_ticks, years_of
from detente.publish.words import counted, tone_of
from detente.rules.dates import section_year
from detente.rules.tone import Tone

HEIGHT = 132.0
"""Pixels that the highest rung rises to."""
FLAT = 16.0
"""The height of the drawing where no level is told of."""
GROUND = 10.0
"""Pixels that the lowest rung keeps, so that it can be seen that there was nothing yet."""
BARS = 46.0
"""Pixels for the year with most events."""
_LEFT, _RIGHT = 0.5, 99.5
_LETTER = 0.72
"""Per cent of a wide drawing's width that a letter of a label takes (7.2 pixels of 1,000)."""

_LAST_LABEL = 95.0
"""Per cent of the width up to which a year's label fits."""

_FIRST_PARTNERSHIP = 4
"""The rank of the lowest named partnership: the drawing is at least as high, so that recognition alone does not look like the top."""
_DARKEST = 5
"""The number of shades; further partnerships share the last and differ in height."""

_COOPERATION = (Tone.MATERIAL_COOPERATION, Tone.VERBAL_COOPERATION)
_CONFLICT = (Tone.VERBAL_CONFLICT, Tone.MATERIAL_CONFLICT)
NOT_PAST = frozenset({Status.PLANNED, Status.HYPOTHETICAL, Status.DENIED})
"""What is not counted among the events of a year."""


@dataclass(frozen=True, slots=True)
class Step:
    """A rung as it is drawn. Its left edge slopes over the days on which it may have begun."""

    number: int
    rung: LadderRung
    shade: int
    """0 for none or severed, then 1 to 5 the higher it is."""
    corners: tuple[tuple[float, float], ...]
    at: float
    """Where the label begins, or ends where ``anchor`` says so."""
    top: float
    anchor: str
    """``start`` over the step; ``end`` where the name is longer than the step and runs out over the lower ones before it."""


@dataclass(frozen=True, slots=True)
class YearBar:
    """One year's events as a stack: cooperation and what is neither upwards, conflict downwards."""

    year: int
    at: float
    width: float
    parts: tuple[tuple[Tone, float, float], ...]
    """Tone, top and height in pixels, 0 being the axis."""
    title: str


@dataclass(frozen=True, slots=True)
class Overview:
    """The whole drawing. Horizontal places in per cent, vertical ones in pixels."""

    steps: tuple[Step, ...]
    bars: tuple[YearBar, ...]
    ticks: tuple[Tick, ...]
    height: float
    up: float
    """Pixels that the highest stack rises over the axis of the bars."""
    down: float
    """Pixels that the deepest stack reaches under it."""


def tally(lines: Iterable[ChronologyLine]) -> dict[int, Counter[Tone]]:
    """How many events of each tone each year had; what is only planned or was denied is none."""
    years: dict[int, Counter[Tone]] = {}
    for line in lines:
        year = section_year(line.fact.date)
        if year is not None and line.fact.status not in NOT_PAST:
            years.setdefault(year, Counter())[tone_of(line)] += 1
    return years


def overview(rungs: Sequence[LadderRung], years: Mapping[int, Counter[Tone]]) -> Overview | None:
    """The drawing of ``rungs`` over the events of each year; None where nothing is dated."""
    changes = [year for rung in rungs if (year := section_year(rung.since)) is not None]
    if not years and not changes:
        return None
    low, high = min((*years, *changes)) - 1, max((*years, *changes)) + 1
    scale = Scale(low, max(high, low + 4), _LEFT, _RIGHT)
    bars = _bars(years, scale)
    up = max((-top for bar in bars for _, top, _ in bar.parts), default=0.0)
    down = max((top + height for bar in bars for _, top, height in bar.parts), default=0.0)
    height = HEIGHT if any(rung.fact for rung in rungs) else FLAT
    return Overview(_steps(rungs, scale), bars, _inside(year_ticks(scale, WIDE_ROOM)), height, max(up, 0.0), max(down, 0.0))


def _inside(ticks: Sequence[Tick]) -> tuple[Tick, ...]:
    """Without the last year where its label would run out of the drawing."""
    return tuple(tick for tick in ticks if tick.at <= _LAST_LABEL)


def _steps(rungs: Sequence[LadderRung], scale: Scale) -> tuple[Step, ...]:
    highest = max(_FIRST_PARTNERSHIP, *(rung.rank for rung in rungs)) if rungs else _FIRST_PARTNERSHIP
    steps = []
    for number, rung in enumerate(rungs):
        rise = GROUND + (HEIGHT - GROUND) * rung.rank / highest
        first, last = _ends(rung.since, scale, scale.low)
        until, until_last = _ends(rung.until, scale, scale.high)
        corners = ((first, 0.0), (last, rise), (until_last if rung.until else until, rise), (until_last if rung.until else until, 0.0))
        at, anchor = (last, "start") if len(rung.level) * _LETTER + 4 <= until - last else (until, "end")
        steps.append(Step(number, rung, min(rung.rank, _DARKEST), corners, at, HEIGHT - rise, anchor))
    return tuple(steps)


def _ends(date: Edtf | None, scale: Scale, otherwise: float) -> tuple[float, float]:
    low = years_of(date.earliest) if date and date.earliest else None
    high = years_of(date.latest, end=True) if date and date.latest else None
    first = low if low is not None else high if high is not None else otherwise
    last = high if high is not None and date is not None and "/" not in date.text else first
    return scale(first), scale(last)


def _bars(years: Mapping[int, Counter[Tone]], scale: Scale) -> tuple[YearBar, ...]:
    most = max((sum(tones.values()) for tones in years.values()), default=1)
    unit = min(8.0, BARS / most)
    width = round(min(1.6, (scale.end - scale.start) / (scale.high - scale.low) * 0.7), 2)
    return tuple(_bar(year, years[year], scale(year + 0.5), width, unit) for year in sorted(years))


def _bar(year: int, tones: Counter[Tone], at: float, width: float, unit: float) -> YearBar:
    parts, top, bottom = [], 0.0, 0.0
    for tone in (*_COOPERATION, Tone.NEUTRAL):
        if tones[tone]:
            height = round(tones[tone] * unit, 1)
            top = round(top - height, 1)
            parts.append((tone, top, height))
    for tone in _CONFLICT:
        if tones[tone]:
            height = round(tones[tone] * unit, 1)
            parts.append((tone, bottom, height))
            bottom = round(bottom + height, 1)
    against = sum(tones[tone] for tone in _CONFLICT)
    title = f"{year}: {counted(sum(tones.values()), 'event')}" + (f", {against} of conflict" if against else "")
    return YearBar(year, round(at - width / 2, 2), width, tuple(parts), title)
