"""An event of the article against the record's: the same checks that merge statements, then the same judges of what differs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from detente.ask.check.held import Held, HeldFact
from detente.ask.check.views import Stance, Verdict, Witness
from detente.model.fact import DiscrepancyType, Grade
from detente.model.folding import words
from detente.model.statement import Status
from detente.reconcile.cases import Case, is_name, name_words, same_person
from detente.reconcile.checks import DOUBT, MERGE, VETO, WEEK, YEAR, compare, days_between
from detente.reconcile.checks import date as date_check
from detente.reconcile.discrepancies import Judged, judge_actors, judge_date, judge_events, judge_status
from detente.reconcile.merging import WITNESSES
from detente.rules.claims import bearing
from detente.rules.dates import date_words
from detente.rules.merging import merging

NEAREST = 2
"""Facts shown beside a claim that the record does not tell of, at most: they are for the eye and decide nothing."""

FIRM = frozenset({"stated", "heading", "narrative", "carried", "relative", "visit", "visit_day", "carried_on"})
"""How a date must have been found for a claim to be held to it; one worked out from a tenure or another event is not the writer's."""

MISDATED = 5 * YEAR
"""Days by which a writer can well misdate what is done once. Beyond them it is more likely done anew: another government recognized."""

AROUND = 10 * YEAR
"""Days from a claim beyond which nothing is shown as near it, unless the same people or things are named."""

COPY_ALONE = "Only a copy or a rewrite of the article says the same, which is no second source."

_DONE = frozenset({Status.HAPPENED, Status.ONGOING})


@dataclass(slots=True)
class Judgement:
    """What the record says to one statement of the article."""

    verdict: Verdict
    reason: str
    notes: list[str] = field(default_factory=list)
    witnesses: list[Witness] = field(default_factory=list)
    sources: int = 0


def judge_event(claim: Case, held: Held) -> Judgement:
    """The verdict on an event, agreement, level, promise or tenure."""
    same = matched(claim, held.like(claim))
    if same:
        return _against_the_same(claim, same, held)
    related = [h for h in held.family(claim.family.name, copies=True) if _comparable(claim, h)]
    clash = _clash(claim, related)
    if clash is not None:
        fact, case, (kind, grade, why) = clash
        witness = witness_of(fact, case, held, Stance.CONTRADICTS, why, kind, grade)
        return Judgement(Verdict.CONTRADICTED, f"{capital(why)}.", witnesses=[witness])
    borne = _borne_out(claim, held)
    if borne is not None:
        return borne
    close = [h for h in related if not claim.family.many and _close(claim, h)]
    near = sorted(close, key=lambda h: (_distance(claim, h), h.fact.id))[:NEAREST]
    shown = [witness_of(h, _nearest(claim, h), held, Stance.NEAR, _apart(claim, _nearest(claim, h))) for h in near]
    said = "The record tells nothing of it"
    return Judgement(Verdict.NO_RECORD, f"{said}; the nearest that it holds is shown." if shown else f"{said}.", witnesses=shown)


def witness_of(
    fact: HeldFact, case: Case, held: Held, stance: Stance, why: str, kind: DiscrepancyType | None = None, grade: Grade | None = None
) -> Witness:
    """A statement of the record as a witness, with its quote in context."""
    register = case.statement.document in held.registers
    return Witness(held.library.statement(case.statement), fact.fact.id, stance, why, kind, grade, register)


def matched(claim: Case, candidates: Iterable[HeldFact]) -> list[HeldFact]:
    """The facts that tell the same, the likeliest first: a build would have put the claim with them."""
    found = []
    for held in candidates:
        scores = [compare(claim, case)[0] for case in held.cases[:WITNESSES]]
        if max(scores) >= MERGE and min(scores) >= DOUBT:
            found.append((-max(scores), held.fact.id, held))
    return [held for _, _, held in sorted(found, key=lambda row: row[:2])]


