"""Which series a figure belongs to, and whether it is a level, a change or a share of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from detente.extract.figures.frame import Frame
from detente.model.mention import Bound
from detente.model.span import Span
from detente.rules.clauses import figure_clauses
from detente.rules.series import COUNT, HARMED, MONEY, Series, figure_rules, series_rules
from detente.rules.units import unit_rules

NEAR_AFTER = 48
"""Characters after a figure within which its series may still be named ("$300m in grants", "24 billion dollar surplus")."""
NEAR_VERB = 70
"""Characters around a count within which a verb may say what became of those counted."""
NEAR_BEFORE = 110
"""Characters between the words of a series and its figure: beyond, another clause has begun."""
NOISE_BEFORE = 90
"""Characters before a sum in which the words stand that make it one of a company or a market."""
FAR_BEFORE = 200
"""Characters before a figure beyond which an earlier series of the sentence no longer names it."""
NUMBERED_WORDS = 12
"""Words before "numbered" among which the things counted are looked for."""
SMALLEST_COUNT = 3
"""From how many on things that belong to a named country make a figure ("three Cuban agents", but not "two Irish papers")."""
TELLING_COUNT = 10
"""From how many on, or with a bound, things of any kind make a figure where the sentence names a party."""

_THEIR_NATION = figure_clauses()["their_nation"]
_LEADS_TO_SERIES = figure_clauses()["leads_to_series"]
_BY_OR_OF = figure_clauses()["by_or_of"]
_OTHER_CLAUSE = figure_clauses()["other_clause"]
_BY = figure_clauses()["by"]
_STOP = re.compile(r"[,;]")
_ETHNONYM = re.compile(r"[A-Z][\w’-]+\Z")
_JOINED = figure_clauses()["joined_counts"]
_NUMBER_OF = figure_clauses()["number_of"]
_TOTAL = figure_clauses()["total"]
_GOES_ON = figure_clauses()["goes_on"]
_TO_THEIRS = figure_clauses()["to_theirs"]
_IT_WAS = figure_clauses()["it_was"]
_UP_TO = figure_clauses()["up_to"]
_WERE = figure_clauses()["were"]
_OF_THEM = figure_clauses()["of_them"]
_GOVERNS_NEXT = figure_clauses()["governs_next"]
THEIRS_WORDS = 6
"""Words between two counts of which the second leaves out what it counts."""
_BARE_LINK = figure_clauses()["bare_link"]
_ENDS_IN_AND = figure_clauses()["ends_in_and"]
_COUNT_CLAUSE = figure_clauses()["count_clause"]
_AND = figure_clauses()["and_between"]
_SHARE_FROM = figure_clauses()["share_from"]
_OF_ALONE = figure_clauses()["of_alone"]
_CHANGE_IN = figure_clauses()["change_in"]


class Measure(StrEnum):
    """What a figure says of its series."""

    LEVEL = "level"
    CHANGE = "change"
    SHARE = "share"


@dataclass(frozen=True, slots=True)
class Naming:
    """The series of one figure. ``series`` is None where only what is counted names it."""

    series: Series | None
    span: Span | None
    """The words that name it; None where they belong to an earlier figure."""
    rule: str
    measure: Measure = Measure.LEVEL
    sign: int = 1
    """-1 for a fall."""

    @property
    def stock(self) -> bool:
        """Whether the figure holds on a day rather than for a period."""
        return self.series is None or self.series.stock


def name_series(frame: Frame, previous: Naming | None) -> Naming | None:
    """The series that ``frame``'s quantity is a value of; None where it is no figure about how two parties get on."""
    kind = frame.unit_class
    if kind == "percent" or frame.quantity.unit == "times":
        return _relative(frame, previous)
    if kind == MONEY:
        return _money(frame, previous)
    if kind == "rank":
        return _rank(frame)
    if kind == COUNT:
        return _count(frame, previous)
    return _measure(frame, kind)


