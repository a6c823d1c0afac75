"""Keeping one reading of each event: of several frames that fit the same words, and of several words that tell the same event."""

from __future__ import annotations

from collections.abc import Sequence

from detente.extract.events.context import Context
from detente.extract.events.frames import Trigger
from detente.model.edtf import Day, Edtf
from detente.model.statement import StatedDate, Statement, Status
from detente.rules.codebook import codebook

STORY_DAYS = 7
"""Days before publication within which a news story's main event lies: weekly papers look no further back."""


def choose(triggers: Sequence[Trigger]) -> list[Trigger]:
    """For each word the frame that fits it most closely; a noun that is part of another trigger's phrase falls away."""
    best: dict[int, Trigger] = {}
    for trigger in triggers:
        known = best.get(trigger.head.i)
        if known is None or trigger.rank > known.rank:
            best[trigger.head.i] = trigger
    chosen = sorted(best.values(), key=lambda t: t.head.i)
    return [t for t in chosen if not any(_swallows(other, t) for other in chosen if other is not t)]


def _swallows(big: Trigger, small: Trigger) -> bool:
    """Whether the small trigger is only a word of the big one's event: its object ("signed *an agreement*") or part of its phrase."""
    if small.head in big.phrase and big.rank[0] >= small.rank[0]:
        return True
    if big.frame.part != "verb" or small.frame.part != "noun":
        return False
    kinds = codebook().kinds
    needed = {slot for slot, _ in big.frame.needs}
    same = kinds[big.frame.kind].family == kinds[small.frame.kind].family
    for slot in ("object", "subject", "to", "from", "complement"):
        if small.head in big.slots.get(slot, ()) and (slot in needed or same):
            return True
    return False


def remember(context: Context, trigger: Trigger, statement: Statement) -> None:
    """Add the statement to the document's, unless it repeats one that says as much; move the story's day along."""
    if _repeats(context, trigger, statement):
        return
    context.statements.append(statement)
    if (
        statement.status is Status.HAPPENED
        and statement.date is not None
        and statement.date.basis != "story"
        and _current(statement.date.edtf, context.published)
    ):
        context.story = statement.date


def _repeats(context: Context, trigger: Trigger, statement: Statement) -> bool:
    """A bare noun ("the visit", "the talks") that points back to an event already told adds nothing."""
    if trigger.frame.part != "noun":
        return False
    bare = statement.rule.endswith(("+pair", "+pair+story")) or not any(
        s in trigger.slots for s in ("owner", "of", "to", "with", "between", "by", "modifier")
    )
    family = codebook().kinds[statement.kind].family
    return bare and any(codebook().kinds[s.kind].family == family for s in context.statements)


def _current(date: Edtf, published: Edtf | None) -> bool:
    """Whether a date is a day shortly before publication."""
    if published is None or date.earliest is None or date.latest is None or published.latest is None:
        return False
    if _ordinal(date.latest) - _ordinal(date.earliest) > 2:
        return False
    return 0 <= _ordinal(published.latest) - _ordinal(date.latest) <= STORY_DAYS


def _ordinal(day: Day) -> int:
    return day.year * 372 + day.month * 31 + day.day


def same_day(one: StatedDate | None, other: StatedDate | None) -> bool:
    """Whether two stated dates are the same date."""
    return one is not None and other is not None and one.edtf.text == other.edtf.text
