"""Where statements disagree, and how far both can still be right.

"The later document wins" is never a rule: both sides stay, with a grade that says why they may differ.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence, Set
from hashlib import sha256
from itertools import combinations

from detente.model.fact import Discrepancy, DiscrepancyType, Fact, Grade
from detente.model.folding import words
from detente.model.identity import ID_LENGTH
from detente.model.mention import Party
from detente.model.statement import FactKind, Status
from detente.reconcile.amounts import agree, exclude
from detente.reconcile.cases import UNNAMED, Case, days, is_money, name_words, same_person, unit_key
from detente.reconcile.checks import MONTH, WEEK, YEAR, days_between
from detente.reconcile.figures import same_reporter
from detente.reconcile.titles import number
from detente.rules.dates import date_words
from detente.rules.merging import merging
from detente.rules.offices import office_key
from detente.rules.series import harms, series_keys

VARIANTS = 6
"""Different values of one field that are set against each other; a fact with more of them says no more by showing all pairs."""

NEAR = 1.0
"""Degrees within which two named places can be one: a suburb, a palace outside the town."""

CITY = "city"
GOAL = "goal"

OPEN = frozenset({Status.PLANNED, Status.HYPOTHETICAL})

Judged = tuple[DiscrepancyType, Grade, str]


def within(fact: Fact, cases: Sequence[Case]) -> Iterator[Discrepancy]:
    """What the statements of one fact disagree about."""
    differing: tuple[tuple[Callable[[Case], Hashable], Callable[[Case, Case], Judged | None]], ...] = (
        (lambda c: c.statement.date.edtf.text if c.statement.date else None, judge_date),
        (lambda c: c.statement.status, judge_status),
        (lambda c: (c.statement.value, c.statement.bound), judge_value),
        (lambda c: frozenset(c.persons) or None, judge_actors),
        (_city, judge_place),
    )
    for field, judge in differing:
        for a, b in _variants(cases, field):
            judged = judge(a, b)
            if judged is not None:
                yield _made(a, b, judged, (fact.id,))


def between(facts: Iterable[str], cases: Mapping[str, Sequence[Case]], touched: Set[str] | None = None) -> Iterator[Discrepancy]:
    """What facts that were kept apart disagree about: figures of one series, people and levels of what looks like one event.

    Of ``facts``, by identifier, only pairs that one of ``touched`` has part in, where that is given.
    """
    blocks: dict[tuple[object, ...], list[tuple[str, Case]]] = defaultdict(list)
    for identifier in sorted(facts):
        lead = speaker(cases[identifier])
        for key in meeting_points(lead):
            blocks[key].append((identifier, lead))
    seen: set[tuple[str, str]] = set()
    for key in sorted(blocks, key=repr):
        for (left, a), (right, b) in combinations(blocks[key], 2):
            if touched is not None and left not in touched and right not in touched:
                continue
            if a.series and a.low is not None and b.low is not None and days_between(a, b) > YEAR:
                continue
            if (left, right) in seen or (a.statement.document == b.statement.document and not _two_reporters(a, b)):
                continue
            seen.add((left, right))
            judged = judge_figures(a, b) if a.series and b.series else judge_goal(a, b) if a.series or b.series else judge_events(a, b)
            if judged is not None:
                yield _made(a, b, judged, (left, right))


def judge_date(a: Case, b: Case) -> Judged | None:
    """Two dates of one event: one may be vaguer, or tell another moment, or another clock's day."""
    one, other = a.statement.date, b.statement.date
    if one is None or other is None or a.series:
        return None
    first, second = (one, other) if days(one.edtf) <= days(other.edtf) else (other, one)
    both = f"{date_words(first.edtf)} and {date_words(second.edtf)}"
    gap = days_between(a, b)
    if a.julian is not b.julian and gap <= 0:
        return DiscrepancyType.DATE, Grade.CLOCK, f"{both} are one day by the Julian and the Gregorian calendar"
    if gap <= 0:
        return DiscrepancyType.DATE, Grade.PRECISION, f"{both} agree; one is more precise"
    if gap == 1 and WEEK < max(a.width, b.width) <= MONTH:
        return DiscrepancyType.DATE, Grade.PRECISION, f"{both} touch; what lasted over the turn can be told under either"
    if gap == 1 and (a.clock or b.clock):
        return DiscrepancyType.DATE, Grade.CLOCK, f"{both} are one day apart, and one is by a named place's clock"
    if _phases(a) != _phases(b) and _phases(a) and _phases(b):
        return DiscrepancyType.DATE, Grade.SCOPE, f"{both} date different moments ({_list(_phases(a))}; {_list(_phases(b))})"
    return DiscrepancyType.DATE, Grade.CONTRADICTION, f"{both} cannot both be right"


