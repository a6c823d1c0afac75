"""Whether two figures are one observation of a series."""

from __future__ import annotations

from detente.model.fact import Reason
from detente.model.folding import words
from detente.reconcile.amounts import agree
from detente.reconcile.cases import UNNAMED, Case
from detente.reconcile.checks import MONTH, VETO, YEAR, days_between

UNNAMED_SHARE = 0.5
"""Words that two quotes must share for equal amounts of no named series to be one."""


def series(a: Case, b: Case) -> Reason:
    """The same thing measured, between the same parties, in the same unit."""
    if a.statement.kind in UNNAMED:
        small = min(len(a.words), len(b.words))
        if a.statement.value != b.statement.value or not small or len(a.words & b.words) < UNNAMED_SHARE * small:
            return Reason("series", VETO, "amounts of no named series, told in other words")
    if a.series == b.series:
        return Reason("series", 0.4, "the same series in the same unit")
    return Reason("series", VETO, "another series")


def period(a: Case, b: Case) -> Reason:
    """The same period, in so far as both give one."""
    if a.low is None or b.low is None:
        same = a.statement.value == b.statement.value
        return Reason("period", 0.2 if same else 0.0, "not both give a period")
    gap = days_between(a, b)
    if 0 < gap <= MONTH and max(a.width, b.width) <= MONTH:
        return Reason("period", 0.3, f"told of days {gap} apart")
    if gap > 0:
        return Reason("period", VETO, "another period")
    if max(a.width, b.width) <= YEAR:
        return Reason("period", 0.4, "the same period")
    return Reason("period", 0.2, "periods that overlap")


def wording(a: Case, b: Case) -> Reason | None:
    """Where not both give a period: how much of what is said is said in both."""
    small = min(len(a.words), len(b.words))
    if (a.low is not None and b.low is not None) or not small or not agree(a.statement, b.statement):
        return None
    share = len(a.words & b.words) / small
    return Reason("wording", round(0.4 * share, 2), "said in like words") if share >= UNNAMED_SHARE else None


def value(a: Case, b: Case) -> Reason:
    """The same number, or one told with less precision."""
    if a.statement.value == b.statement.value and a.statement.bound == b.statement.bound:
        return Reason("value", 0.4, "the same number")
    if agree(a.statement, b.statement):
        return Reason("value", 0.3, "numbers that agree within rounding and bounds")
    return Reason("value", VETO, "another number")


def reporter(a: Case, b: Case) -> Reason | None:
    """Two named reporters who give one number tell of one observation; each still has a line of the series."""
    if not a.statement.reporter or not b.statement.reporter:
        return None
    if same_reporter(a, b):
        return Reason("reporter", 0.2, "the same reporter")
    return Reason("reporter", -0.1, "another reporter")


def same_reporter(a: Case, b: Case) -> bool:
    """Whether one reporter's name holds the other's, or neither is named."""
    one, other = set(words(a.statement.reporter or "")), set(words(b.statement.reporter or ""))
    return one == other or bool(one and other and (one <= other or other <= one))


def compare_figures(a: Case, b: Case) -> tuple[float, tuple[Reason, ...]]:
    """The sum of all checks on figures and what each of them said. Stops at the first veto."""
    reasons: list[Reason] = []
    for check in (series, period, value, wording, reporter):
        reason = check(a, b)
        if reason is None:
            continue
        reasons.append(reason)
        if reason.score <= VETO:
            return VETO, tuple(reasons)
    return round(sum(r.score for r in reasons), 2), tuple(reasons)
