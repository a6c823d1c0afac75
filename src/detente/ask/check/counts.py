"""Claims that count: the first and the only, the third time, all presidents since."""

from __future__ import annotations

from collections.abc import Sequence

from detente.ask.check.claims import Claim, Scene, codes, year_in
from detente.ask.check.held import HeldFact
from detente.ask.check.outcomes import Outcome, independent, reach, shown
from detente.ask.check.sorts import after, before, beyond, fits, others, sort_of
from detente.ask.check.views import Stance, Verdict
from detente.model.edtf import Edtf
from detente.model.folding import words
from detente.model.statement import Status
from detente.reconcile.cases import Case, days
from detente.rules.actors import members
from detente.rules.claims import number_of, record_claims
from detente.rules.dates import date_words
from detente.rules.merging import merging
from detente.rules.offices import Tenure, holders, office_key, tenures

_DONE = frozenset({Status.HAPPENED, Status.ONGOING})
_NO_DEED = "It is said of nothing that was read as a dated event between the two."
_FIRST_RELATIONS = 2
"""Rank of diplomatic relations on the ladder: before it, nothing of what is counted can be expected."""


def check_first(claim: Claim, scene: Scene) -> Outcome | None:
    """ "The first", "the only", "for the first time": false if the record holds another; else it can seldom be shown."""
    said = " ".join(claim.span.of(scene.text).split())
    deed = scene.deed(claim)
    if deed is None or deed.low is None:
        return Outcome(said, Verdict.UNCHECKABLE, _NO_DEED)
    sort = sort_of(deed, claim, scene)
    only = "only" in words(said)
    rivals = [held for held in others(sort, scene) if before(sort, held) or (only and after(sort, held))]
    whom = beyond(claim, scene)
    sure = sorted((held for held in rivals if fits(sort, held)), key=_when)
    if sure and _among(whom, deed):
        why = f"The record holds {'another' if only else 'an earlier one'}: {sure[0].fact.title}, {date_words(sure[0].fact.date)}."
        witnesses = shown(sure, scene.held, Stance.CONTRADICTS, "another" if only else "earlier")
        return Outcome(said, Verdict.CONTRADICTED, why, (), witnesses, independent(sure))
    near = shown(sorted(rivals, key=_when), scene.held, Stance.NEAR, "earlier, but it need not be of the same sort")
    if whom:
        why = (
            f"It is about others than the two ({', '.join(whom)}), of whom this record does not tell. Nothing in it contradicts the claim."
        )
        return Outcome(said, Verdict.UNCHECKABLE, why, (), near)
    why = f"Nothing in the record contradicts this: it holds no earlier one that is surely of this sort. No proof: {reach(scene.held)}."
    return Outcome(said, Verdict.NO_RECORD, why, (), near)


def _among(whom: Sequence[str], deed: Case) -> bool:
    """Whether the one who acts is surely one of those whom a first is counted among: a member of the organisation named."""
    day = deed.statement.date.edtf.earliest if deed.statement.date else None
    when = day.isoformat() if day else ""
    return all(deed.source <= set(members(name, when)) for name in whom)


def check_ordinal(claim: Claim, scene: Scene) -> Outcome | None:
    """ "For the third time", "his second visit": set against how many the record holds before."""
    number = number_of(claim.get("ordinal"))
    deed = scene.deed(claim)
    said = " ".join(claim.span.of(scene.text).split())
    if number is None or number < 2 or deed is None or deed.low is None:
        return Outcome(said, Verdict.UNCHECKABLE, _NO_DEED)
    sort = sort_of(deed, claim, scene)
    people = set(deed.persons) if deed.family.personal else set()
    earlier = [
        held for held in others(sort, scene) if before(sort, held) and (not people or any(people & set(c.persons) for c in held.cases))
    ]
    found = len(earlier)
    if found >= number and not sort.vague:
        why = f"The record holds {found} before it, so that it was not number {number}."
        return Outcome(
            said, Verdict.CONTRADICTED, why, (), shown(earlier, scene.held, Stance.CONTRADICTS, "before it"), independent(earlier)
        )
    if found == number - 1:
        why = f"The record holds {found} before it, as it should; there may be others that it does not know, since {reach(scene.held)}."
        return Outcome(said, Verdict.PARTLY, why, (), shown(earlier, scene.held, Stance.AGREES, "before it"), independent(earlier))
    why = f"The record holds only {found} before it, which does not speak against it: {reach(scene.held)}."
    return Outcome(said, Verdict.NO_RECORD, why, (), shown(earlier, scene.held, Stance.NEAR, "before it"))