def judge_status(a: Case, b: Case) -> Judged | None:
    """One says it happened, the other that it did not or is still to come."""
    one, other = a.statement.status, b.statement.status
    if Status.DENIED in (one, other):
        if OPEN & {one, other}:
            return DiscrepancyType.STATUS, Grade.SCOPE, f"{one} in one, {other} in the other: plans change"
        return DiscrepancyType.STATUS, Grade.CONTRADICTION, f"{one} in one, {other} in the other"
    ahead, done = (a, b) if one in OPEN else (b, a)
    if ahead.statement.status not in OPEN or done.statement.status in OPEN:
        return None
    told = ahead.document.published
    still = ahead.high is None or told is None or ahead.high >= days(told)[0] - WEEK
    if told is not None and done.high is not None and days(told)[0] > done.high and still:
        return (
            DiscrepancyType.STATUS,
            Grade.CONTRADICTION,
            f"told as {ahead.statement.status} on {date_words(told)}, when the other has it happened",
        )
    return DiscrepancyType.STATUS, Grade.PRECISION, "planned when the one was written, and then it happened"


def judge_value(a: Case, b: Case) -> Judged | None:
    """Two numbers of one observation that agree within rounding and bounds."""
    if a.statement.value is None or b.statement.value is None or not agree(a.statement, b.statement):
        return None
    return DiscrepancyType.VALUE, Grade.ROUNDING, f"{_amount(a)} and {_amount(b)} agree within rounding"


def judge_figures(a: Case, b: Case) -> Judged | None:
    """Two points of one series, not taken for one observation."""
    if a.statement.value is None or b.statement.value is None:
        return None
    both = f"{_amount(a)} and {_amount(b)}"
    if a.statement.kind != b.statement.kind and merging().mirrors.keys() & {a.statement.kind, b.statement.kind}:
        return _judge_mirror(a, b, both)
    if unit_key(a.statement.unit) != unit_key(b.statement.unit):
        return _judge_units(a, b, both)
    if agree(a.statement, b.statement):
        return judge_value(a, b) if days_between(a, b) <= 0 and a.statement.value != b.statement.value else None
    if (a.filled or b.filled) and (a.source, a.target) != (b.source, b.target) and a.statement.kind in series_keys().values():
        return None
    if days_between(a, b) > 0 or a.low is None or b.low is None:
        return _judge_vague_period(a, b, both)
    return _judge_one_period(a, b, both)


def _judge_units(a: Case, b: Case, both: str) -> Judged | None:
    money = is_money(a.statement.unit) and is_money(b.statement.unit)
    same = money and a.statement.value == b.statement.value and days_between(a, b) <= 0
    return (DiscrepancyType.VALUE, Grade.CONTRADICTION, f"{both}: the same number in two units") if same else None


def _judge_one_period(a: Case, b: Case, both: str) -> Judged | None:
    """Two numbers that do not agree, for periods that overlap."""
    if _two_reporters(a, b):
        return DiscrepancyType.VALUE, Grade.REPORTER, f"{both}, by {a.statement.reporter} and by {b.statement.reporter}"
    if _scopes(a) != _scopes(b):
        return DiscrepancyType.VALUE, Grade.SCOPE, f"{both} count different things ({_list(_scopes(a))}; {_list(_scopes(b))})"
    if min(a.width, b.width) != max(a.width, b.width) and (max(a.width, b.width) > YEAR or _adds_up(a, b)):
        return DiscrepancyType.VALUE, Grade.SCOPE, f"{both} stand for periods of different length"
    if not exclude(a.statement, b.statement):
        return DiscrepancyType.VALUE, Grade.SCOPE, f"{both} do not rule each other out, but lie far apart"
    return DiscrepancyType.VALUE, Grade.CONTRADICTION, f"{both} for the same period"


def _judge_mirror(a: Case, b: Case, both: str) -> Judged | None:
    """One party's exports and the other's imports: one flow counted at two customs, with and without freight and what passes through."""
    if a.filled or b.filled or a.low is None or b.low is None or (a.low, a.high) != (b.low, b.high):
        return None
    if unit_key(a.statement.unit) != unit_key(b.statement.unit) or _scopes(a) != _scopes(b):
        return None
    if agree(a.statement, b.statement):
        return DiscrepancyType.VALUE, Grade.ROUNDING, f"{both} agree: what one party sends out and the other takes in"
    return DiscrepancyType.VALUE, Grade.REPORTER, f"{both}: one flow as counted where it leaves and where it arrives"


