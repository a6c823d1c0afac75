"""How things stood on a day."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from detente.ask.asked import Asked
from detente.ask.evidence import Library
from detente.ask.facts import day, time_order
from detente.ask.ladder import seen
from detente.ask.missions import missions
from detente.ask.series import latest, views
from detente.ask.tenures import LEFT, TAKEN, in_office
from detente.ask.views import SeriesView, Standing, State
from detente.model.calendar import Day
from detente.model.edtf import Edtf
from detente.model.fact import Fact
from detente.model.statement import FactKind, Status
from detente.pipeline.rulings import lost_rulings
from detente.reconcile.ladder import rungs, standing
from detente.rules.merging import merging
from detente.store.base import Choice, Order, Record

REAL = (Status.HAPPENED, Status.ONGOING)

MOST = 50
"""Facts of one sort that a state shows with their evidence: the most important ones. How many more there are is said."""

MOST_EVIDENCE = 10
"""Quotes that a state shows of one fact: the first ones. ``show`` has them all."""

MISSIONS = ("mission_opened", "mission_reopened", "mission_elevated", "mission_closed", "mission_downgraded")

Found = tuple[Sequence[tuple[Fact, str]], int]
"""Facts with how each stood, and how many there are of which these are the most important."""


def state(record: Record, as_of: str, known_on: str | None = None, published_by: str | None = None) -> State:
    """The world as it stood at the end of ``as_of``, from what the record held at the end of ``known_on``.

    What can only be placed within a year counts from that year's end: before it the record cannot say that it had happened.
    ``published_by`` asks of what had been published by the end of that day alone.
    Raises UsageError where a date is no ``YYYY-MM-DD`` (a year or month stands for its last day).
    """
    today = day(as_of)
    asked = Asked(record, known_on, published_by)
    library = Library(record)
    climbed = rungs(asked.facts(Choice(kinds=(FactKind.PARTNERSHIP.value, *sorted(merging().levels)), statuses=REAL)))
    number = Edtf.parse(today).latest
    level = seen(climbed, standing(climbed, number.ordinal() if number else 0), library)
    parts = {
        "missions": _all(missions(asked.facts(_past(today, MISSIONS, limit=3 * MOST)))),
        "agreements": _in_force(asked, today),
        "sanctions": _imposed(asked, today),
        "tenures": _all(in_office(record, _officials(asked, today), today)),
    }
    parts["open"], parts["overdue"] = _commitments(asked, today, library)
    shown = {name: sorted(found, key=lambda pair: -pair[0].importance)[:MOST] for name, (found, _) in parts.items()}
    return State(
        as_of=today,
        known_on=None if known_on is None else day(known_on),
        published_by=None if published_by is None else day(published_by),
        parties=record.parties,
        level=replace(level, until=None) if level.until is not None and _starts_after(level.until, today) else level,
        relations=_relations(asked, today, library),
        figures=_figures(asked, today, known_on),
        orphaned=lost_rulings(record, None if known_on is None else day(known_on)),
        left_out=tuple((name, total - len(shown[name])) for name, (_, total) in parts.items() if total > len(shown[name])),
        **{name: _standings(found, library) for name, found in shown.items()},
    )


def _past(today: str, kinds: Sequence[str], **more: Any) -> Choice:
    """What of these kinds had surely happened by the day, the most important first."""
    return Choice(kinds=tuple(kinds), statuses=REAL, ended_by=today, order=Order.IMPORTANCE, **more)


def _starts_after(date: Edtf, today: str) -> bool:
    return date.latest is None or date.latest.isoformat() > today


def _standings(found: Iterable[tuple[Fact, str]], library: Library) -> tuple[Standing, ...]:
    kept = sorted(found, key=lambda pair: time_order(pair[0]))
    library.look_at(s.statement for fact, _ in kept for s in fact.supports[:MOST_EVIDENCE])
    return tuple(Standing(fact, library.first(fact, MOST_EVIDENCE), note) for fact, note in kept)


def _relations(asked: Asked, today: str, library: Library) -> Standing | None:
    """The last change of diplomatic relations."""
    last = asked.facts(Choice(kinds=tuple(sorted(merging().levels)), statuses=REAL, ended_by=today, order=Order.LATEST, limit=1))
    return Standing(last[0], library.first(last[0], MOST_EVIDENCE), merging().levels[last[0].kind].label) if last else None


def _in_force(asked: Asked, today: str) -> Found:
    """Agreements that were signed or came into force and of which no end is told."""
    ended = asked.facts(_past(today, ("agreement_terminated", "agreement_suspended")))
    begun = [kind for kind, family in merging().families.items() if family.name in ("agreement", "agreement_in_force")]
    objects = tuple(sorted({fact.object for fact in ended if fact.object}))
    chosen = _past(today, sorted(begun), facts=(FactKind.AGREEMENT.value,), without_objects=objects)
    held = asked.facts(replace(chosen, limit=MOST))
    return [(fact, "in force" if fact.kind == "agreement_in_force" else "signed") for fact in held], asked.count(chosen)


def _imposed(asked: Asked, today: str) -> Found:
    """Sanctions imposed; those of which a later lifting of the same thing is told are left out."""
    lifted = asked.facts(_past(today, ("sanction_lifted",)))
    imposed = sorted(kind for kind, family in merging().families.items() if family.name == "sanction_imposed")
    chosen = _past(today, imposed)
    found = []
    for fact in asked.facts(replace(chosen, limit=MOST + len(lifted))):
        if not any(_lifts(other, fact) for other in lifted):
            later = any(o.source == fact.source and o.target == fact.target and time_order(o) > time_order(fact) for o in lifted)
            found.append((fact, "imposed; something was lifted later" if later else "imposed"))
    total = asked.count(chosen)
    return found, len(found) if total <= MOST + len(lifted) else total


def _lifts(lifting: Fact, imposed: Fact) -> bool:
    same = lifting.source == imposed.source and lifting.target == imposed.target
    return same and bool(lifting.object) and lifting.object == imposed.object and time_order(lifting) > time_order(imposed)


def _figures(asked: Asked, today: str, known_on: str | None) -> tuple[SeriesView, ...]:
    """Each series with the points of its last period that had begun."""
    if asked.now:
        return latest(asked.record, today, MOST_EVIDENCE)
    begun = asked.facts(Choice(facts=(FactKind.INDICATOR.value,), begun_by=today))
    return tuple(_last_points(view) for view in views(asked.record, begun, asked.every[1], known_on))


def _last_points(view: SeriesView) -> SeriesView:
    last = time_order(view.points[-1].fact)[:2]
    points = tuple(point for point in view.points if time_order(point.fact)[:2] == last)
    return replace(view, points=points, reporters=tuple(dict.fromkeys(point.fact.reporter for point in points)))


def _officials(asked: Asked, today: str) -> tuple[Fact, ...]:
    """What may tell who was in office: whoever nobody has told of for a generation is not asked about."""
    last = Edtf.parse(today).latest or Day(0, 1, 1)
    kinds = {FactKind.TENURE.value: 10, TAKEN: 30, LEFT: 30}
    return tuple(
        fact
        for kind, years in kinds.items()
        for fact in asked.facts(
            Choice(kinds=(kind,), since=last.plus_months(-12 * years).isoformat(), until=last.plus_months(12 * years).isoformat())
        )
    )


def _commitments(asked: Asked, today: str, library: Library) -> tuple[Found, Found]:
    """Promises made by the day: those still to be kept, and those whose day is over."""
    statuses = tuple(status for status in Status if status is not Status.DENIED)
    chosen = Choice(facts=(FactKind.COMMITMENT.value,), statuses=statuses, order=Order.IMPORTANCE)
    held = asked.facts(replace(chosen, limit=3 * MOST))
    library.fetch(fact for fact in held if fact.date is None or fact.date.latest is None)
    made = [fact for fact in held if _made(fact, library) <= today]
    due = [fact for fact in made if fact.due is not None and fact.due.latest is not None and fact.due.latest.isoformat() <= today]
    over = {fact.id for fact in due}
    return _all((f, "open") for f in made if f.id not in over), _all((f, "overdue") for f in due)


def _all(found: Iterable[tuple[Fact, str]]) -> Found:
    held = list(found)
    return held, len(held)


def _made(fact: Fact, library: Library) -> str:
    """By when a promise had been made: its date, else when the first document told of it; unknown counts as always."""
    if fact.date is not None and fact.date.latest is not None:
        return fact.date.latest.isoformat()
    told = [e.document.published.latest.isoformat() for e in library.of(fact) if e.document.published and e.document.published.latest]
    return min(told, default="")