def _money(frame: Frame, previous: Naming | None) -> Naming | None:
    if figure_rules().money_noise.search(frame.opening[-NOISE_BEFORE:] + " " + frame.tail[:40]):
        return None
    if frame.quantity.unit is None:
        counted = _numbered(frame) or _bare_count(frame, previous) or _toll(frame)
        if counted is not None:
            return counted
    named = _worded(frame, MONEY)
    named = named or _carried(frame, previous, {MONEY})
    if named is not None and previous is not None and previous.measure is Measure.CHANGE and frame.lead.strip() == "(":
        return Naming(previous.series, None, "carried", Measure.CHANGE, previous.sign)
    named = named or _spoken_of(frame)
    if named is None:
        near = bool(frame.actors) or frame.related or previous is not None
        goes_on_sum = frame.quantity.unit is not None or (previous is not None and previous.rule == "amount")
        return Naming(None, None, "amount") if near and goes_on_sum else None
    change = _change(frame, by_only=True)
    return Naming(named.series, named.span, f"{named.rule}_change", Measure.CHANGE, change) if change else named


def _bare_count(frame: Frame, previous: Naming | None) -> Naming | None:
    """A bare number that goes on with the count before it: "of whom 350,000", "up from 20,200", "another 45,000 fled to Chad"."""
    if previous is None or previous.measure is not Measure.LEVEL or not _counts(previous):
        return None
    along = taken_along(frame)
    if along is not None:
        return along
    if not (goes_on(frame) or _and_theirs(frame)):
        return None
    fate = _fate(frame)
    harmed = fate is not None and fate.series is not None and fate.series.roles == HARMED
    return fate if harmed else Naming(previous.series, None, "carried")


def _spoken_of(frame: Frame) -> Naming | None:
    """The series that the sentence before was about, where this one only says "it": "Trade is brisk. In 2021 it was worth 3 million"."""
    if frame.before.start != frame.sentence.span.start or not _IT_WAS.search(frame.lead):
        return None
    block = frame.reading.layout.blocks[frame.sentence.block].span
    before = frame.text[max(block.start, frame.sentence.span.start - FAR_BEFORE) : frame.sentence.span.start].rstrip(" .\n")
    about = series_rules().find(MONEY, before, max(before.rfind(". "), before.rfind("\n")) + 1, len(before))
    return Naming(about[0][0], None, "carried") if about else None


def _toll(frame: Frame) -> Naming | None:
    """The series of a bare number of people: "about 1,230 were wounded"."""
    fate = _fate(frame)
    if fate is None or fate.series is None or fate.span is None or fate.series.roles != HARMED or fate.span.start < frame.quantity.span.end:
        return None
    return fate if _WERE.fullmatch(frame.text[frame.quantity.span.end : fate.span.start]) else None


def taken_along(frame: Frame) -> Naming | None:
    """What a verb right before a bare number says of people counted before: "Jordan shelters 670,000"."""
    fate = _fate(frame)
    if fate is None or fate.span is None or fate.span.end > frame.quantity.span.start:
        return None
    return fate if not frame.text[fate.span.end : frame.quantity.span.start].strip() else None


def goes_on(frame: Frame) -> bool:
    """Whether a bare number is told as more, or as a part, of what was counted before."""
    lead = frame.bounded_lead
    return _GOES_ON.search(lead) is not None or (len(lead.split()) <= THEIRS_WORDS and _UP_TO.search(lead) is not None)


def _and_theirs(frame: Frame) -> bool:
    """Whether the number is the same count of another country: "; Germany is to send 8,500 and Italy 5,000"."""
    if _ENDS_IN_AND.search(frame.lead):
        return any(_TO_THEIRS.fullmatch(frame.text, frame.quantity.span.end, actor.span.start) for actor in frame.actors)
    clause = max((match.end() for match in _COUNT_CLAUSE.finditer(frame.lead)), default=0)
    low = frame.before.start + clause
    own = [actor for actor in frame.actors if low <= actor.span.start < frame.quantity.span.start and not actor.attributive]
    return len(own) == 1 and clause > 0 and len(frame.lead[clause:].split()) <= THEIRS_WORDS