def _adds_up(a: Case, b: Case) -> bool:
    """Whether the figure of the shorter of two periods can be a part of the other's: what a day and its year count is not the same."""
    short, long = sorted((a, b), key=lambda c: c.width)
    part = short.statement.value is not None and long.statement.value is not None and short.statement.value < long.statement.value
    return part and 2 * short.width <= long.width and short.statement.kind not in harms()


def judge_place(a: Case, b: Case) -> Judged | None:
    """What both sides did together on one day, told of two cities."""
    one, other = _city(a), _city(b)
    together = a.mutual and b.mutual and not a.family.journey and not a.family.many and max(a.width, b.width) <= WEEK
    if one is None or other is None or not together or a.places & b.places:
        return None
    (name, north, east), (second, north2, east2) = one, other
    turned = abs(east - east2)
    if abs(north - north2) <= NEAR and min(turned, 360 - turned) <= NEAR:
        return None
    return DiscrepancyType.PLACE, Grade.CONTRADICTION, f"in {name} in one, in {second} in the other"


def _city(case: Case) -> tuple[str, float, float] | None:
    """The city where it took place, with its coordinates, where one and no more is told."""
    cities = {(p.name, p.lat, p.lon) for p in case.statement.places if p.kind == CITY and p.lat is not None and p.lon is not None}
    if len(cities) != 1:
        return None
    name, north, east = cities.pop()
    return None if north is None or east is None else (name, north, east)


def judge_goal(a: Case, b: Case) -> Judged | None:
    """What was to be reached by a day, and what is told of the year of that day."""
    goal, figure = (b, a) if a.series else (a, b)
    due, told = goal.statement.due, figure.statement.date
    if due is None or due.latest is None or told is None or figure.low is None or figure.high is None or figure.width > YEAR:
        return None
    if not figure.low <= due.latest.ordinal() <= figure.high or unit_key(goal.statement.unit) != unit_key(figure.statement.unit):
        return None
    if figure.filled or figure.statement.status in OPEN or agree(goal.statement, figure.statement):
        return None
    return DiscrepancyType.VALUE, Grade.SCOPE, f"{_amount(goal)} was the goal for {date_words(due)}; {_amount(figure)} is what was reached"


def judge_events(a: Case, b: Case) -> Judged | None:
    """Two events that differ in who was there or in the level reached, and in nothing else."""
    if a.low is None or b.low is None or (a.low, a.high) != (b.low, b.high):
        return None
    if (
        a.level
        and b.level
        and a.level != b.level
        and a.width <= MONTH
        and not (set(a.level) <= set(b.level) or set(b.level) <= set(a.level))
    ):
        return DiscrepancyType.LEVEL, Grade.CONTRADICTION, f"{a.statement.level} in one, {b.statement.level} in the other"
    return judge_actors(a, b)


def judge_actors(a: Case, b: Case) -> Judged | None:
    """The same kind of event on the same day, and another name where one would look for the same."""
    same_sort = a.statement.kind == b.statement.kind or (a.family.journey and a.family.name == b.family.name)
    if max(a.width, b.width) > WEEK or not same_sort:
        return None
    for one in _others(a, b):
        for other in _others(b, a):
            office = set(words(one.office or ""))
            theirs = set(words(other.office or ""))
            alike = office <= theirs or theirs <= office if office and theirs else _signed_with_the_same(a, b)
            free = not office or a.places & b.places or not a.family.personal or a.family.single or _one_seat(a, one, other)
            if one.country == other.country and (alike or a.family.single) and free:
                role = f", as {one.office}" if one.office else ""
                return DiscrepancyType.ACTOR, Grade.CONTRADICTION, f"{one.name} in one, {other.name} in the other{role}"
    return None


def _one_seat(case: Case, one: Party, other: Party) -> bool:
    """Whether two who are said to have made one journey are said to hold one office that only one person holds at a time."""
    same = case.family.journey and bool(one.office) and words(one.office or "") == words(other.office or "")
    return same and office_key(one.office or "") in merging().seats


def _others(case: Case, than: Case) -> list[Party]:
    """The people of one report whom the other does not name."""
    parties = [p.party for p in case.statement.persons]
    return [party for party in parties if not any(same_person(name_words(party.name), person) for person in than.persons)]


