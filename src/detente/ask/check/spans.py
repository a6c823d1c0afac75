"""Lengths of time: "the 26-year journey", "12 years of the Comprehensive Partnership", "the 30th anniversary of relations"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from detente.ask.check.claims import Claim, Scene, codes, year_of
from detente.ask.check.held import HeldFact
from detente.ask.check.outcomes import Outcome, independent, shown
from detente.ask.check.views import Stance, Verdict
from detente.model.folding import words
from detente.model.statement import Status
from detente.reconcile.cases import days
from detente.rules.claims import Anchor, number_of, record_claims
from detente.rules.dates import date_words
from detente.rules.merging import merging

LOOSE = 2
"""Years by which a round number of decades may be off."""

ROUND = 10

SHORT = 5
"""Words no longer than this ("the", "their") are no part of a name."""

_DONE = frozenset({Status.HAPPENED, Status.ONGOING})


def check_span(claim: Claim, scene: Scene) -> Outcome | None:
    """The verdict on a length of time; None where it is no matter between the two parties."""
    years = _years(claim)
    anchor = _anchor(claim)
    if years is None or anchor is None or not codes(claim.get("anchor")) <= scene.held.parties:
        return None
    title = f"{years} years, counted from {_from(claim)}"
    begun = sorted(_begun(claim, anchor, scene), key=lambda f: (days(f.fact.date) if f.fact.date else (0, 0), f.fact.id))
    if not begun:
        return Outcome(title, Verdict.UNCHECKABLE, f"The record holds nothing that dates {_from(claim)}.")
    ends = dict(_ends(claim, scene))
    if not ends:
        return Outcome(title, Verdict.UNCHECKABLE, "Nothing tells until when the article counts: it is not dated.")
    slack = _slack(claim, scene, years)
    for fact in begun:
        start = year_of(fact.fact.date)
        fitting = [(end, how) for end, how in ends.items() if start is not None and slack[0] <= end - start - years <= slack[1]]
        if fitting:
            end, how = fitting[0]
            same = [f for f in begun if year_of(f.fact.date) == start]
            reason = f"{start} to {end} ({how}) is {end - (start or 0)} years."
            witnesses = shown(same, scene.held, Stance.AGREES, f"dates {_from(claim)}")
            return Outcome(title, Verdict.SUPPORTED, reason, _inferred(scene), witnesses, independent(same))
    return _none_fits(title, claim, begun, ends, scene)


def _none_fits(title: str, claim: Claim, begun: list[HeldFact], ends: dict[int, str], scene: Scene) -> Outcome:
    """Contradicted where one beginning and one end are known and lie otherwise apart; else nobody can tell what is counted."""
    starts = {year_of(f.fact.date) for f in begun}
    dates = ", ".join(dict.fromkeys(date_words(f.fact.date) for f in begun))
    start = next(iter(starts))
    if len(starts) == 1 and start is not None and scene.dated and len(ends) == 1:
        end = next(iter(ends))
        witnesses = shown(begun, scene.held, Stance.CONTRADICTS, f"dates {_from(claim)}")
        return Outcome(
            title, Verdict.CONTRADICTED, f"The record dates {_from(claim)} {dates}: {end - start} years before {end}.", (), witnesses
        )
    witnesses = shown(begun, scene.held, Stance.NEAR, f"could be what it is counted from: {_from(claim)}")
    return Outcome(title, Verdict.NO_RECORD, f"Counted from what the record holds ({dates}) it comes to other numbers.", (), witnesses)


def _years(claim: Claim) -> int | None:
    number = number_of(claim.get("number") or claim.get("ordinal"))
    return None if number is None else number * record_claims().years.get(claim.get("unit").lower(), 1)


def _anchor(claim: Claim) -> Anchor | None:
    """What the years are counted from, by the words after them or by the word for the whole."""
    said = claim.get("anchor") or record_claims().things.get(claim.get("thing").lower(), "")
    return next((anchor for anchor in record_claims().anchors if anchor.pattern.search(said)), None)


def _from(claim: Claim) -> str:
    """What the years are counted from, in the article's words."""
    return " ".join(claim.get("anchor").split()) or f"the beginning of the {claim.get('thing').lower()}"


def _begun(claim: Claim, anchor: Anchor, scene: Scene) -> Iterator[HeldFact]:
    """The facts that begin what is counted. One with a name of its own must bear it."""
    families = dict.fromkeys(merging().family(kind).name for kind in anchor.kinds)
    for held in (fact for name in families for fact in scene.held.family(name)):
        fact = held.fact
        if fact.kind not in anchor.kinds or fact.status not in _DONE or year_of(fact.date) is None:
            continue
        if not anchor.named or _named(
            words(claim.get("anchor")), words((fact.level or "").partition(merging().purpose)[0] or fact.object or "")
        ):
            yield held


def _named(said: Sequence[str], name: Sequence[str]) -> bool:
    """Whether the words said hold the whole name in one piece, or are no name at all ("the partnership")."""
    telling = [word for word in said if len(word) > SHORT]
    whole = any(list(said[i : i + len(name)]) == list(name) for i in range(len(said) - len(name) + 1))
    return (bool(name) and whole) or len(telling) <= 1


def _ends(claim: Claim, scene: Scene) -> Iterator[tuple[int, str]]:
    """Years until which the article can be counting: of what the sentence dates, and when it was written."""
    for case in scene.inside(claim.sentence):
        date = case.statement.date
        if date is not None and date.edtf.latest is not None and not case.series:
            yield date.edtf.latest.year, "the date of what it is said with"
    if scene.now is not None:
        yield scene.now, "when the article was written"


def _slack(claim: Claim, scene: Scene, years: int) -> tuple[int, int]:
    """By how many years the count may be under and over: round numbers, bound words, and a year that is not over."""
    before = scene.text[claim.sentence.start : claim.span.start]
    if record_claims().over.search(before):
        return 0, max(ROUND, years // 2)
    loose = LOOSE if claim.get("unit").lower().startswith("dec") else 1
    if record_claims().under.search(before):
        return -LOOSE - 1, 1
    return (0, 0) if claim.get("ordinal") else (-1, loose - 1 if loose > 1 else 0)


def _inferred(scene: Scene) -> tuple[str, ...]:
    """A caution where the article's year was itself worked out from what it says."""
    return () if scene.dated or scene.now is None else ("The article's own year was worked out from its text.",)
