"""The words and patterns of time expressions, loaded from ``data/patterns/<language>/times`` and compiled once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache, partial
from typing import Any, NamedTuple

from detente.model.errors import DataError
from detente.rules.files import read_yaml
from detente.rules.sequences import Compiler, Sequence, Symbols, literal_class, literals, split_items

_TRIGGER_CLASSES = (
    *(
        "MONTH",
        "WEEKDAY",
        "SEASON",
        "UNIT",
        "PART",
        "DEICTIC",
        "FREQ",
        "VAGUE",
        "BYGONE",
        "HOLIDAY",
        "ERA",
        "DECADEWORD",
        "AMPM",
        "TRIGGER",
    ),
)
"""A time expression holds a word of one of these classes or a telling shape; text without either is never looked at closer."""
_SHAPE_TRIGGERS = (
    r"[0-9]{4}(?![0-9])",
    r"[0-9]{1,2}(?:st|nd|rd|th)(?![a-z])",
    r"[0-9]{1,4}[./-][0-9]{1,2}[./-][0-9]",
    r"[0-9]{1,2}:[0-9]{2}",
    r"[0-9]0['’]?s(?![a-z])",
    r"['’][0-9]{2}(?![0-9a-z])",
    r"[qh][1-4](?![0-9a-z])",
    r"[1-4][qh]['’]?[0-9]{2}(?![0-9])",
    r"[fc]y ?['’]?(?:[0-9]{4}|[0-9]{2})(?![0-9])",
    r"(?:in|by|since|until) [0-9]{3}(?![0-9])",
)
# Words first: most tokens are words, and every alternative before them costs each word a try.
_LEXER = re.compile(
    r"""
      (?P<zone>\((?:utc|gmt)\s?(?:[-+−–]\s?[0-9]{1,2}(?::?[0-9]{2})?)?\)|(?:utc|gmt)\s?[-+−–]\s?[0-9]{1,2}(?::?[0-9]{2})?(?![0-9]))
    | (?P<code>[qh][1-4](?![0-9a-z])|[1-4][qh](?=['’]?[0-9]|\s[0-9]{4}))
    | (?P<abbreviation>[ap]\.m\b\.?|b\.c\b\.?(?:e\b\.?)?|a\.d\b\.?)
    | (?P<word>[^\W\d_]+)
    | (?P<iso>[0-9]{4}-[0-9]{2}-[0-9]{2}(?:t[0-9]{2}:[0-9]{2}(?::[0-9]{2})?z?)?(?![0-9]))
    | (?P<numeric>(?:[0-9]{4}[./-][0-9]{1,2}[./-][0-9]{1,2}|[0-9]{1,2}[./-][0-9]{1,2}[./-](?:[0-9]{4}|[0-9]{2})
        |[0-9]{1,2}\.[ ][0-9]{1,2}\.[ ][12][0-9]{3})(?![0-9]))
    | (?P<clock>[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?![0-9])|[0-9]{1,2}\.[0-5][0-9](?=\s?[ap]\.?m\b))
    | (?P<decade>[0-9]{2,3}0['’]?s(?![a-z]))
    | (?P<decade2>['’]?[1-9]0['’]?s(?![a-z]))
    | (?P<ordnum>[0-9]{1,4}(?:st|nd|rd|th)(?![a-z]))
    | (?P<big>[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?(?![0-9]))
    | (?P<decimal>[0-9]+\.[0-9]+)
    | (?P<num>[0-9]+)
    | (?P<shortyear>['’][0-9]{2}(?![0-9a-z]))
    | (?P<blank>\n[ \t\r]*\n\s*)
    | (?P<dash>[-‐-―−])
    | (?P<other>[^\s])
    """,
    re.VERBOSE,
)
_WORDY = frozenset(("word", "other", "abbreviation"))
_COMMON = frozenset(("all", "feast", "human", "international", "st", "ve", "v"))
"""First words of feasts that are too common to stop at; another word of the feast ("day") does it."""
_LAST_YEAR = 2199
"""Four digits above this are a number, not a year."""


class Token(NamedTuple):
    """A word, number or mark with its place in the text and its value in each class it belongs to."""

    start: int
    end: int
    word: str
    symbol: str
    values: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class TimePattern:
    """One way to write a time: its compiled sequence, what kind of time it is, and what it fixes besides what it captures."""

    sequence: Sequence
    kind: str
    guard: str | None = None
    fixed: Mapping[str, Any] = field(default_factory=dict)
    skip: int = 0
    """Words at the beginning that must be there and are not part of the expression."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A known word: its symbol and values, and those it has when written without a capital."""

    symbol: str
    values: Mapping[str, Any]
    lower_symbol: str
    lower_values: Mapping[str, Any]


class Surroundings:
    """Named sequences that may stand right in front of something."""

    def __init__(self, compiler: Compiler, rules: Iterable[tuple[str, list[str]]]) -> None:
        found = [(name, compiler.compile(name, items).regex.pattern) for name, items in rules]
        self._rules = tuple((name, re.compile(rf"(?:{regex})\Z")) for name, regex in found)
        self._any = re.compile(rf"(?:{'|'.join(regex for _, regex in found) or '(?!)'})\Z")

    def ending(self, symbols: str) -> tuple[int, str | None]:
        """How many symbols at the end the longest sequence takes, and its name; 0 and None when there is none."""
        best, name = 0, None
        if self._any.search(symbols) is None:
            return best, name
        for rule, regex in self._rules:
            match = regex.search(symbols)
            if match is not None and len(match[0]) > best:
                best, name = len(match[0]), rule
        return best, name


class TimeGrammar:
    """Everything that finding and reading times in one language needs."""

    def __init__(
        self,
        words: Mapping[str, Any],
        patterns: Mapping[str, Any],
        context: Mapping[str, Any],
        anchored: Mapping[str, Any],
        feasts: Mapping[str, Any],
    ) -> None:
        self.symbols = Symbols()
        self.context = context
        self.anchored = anchored
        self.eras = {name: (row["since"], row.get("until")) for row in anchored["eras"] for name in row["names"]}
        """When each time that has a name began, and when it was over."""
        self.around = {name: frozenset(words) for name, words in context["around"].items()}
        self.joints = {name: re.compile(regex, re.IGNORECASE) for name, regex in (*context["joints"].items(), *context["tense"].items())}
        rows = [dict(row) for row in patterns["patterns"]] + _feasts(feasts["feasts"])
        macros = patterns["macros"]
        for row in rows:
            row["items"] = split_items(row["match"], macros)
        self._rules = {group: _rules(context[group], macros) for group in ("modifiers", "bounds")}
        used = {w for row in rows for w in literals(row["items"])}
        used |= {w for rules in self._rules.values() for _, items in rules for w in literals(items)}
        used |= {w for group in ("connectors", "before", "after") for names in context.get(group, {}).values() for w in names}
        self.entries = self._enter(words, used)
        self._plain = self.symbols.of(("OTHER",))
        self._nothing: Mapping[str, Any] = {}
        self.cap = self.symbols.of(("CAP",))
        for sample in _samples():
            self.symbols.of(_shape(*sample))
        self._blank, self._dash = self.symbols.of(("BREAK",)), self.symbols.of(("DASH", literal_class("-")))
        compiler = Compiler(self.symbols)
        self.patterns = tuple(_pattern(compiler, row) for row in rows)
        self.modifiers = Surroundings(compiler, self._rules["modifiers"])
        self.bounds = Surroundings(compiler, self._rules["bounds"])
        self.by_first = self._index()
        self.openings = re.compile(f"[{''.join(sorted(self.by_first))}]")
        self.gate = _gate(words, (name.split()[0] for row in feasts["feasts"] for name in row["names"]))

    def _enter(self, words: Mapping[str, Any], used: set[str]) -> dict[str, Entry]:
        capitalised = set(words["capitalised"])
        values: dict[str, dict[str, Any]] = {}
        for name, members in words.items():
            if isinstance(members, dict):
                for word, value in members.items():
                    values.setdefault(str(word), {})[name] = value
        for word in sorted(used):
            values.setdefault(word, {})
        entries = {}
        for word, of in values.items():
            lower = {k: v for k, v in of.items() if k not in ("MONTH", "WEEKDAY")} if word in capitalised else of
            mark = [literal_class(word)] if word in used else []
            entries[word] = Entry(self.symbols.of([*of, *mark]), of, self.symbols.of([*lower, *mark]), lower)
        return entries

    def _index(self) -> dict[str, tuple[re.Pattern[str], tuple[TimePattern, ...]]]:
        lists: dict[str, list[TimePattern]] = {}
        for pattern in self.patterns:
            for symbol in sorted(pattern.sequence.first):
                lists.setdefault(symbol, []).append(pattern)
        return {
            symbol: (re.compile("|".join(f"(?:{p.sequence.regex.pattern})" for p in found)), tuple(found))
            for symbol, found in lists.items()
        }

    def lex(self, text: str, low: str, start: int, end: int) -> list[Token]:
        """The tokens of ``text[start:end]``; ``low`` is the text in lower case, of the same length."""
        tokens: list[Token] = []
        add, make = tokens.append, partial(tuple.__new__, Token)  # half the cost of Token(...), which is called for every word
        entries, nothing = self.entries, self._nothing
        for match in _LEXER.finditer(low, start, end):
            at, to = match.span()
            word, kind = match[0], match.lastgroup
            if kind in _WORDY:
                entry = entries.get(word)
                capital = text[at] != low[at]
                if entry is None:
                    add(make((at, to, word, self.cap if capital else self._plain, nothing)))
                elif capital:
                    add(make((at, to, word, entry.symbol, entry.values)))
                else:
                    add(make((at, to, word, entry.lower_symbol, entry.lower_values)))
            elif kind == "blank":
                add(make((at, to, word, self._blank, nothing)))
            elif kind == "dash":
                add(make((at, to, "-", self._dash, nothing)))
            else:
                values = _shape(kind or "", word)
                add(make((at, to, word, self._symbol_of_shape(kind or "", word), values)))
        return tokens

    @lru_cache(maxsize=4096)  # noqa: B019 - a grammar lives as long as the process
    def _symbol_of_shape(self, kind: str, word: str) -> str:
        return self.symbols.of(_shape(kind, word))


@lru_cache(maxsize=4096)
def _shape(kind: str, word: str) -> Mapping[str, Any]:
    if kind == "num":
        return _number_shape(word)
    if kind in ("big", "decimal"):
        number = float(word.replace(",", ""))
        return {"NUM": int(number) if number == int(number) else number}
    if kind == "ordnum":
        return {"ORDNUM": int(word[:-2])}
    if kind == "decade":
        return {"DECADE": int(re.sub(r"\D", "", word))}
    if kind == "decade2":
        return {"DECADE2": int(re.sub(r"\D", "", word))}
    if kind == "shortyear":
        return {"SHORTYEAR": int(word[1:])}
    if kind == "code":
        return {"QUARTERCODE" if "q" in word else "HALFCODE": int(word.strip("qh"))}
    if kind == "zone":
        return {"ZONE": _offset(word)}
    return {kind.upper(): word}


def _offset(word: str) -> str:
    """How far a clock is from Greenwich, as ISO 8601 writes it: "+07:00" for "(GMT+7)"."""
    digits = re.sub(r"\D", "", word)
    if not digits:
        return "Z"
    hours, minutes = (digits[:-2], digits[-2:]) if len(digits) > 2 else (digits, "00")
    return f"{'+' if '+' in word else '-'}{int(hours):02d}:{minutes}"


def _number_shape(word: str) -> Mapping[str, Any]:
    if len(word) > 15:
        return {"LONGNUM": word}
    number = int(word)
    values: dict[str, Any] = {"NUM": number}
    if 1 <= number <= 31 and len(word) <= 2:
        values["DAY"] = number
    if len(word) == 2:
        values["TWO"] = number
    if len(word) == 4 and 1000 <= number <= _LAST_YEAR:
        values["YEAR"] = number
    if len(word) == 4 and number < 2400 and number % 100 < 60:
        values["HHMM"] = word
    if len(word) <= 3 and number > 0:
        values["SMALLYEAR"] = number
    return values


def _samples() -> Iterator[tuple[str, str]]:
    for number in (
        "0",
        "1",
        "31",
        "32",
        "00",
        "01",
        "99",
        "100",
        "000",
        "0000",
        "0800",
        "0899",
        "1000",
        "1099",
        "1830",
        "2200",
        "2300",
        "9999",
    ):
        yield "num", number
    yield "num", "1" * 16
    yield from (("big", "1,000"), ("decimal", "1.5"), ("ordnum", "11th"), ("decade", "1970s"), ("decade2", "70s"), ("shortyear", "'39"))
    yield from (("code", "q1"), ("code", "h1"), ("iso", "2025-07-08"), ("numeric", "8/7/2025"), ("clock", "19:42"), ("zone", "utc+7"))


def _rules(group: Any, macros: Mapping[str, str]) -> list[tuple[str, list[str]]]:
    rules: list[tuple[str, list[str]]] = []
    for name, matches in group.items():
        rules.extend((name, split_items(match, macros)) for match in matches)
    return rules


def _pattern(compiler: Compiler, row: Mapping[str, Any]) -> TimePattern:
    fixed = dict(row.get("set", {}))
    if "value" in row:
        fixed["value"] = row["value"]
    unknown = set(row) - {"name", "kind", "match", "items", "guard", "set", "value", "skip"}
    if unknown:
        raise DataError(f"times: pattern {row['name']}: what is {sorted(unknown)}?")
    return TimePattern(compiler.compile(row["name"], row["items"]), row["kind"], row.get("guard"), fixed, row.get("skip", 0))


def _feasts(rows: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """A pattern for each way to write a feast: its name, then a part of the day and a year where they are told."""
    found = []
    for row in rows:
        fixed = {"holiday": row["on"], "shift": row.get("shift", 0), "days": row.get("days", 1)}
        for name in row["names"]:
            match = f"{name} ( eve=eve )? part=PART? ( ( , | of | in )? ( year=YEAR | yearref=REL year ) )?"
            found.append({"name": "feast", "kind": "holiday", "guard": "holiday", "set": fixed, "match": match})
    return found


def _gate(words: Mapping[str, Any], feasts: Iterable[str]) -> re.Pattern[str]:
    found = sorted({*(str(word) for name in _TRIGGER_CLASSES for word in words.get(name, ())), *feasts} - _COMMON)
    by_letter: dict[str, list[str]] = {}
    for word in found:
        by_letter.setdefault(word[0], []).append(re.escape(word[1:]).replace(r"\ ", r"\s+"))
    branches = (f"{letter}(?:{'|'.join(sorted(rest, reverse=True))})" for letter, rest in by_letter.items())
    return re.compile(rf"(?<![^\W_])(?:(?:{'|'.join(branches)})(?![^\W_])|{'|'.join(_SHAPE_TRIGGERS)})")


@lru_cache(maxsize=8)
def time_grammar(language: str = "en") -> TimeGrammar:
    """The grammar of a language, compiled on first use. Raises DataError when a data file is wrong or missing."""
    folder = f"patterns/{language}/times"
    words, patterns, context, anchored, feasts = (
        read_yaml(f"{folder}/{name}.yaml") for name in ("words", "patterns", "context", "anchored", "feasts")
    )
    return TimeGrammar(words, patterns, context, anchored, feasts)
