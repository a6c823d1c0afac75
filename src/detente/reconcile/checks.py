"""Whether two statements tell of one event: a table of small named checks, each giving a score and a reason.

The scores add up; two statements are merged from ``MERGE`` on. A score of ``VETO`` or less ends the matter, whatever the others say.
The weights were set by reading the merged and the missed pairs of labelled press documents on five dyads; measure again when a check is
added or extraction changes what it fills in.
"""

from __future__ import annotations

from collections.abc import Callable

from detente.model.fact import Reason
from detente.model.folding import words
from detente.model.statement import FactKind, Status
from detente.reconcile.cases import Case, days, is_name, name_words, same_person
from detente.rules.dates import date_words

MERGE = 1.0
VETO = -1.0

DOUBT = 0.5
"""Two events are not made one over the head of two of their reports that score less than this with each other."""

WEEK, MONTH, YEAR = 7, 31, 366
"""How many days wide a date can be and still pin an event down well, fairly, or hardly."""

Check = Callable[[Case, Case], Reason | None]

CROWD = 3
"""Two long lists of guests that share so many can be of one event, though each leaves someone out."""

NEWS = 3
"""Days after which an event is no longer told without its date."""

REGISTER = "register:"
"""What the rule of a statement begins with that a row of an official list makes."""

AHEAD = frozenset({Status.PLANNED, Status.HYPOTHETICAL})


def kind(a: Case, b: Case) -> Reason | None:
    """The same kind of event, or two kinds that writers use for one."""
    if a.statement.kind == b.statement.kind:
        return Reason("kind", 0.4, f"both tell of the kind {_plain(a.statement.kind)}")
    if a.family.name == b.family.name:
        return Reason("kind", 0.3, f"{_plain(a.statement.kind)} and {_plain(b.statement.kind)} can be one event")
    return Reason("kind", VETO, f"{_plain(a.statement.kind)} is not {_plain(b.statement.kind)}")


def parties(a: Case, b: Case) -> Reason | None:
    """The same parties in the same roles."""
    if a.source == b.source and a.target == b.target:
        return Reason("parties", 0.3, "the same parties in the same roles")
    if a.source == b.target and a.target == b.source:
        return Reason("parties", VETO, "the roles of the parties are the other way round")
    if a.mutual or b.mutual:
        if a.mutual and b.mutual and not (a.source <= b.source or b.source <= a.source):
            shared = len(a.source & b.source) > 1
            return Reason("parties", 0.0 if shared else VETO, "each names a party that the other does not" if shared else "other parties")
        return Reason(
            "parties", 0.2 if a.family.seldom or a.family.either else 0.1, "one report names both sides as acting, the other one of them"
        )
    if (a.source <= b.source or b.source <= a.source) and (a.target <= b.target or b.target <= a.target):
        return Reason("parties", 0.1, "one report names more parties than the other")
    return Reason("parties", VETO, "other parties")


def date(a: Case, b: Case) -> Reason | None:
    """Dates that can be one date, the better the narrower they are; or two dates that cannot."""
    if a.low is None or b.low is None:
        return Reason("date", -0.2 if a.low is None and b.low is None else -0.3, "not both are dated")
    gap = days_between(a, b)
    if gap > 0:
        return _by_clocks(a, b, gap) or _apart(a, b, gap)
    if a.family.many:
        return Reason(
            "date",
            0.2 if max(a.width, b.width) <= MONTH else 0.1,
            "dates that agree, on which more than one such thing can have been said or done",
        )
    wide = max(a.width, b.width)
    dates = _both(a, b)
    if wide <= WEEK:
        return Reason("date", 0.6 if a.low == b.low else 0.5, f"the same days ({dates})")
    if wide <= MONTH:
        return Reason("date", 0.4, f"within the same month ({dates})")
    if wide <= YEAR:
        return Reason("date", 0.3 if min(a.width, b.width) <= MONTH else 0.2, f"within the same year ({dates})")
    return Reason("date", 0.0, f"dates that leave much open ({dates})")


def seldom(a: Case, b: Case) -> Reason | None:
    """What two parties hardly ever do needs no more than a shared date."""
    if (
        a.family.seldom
        and a.low is not None
        and b.low is not None
        and days_between(a, b) <= a.family.spacing
        and max(a.width, b.width) <= 2 * YEAR
    ):
        return Reason("seldom", 0.4, f"two parties seldom see a {_plain(a.statement.kind)} twice in one time")
    return None


def persons(a: Case, b: Case) -> Reason | None:
    """The same people took part, or other ones did."""
    one, other = _taking_part(a), _taking_part(b)
    if not one or not other:
        return None
    left = [p for p in one if not any(same_person(p, q) for q in other)]
    right = [q for q in other if not any(same_person(p, q) for p in one)]
    if len(left) == len(one):
        return Reason("persons", VETO if a.family.personal else -0.8, "nobody is named in both")
    if left and right:
        shared = min(len(one) - len(left), len(other) - len(right))
        once = not a.family.personal and not a.family.many
        return Reason("persons", -0.1 if shared >= CROWD else -0.3 if once else -0.9, "each names someone whom the other does not")
    return Reason("persons", 0.4, "the same people")


