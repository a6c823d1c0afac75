"""The period that a figure belongs to."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace

from detente.extract.figures.frame import Frame
from detente.extract.figures.naming import Measure, Naming
from detente.extract.figures.standpoint import status_of
from detente.model.document import BlockKind, PublishedBasis
from detente.model.edtf import Edtf
from detente.model.mention import TimeMention
from detente.model.span import Span
from detente.model.statement import StatedDate, Status
from detente.rules.clauses import figure_clauses
from detente.rules.series import COUNT, figure_rules

NEAR_TIME = 60
"""Characters after a figure within which a time still dates it, if no comma or other figure comes between."""
PERFECT_REACH = 80
"""Characters before a figure in which the perfect that governs it stands."""
LEAD_REACH = 6
"""Characters from a block's start within which a time opens it: room for a bullet or a bracket."""
STORY_REACH = 1200
"""Characters back within which a news story's last day still is the day of what is counted without a date of its own."""

_TIGHT = figure_clauses()["tight"]
_NOW = figure_clauses()["now"]
_TODAY = figure_clauses()["today"]
_RECORD = figure_clauses()["record"]
_NAMING = figure_clauses()["time_in_name"]
_BASE = figure_clauses()["base"]
_CLOSED = re.compile(r"[^/]+\Z|\d[^/]*/\d[^/]*\Z")
_DAY = re.compile(r"\d{4}-\d\d-\d\d\Z")
_ASIDE = figure_clauses()["aside"]
_MEASURED_FROM = figure_clauses()["measured_from"]
_THE_DATED = figure_clauses()["the_dated"]
_DATED_THING = figure_clauses()["dated_thing"]
_ENTRY = figure_clauses()["entry"]
_TOLD = figure_clauses()["told"]
_AT_ANOTHER_TIME = figure_clauses()["at_another_time"]
_BREAK = re.compile(rf"{_ASIDE.pattern}|[,;:]")


def date_figure(frame: Frame, naming: Naming, previous: StatedDate | None) -> StatedDate | None:
    """When the figure holds: by the time nearest in its clause, by the figure before it, by the document's own date where it
    is said of the present, or by the story's last day. None where the text does not tell."""
    if _TODAY.match(frame.tail):
        return _present(frame, naming)
    times = [time for time in frame.times if not (_compares(frame, naming, time) or _names_thing(frame.text, time))]
    own = _adverbial(frame, [time for time in times if _clause_start(frame) <= time.span.start and time.span.end <= frame.before.end])
    before = own[-1] if own and not _belongs_to_previous(frame, own[-1]) else None
    joined = before is not None and not _BREAK.search(frame.text[before.span.end : frame.quantity.span.start])
    after = _after(frame, times)
    if after is not None and (before is None or not joined or _TIGHT.match(frame.text[frame.quantity.span.end : after.span.start])):
        return _stated(frame, naming, after)
    if before is not None:
        return _stated(frame, naming, before)
    if naming.span is None and _MEASURED_FROM.search(frame.lead):
        return None
    if frame.before.start > frame.sentence.span.start and _AT_ANOTHER_TIME.search(_last_part(frame.lead)):
        return None
    if previous is not None:
        return previous
    opening = _adverbial(frame, [t for t in times if t.span.end <= frame.quantity.span.start and ";" not in _between(frame, t)])
    if opening:
        return _stated(frame, naming, opening[-1])
    end = frame.quantity.span.end
    late = [time for time in times if end <= time.span.start < frame.after.end and not _ASIDE.search(frame.text[end : time.span.start])]
    if late:
        return _stated(frame, naming, late[0])
    entry = _entry(frame, naming) if naming.measure is Measure.LEVEL else None
    if entry is not None:
        return entry
    inferred = frame.reading.document.published_basis is PublishedBasis.INFERRED
    steps = (_carried, _present) if inferred else (_present, _carried)
    return steps[0](frame, naming) or (None if naming.rule == "carried" else steps[1](frame, naming))


def _adverbial(frame: Frame, times: list[TimeMention]) -> list[TimeMention]:
    """The times without those that only name something ("the Treaty of 1955"), if others remain."""
    return [time for time in times if not _NAMING.search(frame.text[max(0, time.span.start - 4) : time.span.start])] or times


def _names_thing(text: str, time: TimeMention) -> bool:
    """Whether the time only tells which thing is meant: "the 1998 accord"."""
    return (
        _DATED_THING.match(text, time.span.end) is not None
        and _THE_DATED.search(text[max(0, time.span.start - 8) : time.span.start]) is not None
    )


def _last_part(lead: str) -> str:
    """The words since the last comma or semicolon."""
    return lead[max(lead.rfind(","), lead.rfind(";")) + 1 :]


def _between(frame: Frame, time: TimeMention) -> str:
    return frame.text[time.span.end : frame.quantity.span.start]


def _clause_start(frame: Frame) -> int:
    """Where the clause begins: at the last semicolon, the last figure, or the sentence's start."""
    return frame.before.start + frame.lead.rfind(";") + 1


def _compares(frame: Frame, naming: Naming, time: TimeMention) -> bool:
    """Whether the time only sets the figure off: what it is compared with, or when something last was so."""
    low = max(frame.sentence.span.start, time.span.start - 70)
    if _told_by_year(naming) and _TOLD.search(frame.text[low : time.span.start]):
        return True
    rules = figure_rules()
    if time.edtf is not None and time.edtf.text.endswith("/..") and rules.superlative_since.search(frame.text[low : time.span.start]):
        return True
    if time.span.start < frame.quantity.span.end:
        return False
    between = frame.text[max(low, frame.quantity.span.end) : time.span.start]
    return rules.compared.search(between) is not None or (naming.measure is Measure.CHANGE and _BASE.search(between) is not None)


