"""Finds every quantity of a document, sentence by sentence, in one pass over the text."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace

from detente.extract.quantities.bounds import bound_after, bound_before
from detente.extract.quantities.numerals import exact, last_scale, read_digits, read_words
from detente.extract.quantities.ranks import find_ranks
from detente.extract.quantities.units import Purse, Unit, read_multiplier, read_unit
from detente.extract.stretches import prose
from detente.model.document import Document, Layout
from detente.model.mention import Bound, Quantity, TimeMention
from detente.model.span import Span
from detente.rules.units import UnitRules, unit_rules

LARGE = 1000.0
"""From here on a bare number is a figure even where nothing is counted after it."""

_YEAR = re.compile(r"(?:1[5-9]|20)\d\d\Z")
_DIGIT = re.compile(r"\d")
_GLUED = re.compile(r"[\w°º]|[.,:/]\d|[-–—/](?=\d)")
_BETWEEN = re.compile(r"(?i)\bbetween\s+\Z")
_FROM = re.compile(r"(?i)\bfrom\s+(?:\w+\s+){0,3}\Z")
_LINKED = re.compile(r"(?i)\A[^.;]{0,40}?\b(?:to|and|or)\s+(?:\w+\s+){0,3}\Z")
_PLUS = re.compile(r"\+(?!\w)")
_SUFFIX_MONEY = re.compile(r"\s?[€$£¥₫₩₹₽₺]")


@dataclass(frozen=True, slots=True)
class _Source:
    """What every step of a scan needs."""

    text: str
    rules: UnitRules
    purse: Purse


@dataclass(frozen=True, slots=True)
class _Number:
    """A number as read, before its unit: where it stands and what it is worth."""

    start: int
    end: int
    value: float
    literal: str
    symbol: str | None = None


def find_quantities(document: Document, layout: Layout, times: tuple[TimeMention, ...]) -> tuple[Quantity, ...]:
    """Every quantity in ``document``, in order; numbers that are part of a time, a label or an address are none."""
    source = _Source(document.text, unit_rules(), Purse(document.text))
    found: list[Quantity] = []
    for sentence in prose(layout, document.text):
        found.extend(_in_sentence(source, sentence.span, times))
    return tuple(sorted(found, key=lambda quantity: quantity.span))


def _in_sentence(source: _Source, sentence: Span, times: tuple[TimeMention, ...]) -> list[Quantity]:
    """The quantities of one sentence. Each sort is looked for only where one of its gate's pieces stands."""
    words = sentence.of(source.text).lower()
    sorts = {sort for sort, pieces in source.rules.gates.items() if any(map(words.__contains__, pieces))}
    candidates: list[Quantity] = []
    if "ranks" in sorts:
        candidates += sorted(find_ranks(source.text, sentence, source.rules), key=lambda q: (q.span.start, -q.span.end))
    if "shares" in sorts:
        candidates += _shares(source, sentence)
    if "words" in sorts or _DIGIT.search(words):
        candidates += _numbers(source, sentence, _spans_in(times, sentence))
    if "changes" in sorts:
        candidates += _changes(source, sentence)
    found: list[Quantity] = []
    for quantity in candidates:
        if not any(quantity.span.overlaps(other.span) for other in found):
            found.append(quantity)
    found.sort(key=lambda quantity: quantity.span)
    return _inherit_units(source.text, found)


def _spans_in(times: tuple[TimeMention, ...], sentence: Span) -> list[Span]:
    """The spans of the times in the sentence; times are in order, and only the one before may reach into it."""
    low = bisect_left(times, sentence.start, key=lambda time: time.span.start)
    high = bisect_left(times, sentence.end, key=lambda time: time.span.start)
    return [time.span for time in times[max(0, low - 1) : high] if time.span.overlaps(sentence)]