def places(a: Case, b: Case) -> Reason | None:
    """The same place, or two places."""
    if not a.places or not b.places:
        return None
    shared = a.places & b.places
    if shared:
        return Reason("place", 0.2, f"both in {sorted(shared)[0].title()}")
    return Reason("place", -0.1, "other places")


def matter(a: Case, b: Case) -> Reason | None:
    """The same named object: the agreement, the project."""
    if not a.object or not b.object:
        return None
    if (a.low is None or b.low is None) and not _alike(a.object, b.object) and (a.family.named or not _within(a.object, b.object)):
        return Reason("object", VETO, "not both are dated, and they are about things of other names")
    if _within(a.object, b.object):
        return Reason("object", 0.5, "about the same thing by name")
    shared = len(set(a.object) & set(b.object)) / min(len(set(a.object)), len(set(b.object)))
    if not shared and a.family.named and not a.named_in_capitals and not b.named_in_capitals:
        return Reason("object", VETO, "on other subjects")
    return Reason("object", 0.2, "about things of like name") if shared >= 0.5 else Reason("object", -0.4, "about things of other names")


def level(a: Case, b: Case) -> Reason | None:
    """The same named level of partnership, in full or shortened."""
    if not a.level or not b.level:
        return None
    if _within(a.level, b.level):
        return Reason("level", 0.4, "the same level of partnership")
    return Reason("level", VETO, "another level of partnership")


def wording(a: Case, b: Case) -> Reason | None:
    """How much of what is said is said in both."""
    small = min(len(a.words), len(b.words))
    if small < 2:
        return None
    share = len(a.words & b.words) / small
    return Reason("wording", round(0.6 * share, 2), "said in like words") if share >= 0.15 else None


def status(a: Case, b: Case) -> Reason | None:
    """What did not happen is not what did, unless everything else agrees."""
    if a.statement.status is b.statement.status:
        return Reason("status", 0.1, "denied in both") if a.statement.status is Status.DENIED else None
    if Status.DENIED in (a.statement.status, b.statement.status):
        one_day = a.low is not None and (a.low, a.high) == (b.low, b.high) and a.width == 1 and set(a.persons) == set(b.persons)
        return Reason("status", -0.6 if one_day else -0.8, "denied in one of them")
    if Status.HYPOTHETICAL in (a.statement.status, b.statement.status):
        return Reason("status", -0.7, "only a possibility in one of them")
    return None


def telling(a: Case, b: Case) -> Reason | None:
    """Whether the one who tells could know: nothing has happened after the report of it, nothing is planned after it is over."""
    for one, other in ((a, b), (b, a)):
        told = one.document.published
        if one.low is not None or told is None or other.low is None or other.high is None:
            continue
        first, last = days(told)
        if one.statement.status is Status.HAPPENED and other.low > last:
            return Reason("telling", VETO, f"told as past on {date_words(told)}, before the other one took place")
        ahead = one.statement.status in AHEAD and one.statement.fact is not FactKind.COMMITMENT
        if ahead and other.high + WEEK < first:
            return Reason("telling", VETO, f"told as to come on {date_words(told)}, after the other one took place")
    if a.low is None and b.low is None and _told_apart(a, b) > YEAR:
        return Reason("telling", -0.5, "neither is dated, and they were told years apart")
    if _as_news(a, b) and a.statement.status is b.statement.status:
        return Reason("telling", 0.3, "not both are dated, but both are told as news of the same days")
    if a.statement.status is not b.statement.status and (a.low is None or b.low is None) and not _as_news(a, b):
        return Reason("telling", -0.3, "not both are dated, and one has happened while the other has not")
    return None


def repeated(a: Case, b: Case) -> Reason | None:
    """One document that tells of several such things tells of several things."""
    if a.family.many and a.statement.document == b.statement.document:
        return Reason("repeated", -0.7, "told apart in one document")
    return None


def listed(a: Case, b: Case) -> Reason | None:
    """Two rows of one register that begin with one person tell of two things.

    Stages of one journey in another's company are one thing, and so is one time in office listed under two heads.
    """
    one, other = a.statement, b.statement
    if one.document != other.document or one.span == other.span or not one.rule.startswith(REGISTER):
        return None
    if not one.persons or not other.persons or name_words(one.persons[0].party.name) != name_words(other.persons[0].party.name):
        return None
    if len(one.persons) > 1 and [p.party for p in one.persons[1:]] == [p.party for p in other.persons[1:]]:
        return None
    if one.fact is FactKind.TENURE and (a.low, a.high) == (b.low, b.high):
        return None
    return Reason("listed", VETO, "two rows of one register")