def _counts(naming: Naming) -> bool:
    """Whether the figure counted people or things."""
    return naming.rule == "counted" or (naming.series is not None and COUNT in naming.series.units)


def _numbered(frame: Frame) -> Naming | None:
    """The series of a bare number whose things are named before it: "Spanish visitors to Morocco numbered half a million"."""
    lead = frame.bounded_lead
    match = figure_rules().numbered.search(lead)
    if match is None:
        return None
    words = list(re.finditer(r"[\w’'-]+", lead[: match.start()]))
    for word in reversed(words[-NUMBERED_WORDS:]):
        start = frame.before.start + word.start()
        span = Span(start, start + len(word.group()))
        series = series_rules().by_noun.get(word.group().lower())
        if series is not None:
            return Naming(series, span, "numbered")
        if _NUMBER_OF.search(lead[: word.start()]) and unit_rules().people.match(word.group()):
            return Naming(None, span, "numbered")
    return None


def _relative(frame: Frame, previous: Naming | None) -> Naming | None:
    """A percentage or a factor: a rate, a change or a share of a series that is named or was just stated."""
    rules = figure_rules()
    around = frame.lead[-80:] + " " + frame.tail[:60]
    if rules.percent_noise.search(around) and not rules.referendum.search(frame.opening + around):
        return None
    ranked = previous is not None and previous.rule == "rank"
    named = _worded(frame, "percent") or _carried(frame, None if ranked else previous, None)
    shared = rules.shares.search(frame.lead[-70:]) is not None or (bool(frame.actors) and _SHARE_FROM.match(frame.tail) is not None)
    if named is None or named.series is None:
        follows = previous is not None and previous.series is None and previous.measure is Measure.SHARE
        return Naming(None, None, "share", Measure.SHARE) if frame.quantity.unit == "percent" and (shared or follows) else None
    if "percent" in named.series.units and MONEY not in named.series.units:
        of_it = named.span is not None and _OF_ALONE.fullmatch(frame.text, frame.quantity.span.end, named.span.start) is not None
        part = of_it or (rules.shares_after.match(frame.tail) is not None and not rules.referendum.search(frame.opening + around))
        if part:
            return Naming(None, None, "share", Measure.SHARE)
        change = _change(frame, by_only=False) if named.series.stock and _BY.search(frame.bounded_lead) else 0
        return Naming(named.series, named.span, "change", Measure.CHANGE, change) if change else Naming(named.series, named.span, "rate")
    if shared or rules.shares_after.match(frame.tail):
        return Naming(named.series, named.span, "share", Measure.SHARE)
    change = _change(frame, by_only=False)
    if change:
        return Naming(named.series, named.span, "change", Measure.CHANGE, change)
    return None


def _change(frame: Frame, by_only: bool) -> int:
    """1 for a rise, -1 for a fall, 0 for a level. ``by_only``: a sum of money is a change only after "by" or "an increase of"."""
    rules = figure_rules()
    if frame.quantity.unit == "times":
        return 1
    for pattern, sign in ((rules.rises, 1), (rules.falls, -1)):
        match = pattern.search(frame.lead)
        if match is not None and (not by_only or _BY_OR_OF.search(match.group())):
            return sign
    if _BY.search(frame.bounded_lead):
        verbs = [
            (m.start(), sign) for p, sign in ((rules.rise_verbs, 1), (rules.fall_verbs, -1)) for m in p.finditer(frame.lead[-NEAR_VERB:])
        ]
        if verbs:
            return max(verbs)[1]
    for pattern, sign in ((rules.falls_after, -1), (rules.rises_after, 1)):
        if pattern.match(frame.tail) is not None and (not by_only or _CHANGE_IN.match(frame.tail[:12])):
            return sign
    return 0


