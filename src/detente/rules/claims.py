"""How a text claims that something was the first of its kind, the third, the largest, or so many years in the making."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from detente.model.folding import words
from detente.rules.files import flag, read_yaml
from detente.rules.units import unit_rules
from detente.rules.wording import spaced

FILE = "patterns/en/claims.yaml"
BEARING = "vocabulary/bearing.yaml"
RECORD = "patterns/en/claims_record.yaml"
_DIGITS = r"\d{1,3}"
_LISTS = ("office", "thing", "deed", "among")


@cache
def claim_patterns() -> tuple[re.Pattern[str], ...]:
    """The patterns that match a claim as written, in any case."""
    data = read_yaml(FILE)
    words = {"{who}": "|".join(data["who"]), "{what}": "|".join(data["what"]), "{rest}": data["rest"]}
    return tuple(re.compile(rf"(?i)\b{spaced(_filled(pattern, words))}") for pattern in data["patterns"])


@cache
def claim_aside() -> re.Pattern[str]:
    """Matches words that part a claim from the deed before it: the claim is about somebody, or of another time."""
    return re.compile(rf"(?i)\b(?:{'|'.join(read_yaml(FILE)['aside'])})\b")


def _filled(pattern: str, words: dict[str, str]) -> str:
    for mark, filling in words.items():
        pattern = pattern.replace(mark, filling)
    return pattern


@cache
def _bearing() -> dict[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    return {kind: (tuple(entry["whole"]), tuple(entry["part"])) for kind, entry in read_yaml(BEARING).items()}


def bearing(kind: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The kinds of event that bear one of ``kind`` out, and those that bear a part of it out."""
    return _bearing().get(kind, ((), ()))


@dataclass(frozen=True, slots=True)
class Anchor:
    """Words that a length of time can be counted from, and the kinds of fact that begin it."""

    pattern: re.Pattern[str]
    kinds: tuple[str, ...]
    named: bool
    """Whether it is known by a name that must agree too: a partnership's, an agreement's."""


@dataclass(frozen=True, slots=True)
class RecordClaims:
    """How claims over a whole relationship are worded."""

    patterns: tuple[tuple[str, re.Pattern[str]], ...]
    """The kind of claim and one wording of it, in the order to try."""
    gate: frozenset[str]
    stop: re.Pattern[str]
    """What ends the clause after a claim, besides punctuation."""
    joined: re.Pattern[str]
    """Words that hold such an end and go on: "between the one and the other"."""
    anchors: tuple[Anchor, ...]
    things: Mapping[str, str]
    """A word for the whole of a relationship, and the word of an anchor that it stands for."""
    deeds: Mapping[str, str]
    """A word in the sentence to the family of what all of a row are said to have done."""
    counted: Mapping[str, str]
    factors: Mapping[str, float]
    years: Mapping[str, int]
    bounds: frozenset[str]
    """Words that bound a first or a third time by something else than a year."""
    own: frozenset[str]
    """Words before a first that leave it among the same people's own."""
    all: re.Pattern[str]
    """Words that set a first among everybody."""
    within: re.Pattern[str]
    """The stretch of time before the deed within which it is a first: groups ``number``, ``unit``."""
    over: re.Pattern[str]
    under: re.Pattern[str]
    """Bound words at the end of a string, right before a number."""


@cache
def record_claims() -> RecordClaims:
    """The shipped file, loaded and compiled once."""
    data = read_yaml(RECORD)
    filling = {f"{{{name}}}": "|".join(data[name]) for name in _LISTS}
    filling |= {"{rest}": data["rest"], "{number}": _number(), "{ordinal}": _ordinal()}
    patterns = tuple(
        (kind, re.compile(rf"(?i)(?<![\w-])(?:{spaced(_filled(pattern, filling))})(?!\w)"))
        for kind, wordings in data["patterns"].items()
        for pattern in wordings
    )
    anchors = tuple(
        Anchor(re.compile(rf"(?i)\b(?:{spaced('|'.join(entry['words']))})"), tuple(entry["kinds"]), flag(entry, "named", FILE))
        for entry in data["anchors"]
    )
    return RecordClaims(
        patterns=patterns,
        gate=frozenset(data["gate"]),
        stop=re.compile(rf"(?i)\s(?:{'|'.join(map(re.escape, data['stops']))})(?=\s|\Z)"),
        joined=re.compile(rf"(?i)\b(?:{spaced(data['joined'])})"),
        anchors=anchors,
        things=data["things"],
        deeds={word: family for family, listed in data["deeds"].items() for word in listed},
        counted=data["counted"],
        factors={word: float(factor) for word, factor in data["factors"].items()},
        years={word: int(number) for word, number in data["years"].items()},
        bounds=frozenset(data["bounds"]),
        own=frozenset(data["own"]),
        all=re.compile(rf"(?i)\b(?:{spaced('|'.join(data['all']))})"),
        within=re.compile(rf"(?i)\b{spaced(_filled(data['within'], filling))}\b"),
        over=re.compile(rf"(?i)\b(?:{spaced('|'.join(data['over']))})\s+\Z"),
        under=re.compile(rf"(?i)\b(?:{spaced('|'.join(data['under']))})\s+\Z"),
    )


def number_of(text: str) -> int | None:
    """A whole number in digits or words ("26", "twenty-six", "third", "30th"); None for anything else."""
    digits = re.match(_DIGITS, text.strip())
    if digits:
        return int(digits.group())
    rules = unit_rules()
    parts = words(text.replace("-", " "))
    values = [rules.ordinals.get(part, rules.words.get(part)) for part in parts]
    known = [value for value in values if value is not None]
    return int(sum(known)) if known and len(known) == len(parts) else None


def _number() -> str:
    """A small whole number as a pattern."""
    listed = "|".join(sorted((word for word, value in unit_rules().words.items() if value >= 1), key=lambda word: (-len(word), word)))
    return rf"{_DIGITS}|(?:{listed})(?:-(?:{listed}))?"


def _ordinal() -> str:
    listed = "|".join(sorted((word for word, value in unit_rules().ordinals.items() if value > 1), key=lambda word: (-len(word), word)))
    return rf"{_DIGITS}(?:st|nd|rd|th)|(?:{listed})"
