"""Claims that compare figures: the largest ever, a record high, doubled since."""

from __future__ import annotations

from detente.ask.check.claims import Claim, Scene, year_in, year_of
from detente.ask.check.outcomes import Outcome, independent, reach, shown
from detente.ask.check.views import Stance, Verdict
from detente.model.fact import Fact
from detente.model.folding import words
from detente.model.mention import Bound
from detente.reconcile.amounts import allowed, meant
from detente.reconcile.cases import Case, unit_key
from detente.rules.claims import number_of, record_claims
from detente.rules.dates import date_words

LOOSE = 0.15
"""Share by which a stated factor may be off: who writes "doubled" has not counted the last percent."""

LEAST = ("lowest", "smallest")


def check_superlative(claim: Claim, scene: Scene) -> Outcome | None:
    """ "The largest ever", "a record high" within a series; a rank among others than the two cannot be checked."""
    said = " ".join(claim.span.of(scene.text).split())
    if claim.get("among"):
        why = "It ranks one among others than the two parties, of whom this record does not tell."
        return Outcome(said, Verdict.UNCHECKABLE, why)
    figure = scene.nearest(claim, figures=True)
    if figure is None or figure.statement.value is None:
        return Outcome(said, Verdict.UNCHECKABLE, "It is said of no figure that was read, so that there is nothing to compare.")
    since = year_in(claim.get("anchor")) or 0
    least = any(word in LEAST for word in words(said)) or words(said)[-1:] == ("low",)
    points = [held for held in scene.held.series(figure) if _comparable(held.fact, figure) and (_year(held.fact) or 0) >= since]
    beyond = [held for held in points if _beyond(held.fact, figure, least) and _year(held.fact) != _year_of_case(figure)]
    if beyond:
        first = beyond[0].fact
        why = f"The record has one {'lower' if least else 'higher'}: {first.title}, {date_words(first.date)}."
        witnesses = shown(beyond, scene.held, Stance.CONTRADICTS, "lower" if least else "higher")
        return Outcome(said, Verdict.CONTRADICTED, why, (), witnesses, independent(beyond))
    if not points:
        return Outcome(said, Verdict.NO_RECORD, "The record has no other figure of this series.")
    years = sorted({year for held in points if (year := _year(held.fact)) is not None})
    span = f"{years[0]} to {years[-1]}" if years else "without a period"
    why = f"Nothing in the record contradicts this, but it has only {len(points)} figures of the series ({span}); {reach(scene.held)}."
    return Outcome(said, Verdict.NO_RECORD, why, (), shown(points, scene.held, Stance.NEAR, "of the same series"))


def check_change(claim: Claim, scene: Scene) -> Outcome | None:
    """ "Doubled since 2010": two points of one series."""
    said = " ".join(claim.span.of(scene.text).split())
    factor = record_claims().factors.get(claim.get("factor").lower()) or number_of(claim.get("factor"))
    start = year_in(claim.get("anchor"))
    figure = scene.nearest(claim, figures=True)
    if factor is None or start is None or figure is None:
        return Outcome(said, Verdict.UNCHECKABLE, "Which figure is meant, or from which year on, could not be read.")
    end = _year_of_case(figure) or scene.now
    points = [held for held in scene.held.series(figure) if _comparable(held.fact, figure)]
    first = [held for held in points if _year(held.fact) == start]
    last = [held for held in points if _year(held.fact) == end]
    if not first or not (last or figure.statement.value is not None):
        witnesses = shown(points, scene.held, Stance.NEAR, "of the same series")
        return Outcome(said, Verdict.NO_RECORD, f"The record has no figure of this series for {start}.", (), witnesses)
    low, high = _ratio(first[0].fact, last[0].fact if last else figure)
    both = [*first[:1], *last[:1]]
    if low * (1 - LOOSE) <= factor <= high * (1 + LOOSE):
        witnesses = shown(both, scene.held, Stance.AGREES, "one end of the change")
        return Outcome(said, Verdict.SUPPORTED, f"From {start} to {end} it is {_times(low, high)}.", (), witnesses, independent(both))
    witnesses = shown(both, scene.held, Stance.CONTRADICTS, "one end of the change")
    return Outcome(said, Verdict.CONTRADICTED, f"From {start} to {end} it is {_times(low, high)}.", (), witnesses, independent(both))


def _ratio(first: Fact, last: Fact | Case) -> tuple[float, float]:
    """The least and greatest factor that both figures allow."""
    said = last.statement if isinstance(last, Case) else last
    low, high = meant(first.value or 0.0, first.bound or Bound.EXACT)
    least, most = meant(said.value or 0.0, said.bound or Bound.EXACT)
    if low <= 0 or high <= 0:
        return 0.0, float("inf")
    return least / high, most / low


def _times(low: float, high: float) -> str:
    one, other = f"{low:.2g}", f"{high:.2g}"
    return f"{one} times as much" if one == other else f"{one} to {other} times as much"


def _comparable(fact: Fact, figure: Case) -> bool:
    return fact.value is not None and unit_key(fact.unit) == unit_key(figure.statement.unit)


def _beyond(fact: Fact, figure: Case, least: bool) -> bool:
    """Whether a point surely lies above the claimed one (below, for the least)."""
    low, high = allowed(fact.value or 0.0, fact.bound or Bound.EXACT)
    said = meant(figure.statement.value or 0.0, figure.statement.bound or Bound.EXACT)
    return high < said[0] if least else low > said[1]


def _year(fact: Fact) -> int | None:
    return year_of(fact.date)


def _year_of_case(case: Case) -> int | None:
    return year_of(case.statement.date.edtf) if case.statement.date else None