def _worded(frame: Frame, unit: str) -> Naming | None:
    """The series worded nearest: right after the figure, else before it since the last figure, else further after it."""
    rules, text, at = series_rules(), frame.text, frame.quantity.span
    after = rules.find(unit, text, at.end, min(frame.after.end, at.end + NEAR_AFTER))
    if after and _LEADS_TO_SERIES.match(text[at.end : after[0][1]]):
        series, start, end = after[0]
        return Naming(series, Span(start, end), "worded_after")
    before = rules.find(unit, text, frame.before.start, at.start)
    if before and not _OTHER_CLAUSE.search(text, before[-1][2], at.start) and at.start - before[-1][2] <= NEAR_BEFORE:
        series, start, end = before[-1]
        return Naming(series, Span(start, end), "worded_before")
    if after and "," not in text[at.end : after[0][1]]:
        series, start, end = after[0]
        return Naming(series, Span(start, end), "worded_after")
    return None


def _carried(frame: Frame, previous: Naming | None, classes: set[str] | None) -> Naming | None:
    """The series of the figure before it in the sentence, or of an earlier wording there."""
    if previous is not None and previous.series is not None and (classes is None or classes & previous.series.units):
        return Naming(previous.series, None, "carried")
    low = max(frame.sentence.span.start, frame.quantity.span.start - FAR_BEFORE)
    earlier = series_rules().find(MONEY if classes is not None else "percent", frame.text, low, frame.before.start)
    return Naming(earlier[-1][0], None, "carried") if earlier else None


def _rank(frame: Frame) -> Naming | None:
    span, text = frame.quantity.span, frame.text
    rules = series_rules()
    inside = rules.find("rank", text, span.start, span.end)
    near = inside or rules.find("rank", text, span.end, frame.after.end) or rules.find("rank", text, frame.before.start, span.start)
    if not near or not frame.actors:
        return None
    return Naming(near[0][0], Span(*near[0][1:]), "rank")


def _measure(frame: Frame, kind: str) -> Naming | None:
    """A figure in a measure of its own: doses, megawatts, tonnes."""
    worded = _worded(frame, kind)
    if worded is not None and worded.series is not None:
        return worded
    named = next((one for one in series_rules().series if kind in one.units and MONEY not in one.units), None)
    around = frame.text[max(frame.sentence.span.start, frame.quantity.span.start - NEAR_BEFORE) : frame.quantity.span.end + NEAR_VERB]
    if not (frame.actors or frame.related):
        return None
    if named is None or (named.near is not None and not named.near.search(around)):
        return Naming(None, None, "counted") if frame.actors and kind in figure_rules().loose_measures else None
    return Naming(named, None, "unit")


def _count(frame: Frame, previous: Naming | None) -> Naming | None:
    noun = (frame.quantity.unit or "").lower()
    fate = _fate(frame)
    series = series_rules().by_noun.get(noun)
    if fate is not None and _befalls(noun, series, fate) and (fate.series is None or _enough(frame, fate.series)):
        return fate
    if previous is not None and previous.series is not None and COUNT in previous.series.units:
        if noun == "people" and _BARE_LINK.fullmatch(frame.lead):
            return Naming(previous.series, None, "carried")
        if noun == "people" and previous.series.persons and _OF_THEM.search(frame.lead):
            return Naming(previous.series, None, "carried")
        if previous.rule == "verb" and _is_person(noun, series) and _same_fate(frame):
            return Naming(previous.series, None, "verb")
    if series is not None:
        return _by_noun(frame, series)
    people = noun == "people" and (_of_nation(frame) or _ETHNONYM.search(frame.quantity.span.of(frame.text)) is not None)
    if frame.quantity.value < SMALLEST_COUNT or (noun in figure_rules().uncounted and not people):
        return None
    telling = frame.quantity.value >= TELLING_COUNT or frame.quantity.bound is not Bound.EXACT
    if _of_nation(frame) or _TOTAL.match(frame.tail) or (telling and (frame.actors or frame.related)):
        return Naming(None, None, "counted")
    return None