def office(a: Case, b: Case) -> Reason | None:
    """Who held one office did not by that hold another."""
    if a.statement.fact is not FactKind.TENURE or b.statement.fact is not FactKind.TENURE:
        return None
    one, other = ({word for p in c.statement.persons for word in words(p.party.office or "")} for c in (a, b))
    if one and other and (one <= other or other <= one):
        return Reason("office", 0.3, "the same office")
    return Reason("office", VETO, "another office")


def due(a: Case, b: Case) -> Reason | None:
    """Commitments for the same date, or for other ones."""
    one, other = a.statement.due, b.statement.due
    if one is None or other is None:
        return None
    if one == other:
        return Reason("due", 0.2, f"due at the same time ({date_words(one)})")
    return Reason("due", 0.0, "due at times that agree") if one.overlaps(other) else Reason("due", -0.6, "due at other times")


EVENT_CHECKS: tuple[Check, ...] = (
    kind,
    parties,
    date,
    seldom,
    persons,
    places,
    matter,
    level,
    wording,
    status,
    telling,
    repeated,
    listed,
    office,
    due,
)


def compare(a: Case, b: Case) -> tuple[float, tuple[Reason, ...]]:
    """The sum of all checks and what each of them said. Stops at the first veto."""
    reasons: list[Reason] = []
    if a.statement.fact is not b.statement.fact and FactKind.EVENT not in (a.statement.fact, b.statement.fact):
        return VETO, (Reason("fact", VETO, "facts of other kinds"),)
    for check in EVENT_CHECKS:
        reason = check(a, b)
        if reason is None:
            continue
        reasons.append(reason)
        if reason.score <= VETO:
            return VETO, tuple(reasons)
    return round(sum(r.score for r in reasons), 2), tuple(reasons)


def days_between(a: Case, b: Case) -> int:
    """Days from one date to the other; 0 or less where they can be the same."""
    if a.low is None or b.low is None or a.high is None or b.high is None:
        return 0
    return max(a.low - b.high, b.low - a.high)


def _taking_part(case: Case) -> tuple[frozenset[str], ...]:
    """The people who make the event: of a journey those who travel, since whom they met there may be told or not."""
    if not case.family.journey:
        return case.persons
    sides = {p.party.country for p in case.statement.source}
    acting = [p.party.name for p in case.statement.persons if p.party.country in sides and is_name(p.party.name)]
    return tuple(dict.fromkeys(map(name_words, acting))) or case.persons


def _by_clocks(a: Case, b: Case, gap: int) -> Reason | None:
    """Two days that can be one by the clocks of two places."""
    if gap == 1 and (a.clock or b.clock) and max(a.width, b.width) <= WEEK:
        return Reason("date", 0.4, f"a day apart, by the clock of a named place ({_both(a, b)})")
    return None


def _as_news(a: Case, b: Case) -> bool:
    """Whether what lacks a date was told within days of the other: of the day on which that one took place, or of its telling."""
    if a.low is not None and b.low is not None:
        return False
    told = [days(c.document.published) for c in (a, b) if c.document.published is not None]
    if len(told) < 2 or max(high - low for low, high in told) > WEEK:
        return False
    days_of = [(c.low, c.high) if c.low is not None and c.high is not None else told[i] for i, c in enumerate((a, b))]
    return max(days_of[0][0] - days_of[1][1], days_of[1][0] - days_of[0][1]) <= NEWS and max(h - low for low, h in days_of) <= WEEK


def _told_apart(a: Case, b: Case) -> int:
    """Days between the publication of two reports; 0 where either is unknown."""
    if a.document.published is None or b.document.published is None:
        return 0
    (first, last), (low, high) = days(a.document.published), days(b.document.published)
    return max(first - high, low - last, 0)


def _apart(a: Case, b: Case, gap: int) -> Reason:
    spacing = a.family.spacing
    both = _both(a, b)
    if a.statement.document == b.statement.document:
        return Reason("date", VETO, f"told apart by their dates in one document ({both})")
    if gap == 1 and WEEK < max(a.width, b.width) <= MONTH:
        return Reason("date", 0.0, f"dates that touch ({both})")
    if gap > spacing or max(a.width, b.width) > MONTH:
        return Reason("date", VETO, f"{gap} days apart ({both})")
    if gap == 1 and a.family.journey:
        return Reason("date", 0.2, f"a day apart ({both}), as a stay can be told")
    return Reason("date", 0.0, f"{gap} days apart ({both}), nearer than two such events lie")


def _alike(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two names share most of their words: without a date a shared "trade" is not enough for one agreement."""
    shared = len(set(one) & set(other))
    return 2 * shared > max(len(set(one)), len(set(other)))


def _both(a: Case, b: Case) -> str:
    """Both dates for people; one where they are the same."""
    said = [date_words(c.statement.date.edtf) for c in (a, b) if c.statement.date]
    return " and ".join(dict.fromkeys(said))


def _within(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether the shorter stands in the longer word by word."""
    short, long = sorted((one, other), key=len)
    return any(long[i : i + len(short)] == short for i in range(len(long) - len(short) + 1))


def _plain(name: str) -> str:
    return name.replace("_", " ")
