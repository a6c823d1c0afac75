"""By when a promise is due, and when it was made."""

from __future__ import annotations

import re

from detente.extract.commitments.scene import Scene
from detente.model.edtf import Edtf
from detente.model.mention import TimeMention
from detente.model.span import Span
from detente.model.statement import StatedDate
from detente.rules.commitments import commitment_rules

WORDING_REACH = 40
"""Characters from a promise's start within which its own day may stand ("agreed in Samarkand on Saturday to")."""
OPENING = 12
"""Characters from a sentence's start within which a time frames the whole of it."""
LONGEST_TERM = 200
"""Years. "Within" more than this is no deadline."""

_YEARS = re.compile(r"P(\d{1,3})Y\Z")
_POSSESSIVE = re.compile(r"['’]s?(?!\w)")
"""Behind a time: it goes with what follows ("by last year's act")."""


def due_of(scene: Scene, time: TimeMention) -> Edtf | None:
    """The deadline that a time with its preposition states: up to it, however far from now. None where it is no deadline."""
    prefix = scene.text[max(0, time.span.start - 24) : time.span.start]
    rules = commitment_rules()
    if rules.inside.match(time.text) is None and rules.deadline.search(prefix) is None:
        return None
    if _POSSESSIVE.match(scene.text, time.span.end):
        return None
    if time.edtf is None:
        return _within(scene, time, prefix + time.text)
    if time.edtf.text[:1] in "[{" or time.text.lower() in rules.vague:
        return None
    return time.edtf if "/" in time.edtf.text else Edtf.parse(f"../{time.edtf.text}")


def _within(scene: Scene, time: TimeMention, words: str) -> Edtf | None:
    """ "within five years", counted from the document's date."""
    years = _YEARS.match(time.value)
    published = scene.reading.document.published
    if years is None or commitment_rules().within not in words.lower() or published is None or published.latest is None:
        return None
    term = int(years.group(1))
    return Edtf.parse(f"../{published.latest.year + term:04d}") if term <= LONGEST_TERM else None


def said_on(scene: Scene, span: Span, words_end: int) -> StatedDate | None:
    """When the promise was made: the time inside its wording (which ends at ``words_end``), in its clause before it, or at the head of
    the sentence. A time in what is promised is the time of that ("agreed to reopen it in May")."""
    for time in reversed(scene.times):
        if time.span.end > min(span.start + WORDING_REACH, max(words_end, span.start)) or time.edtf is None or time.edtf.latest is None:
            continue
        joined = time.span.start >= span.start or not re.search(r"[,;]", scene.text[time.span.end : span.start])
        if (joined or time.span.start - scene.span.start <= OPENING) and due_of(scene, time) is None:
            return StatedDate(time.edtf, time.basis, time.span, time.alternatives)
    return None