def _befalls(noun: str, series: Series | None, fate: Naming) -> bool:
    """Whether what a verb says may have become of what is counted: soldiers are killed, but soldiers who cross are still troops."""
    if noun in figure_rules().people:
        return True
    harmed = fate.series is not None and fate.series.roles == HARMED
    if series is None:
        return harmed and _is_person(noun, None)
    return series.persons and (fate.series is series or harmed)


def _is_person(noun: str, series: Series | None) -> bool:
    rules = figure_rules()
    if noun in rules.people:
        return True
    return series.persons if series is not None else noun not in rules.not_persons and rules.person_noun.search(noun) is not None


def _same_fate(frame: Frame) -> bool:
    """Whether the count is joined to the one before it so that what became of those became of these."""
    return _AND.fullmatch(frame.lead) is not None or _OF_THEM.search(frame.lead) is not None


def _by_noun(frame: Frame, series: Series) -> Naming | None:
    around = frame.opening[-2 * NEAR_VERB :] + " " + frame.tail[:NEAR_VERB]
    if series.near is not None and not series.near.search(around):
        return None
    if frame.quantity.value < SMALLEST_COUNT or not (frame.actors or frame.related) or not _enough(frame, series):
        return None
    return Naming(series, None, "noun")


def _enough(frame: Frame, series: Series) -> bool:
    """Whether so few of them make a figure of the series."""
    return frame.quantity.value >= series.least or _of_nation(frame)


def _fate(frame: Frame) -> Naming | None:
    """The series that a verb near the count names ("70 sailors were killed", "killing 12"), the nearest first."""
    text, at = frame.text, frame.quantity.span
    best: tuple[int, Naming] | None = None
    reach = frame.sentence.span.end if _JOINED.match(frame.tail) else frame.after.end
    behind = at.start, min(reach, at.end + NEAR_VERB)
    before = max(frame.before.start, at.start - NEAR_VERB), at.end
    windows = [window for window in (behind, before) if series_rules().any_verb.search(text, *window)]
    for series in series_rules().series if windows else ():
        if series.verbs is None:
            continue
        for low, high in windows:
            for match in series.verbs.finditer(text, low, high):
                gap = Span(match.start(), match.end()).gap(at)
                if (best is None or gap < best[0]) and not _of_another(frame, match):
                    best = gap, Naming(series, Span(match.start(), match.end()), "verb")
    return None if best is None else best[1]


def _of_another(frame: Frame, verb: re.Match[str]) -> bool:
    """Whether a verb near the count is said of something else: beyond a comma before it, or right before the next count."""
    text, at = frame.text, frame.quantity.span
    if verb.end() <= at.start:
        return _STOP.search(text, verb.end(), at.start) is not None
    return verb.start() >= at.end and frame.after.end < frame.sentence.span.end and _governs_next(frame, verb)


def _governs_next(frame: Frame, verb: re.Match[str]) -> bool:
    """Whether a verb behind the count stands right before the next one, which it is said of: "and wounding 18"."""
    text, low = frame.text, frame.quantity.span.end
    if not text[low : verb.start()].strip() or not _JOINED.fullmatch(text, low, verb.start()):
        return False
    return _GOVERNS_NEXT.match(text, verb.end(), frame.after.end) is not None


def _of_nation(frame: Frame) -> bool:
    """Whether what is counted belongs to a named country: a nationality inside the quantity, or a country right beside it."""
    span = frame.quantity.span
    for actor in frame.actors:
        if not any(party.country for party in actor.parties):
            continue
        if actor.attributive and span.contains(actor.span):
            return True
        link = frame.text[span.end : actor.span.start] if actor.span.start >= span.end else None
        if link is not None and _THEIR_NATION.fullmatch(link):
            return True
    return False
