"""How things stood on a day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from detente.ask.evidence import Library
from detente.ask.facts import day, known, time_order
from detente.ask.ladder import seen
from detente.ask.missions import missions
from detente.ask.series import views
from detente.ask.tenures import in_office
from detente.ask.views import SeriesView, Standing, State
from detente.model.edtf import Edtf
from detente.model.fact import Discrepancy, Fact, Review
from detente.model.statement import FactKind, Status
from detente.pipeline.rulings import lost_rulings
from detente.reconcile.ladder import rungs, standing
from detente.rules.merging import merging
from detente.store.base import Record

REAL = frozenset({Status.HAPPENED, Status.ONGOING})


def state(record: Record, as_of: str, known_on: str | None = None, published_by: str | None = None) -> State:
    """The world as it stood at the end of ``as_of``, from what the record held at the end of ``known_on``.

    What can only be placed within a year counts from that year's end: before it the record cannot say that it had happened.
    ``published_by`` asks of what had been published by the end of that day alone.
    Raises UsageError where a date is no ``YYYY-MM-DD`` (a year or month stands for its last day).
    """
    today = day(as_of)
    held, discrepancies = known(record, known_on, published_by)
    facts = [fact for fact in held if fact.review is not Review.SET_ASIDE]
    library = Library(record)
    past = [fact for fact in facts if fact.status in REAL and _ended_by(fact, today)]
    climbed = rungs(facts)
    number = Edtf.parse(today).latest
    level = seen(climbed, standing(climbed, number.ordinal() if number else 0), library)
    still_open, overdue = _commitments(facts, today, library)
    return State(
        as_of=today,
        known_on=None if known_on is None else day(known_on),
        published_by=None if published_by is None else day(published_by),
        parties=record.parties,
        level=replace(level, until=None) if level.until is not None and _starts_after(level.until, today) else level,
        relations=_relations(past, library),
        missions=_standings(missions(past), library),
        agreements=_standings(_in_force(past), library),
        sanctions=_standings(_imposed(past), library),
        figures=_figures(record, facts, discrepancies, today, known_on),
        open=still_open,
        overdue=overdue,
        orphaned=lost_rulings(record, None if known_on is None else day(known_on)),
        tenures=_standings(in_office(record, facts, today), library),
    )


def _ended_by(fact: Fact, today: str) -> bool:
    return fact.date is not None and fact.date.latest is not None and fact.date.latest.isoformat() <= today


def _starts_after(date: Edtf, today: str) -> bool:
    return date.latest is None or date.latest.isoformat() > today


def _standings(found: Iterable[tuple[Fact, str]], library: Library) -> tuple[Standing, ...]:
    kept = sorted(found, key=lambda pair: time_order(pair[0]))
    library.fetch(fact for fact, _ in kept)
    return tuple(Standing(fact, library.of(fact), note) for fact, note in kept)


def _relations(past: Sequence[Fact], library: Library) -> Standing | None:
    """The last change of diplomatic relations."""
    changes = sorted((fact for fact in past if fact.kind in merging().levels), key=time_order)
    return Standing(changes[-1], library.of(changes[-1]), merging().levels[changes[-1].kind].label) if changes else None


def _in_force(past: Sequence[Fact]) -> Iterator[tuple[Fact, str]]:
    """Agreements that were signed or came into force and of which no end is told."""
    ended = {fact.object for fact in past if fact.kind in ("agreement_terminated", "agreement_suspended") and fact.object}
    for fact in past:
        begun = merging().family(fact.kind).name in ("agreement", "agreement_in_force")
        if fact.fact is FactKind.AGREEMENT and begun and fact.object not in ended:
            yield fact, "in force" if fact.kind == "agreement_in_force" else "signed"


def _imposed(past: Sequence[Fact]) -> Iterator[tuple[Fact, str]]:
    """Sanctions imposed; those of which a later lifting of the same thing is told are left out."""
    lifted = [fact for fact in past if fact.kind == "sanction_lifted"]
    for fact in past:
        if merging().family(fact.kind).name == "sanction_imposed" and not any(_lifts(other, fact) for other in lifted):
            later = any(o.source == fact.source and o.target == fact.target and time_order(o) > time_order(fact) for o in lifted)
            yield fact, "imposed; something was lifted later" if later else "imposed"


def _lifts(lifting: Fact, imposed: Fact) -> bool:
    same = lifting.source == imposed.source and lifting.target == imposed.target
    return same and bool(lifting.object) and lifting.object == imposed.object and time_order(lifting) > time_order(imposed)


def _figures(
    record: Record, facts: Sequence[Fact], discrepancies: Sequence[Discrepancy], today: str, known_on: str | None
) -> tuple[SeriesView, ...]:
    """Each series with the points of its last period that had begun."""
    begun = [f for f in facts if f.fact is FactKind.INDICATOR and f.date and f.date.earliest and f.date.earliest.isoformat() <= today]
    return tuple(_last_points(view) for view in views(record, begun, discrepancies, known_on))


def _last_points(view: SeriesView) -> SeriesView:
    last = time_order(view.points[-1].fact)[:2]
    points = tuple(point for point in view.points if time_order(point.fact)[:2] == last)
    return replace(view, points=points, reporters=tuple(dict.fromkeys(point.fact.reporter for point in points)))


def _commitments(facts: Sequence[Fact], today: str, library: Library) -> tuple[tuple[Standing, ...], tuple[Standing, ...]]:
    """Promises made by the day: those still to be kept, and those whose day is over."""
    made = [fact for fact in facts if fact.fact is FactKind.COMMITMENT and fact.status is not Status.DENIED]
    library.fetch(made)
    made = [fact for fact in made if _made(fact, library) <= today]
    due = [fact for fact in made if fact.due is not None and fact.due.latest is not None and fact.due.latest.isoformat() <= today]
    ahead = [fact for fact in made if fact not in due]
    return _standings(((f, "open") for f in ahead), library), _standings(((f, "overdue") for f in due), library)


def _made(fact: Fact, library: Library) -> str:
    """By when a promise had been made: its date, else when the first document told of it; unknown counts as always."""
    if fact.date is not None and fact.date.latest is not None:
        return fact.date.latest.isoformat()
    told = [e.document.published.latest.isoformat() for e in library.of(fact) if e.document.published and e.document.published.latest]
    return min(told, default="")
