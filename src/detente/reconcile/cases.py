"""A statement made ready to be compared: names folded, dates as day numbers, kinds as families."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass
from functools import cache, lru_cache

from detente.model.edtf import Edtf
from detente.model.fact import Fact
from detente.model.folding import words
from detente.model.statement import FactKind, Statement, Status
from detente.rules.actors import Label, country_names, heirs, lexicon
from detente.rules.folding import fold as plain
from detente.rules.merging import Family, merging

CLOCK = "clock"
"""The detail of a statement that holds the wording beside its date that tells by whose clock or calendar it is."""

FAR = 10**7
"""A day number beyond every date: what an open end counts as."""

_SLACK = ((1, 5), (31, 31), (366, 366))
"""A date "about" so many days wide may be off by so many days; wider ones by their own width."""

MEASURES = frozenset({"%", "percent", "rank", "times"})
"""Units that no other unit can stand for."""

UNNAMED = frozenset({"amount", "number"})
"""Kinds of a figure that belongs to no named series: nothing says that two of them count the same thing."""

WORDED = frozenset({"indicator", "figure", "other", ""})
"""Kinds of a figure whose series has words but no key of its own; the words stand in for one."""

_EVENTS = frozenset({FactKind.EVENT, FactKind.PARTNERSHIP, FactKind.AGREEMENT})
_AHEAD = frozenset({Status.PLANNED, Status.HYPOTHETICAL})
_PARTIES = frozenset({Label.NAME, Label.DEMONYM})

_SHORT = 3
"""Words shorter than this say nothing about what an event was."""


@dataclass(frozen=True, slots=True)
class DocumentInfo:
    """What reconciliation needs to know of a document."""

    sha256: str
    published: Edtf | None
    received: str
    """When the record took it in (ISO 8601)."""
    group: str
    """Lead of the copies it belongs to; its own sum where it stands alone."""


@dataclass(frozen=True, slots=True)
class Case:
    """One statement with everything that checks look at, worked out once."""

    statement: Statement
    document: DocumentInfo
    family: Family
    source: frozenset[str]
    target: frozenset[str]
    low: int | None
    """First day that the date can mean; None without a date. ``-FAR`` where it is open."""
    high: int | None
    persons: tuple[frozenset[str], ...]
    """Each person as the words of the name."""
    places: frozenset[str]
    object: tuple[str, ...]
    """What it is about by name, without the words that any agreement or project goes by; empty where nothing else is said."""
    level: tuple[str, ...]
    series: str
    words: frozenset[str]
    """What the quote is about: its words without names of parties and words that tell nothing."""
    clock: bool = False
    """Whether it says by whose clock it names its day."""
    julian: bool = False
    """Whether it names its day by the Julian calendar."""
    filled: bool = False
    """Whether ``series`` holds a party that the statement leaves to be understood: enough to agree, not to contradict."""
    key: str = ""
    """What its fact is known by where a person reads the statement otherwise: by what it was before, so that identifiers stay."""

    @property
    def parties(self) -> frozenset[str]:
        """Everyone on either side."""
        return self.source | self.target

    @property
    def mutual(self) -> bool:
        """Whether both sides are source and target alike."""
        return self.source == self.target

    @property
    def named_in_capitals(self) -> bool:
        """Whether the thing has a name of its own, in capitals, and is not only described by its subject."""
        return any(word[:1].isupper() for word in (self.statement.object or "").split()[1:])

    @property
    def width(self) -> int:
        """How many days the date leaves open; ``FAR`` without a date."""
        return FAR if self.low is None or self.high is None else self.high - self.low + 1


def case(statement: Statement, document: DocumentInfo, parties: Set[str] = frozenset()) -> Case:
    """``statement`` ready to be compared. A former state counts as its heir where ``parties`` name the heir and not the state itself."""
    low, high = _span(statement, document)
    source = _codes((p.party.country for p in statement.source), parties)
    target = _codes((p.party.country for p in statement.target), parties)
    both = _both_sides(statement, source, target, parties)
    return Case(
        statement=statement,
        document=document,
        family=merging().family(statement.kind),
        source=source,
        target=target,
        low=low,
        high=high,
        persons=tuple(dict.fromkeys(name_words(p.party.name) for p in statement.persons if is_name(p.party.name))),
        places=frozenset(" ".join(words(place.name)) for place in statement.places) - _country_words(),
        object=tuple(word for word in _telling(statement.object or "") if word not in merging().things),
        level=words(statement.level or ""),
        series=series_key(statement, *both),
        words=content(statement.quote),
        clock=merging().clocks.search(_told(statement)) is not None,
        julian=_is_julian(statement),
        filled=both != (source, target),
    )


def series_key(statement: Statement, source: Iterable[str], target: Iterable[str]) -> str:
    """What an indicator measures, between whom and in which unit: points with one key stand in one series. Empty for other facts."""
    return _series(statement.fact, statement.kind, statement.series, statement.unit, source, target)


def _span(statement: Statement, document: DocumentInfo) -> tuple[int | None, int | None]:
    """First and last day that the date can mean: by the Gregorian calendar, and no later than the telling of what happened."""
    if statement.date is None:
        return None, None
    low, high = days(statement.date.edtf)
    if _is_julian(statement) and statement.date.edtf.earliest is not None:
        century = statement.date.edtf.earliest.year // 100
        behind = century - century // 4 - 2
        low, high = low + behind, high + behind
    if document.published is None or statement.fact not in _EVENTS:
        return low, high
    first, last = days(document.published)
    if statement.status is Status.HAPPENED and low <= last:
        return low, min(high, last)
    if statement.status in _AHEAD and first <= high:
        return max(low, first), high
    return low, high


def _is_julian(statement: Statement) -> bool:
    return merging().julian.search(_told(statement)) is not None


def _told(statement: Statement) -> str:
    """The quote, with the wording beside the date that tells by whose clock or calendar it is."""
    return " ".join([statement.quote, *(value for name, value in statement.detail if name == CLOCK)])


def _both_sides(statement: Statement, source: frozenset[str], target: frozenset[str], parties: Set[str]) -> tuple[frozenset[str], ...]:
    """The sides of a figure with the other party of the dyad put where the text leaves it to be understood."""
    if statement.fact is not FactKind.INDICATOR or len(parties) != 2 or len(source | target) != 1 or not source | target <= parties:
        return source, target
    other = frozenset(parties) - source - target
    return (source, other) if source and not target else (other, target) if target and not source else (source, target)


def series_of(fact: Fact) -> str:
    """The series key of a fact; equal to that of its statements."""
    return _series(fact.fact, fact.kind, fact.series, fact.unit, fact.source, fact.target)


def _series(fact: FactKind, kind: str, series: str | None, unit: str | None, source: Iterable[str], target: Iterable[str]) -> str:
    if fact is not FactKind.INDICATOR:
        return ""
    named = kind if kind not in WORDED else " ".join(words(series or ""))
    if named in merging().opposites:
        named, source, target = merging().opposites[named], target, source
    return "|".join([named, ",".join(sorted(source)), ",".join(sorted(target)), unit_key(unit)])


def unit_key(unit: str | None) -> str:
    """Money by its code, shares and ranks as themselves; things counted are one unit ("projects", "ventures"): the series says what."""
    if unit is None or is_money(unit) or unit in MEASURES:
        return unit or ""
    return "count"


def is_money(unit: str | None) -> bool:
    """Whether ``unit`` is a currency's code (ISO 4217)."""
    return unit is not None and len(unit) == 3 and unit.isascii() and unit.isupper()