def _numbers(source: _Source, sentence: Span, taken: list[Span]) -> Iterator[Quantity]:
    position = sentence.start
    while (match := source.rules.scan.search(source.text, position, sentence.end)) is not None:
        span = Span(match.start(), match.end())
        clash = next((time for time in taken if time.overlaps(span)), None)
        if clash is not None:
            position = max(clash.end, position + 1)
            continue
        quantity = _quantity(source, sentence, match)
        position = max(match.end(), position + 1) if quantity is None else max(quantity.span.end, match.end())
        if quantity is not None and not any(time.overlaps(quantity.span) and not quantity.span.contains(time) for time in taken):
            yield quantity


def _quantity(source: _Source, sentence: Span, match: re.Match[str]) -> Quantity | None:
    number = _number(source, match)
    if number is None or source.rules.labels.search(source.text, max(sentence.start, number.start - 16), number.start):
        return None
    factor, position = read_multiplier(source.text, number.end, sentence.end, source.rules, number.symbol is not None)
    upper, last, position, factor = _range(source, sentence, number, factor, position)
    factor = _scale_ahead(source, sentence, number, factor, position)
    value = exact(number.value * factor)
    plus = _PLUS.match(source.text, position, sentence.end)
    position = plus.end() if plus is not None else position
    unit = _unit(source, sentence, number, last, position, value)
    if _GLUED.match(source.text, unit.end) and unit.name is None:
        return None
    figure = unit.money or factor > 1 or value >= LARGE or unit.name == "percent"
    if not _stands(source, number, unit, figure):
        return None
    bound, start = bound_before(source.text, sentence.start, number.start, source.rules, figure)
    start = _between_start(source, sentence, start, upper)
    end = max(unit.end, position)
    if bound is Bound.EXACT:
        after = (Bound.AT_LEAST, end) if plus is not None else bound_after(source.text, end, source.rules)
        bound, end = after if after is not None and after[1] <= sentence.end else (bound, end)
    if unit.name is None and not figure and bound is Bound.EXACT:
        return None
    return Quantity(Span(start, end), value, unit.name, bound, upper)


def _number(source: _Source, match: re.Match[str]) -> _Number | None:
    """The number that ``match`` (of ``scan`` or ``second``) found; None where it cannot be told or is a lone "one"."""
    digits, words = match.group("digits"), match.group("words")
    value = read_digits(digits) if digits else read_words(words, source.rules)
    if value is None:
        return None
    if match.re is source.rules.scan and match.group("sign"):
        value = -value
    start = match.start("words") if words else match.start() if match.re is source.rules.scan else match.start(match.lastgroup or 0)
    return _Number(start, match.end(), value, digits or words, match.group("symbol"))


def _range(source: _Source, sentence: Span, number: _Number, factor: float, position: int) -> tuple[float | None, _Number, int, float]:
    """The upper end of "3-4", "3 to 4 million", "between 3 and 4": its value, its number, where it ends, the shared factor."""
    none = None, number, position, factor
    match = source.rules.second.match(source.text, position, sentence.end)
    if match is None:
        return none
    between = _BETWEEN.search(source.text, max(sentence.start, number.start - 12), number.start) is not None
    coming_from = _FROM.search(source.text, max(sentence.start, number.start - 30), number.start) is not None
    link = match.group("link").strip().lower()
    other = _number(source, match)
    if other is None or (link == "and" and not between) or (link == "to" and coming_from) or (between and link == "or"):
        return none
    scale, end = read_multiplier(source.text, other.end, sentence.end, source.rules, (number.symbol or other.symbol) is not None)
    lower_factor = factor if factor > 1 else scale * last_scale(match.group("words") or "", source.rules)
    if other.value * scale <= number.value * lower_factor:
        return none
    return exact(other.value * scale), other, end, lower_factor


def _scale_ahead(source: _Source, sentence: Span, number: _Number, factor: float, position: int) -> float:
    """The factor that the first number of "from 3 to 4 million" takes from the second."""
    if factor > 1 or not _FROM.search(source.text, max(sentence.start, number.start - 30), number.start):
        return factor
    match = source.rules.second.match(source.text, position, sentence.end)
    if match is None or match.group("link").strip().lower() != "to":
        return factor
    return read_multiplier(source.text, match.end(), sentence.end, source.rules, match.group("symbol") is not None)[0]