def _signed_with_the_same(a: Case, b: Case) -> bool:
    """Whether what was done can be done once only and both name one same counterpart: then the other name should be the same too."""
    shared = any(same_person(p, q) for p in a.persons for q in b.persons)
    return shared and not a.family.personal and not a.family.many and len(a.persons) == len(b.persons) == 2


def _two_reporters(a: Case, b: Case) -> bool:
    """Whether two figures are by two named reporters; that is worth showing even where one document gives both."""
    return bool(a.statement.reporter and b.statement.reporter) and not same_reporter(a, b)


def _judge_vague_period(a: Case, b: Case, both: str) -> Judged | None:
    """A figure of "today" beside one of last year: the reader cannot tell whether the series rose or the sources differ."""
    vague = [c for c in (a, b) if _is_of_today(c)]
    if not vague or a.low is None or b.low is None or days_between(a, b) > YEAR or max(a.width, b.width) > YEAR:
        return None
    if not same_reporter(a, b):
        return DiscrepancyType.VALUE, Grade.REPORTER, f"{both}: one gives no firm period, and not both name the same reporter"
    return DiscrepancyType.VALUE, Grade.SCOPE, f"{both}: one gives no firm period"


def _is_of_today(case: Case) -> bool:
    """Whether a figure is only said to hold as its document was written: "today", "now", "so far"."""
    date, told = case.statement.date, case.document.published
    return date is None or (date.basis not in ("stated", "heading") and (told is None or days(date.edtf)[1] >= days(told)[0] - MONTH))


def speaker(cases: Sequence[Case]) -> Case:
    """The statement that stands for a fact among others: the first that names people, else the founding one."""
    return next((case for case in cases if case.persons), cases[0])


def meeting_points(case: Case) -> Iterator[tuple[object, ...]]:
    """Where the facts that ``case`` speaks for meet those that they could disagree with; figures only within ``YEAR`` days."""
    statement = case.statement
    if case.series:
        if statement.kind in UNNAMED:
            return
        named, source, target, _ = case.series.split("|")
        yield ("series", named, source, target)
        if named in merging().mirrors or named in merging().mirrors.values():
            yield ("mirror", source, target)
    elif statement.fact is FactKind.COMMITMENT and case.low is None:
        if statement.value is not None and statement.series is not None and statement.series in series_keys():
            yield ("series", series_keys()[statement.series], ",".join(sorted(case.source)), ",".join(sorted(case.target)))
    elif case.low is not None and (statement.fact is FactKind.PARTNERSHIP or case.width <= WEEK):
        yield (case.family.name, tuple(sorted(case.parties)), case.low, case.high)


def _variants(cases: Sequence[Case], field: Callable[[Case], Hashable]) -> Iterator[tuple[Case, Case]]:
    """A pair for every two different values of ``field`` told by different sources."""
    by_value: dict[Hashable, list[Case]] = defaultdict(list)
    for case in cases:
        value = field(case)
        if value is not None:
            by_value[value].append(case)
    for one, other in combinations(list(by_value.values())[:VARIANTS], 2):
        pair = next(((a, b) for a in one for b in other if a.statement.document != b.statement.document), None)
        if pair is not None:
            yield pair


def _made(a: Case, b: Case, judged: Judged, facts: tuple[str, ...]) -> Discrepancy:
    left, right = sorted((a.statement.id, b.statement.id))
    kind, grade, explanation = judged
    key = "\x1f".join(("discrepancy", kind, left, right))
    return Discrepancy(sha256(key.encode()).hexdigest()[:ID_LENGTH], kind, grade, left, right, tuple(sorted(facts)), explanation)


def _phases(case: Case) -> frozenset[str]:
    table = merging().phases
    return frozenset(table[word] for word in words(case.statement.quote) if word in table)


def _scopes(case: Case) -> frozenset[str]:
    table = merging().scopes
    named = {table[word] for word in words(case.statement.quote) if word in table}
    return frozenset(named | {GOAL} if case.statement.status in OPEN else named)


def _list(names: frozenset[str]) -> str:
    return ", ".join(sorted(name.replace("_", " ") for name in names)) or "nothing named"


def _amount(case: Case) -> str:
    statement = case.statement
    bound = merging().bounds.get(statement.bound.value, "") if statement.bound else ""
    period = f" ({date_words(statement.date.edtf)})" if statement.date else ""
    return f"{bound}{number(statement.value or 0.0)} {statement.unit or ''}".strip() + period
