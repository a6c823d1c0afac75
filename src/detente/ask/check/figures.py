"""A figure of the article against the points of its series."""

from __future__ import annotations

from collections.abc import Sequence

from detente.ask.check.events import COPY_ALONE, Judgement, capital, witness_of
from detente.ask.check.held import Held, HeldFact
from detente.ask.check.views import Stance, Verdict
from detente.model.fact import Grade
from detente.reconcile.amounts import agree
from detente.reconcile.cases import UNNAMED, Case, unit_key
from detente.reconcile.checks import MERGE, WEEK, days_between
from detente.reconcile.discrepancies import Judged, judge_figures
from detente.reconcile.figures import compare_figures
from detente.rules.dates import date_words

NEAREST = 3
"""Points of the series shown beside a figure for whose period the record has none, at most."""


def judge_figure(claim: Case, held: Held) -> Judgement:
    """The verdict on a figure: the same within rounding and bounds, another for the same period, or none for it."""
    if claim.statement.value is None:
        return Judgement(Verdict.UNCHECKABLE, "No number was read in it.")
    points = [(fact, case) for fact in held.series(claim, copies=True) for case in fact.cases]
    agreeing = [(f, c) for f, c in points if _same(claim, c)]
    other = [(f, c) for f, c in points if not _same(claim, c) and not _two_days(claim, c)]
    judged = [(f, c, j) for f, c in other if (j := judge_figures(claim, c)) is not None]
    contradicting = [row for row in judged if row[2][1] is Grade.CONTRADICTION]
    explained = [row for row in judged if row[2][1] is not Grade.CONTRADICTION]
    witnesses = [witness_of(f, c, held, Stance.CONTRADICTS, j[2], j[0], j[1]) for f, c, j in contradicting]
    witnesses += [witness_of(f, c, held, Stance.AGREES, _how(claim, c)) for f, c in agreeing]
    witnesses += [witness_of(f, c, held, Stance.DIFFERS, j[2], j[0], j[1]) for f, c, j in explained]
    own = [(f, c) for f, c in agreeing if held.independent(c)]
    sources = len({c.document.group for _, c in own})
    if agreeing and not own and not contradicting:
        return Judgement(Verdict.NO_RECORD, COPY_ALONE, [], witnesses)
    if own or contradicting:
        verdict, reason = _verdict(claim, own, contradicting)
        return Judgement(verdict, reason, [], witnesses, sources)
    if explained:
        return Judgement(Verdict.PARTLY, f"The record's figure differs, and both can be right: {explained[0][2][2]}.", [], witnesses)
    return _none_for_the_period(claim, points, held)


def _same(claim: Case, case: Case) -> bool:
    """Whether a point of the series is the claimed one: as a build would merge them, or the same number by another reporter."""
    if compare_figures(claim, case)[0] >= MERGE:
        return True
    if claim.statement.kind in UNNAMED or claim.low is None or case.low is None:
        return False
    same_unit = unit_key(claim.statement.unit) == unit_key(case.statement.unit)
    return same_unit and days_between(claim, case) <= 0 and agree(claim.statement, case.statement)


def _two_days(claim: Case, case: Case) -> bool:
    """Whether both are counts of one day each, and of two days: they measure two things and not one that changed."""
    return days_between(claim, case) > 0 and max(claim.width, case.width) <= WEEK


def _how(claim: Case, case: Case) -> str:
    same = claim.statement.value == case.statement.value and claim.statement.bound == case.statement.bound
    said = "the same number" if same else "a number that agrees within rounding and bounds"
    if claim.low is None or case.low is None:
        return f"{said}; not both give a period"
    reporter = case.statement.reporter
    return f"{said}, by {reporter}" if reporter and reporter != claim.statement.reporter else said


def _verdict(
    claim: Case, agreeing: Sequence[tuple[HeldFact, Case]], contradicting: Sequence[tuple[HeldFact, Case, Judged]]
) -> tuple[Verdict, str]:
    if contradicting and agreeing:
        return Verdict.PARTLY, f"The record's sources disagree: some say the same, but {contradicting[0][2][2]}."
    if contradicting:
        return Verdict.CONTRADICTED, f"{capital(contradicting[0][2][2])}."
    if claim.low is not None and all(case.low is None for _, case in agreeing):
        return Verdict.PARTLY, "The record has the number, but not for which period."
    sources = len({case.document.group for _, case in agreeing})
    told = "one source" if sources == 1 else f"{sources} independent sources"
    return Verdict.SUPPORTED, f"{capital(_how(claim, agreeing[0][1]))}, told by {told}."


def _none_for_the_period(claim: Case, points: Sequence[tuple[HeldFact, Case]], held: Held) -> Judgement:
    """The nearest points of the series, for the eye: they say nothing of another period."""
    near = sorted(points, key=lambda row: (max(days_between(claim, row[1]), 0), row[0].fact.id))
    by_fact = {fact.fact.id: (fact, case) for fact, case in reversed(near)}
    shown = sorted(by_fact.values(), key=lambda row: (max(days_between(claim, row[1]), 0), row[0].fact.id))[:NEAREST]
    witnesses = [witness_of(f, c, held, Stance.NEAR, _other_period(c)) for f, c in shown]
    if not points:
        return Judgement(Verdict.NO_RECORD, "The record has no figure of this series.")
    return Judgement(Verdict.NO_RECORD, "The record has this series, but no figure for this period.", [], witnesses)


def _other_period(case: Case) -> str:
    date = case.statement.date
    return f"the series in {date_words(date.edtf)}" if date else "of this series, without a period"