def _against_the_same(claim: Case, matched: Sequence[HeldFact], held: Held) -> Judgement:
    """What the statements that tell of the same event say of its date, its people and whether it happened."""
    against = [(h, c, judged) for h in matched for c in h.cases for judged in _differences(claim, c)]
    contradicting = [row for row in against if row[2][1] is Grade.CONTRADICTION]
    agreeing = [(h, c) for h in matched for c in h.cases if not any(c is other for _, other, _ in contradicting)]
    witnesses = [witness_of(h, c, held, Stance.CONTRADICTS, j[2], j[0], j[1]) for h, c, j in contradicting]
    witnesses += _agreeing(claim, agreeing, against, held)
    if contradicting:
        kind, _, why = contradicting[0][2]
        affirming = {c.document.group for _, c in agreeing if _affirms(claim, c, kind) and held.independent(c)}
        if not affirming:
            return Judgement(Verdict.CONTRADICTED, f"{capital(why)}.", _notes(claim, matched), witnesses)
        number = len(affirming)
        reason = f"The record disagrees with itself: {_sources(number)} {_says(number)} the same, but {why}."
        return Judgement(Verdict.PARTLY, reason, _notes(claim, matched), witnesses, number)
    own = [c for _, c in agreeing if held.independent(c)]
    if not own:
        return Judgement(Verdict.NO_RECORD, COPY_ALONE, _notes(claim, matched), witnesses)
    sources = len({c.document.group for c in own})
    missing = list(_unconfirmed(claim, own))
    verdict = Verdict.PARTLY if missing else Verdict.SUPPORTED
    told = f"The same is told by {_sources(sources)}"
    reason = f"{told}, but {'; '.join(missing)}." if missing else f"{told}{_when(claim, own)}."
    return Judgement(verdict, reason, _notes(claim, matched), witnesses, sources)


def _differences(claim: Case, case: Case) -> Iterator[Judged]:
    """How the two differ. What a build may show as a contradiction is one here only where both surely speak of one thing and one moment."""
    if (claim.low, claim.high) != (case.low, case.high):
        yield from _soft(judge_date(claim, case), max(claim.width, case.width) <= WEEK and not claim.family.many)
    if claim.statement.status is not case.statement.status:
        denied = Status.DENIED in (claim.statement.status, case.statement.status)
        yield from _soft(judge_status(claim, case), denied and not claim.family.many)
    yield from _soft(judge_actors(claim, case), not claim.family.many)


def _soft(judged: Judged | None, sure: bool) -> Iterator[Judged]:
    """A difference; a contradiction that is not sure is shown as a matter of what is meant."""
    if judged is not None:
        kind, grade, why = judged
        yield (kind, Grade.SCOPE if grade is Grade.CONTRADICTION and not sure else grade, why)


def _affirms(claim: Case, case: Case, kind: DiscrepancyType) -> bool:
    """Whether a statement bears out the very thing that another contradicts; one that is silent on it does not."""
    if kind is DiscrepancyType.DATE:
        return case.low is not None and _bears_date(claim, case)
    if kind is DiscrepancyType.STATUS:
        return claim.statement.status is case.statement.status
    return _shared(claim, case)


def _agreeing(
    claim: Case, agreeing: Sequence[tuple[HeldFact, Case]], against: Sequence[tuple[HeldFact, Case, Judged]], held: Held
) -> list[Witness]:
    found = []
    for fact, case in agreeing:
        differing = next((judged for _, other, judged in against if other is case), None)
        if differing is None or differing[1] is Grade.PRECISION:
            why = differing[2] if differing else "tells the same"
            found.append(witness_of(fact, case, held, Stance.AGREES, why))
        else:
            found.append(witness_of(fact, case, held, Stance.DIFFERS, differing[2], differing[0], differing[1]))
    return found


def _unconfirmed(claim: Case, cases: Sequence[Case]) -> Iterator[str]:
    """What of the claim none of the statements bears out, in words: a finer date, another moment, people named in the same breath."""
    said = claim.statement
    if said.date is not None and claim.low is not None:
        dated = [c for c in cases if c.low is not None]
        if not dated:
            yield f"nothing in the record dates it, and the article says {date_words(said.date.edtf)}"
        elif not any(_bears_date(claim, c) for c in dated):
            best = min(dated, key=lambda c: c.width)
            grade = judge_date(claim, best)
            only = best.statement.date
            if grade is not None and grade[1] is not Grade.PRECISION:
                yield grade[2]
            elif only is not None:
                yield f"less precisely: the record has {date_words(only.edtf)}, the article {date_words(said.date.edtf)}"
    strangers = list(_strangers(claim, cases))
    if any(within for _, within in strangers):
        yield f"the record does not name {_either([name for name, _ in strangers])} there"