def name_words(name: str) -> frozenset[str]:
    """A person's name as a set of words, so that order, case and diacritics do not matter."""
    return frozenset(words(name.replace("-", " ")))


def is_name(name: str) -> bool:
    """Whether a person is known by a name and not only by an office ("Labour leader") or a country's name."""
    last = name.split()[-1:] or [""]
    return bool(last[0]) and not last[0][0].islower() and " ".join(words(name)) not in _country_words()


def same_person(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two names can be one person's: one holds all words of the other ("Clinton", "Bill Clinton")."""
    return bool(one and other) and (one <= other or other <= one)


@cache
def days(date: Edtf) -> tuple[int, int]:
    """The first and last day that ``date`` can mean, as day numbers, widened where it says "about"."""
    low = -FAR if date.earliest is None else date.earliest.ordinal()
    high = FAR if date.latest is None else date.latest.ordinal()
    if "~" in date.text or "%" in date.text:
        width = high - low + 1
        slack = next((slack for limit, slack in _SLACK if width <= limit), width)
        return low - slack, high + slack
    return low, high


@lru_cache(maxsize=65536)
def content(quote: str) -> frozenset[str]:
    """The words that tell what a quote is about."""
    rules = merging()
    return frozenset(w for w in _telling(quote) if len(w) >= _SHORT and w not in rules.plain and w not in rules.things)


def _telling(text: str) -> tuple[str, ...]:
    """The words of ``text`` without names of countries and without numbers: parties and dates have checks of their own."""
    folded = plain(text).text
    kept, last = [], 0
    for hit in lexicon().hits(folded):
        if hit.entry.label in _PARTIES:
            kept.append(folded[last : hit.start])
            last = hit.end
    return tuple(word for word in words(" ".join([*kept, folded[last:]])) if not word.isdigit())


def _codes(codes: Iterable[str | None], parties: Set[str]) -> frozenset[str]:
    """The codes named, a former state as its heir where the heir is one of ``parties`` and it is not."""
    later: Mapping[str, str] = heirs()
    return frozenset(later[code] if code not in parties and later.get(code) in parties else code for code in codes if code)


@cache
def _country_words() -> frozenset[str]:
    return frozenset(" ".join(words(name)) for name in country_names().values())