def check_every(claim: Claim, scene: Scene) -> Outcome | None:
    """ "All presidents since 1995": each holder of the office that the table knows, and what the record has each of them do."""
    said = " ".join(claim.span.of(scene.text).split())
    office = office_key(claim.get("office").lower().removesuffix("s"))
    family = next((record_claims().deeds[w] for w in words(claim.sentence.of(scene.text)) if w in record_claims().deeds), None)
    country = _whose_office(claim, scene)
    if office is None or family is None or country is None:
        return Outcome(said, Verdict.UNCHECKABLE, "Which office holders are meant, or what they are said to have done, could not be read.")
    since, note = _since(claim, scene)
    if since is None:
        return Outcome(said, Verdict.UNCHECKABLE, f"The record does not tell when that was: {' '.join(claim.get('anchor').split())}.")
    people = _people(holders(office, country, since, f"{scene.now or 9999}-12-31"))
    if not people:
        return Outcome(said, Verdict.UNCHECKABLE, "The table of office holders does not tell who they were.")
    done = {name: _deeds(held, family, country, scene) for name, held in people.items()}
    return _counted(said, done, family, since[:4], note, scene)


def _counted(said: str, done: dict[str, list[HeldFact]], family: str, since: str, note: tuple[str, ...], scene: Scene) -> Outcome:
    facts = [found[0] for found in done.values() if found]
    named = _list([name for name, found in done.items() if found])
    lacking = _list([name for name, found in done.items() if not found])
    whom = f"the {len(done)} who held the office from {since} on"
    witnesses = shown(facts, scene.held, Stance.AGREES, f"a {family}")
    if not lacking:
        verdict = Verdict.PARTLY if note else Verdict.SUPPORTED
        return Outcome(said, verdict, f"The record has a {family} by each of {whom}: {named}.", note, witnesses, independent(facts))
    if not facts:
        return Outcome(said, Verdict.NO_RECORD, f"The record tells of no {family} by any of {whom}: {lacking}.", note)
    why = f"Of {whom}, the record has a {family} by {named}; it tells of none by {lacking}."
    return Outcome(said, Verdict.PARTLY, why, note, witnesses, independent(facts))


def _whose_office(claim: Claim, scene: Scene) -> str | None:
    """Whose office it is: the party named before it, else the one that acts in what the sentence tells."""
    text = claim.span.of(scene.text)
    named = codes(text[: text.lower().find(claim.get("office").lower())]) & scene.held.parties
    if len(named) == 1:
        return next(iter(named))
    deed = scene.nearest(claim)
    return next(iter(deed.source)) if deed is not None and len(deed.source) == 1 else None


def _since(claim: Claim, scene: Scene) -> tuple[str | None, tuple[str, ...]]:
    """The first day that counts, and a caution where it is not the article's own."""
    anchor = claim.get("anchor")
    year = year_in(anchor)
    if year is not None:
        return f"{year}-01-01", ()
    person = tenures(anchor.strip())
    if person:
        return person[0].since, ()
    kinds = next((a.kinds for a in record_claims().anchors if a.pattern.search(anchor)), ())
    facts = [held.fact for kind in kinds for held in scene.held.family(merging().family(kind).name)]
    dated = [
        fact for fact in facts if fact.kind in kinds and fact.status in _DONE and fact.date is not None and fact.date.latest is not None
    ]
    if dated:
        return min(fact.date.latest.isoformat() for fact in dated if fact.date and fact.date.latest), ()
    begun = _relations(scene)
    if begun is None:
        return None, ()
    words_of = " ".join(anchor.split())
    counted = f"counted from {date_words(begun)}, when relations began in it"
    caution = f"The record does not date “{words_of}”; {counted}. Who held the office before is not counted."
    return begun.latest.isoformat() if begun.latest else None, (caution,)


def _relations(scene: Scene) -> Edtf | None:
    """When relations began, as far as the record tells."""
    kinds = [kind for kind, level in merging().levels.items() if level.rank >= _FIRST_RELATIONS]
    families = dict.fromkeys(merging().family(kind).name for kind in kinds)
    dates = [held.fact.date for name in families for held in scene.held.family(name) if held.fact.status in _DONE]
    return min((date for date in dates if date is not None and date.latest is not None), key=lambda date: days(date)[1], default=None)


def _people(held: Sequence[Tenure]) -> dict[str, list[Tenure]]:
    """Each holder once with all times in office, in order of the first."""
    found: dict[str, list[Tenure]] = {}
    for tenure in held:
        found.setdefault(tenure.holder, []).append(tenure)
    return found


def _deeds(held: Sequence[Tenure], family: str, country: str, scene: Scene) -> list[HeldFact]:
    """What the record has one office holder do in office, in order of time."""
    return sorted((fact for fact in scene.held.family(family) if any(_did(fact, tenure, country) for tenure in held)), key=_when)


def _did(held: HeldFact, tenure: Tenure, country: str) -> bool:
    fact = held.fact
    if (
        fact.status not in _DONE
        or country not in fact.source
        or fact.date is None
        or fact.date.earliest is None
        or fact.date.latest is None
    ):
        return False
    if fact.date.latest.isoformat() < tenure.since or fact.date.earliest.isoformat() > (tenure.until or "9999"):
        return False
    shorts = [set(words(short)) for short in tenure.short]
    return any(short and short <= set(words(name)) for name in fact.persons for short in shorts)


def _when(held: HeldFact) -> tuple[int, int, str]:
    low, high = days(held.fact.date) if held.fact.date is not None else (0, 0)
    return high, low, held.fact.id


def _list(names: Sequence[str]) -> str:
    return f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else "".join(names)