def _bears_date(claim: Case, case: Case) -> bool:
    """Whether a statement's date lies within the claim's, or is that of something of some days within which the claim's lies."""
    if claim.low is None or case.low is None or claim.high is None or case.high is None:
        return False
    inside = (claim.low <= case.low and case.high <= claim.high) or _plainly(claim) == _plainly(case)
    judged = judge_date(claim, case)
    touching = judged is not None and days_between(claim, case) == 1 and judged[1] in (Grade.PRECISION, Grade.CLOCK)
    return inside or touching or (case.width <= WEEK and days_between(claim, case) <= 0)


def _plainly(case: Case) -> str:
    """A date without its doubt: "about June 2023" bears out June 2023."""
    return case.statement.date.edtf.text.rstrip("~?%") if case.statement.date else ""


def _strangers(claim: Case, cases: Sequence[Case]) -> Iterator[tuple[str, bool]]:
    """People of the claim whom no statement names, and whether they stand in the quote itself."""
    known = [person for case in cases for person in case.persons]
    for person in claim.statement.persons:
        name = person.party.name
        if is_name(name) and not any(same_person(name_words(name), other) for other in known):
            yield name, claim.statement.span.contains(person.span)


def _when(claim: Case, cases: Sequence[Case]) -> str:
    """The date that bears the claim out, where it has one."""
    dated = [c for c in cases if c.statement.date is not None and _bears_date(claim, c)]
    best = min(dated, key=lambda c: c.width, default=None)
    if best is None or best.statement.date is None:
        return ""
    narrower = " (the record is more precise)" if claim.low is not None and best.width < claim.width else ""
    return f": {date_words(best.statement.date.edtf)}{narrower}"


def _notes(claim: Case, matched: Sequence[HeldFact]) -> list[str]:
    """What the record does not say of the claim though it bears it out: for the reader to weigh."""
    cases = [case for held in matched for case in held.cases]
    notes = []
    if all(case.statement.kind != claim.statement.kind for case in cases):
        called = " or ".join(sorted({_plain(case.statement.kind) for case in cases}))
        notes.append(f"The article calls it {_plain(claim.statement.kind)}; the record, {called}.")
    strangers = list(_strangers(claim, cases))
    if strangers and not any(within for _, within in strangers):
        notes.append(f"The record does not name {_either([name for name, _ in strangers])} in this connection.")
    if claim.places and any(case.places for case in cases) and not any(claim.places & case.places for case in cases):
        places = sorted({" ".join(p.title().split()) for case in cases for p in case.places})
        notes.append(f"The record places it elsewhere or more closely: {', '.join(places)}.")
    longer = {case.statement.level for case in cases if case.statement.level and case.level != claim.level}
    if claim.level and longer and not any(case.level == claim.level for case in cases):
        notes.append(f"The record calls the level {' or '.join(sorted(longer))}.")
    if len(matched) > 1:
        notes.append(f"{len(matched)} facts of the record fit; the article does not say which.")
    return notes


def _comparable(claim: Case, fact: HeldFact) -> bool:
    """Whether the fact is between the same parties in the same roles, whatever its date."""
    return any(claim.source == c.source and claim.target == c.target for c in fact.cases)


def _clash(claim: Case, related: Sequence[HeldFact]) -> tuple[HeldFact, Case, Judged] | None:
    """What leaves no room for the claim: other people or another level on the day, or another date of what is done once."""
    for fact in related:
        for case in fact.cases:
            judged = judge_events(claim, case) if claim.parties == case.parties else None
            if judged is not None and judged[1] is Grade.CONTRADICTION:
                return fact, case, judged
    return _done_once(claim, related)


