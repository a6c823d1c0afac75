"""Units, number words and bounds: the vocabulary of quantities, compiled once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from detente.model.errors import DataError
from detente.model.mention import Bound
from detente.rules.files import read_yaml

DIGITS = (
    r"\d{1,3}(?:[,’'\u00a0\u202f\u2009 ]\d{3}(?!\d))+(?:\.\d+)?"  # 1,700  1 700  1'700.5
    r"|\d{1,3}(?:\.\d{3}(?!\d)){2,}"  # 1.234.567
    r"|\d+(?:[.,]\d+)?"
)
"""A number in figures. Which sign is the decimal one is decided when it is read."""

SHORT_SCALE = 3
"""Letters up to which a scale is an abbreviation (m, bn, mln), which needs figures before it."""

_EDGE = r"(?<![\w.,/:–-])"
"""A number does not begin inside a word, a date, a clock time or another number."""


@dataclass(frozen=True, slots=True)
class Contested:
    """A currency word that several countries use: the code by whichever home a document names most often."""

    word: re.Pattern[str]
    default: str | None
    homes: tuple[tuple[str, re.Pattern[str]], ...]


@dataclass(frozen=True, slots=True)
class UnitRules:
    """Everything needed to read a quantity. Patterns are linear-time and are matched at a position, not searched."""

    scan: re.Pattern[str]
    """Finds a number: groups ``sign``, ``symbol``, ``digits``, or ``words``."""
    second: re.Pattern[str]
    """The other end of a range right after a number: groups ``link``, ``symbol``, ``digits``, ``words``."""
    share: re.Pattern[str]
    """A part of a whole in words: groups ``count``, ``part``; or ``half``; or ``few``, ``many``."""
    change: re.Pattern[str]
    """A verb that is a factor ("doubled"); its value by ``factors``."""
    factors: tuple[tuple[re.Pattern[str], float], ...]
    multiplier: re.Pattern[str]
    multipliers: Mapping[str, float]
    money_word: re.Pattern[str]
    """A currency after the number, as one named group ``c<index>`` of ``codes``."""
    codes: tuple[str, ...]
    contested: tuple[Contested, ...]
    symbols: Mapping[str, str]
    measure: re.Pattern[str]
    """A measure after the number, as one named group ``m<index>`` of ``measures``."""
    measures: tuple[str, ...]
    words: Mapping[str, float]
    ordinals: Mapping[str, int]
    parts: Mapping[str, int]
    before: re.Pattern[str]
    """Bound words at the end of a string, as one named group ``b<index>`` of ``bounds``."""
    bounds: tuple[Bound, ...]
    after: re.Pattern[str]
    """Bound words after a quantity, as one named group ``a<index>`` of ``after_bounds``."""
    after_bounds: tuple[Bound, ...]
    between: re.Pattern[str]
    fuzzy: tuple[str, ...]
    verb_bounds: frozenset[str]
    labels: re.Pattern[str]
    address: frozenset[str]
    not_counted: frozenset[str]
    counted_link: re.Pattern[str]
    plurals: frozenset[str]
    collectives: frozenset[str]
    """Plurals that may only describe the next one: "police officers"."""
    not_plural: frozenset[str]
    durations: frozenset[str]
    people: re.Pattern[str]
    doubtful_money: Mapping[str, float]
    ranks: tuple[re.Pattern[str], ...]
    superlative: re.Pattern[str]
    gates: Mapping[str, tuple[str, ...]]
    """Pieces of words, by sort of quantity; a sentence with none of them need not be searched for that sort."""
    not_superlative: tuple[str, ...]


@cache
def unit_rules() -> UnitRules:
    """The quantity rules of the shipped vocabulary and English patterns. Raises DataError naming a bad entry."""
    units = read_yaml("vocabulary/units.yaml")
    english = read_yaml("patterns/en/quantities.yaml")
    numerals = _numerals(english, units["multipliers"])
    codes = tuple(sorted(units["currencies"]))
    symbols = _symbols(units["currencies"])
    symbol = _any(sorted(symbols, key=lambda s: (-len(s), s)), escape=True)
    measures = tuple(units["measures"])
    bounds = tuple(Bound(sign) for sign in english["bounds_before"])
    after = tuple(Bound(sign) for sign in english["bounds_after"])
    return UnitRules(
        scan=re.compile(
            rf"{_EDGE}(?:(?P<sign>[-−](?=[\d$€£¥]))?(?:(?P<symbol>{symbol})[ \u00a0]?)?(?P<digits>{DIGITS})|(?P<words>(?i:{numerals})))"
        ),
        second=re.compile(
            rf"(?P<link>\s?[-–—]\s?|\s+(?:to|and|or)\s+)(?:(?P<symbol>{symbol})\s?)?(?:(?P<digits>{DIGITS})|(?P<words>(?i:{numerals})))"
        ),
        share=_share(english),
        change=re.compile(rf"(?i)\b(?:{_any(english['changes'])})\b"),
        factors=tuple((re.compile(rf"(?i)(?:{words})\Z"), float(value)) for words, value in english["changes"].items()),
        multiplier=re.compile(rf"(?i)[\s-]?(?P<word>{_any(_longest(units['multipliers']))})(?![^\W_])"),
        multipliers={word: float(value) for word, value in units["multipliers"].items()},
        money_word=_money_words(units["currencies"], codes, units["contested"]),
        codes=codes,
        contested=tuple(_contested(word, entry) for word, entry in units["contested"].items()),
        symbols=symbols,
        measure=_measure_words(units["measures"], measures),
        measures=measures,
        words={word: float(value) for word, value in english["words"].items()},
        ordinals=dict(english["ordinals"]),
        parts=dict(english["parts"]),
        before=_bound_pattern("b", english["bounds_before"], english["between"]),
        bounds=bounds,
        after=re.compile(
            r"(?i)[\s-]?(?:" + "|".join(rf"(?P<a{i}>(?:{_any(words)})\b)" for i, words in enumerate(english["bounds_after"].values())) + ")"
        ),
        after_bounds=after,
        between=re.compile(rf"(?i)(?:{_any(_longest(english['between']))})\s*\Z"),
        fuzzy=tuple(english["fuzzy_bound_verbs"]),
        verb_bounds=frozenset(english["verb_bounds"]),
        labels=re.compile(rf"(?i)(?<!\w)(?:{_any(_longest(english['labels']), escape=True)})(?:\.|\s+no\.?|\s+number)?\s*\Z"),
        address=frozenset(english["address"]),
        not_counted=frozenset(english["not_counted"]),
        counted_link=re.compile(rf"(?i)\s+(?:{_any(english['counted_links'])})(?=\s)"),
        plurals=frozenset(english["plurals"]),
        collectives=frozenset(english["collectives"]),
        not_plural=frozenset(english["not_plural"]),
        durations=frozenset(english["durations"]),
        people=re.compile(rf"(?:{_any(english['people_endings'])})\Z"),
        doubtful_money=dict(english["doubtful_money"]),
        ranks=_ranks(english),
        superlative=re.compile(rf"(?i)(?<!\w)(?:{_any(english['superlatives'])})\b"),
        gates={sort: tuple(pieces) for sort, pieces in english["gates"].items()}
        | {"words": (*english["words"], *(word for word in units["multipliers"] if len(word) > SHORT_SCALE), "half")},
        not_superlative=tuple(english["not_superlative_after"]),
    )


def _any(words: Iterable[str], escape: bool = False) -> str:
    return "|".join(re.escape(word) if escape else word for word in words)


def _longest(words: Iterable[str]) -> list[str]:
    return sorted(words, key=lambda word: (-len(word), word))


def _numerals(english: Mapping[str, Any], multipliers: Mapping[str, float]) -> str:
    """A run of number words: "two and a half million", "half a million", "one hundred and twenty"."""
    simple = _any(_longest(english["words"]))
    scale = _any(_longest(word for word in multipliers if len(word) > SHORT_SCALE))
    first = rf"half\s+an?(?=\s+(?:{scale}|dozen))|an?(?=\s+(?:{scale}|dozen|half\s+(?:{scale})))|{simple}"
    return rf"\b(?:{first})\b(?:(?:\s+|-)(?:and\s+)?(?:an?\s+)?(?:{simple}|{scale}|half)\b)*"


def _share(english: Mapping[str, Any]) -> re.Pattern[str]:
    count, part = _any(_longest(english["words"])), _any(_longest(english["parts"]))
    unlike = "".join(rf"(?<!{word} )" for word in english["not_half_after"])
    size = rf"(?:(?:an?|{count})[\s-](?:{part})s?|half)"
    of_it = rf"(?={size}\s+(?:of|the)\b)"
    by_it = rf"(?<=\bby )(?={size}(?:[.,;)]|\s+(?:{_any(english['after_by_half'])})\b|\s*\Z))"
    return re.compile(
        rf"(?i)(?<![\w-])(?:(?:{of_it}|{by_it})(?:(?P<count>an?|{count})[\s-](?P<part>{part})s?|{unlike}(?P<half>half))"
        rf"|(?P<few>one)\s+in(?:\s+every)?\s+(?P<many>{count}|\d+)\b|(?P<some>{count}|\d+)\s+out\s+of(?:\s+every)?\s+(?P<all>{count}|\d+)\b)"
    )


def _symbols(currencies: Mapping[str, Any]) -> dict[str, str]:
    symbols: dict[str, str] = {}
    for code, entry in currencies.items():
        for symbol in entry["symbols"]:
            if symbols.setdefault(symbol, code) != code:
                raise DataError(f"data/vocabulary/units.yaml: the symbol {symbol!r} stands for both {symbols[symbol]} and {code}")
    return symbols


def _worded(word: str) -> str:
    """A vocabulary word as a pattern: exact where it holds a capital of its own ("RMB", "US dollars"), else in any case."""
    return word if re.search(r"[A-ZÑ]{2}|^[A-Z$]", word) else f"(?i:{word})"


def _money_words(currencies: Mapping[str, Any], codes: tuple[str, ...], contested: Mapping[str, Any]) -> re.Pattern[str]:
    loose = _any(_contested_word(word) for word in contested)
    words = [(word, i) for i, code in enumerate(codes) for word in currencies[code]["words"]]
    groups = "|".join(
        rf"(?P<c{n}_{i}>{_worded(word)})" for n, (word, i) in enumerate(sorted(words, key=lambda pair: (-len(pair[0]), pair[0])))
    )
    return re.compile(
        rf"(?:\s+|-)?(?:of\s+|in\s+)?(?:(?:gold|constant|current|convertible)\s+)?(?:{groups}|(?P<loose>(?i:{loose})))(?![^\W_])"
    )


def _contested_word(word: str) -> str:
    return {"mark": "(?:reichs?)?marks", "rouble": "rou?bles?", "krone": "kron(?:e|er|or)", "won": "won"}.get(word, f"{word}s?")


def _contested(word: str, entry: Mapping[str, Any]) -> Contested:
    homes = tuple((code, re.compile(pattern)) for code, pattern in entry["homes"].items())
    return Contested(re.compile(rf"(?i)(?:{_contested_word(word)})\Z"), entry["default"], homes)


def _measure_words(entries: Mapping[str, list[str]], measures: tuple[str, ...]) -> re.Pattern[str]:
    words = sorted(((word, i) for i, unit in enumerate(measures) for word in entries[unit]), key=lambda pair: (-len(pair[0]), pair[0]))
    groups = "|".join(rf"(?P<m{n}_{i}>{_worded(word)})" for n, (word, i) in enumerate(words))
    return re.compile(rf"(?:\s+|-)?(?:{groups})(?![^\W_])")


def _bound_pattern(letter: str, entries: Mapping[str, list[str]], between: list[str]) -> re.Pattern[str]:
    groups = "|".join(rf"(?P<{letter}{i}>{_any(_longest(words))})" for i, words in enumerate(entries.values()))
    return re.compile(rf"(?i)(?<![\w-])(?:{groups})(?:\s+(?:{_any(_longest(between))}))?\s*\Z")


def _ranks(english: Mapping[str, Any]) -> tuple[re.Pattern[str], ...]:
    ordinal = rf"(?:(?P<ordinal>{_any(_longest(english['ordinals']))})|(?P<place>\d{{1,3}})(?:st|nd|rd|th))"
    number = rf"(?P<number>\d[\d,]*|{_any(_longest(english['words']))})"
    places = [pattern.replace("{ord}", ordinal).replace("{num}", number).replace(" ", r"\s+") for pattern in english["ranks"]]
    return tuple(re.compile(rf"(?i)(?<![\w-])(?:{pattern})") for pattern in places)