def _unit(source: _Source, sentence: Span, number: _Number, last: _Number, position: int, value: float) -> Unit:
    symbol = number.symbol or last.symbol
    if symbol is not None:
        code = source.rules.symbols[symbol]
        code = source.purse.code("dollar", source.rules.contested, code) or code if symbol == "$" else code
        word = source.rules.money_word.match(source.text, position, sentence.end)
        return Unit(code, word.end() if word is not None and symbol in "$€£¥" else position, money=True)
    after = _SUFFIX_MONEY.match(source.text, position, sentence.end)
    if after is not None:
        return Unit(source.rules.symbols[after.group().strip()], after.end(), money=True)
    return read_unit(source.text, position, sentence.end, value, source.rules, source.purse)


def _stands(source: _Source, number: _Number, unit: Unit, figure: bool) -> bool:
    """Whether the number is a figure at all: not a year, not "one" of something, not a lone small number."""
    if _YEAR.match(number.literal) and not unit.money and number.symbol is None and unit.name != "percent":
        before = source.text[max(0, number.start - 12) : number.start].lower().split()
        return unit.counted and not (before and before[-1] in _YEAR_LEADS)
    if number.literal.lower() == "one" and not (unit.money or unit.name == "percent"):
        return False
    if unit.counted and not figure and number.value != int(number.value):
        return False
    return unit.name is not None or figure or bool(re.search(r"[.,]\d", number.literal)) or number.value >= 100


_YEAR_LEADS = frozenset(
    {
        "in",
        "since",
        "of",
        "by",
        "until",
        "from",
        "to",
        "the",
        "and",
        "for",
        "during",
        "early",
        "late",
        "mid",
        "before",
        "after",
        "till",
        "through",
    }
)
"""Words before a four-figure number that make it a year ("in 1979 Vietnamese forces")."""


def _between_start(source: _Source, sentence: Span, start: int, upper: float | None) -> int:
    if upper is None:
        return start
    match = _BETWEEN.search(source.text, max(sentence.start, start - 12), start)
    return start if match is None else match.start()


def _shares(source: _Source, sentence: Span) -> Iterator[Quantity]:
    """Parts of a whole in words ("a fifth of", "one in five"), as percentages to one decimal."""
    for match in source.rules.share.finditer(source.text, sentence.start, sentence.end):
        share = _share_value(match, source.rules)
        if share is not None:
            bound, start = bound_before(source.text, sentence.start, match.start(), source.rules, True)
            yield Quantity(Span(start, match.end()), share, "percent", bound)


def _share_value(match: re.Match[str], rules: UnitRules) -> float | None:
    if match.group("half"):
        return 50.0
    if match.group("part"):
        count = match.group("count").lower()
        part, number = rules.parts[match.group("part").lower()], rules.words.get(count, 1.0)
        return round(100 * number / part, 1) if number < part else None
    few, many = match.group("few") or match.group("some"), match.group("many") or match.group("all")
    top, bottom = (float(word) if word.isdigit() else rules.words[word.lower()] for word in (few, many))
    return round(100 * top / bottom, 1) if 0 < top < bottom <= LARGE else None


def _changes(source: _Source, sentence: Span) -> Iterator[Quantity]:
    """Verbs that are factors: "more than doubled"."""
    for match in source.rules.change.finditer(source.text, sentence.start, sentence.end):
        factor = next(value for words, value in source.rules.factors if words.match(match.group()))
        bound, start = bound_before(source.text, sentence.start, match.start(), source.rules, False)
        yield Quantity(Span(start, match.end()), factor, "times", bound)


def _inherit_units(text: str, found: list[Quantity]) -> list[Quantity]:
    """Gives "from 85 billion to 90 billion dollars" its dollars twice."""
    for i in range(len(found) - 1, 0, -1):
        left, right = found[i - 1], found[i]
        if left.unit is None and right.unit is not None and right.unit != "rank" and _LINKED.match(text[left.span.end : right.span.start]):
            found[i - 1] = replace(left, unit=right.unit)
    return found