def _done_once(claim: Case, related: Sequence[HeldFact]) -> tuple[HeldFact, Case, Judged] | None:
    """A level reached, or relations begun, on another date: two parties do not do that twice unless the record tells of it twice."""
    date = claim.statement.date
    by_level = bool(claim.level)
    if date is None or date.basis not in FIRM or claim.width > 2 * YEAR or claim.statement.status not in _DONE:
        return None
    if not by_level and claim.statement.kind not in merging().levels:
        return None
    alike = [h for h in related if any(_same_but_the_date(claim, c) for c in h.cases)]
    if len(alike) != 1:
        return None
    case = next(c for c in alike[0].cases if _same_but_the_date(claim, c))
    other = case.statement.date
    if other is None or not 0 < days_between(claim, case) <= MISDATED:
        return None
    why = f"the article says {date_words(date.edtf)}, the record {date_words(other.edtf)}"
    return alike[0], case, (DiscrepancyType.DATE, Grade.CONTRADICTION, why)


def _same_but_the_date(claim: Case, case: Case) -> bool:
    if case.low is None or case.width > 2 * YEAR or case.statement.status not in _DONE or case.statement.kind != claim.statement.kind:
        return False
    if claim.level and set(claim.level) != set(case.level):
        return False
    reasons = compare(claim, case)[1]
    return not any(reason.score <= VETO and reason.check != "date" for reason in reasons)


def _borne_out(claim: Case, held: Held) -> Judgement | None:
    """What another kind of event says of the claim: the announcement of what was announced, the visit in which people met."""
    for kinds, verdict in zip(bearing(claim.statement.kind), (Verdict.SUPPORTED, Verdict.PARTLY), strict=True):
        families = sorted({merging().family(kind).name for kind in kinds})
        found = [(h, c) for name in families for h in held.family(name) for c in h.cases if _bears(claim, c, kinds)]
        if not found:
            continue
        sources = len({c.document.group for _, c in found})
        told = " or ".join(sorted({_plain(c.statement.kind) for _, c in found}))
        when = _when(claim, [c for _, c in found])
        tail = "" if verdict is Verdict.SUPPORTED else "; of this itself it tells nothing"
        witnesses = [witness_of(h, c, held, Stance.AGREES, f"tells of {_plain(c.statement.kind)}") for h, c in found]
        return Judgement(verdict, f"The record has the {told}{when}{tail}.", [], witnesses, sources)
    return None


def _bears(claim: Case, case: Case, kinds: Sequence[str]) -> bool:
    if case.statement.kind not in kinds or case.statement.status not in _DONE or claim.low is None or case.low is None:
        return False
    if claim.parties != case.parties or (claim.persons and case.persons and not _shared(claim, case)):
        return False
    reason = date_check(claim, case)
    return reason is not None and reason.score > VETO and days_between(claim, case) <= 0


def _shared(claim: Case, case: Case) -> bool:
    return any(same_person(p, q) for p in claim.persons for q in case.persons)


def _distance(claim: Case, fact: HeldFact) -> tuple[int, int]:
    """How far a fact lies from the claim: people in common first, then days."""
    case = _nearest(claim, fact)
    apart = max(days_between(claim, case), 0) if claim.low is not None and case.low is not None else 10**6
    return 0 if _shared(claim, case) or len(set(claim.object) & set(case.object)) > 1 else 1, apart


def _close(claim: Case, fact: HeldFact) -> bool:
    """Whether a fact is near enough to be worth showing beside a claim."""
    stranger, apart = _distance(claim, fact)
    return stranger == 0 or apart <= AROUND


def _nearest(claim: Case, fact: HeldFact) -> Case:
    return min(fact.cases, key=lambda c: (not _shared(claim, c), max(days_between(claim, c), 0), c.width))


def _apart(claim: Case, case: Case) -> str:
    """Why the nearest is not the same: the first thing that told against it."""
    against = [reason for reason in compare(claim, case)[1] if reason.score < 0]
    return min(against, key=lambda reason: reason.score).text if against else "too little in common to be held for the same"


def _either(names: Sequence[str]) -> str:
    return " or ".join((", ".join(names[:-1]), names[-1])) if len(names) > 1 else names[0]


def capital(text: str) -> str:
    """``text`` with a capital at its beginning."""
    return text[:1].upper() + text[1:]


def _sources(number: int) -> str:
    return "one source" if number == 1 else f"{number} independent sources"


def _says(number: int) -> str:
    return "says" if number == 1 else "say"


def _plain(kind: str) -> str:
    return " ".join(words(kind.replace("_", " ")))
