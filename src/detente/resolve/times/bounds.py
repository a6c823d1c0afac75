"""What stands around a date and widens it: "since", "by", "until", "about", and the other end of a stretch."""

from __future__ import annotations

from detente.model.edtf import Edtf
from detente.model.span import Span
from detente.model.timeparse import TimeCandidate
from detente.resolve.times.passage import Passage
from detente.rules.times import time_grammar

_NOT_REACH = 50
"""Characters before "until" in which a "not" turns it round."""


def bounded(passage: Passage, text: str, candidate: TimeCandidate, edtf: Edtf | None) -> tuple[Edtf | None, Span | None]:
    """The date with the word in front that bounds it, and that word's characters."""
    bound = candidate.bound
    if edtf is None or bound is None or candidate.kind == "duration" or _is_not_until(passage, text, candidate):
        return edtf, None
    if bound in ("since", "after"):
        return (edtf if edtf.earliest is None else Edtf.interval(edtf, None)), candidate.bound_span
    if bound in ("by", "until", "before"):
        if edtf.latest is None:
            return edtf, candidate.bound_span
        if "END" in (candidate.modifier, candidate.fields.get("edge")):
            edtf = Edtf.day(*edtf.latest)
        return Edtf.interval(None, edtf), candidate.bound_span
    if bound == "onward":
        goes_on = time_grammar().joints["onward"].match(text, candidate.span.end) is not None and edtf.earliest is not None
        return (Edtf.interval(edtf, None), candidate.bound_span) if goes_on else (edtf, None)
    approximate = bound == "about" and "rel" not in candidate.fields
    return (edtf.approximate(), candidate.bound_span) if approximate else (edtf, None)


def _is_not_until(passage: Passage, text: str, candidate: TimeCandidate) -> bool:
    """ "did not return until 1980" tells when it was, not up to when."""
    if candidate.bound != "until" or candidate.bound_span is None:
        return False
    at = candidate.bound_span.start
    return time_grammar().joints["not"].search(text, max(passage.begin(candidate), at - _NOT_REACH), at) is not None


def stretch(mine: Edtf | None, other: Edtf | None, side: int) -> Edtf | None:
    """The stretch whose one end is ``mine`` (1 the first, -1 the second); ``mine`` alone where the two do not run forward."""
    if mine is None or other is None:
        return mine
    start, end = (mine, other) if side > 0 else (other, mine)
    try:
        return Edtf.interval(start, end)
    except ValueError:
        return mine
