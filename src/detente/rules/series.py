"""The named series of figures, the fields of cooperation, and the wording that places a figure: compiled once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from detente.model.errors import DataError
from detente.rules.files import flag, names_in, read_yaml
from detente.rules.units import unit_rules
from detente.rules.wording import spaced

FOLDER = "vocabulary/series"
MONEY = "money"
COUNT = "count"
HARMED = "harmed"
ROLES = frozenset({"pair", "directed", "holder", HARMED, "imposed"})


@dataclass(frozen=True, slots=True)
class Series:
    """A named series: what a figure is a value of."""

    key: str
    label: str
    field: str
    units: frozenset[str]
    stock: bool
    """Holds on a day; a flow holds for a period."""
    roles: str
    unit: str | None
    """The unit of a count that only a verb names ("70 sailors were killed" counts people); None: as the text counts."""
    nouns: frozenset[str]
    verbs: re.Pattern[str] | None
    near: re.Pattern[str] | None
    before_trap: tuple[str, ...]
    persons: bool
    """Its nouns are people, so that a verb near them may say what became of them ("40 soldiers were captured")."""
    yearly: bool
    """Told by the year unless the text says otherwise, as trade is; a loan is of its day."""
    least: float
    """Fewer than this many make a figure only where they are of a named country: "a dozen firms" is talk."""


@dataclass(frozen=True, slots=True)
class SeriesRules:
    """All series, and patterns that find their wording for one class of unit."""

    series: tuple[Series, ...]
    by_noun: Mapping[str, Series]
    words: Mapping[str, re.Pattern[str]]
    """By unit class; groups ``s<index>`` of ``series``. ``percent`` also finds what holds money: it may be a share or change of it."""
    any_verb: re.Pattern[str]
    """Finds the verbs of all series: most sentences hold none."""

    def find(self, unit_class: str, text: str, low: int, high: int) -> list[tuple[Series, int, int]]:
        """Every series worded in ``text[low:high]`` that can hold ``unit_class``, with where its words stand, in order."""
        pattern = self.words.get(unit_class)
        if pattern is None:
            return []
        found = []
        for match in pattern.finditer(text, low, high):
            series = self.series[int((match.lastgroup or "s0")[1:])]
            before = text[max(0, match.start() - 24) : match.start()].rstrip().lower()
            if not before.endswith(series.before_trap):
                found.append((series, match.start(), match.end()))
        return found


@dataclass(frozen=True, slots=True)
class FigureRules:
    """The wording that places a figure. Each pattern is named for what it tells."""

    reporters: tuple[re.Pattern[str], ...]
    reporter_gate: tuple[str, ...]
    """Pieces of words; a sentence that holds none of them (in lower case) names no reporter."""
    not_reporters: frozenset[str]
    present: re.Pattern[str]
    perfect: re.Pattern[str]
    yearly: re.Pattern[str]
    planned: re.Pattern[str]
    hypothetical: re.Pattern[str]
    denied: re.Pattern[str]
    targets: re.Pattern[str]
    rises: re.Pattern[str]
    falls: re.Pattern[str]
    rise_verbs: re.Pattern[str]
    fall_verbs: re.Pattern[str]
    numbered: re.Pattern[str]
    """What stands between things and their number ("numbered", "rose to")."""
    rises_after: re.Pattern[str]
    falls_after: re.Pattern[str]
    factors_after: re.Pattern[str]
    shares: re.Pattern[str]
    shares_after: re.Pattern[str]
    percent_noise: re.Pattern[str]
    money_noise: re.Pattern[str]
    carriers: re.Pattern[str]
    compared: re.Pattern[str]
    superlative_since: re.Pattern[str]
    people: frozenset[str]
    person_noun: re.Pattern[str]
    not_persons: frozenset[str]
    referendum: re.Pattern[str]
    """Votes that do bear on how two parties get on."""
    loose_measures: frozenset[str]
    uncounted: frozenset[str]


@dataclass(frozen=True, slots=True)
class Field:
    """A field of cooperation."""

    key: str
    label: str
    words: re.Pattern[str]


def series_entries() -> dict[str, Any]:
    """The entries of all files of the series as they stand in the data, in their order: the first whose wording fits wins."""
    return {key: entry for file in names_in(FOLDER, ".yaml") for key, entry in read_yaml(file).items()}


@cache
def series_rules() -> SeriesRules:
    """The shipped series. Raises DataError naming an entry that is wrong."""
    entries = series_entries()
    series = tuple(_series(key, entry) for key, entry in entries.items())
    by_noun: dict[str, Series] = {}
    for one in series:
        for noun in sorted(one.nouns):
            by_noun.setdefault(noun, one)
    classes = sorted({unit for one in series for unit in one.units} | {"percent"})
    words = {unit: _words(unit, series, entries) for unit in classes}
    verbs = _word(verb for entry in entries.values() for verb in entry.get("verbs", ()))
    return SeriesRules(series, by_noun, {unit: pattern for unit, pattern in words.items() if pattern is not None}, verbs)


@cache
def harms() -> frozenset[str]:
    """The keys of the series that count whom a thing befell: the toll of one event, which no period adds to."""
    return frozenset(one.key for one in series_rules().series if one.roles == HARMED)


@cache
def series_keys() -> Mapping[str, str]:
    """The key of each series by its label."""
    return {one.label: one.key for one in series_rules().series}


@cache
def figure_rules() -> FigureRules:
    """The shipped English wording of figures."""
    english = read_yaml("patterns/en/figures.yaml")
    reporters = (p.replace("{name}", english["name"]).replace("{body}", english["body"]) for p in english["reporters"])
    word = {
        name: _word(english[name])
        for name in (
            "present",
            "yearly",
            "planned",
            "hypothetical",
            "denied",
            "targets",
            "shares",
            "rise_verbs",
            "fall_verbs",
            "referendum",
        )
    }
    return FigureRules(
        reporters=tuple(re.compile("(?i)" + spaced(pattern)) for pattern in reporters),
        reporter_gate=tuple(english["reporter_gate"]),
        not_reporters=frozenset(english["not_reporters"]),
        numbered=_end(english["numbered"]),
        rises=_end(english["rises"]),
        falls=_end(english["falls"]),
        rises_after=_start(english["rises_after"]),
        falls_after=_start(english["falls_after"]),
        factors_after=_start(english["factors_after"]),
        shares_after=_start(english["shares_after"]),
        percent_noise=_word(english["percent_noise"]),
        money_noise=_word(english["money_noise"]),
        carriers=_word(english["carriers"]),
        compared=_end(english["compared"]),
        perfect=re.compile(spaced(english["perfect"])),
        superlative_since=re.compile(spaced(english["superlative_since"])),
        person_noun=re.compile(english["person_noun"]),
        not_persons=frozenset(english["not_persons"]),
        people=frozenset(english["people"]),
        loose_measures=frozenset(english["loose_measures"]),
        uncounted=frozenset(english["uncounted"]),
        **word,
    )


@cache
def fields() -> tuple[Field, ...]:
    """The fields of cooperation, in the order of the vocabulary."""
    return tuple(Field(key, entry["label"], _word(entry["words"])) for key, entry in read_yaml("vocabulary/fields.yaml").items())


def fields_in(text: str) -> tuple[str, ...]:
    """The keys of the fields of cooperation that ``text`` words, in the order of the vocabulary."""
    return tuple(field.key for field in fields() if field.words.search(text))


@lru_cache(maxsize=4096)
def unit_class(unit: str | None) -> str:
    """The class that series are looked up by: ``money``, ``percent``, ``rank``, a measure, else ``count``."""
    rules = unit_rules()
    if unit is None:
        return MONEY
    if unit in rules.codes or any(contested.word.match(unit) for contested in rules.contested):
        return MONEY
    return unit if unit in ("percent", "rank") or unit in rules.measures else COUNT


def _series(key: str, entry: Mapping[str, Any]) -> Series:
    if entry["roles"] not in ROLES or entry["time"] not in ("flow", "stock"):
        raise DataError(f"data/vocabulary/series: {key}: roles or time is none of those explained at its top")
    return Series(
        key=key,
        label=entry["label"],
        field=entry["field"],
        units=frozenset(entry["units"]),
        stock=entry["time"] == "stock",
        roles=entry["roles"],
        unit=entry.get("unit"),
        nouns=frozenset(entry.get("nouns", ())),
        verbs=_word(entry["verbs"]) if "verbs" in entry else None,
        near=_word(entry["near"]) if "near" in entry else None,
        before_trap=tuple(entry.get("before_trap", ())),
        persons=flag(entry, "persons", f"data/vocabulary/series: {key}"),
        yearly=flag(entry, "yearly", f"data/vocabulary/series: {key}"),
        least=float(entry.get("least", 0)),
    )


def _words(unit: str, series: tuple[Series, ...], entries: Mapping[str, Any]) -> re.Pattern[str] | None:
    groups = []
    for index, one in enumerate(series):
        relative = unit == "percent" and MONEY in one.units and entries[one.key].get("relative", True)
        wanted = unit in one.units or relative
        words = entries[one.key].get("words", [])
        if wanted and words:
            trap = rf"(?![\s-]+(?:{'|'.join(entries[one.key]['trap'])})\b)" if "trap" in entries[one.key] else ""
            groups.append(rf"(?P<s{index}>(?:{'|'.join(words)})\b{trap})")
    return re.compile(spaced(rf"(?i)(?<![\w-])(?:{'|'.join(groups)})")) if groups else None


def _word(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile(spaced(rf"(?i)(?<![\w-])(?:{'|'.join(words)})(?![\w-])"))


def _end(words: Iterable[str]) -> re.Pattern[str]:
    """Matches wording that stands at the end of a string."""
    return re.compile(spaced(rf"(?i)(?<![\w-])(?:{'|'.join(words)})") + r"\s*\Z")


def _start(words: Iterable[str]) -> re.Pattern[str]:
    """Matches wording that stands at the start of what follows."""
    return re.compile(spaced(rf"(?i)[\s,(]*(?:{'|'.join(words)})(?!\w)"))
