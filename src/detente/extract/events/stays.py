"""Visits that last: a first or last day and "two-day" together make the stretch of the visit."""

from __future__ import annotations

from datetime import date as Date
from datetime import timedelta

from detente.extract.events.frames import Trigger
from detente.extract.events.reach import clause_verb
from detente.extract.events.scene import Scene
from detente.model.edtf import Day, Edtf
from detente.model.statement import StatedDate
from detente.rules.codebook import Shape
from detente.rules.stays import day_count, leaving_words

_NEAR = ("for", "on", "during", "object")
"""Slots of a verb of going in which the stay is described: "arrived *for a two-day visit*"."""


def stretch(date: StatedDate | None, trigger: Trigger, scene: Scene) -> StatedDate | None:
    """The days of a visit whose length the text gives; the date itself for any other event."""
    if date is None or trigger.frame.shape is not Shape.VISIT or date.edtf.earliest is None or date.edtf.earliest != date.edtf.latest:
        return date
    days = _length(trigger, scene)
    if days is None:
        return date
    verb = clause_verb(trigger)
    away = verb is not None and any(t.lemma_.lower() in leaving_words() for t in (verb, *verb.children))
    text = _range(date.edtf.earliest, days, ends=away and trigger.frame.part == "noun")
    return StatedDate(Edtf.parse(text), date.basis, date.span, date.alternatives) if text is not None else date


def _length(trigger: Trigger, scene: Scene) -> int | None:
    nouns = [trigger.head] if trigger.frame.part == "noun" else [t for slot in _NEAR for t in trigger.slots.get(slot, ())]
    for noun in nouns:
        found = day_count(scene.doc[noun.left_edge.i : noun.i + 1].text)
        if found is not None:
            return found
    return None


def _range(day: Day, days: int, ends: bool) -> str | None:
    try:
        known = Date(day.year, day.month, day.day)
        other = known + timedelta(days=(1 - days) if ends else (days - 1))
    except (ValueError, OverflowError):
        return None
    first, last = sorted((known, other))
    return f"{first.isoformat()}/{last.isoformat()}"