def _after(frame: Frame, times: list[TimeMention]) -> TimeMention | None:
    """The time that follows the figure in its clause, with no comma and no other figure between."""
    end = frame.quantity.span.end
    time = next((time for time in times if end <= time.span.start < frame.after.end), None)
    if time is None or time.span.start - end > NEAR_TIME or _BREAK.search(frame.text[end : time.span.start]):
        return None
    if ")" in frame.text[end : time.span.start] and frame.lead.rfind("(") > frame.lead.rfind(")"):
        return None
    return time


def _belongs_to_previous(frame: Frame, time: TimeMention) -> bool:
    """Whether the time stands right behind the figure before this one and so dates that."""
    if frame.before.start == frame.sentence.span.start:
        return False
    between = frame.text[frame.before.start : time.span.start]
    return "," not in between and _TIGHT.match(between) is not None


def _stated(frame: Frame, naming: Naming, time: TimeMention) -> StatedDate | None:
    if time.edtf is None:
        return None
    if _told_by_year(naming) and _ENTRY.match(frame.text, time.span.end) and _leading(frame, _block(frame)) is time:
        return StatedDate(_year(time.edtf), time.basis, time.span)
    published = frame.reading.document.published
    if published is not None and _NOW.match(time.text) and _by_year(frame, naming):
        return StatedDate(_year(published), "relative", time.span)
    return StatedDate(time.edtf, time.basis, time.span, time.alternatives)


def _present(frame: Frame, naming: Naming) -> StatedDate | None:
    """The document's date, or its year for what is counted by the year, where the figure is said of the present."""
    published = frame.reading.document.published
    match = figure_rules().present.search(frame.lead[-90:] + " " + frame.tail[:60])
    if _RECORD.search(frame.lead) or (_perfect(frame) and not naming.stock):
        return None
    if published is None or match is None or status_of(frame) is not Status.HAPPENED or naming.measure is not Measure.LEVEL:
        return None
    return StatedDate(_year(published) if _by_year(frame, naming) else published, "relative")


def _perfect(frame: Frame) -> bool:
    """Whether the figure is of something done by now ("has certified 5,913 claims")."""
    return figure_rules().perfect.search(frame.lead[-PERFECT_REACH:]) is not None


def _by_year(frame: Frame, naming: Naming) -> bool:
    return figure_rules().yearly.match(frame.tail.lstrip()[:20]) is not None or not naming.stock


def _told_by_year(naming: Naming) -> bool:
    return naming.series is not None and naming.series.yearly


def _year(date: Edtf) -> Edtf:
    return Edtf.parse(date.text[:4]) if re.match(r"\d{4}", date.text) else date


def _carried(frame: Frame, naming: Naming) -> StatedDate | None:
    """The date that the text before has set: the last one of the paragraph, or the story's last day."""
    if naming.measure is not Measure.LEVEL:
        return None
    block = _block(frame)
    if status_of(frame) is not Status.HAPPENED or _perfect(frame):
        return None
    story = _last_before(frame, 0, _DAY) if _done(frame, naming) else None
    carried = story or _last_before(frame, block.start, _CLOSED)
    return replace(carried, edtf=_year(carried.edtf)) if carried is not None and _told_by_year(naming) else carried


def _entry(frame: Frame, naming: Naming) -> StatedDate | None:
    """The date of the entry of a chronology, or of the heading, that the figure stands under."""
    layout = frame.reading.layout
    for index in (frame.sentence.block, *reversed(frame.sentence.headings)):
        block = layout.blocks[index]
        lead = _leading(frame, block.span)
        if lead is None or lead.edtf is None:
            continue
        if index == frame.sentence.block and block.kind is not BlockKind.LIST_ITEM and not _ENTRY.match(frame.text, lead.span.end):
            continue
        return StatedDate(_year(lead.edtf) if _told_by_year(naming) else lead.edtf, "heading", lead.span)
    return None


def _block(frame: Frame) -> Span:
    return frame.reading.layout.blocks[frame.sentence.block].span


def _leading(frame: Frame, block: Span) -> TimeMention | None:
    """The time that a block opens with, as the entries of a chronology do."""
    times = frame.reading.times
    index = bisect_left(times, block.start, key=_start)
    if index >= len(times) or times[index].edtf is None:
        return None
    return times[index] if block.contains(times[index].span) and times[index].span.start - block.start <= LEAD_REACH else None


def _done(frame: Frame, naming: Naming) -> bool:
    return frame.unit_class == COUNT and not naming.stock


def _last_before(frame: Frame, low: int, shape: re.Pattern[str]) -> StatedDate | None:
    """The last time of the wanted shape before the sentence, from ``low`` on and not too far back."""
    times = frame.reading.times
    low = max(low, frame.sentence.span.start - STORY_REACH)
    for i in range(bisect_left(times, frame.sentence.span.start, key=_start) - 1, -1, -1):
        if times[i].span.start < low:
            break
        edtf = times[i].edtf
        before = frame.text[max(0, times[i].span.start - 12) : times[i].span.start]
        off_day = edtf is not None and not _DAY.match(edtf.text) and _BASE.search(before)
        if off_day or _MEASURED_FROM.search(before) or _names_thing(frame.text, times[i]):
            continue
        if edtf is not None and shape.match(edtf.text):
            return StatedDate(edtf, "carried", times[i].span)
    return None


def _start(time: TimeMention) -> int:
    return time.span.start
