"""What only looks like a time: refused here, each for a reason that can be read off the words around it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from detente.rules.times import TimeGrammar, TimePattern, Token

_OLDEST_BARE_YEAR = 1400
"""A bare number below this is a year only after a word that leads to one."""
_YEAR_LEADS = frozenset(
    (
        "in",
        "of",
        "since",
        "by",
        "from",
        "until",
        "till",
        "to",
        "during",
        "before",
        "after",
        "between",
        "and",
        "early",
        "late",
        "mid",
        "-",
        "(",
    )
)
_COUNTING = frozenset(
    ("than", "over", "nearly", "some", "almost", "least", "most", "about", "around", "approximately", "roughly", "another", "up")
)
_SEASON_LEADS = frozenset(
    ("in", "that", "during", "by", "of", "since", "until", "through", "throughout", "early", "late", "mid", "over", "next", "last")
)
_HOLIDAY_LEADS = frozenset(
    (
        "at",
        "on",
        "by",
        "before",
        "until",
        "till",
        "during",
        "since",
        "after",
        "for",
        "of",
        "over",
        "around",
        "this",
        "last",
        "next",
        "every",
    )
)
_FUNCTION = frozenset(
    (
        "and",
        "or",
        "to",
        "the",
        "in",
        "when",
        "he",
        "she",
        "it",
        "they",
        "a",
        "an",
        "at",
        "with",
        "but",
        "while",
        "as",
        "after",
        "before",
        "both",
        "was",
        "were",
        "had",
    )
    + (
        "has",
        "have",
        "is",
        "are",
        "by",
        "for",
        "from",
        "his",
        "her",
        "their",
        "its",
        "this",
        "that",
        "would",
        "will",
        "on",
        "not",
        "also",
        "which",
        "who",
        "where",
    )
    + (
        "until",
        "during",
        "under",
        "against",
        "then",
        "there",
        "these",
        "those",
        "into",
        "over",
        "because",
        "since",
        "so",
        "thus",
        "onwards",
        "onward",
        "alone",
        "saw",
        "following",
        "between",
    )
)
_PART_LEADS = frozenset(("in", "that", "during", "by", "at", "until", "till", "this", "of", "before", "after", "late", "through", "all"))
_UNITS_LEADS = frozenset(
    (
        "for",
        "in",
        "within",
        "after",
        "of",
        "over",
        "take",
        "took",
        "lasted",
        "lasting",
        "last",
        "only",
        "just",
        "with",
        "by",
        "until",
        "spent",
        "few",
        "into",
    )
)
_UNITS_AFTER = frozenset(("of", "before", "after", "later", "earlier", "ago"))


def passes(grammar: TimeGrammar, pattern: TimePattern, tokens: list[Token], at: int, end: int, fields: Mapping[str, Any]) -> bool:
    """Whether the words from ``at`` to ``end`` are the time that ``pattern`` takes them for."""
    before = _word_before(tokens, at)
    after = tokens[end].word if end < len(tokens) else ""
    if not _days_fit(fields) or (
        at and tokens[at].word[0].isdigit() and tokens[at].start == tokens[at - 1].end and tokens[at - 1].word.isalpha()
    ):
        return False
    named = _GUARDS.get(pattern.sequence.name) or _GUARDS.get(pattern.guard or "")
    return named is None or named(grammar, tokens, at, end, before, after)


def _word_before(tokens: list[Token], at: int) -> str:
    """The word in front; across a blank line only where a word in lower case shows that the sentence was broken there."""
    if at > 1 and tokens[at - 1].word.isspace() and tokens[at - 2].word.isalpha():
        return tokens[at - 2].word
    return tokens[at - 1].word if at else ""


def _weekday(grammar: TimeGrammar, tokens: list[Token], at: int, end: int, before: str, after: str) -> bool:
    return before not in grammar.context["weekday_not_after"] and after not in grammar.context["weekday_not_before"]


def _days_fit(fields: Mapping[str, Any]) -> bool:
    return all(1 <= fields[k] <= 31 for k in ("day", "day2") if isinstance(fields.get(k), int)) and 1 <= fields.get("quarter", 1) <= 4


def _year(grammar: TimeGrammar, tokens: list[Token], at: int, end: int, before: str, after: str) -> bool:
    refused = grammar.context["not_a_year"]
    if before in refused["before"] or after in refused["after"]:
        return False
    year = tokens[at].values.get("YEAR", 0)
    two_before = tokens[at - 2] if at > 1 else None
    if before == "." and two_before is not None and two_before.word in refused["before"]:
        return False
    if before == "-" and two_before is not None and "NUM" in two_before.values and "YEAR" not in two_before.values:
        return False
    if (end < len(tokens) and tokens[end].start == tokens[end - 1].end and _sticks(after[0])) or (
        at and tokens[at].start == tokens[at - 1].end and _sticks(before[-1])
    ):
        return False
    counted = len(after) > 3 and after.isalpha() and after.endswith("s") and after not in _FUNCTION and tokens[end].symbol != grammar.cap
    if counted and (before in _COUNTING or (before not in _YEAR_LEADS and before not in ("the", "a", "s", "his", "its", "their"))):
        return False
    return year >= _OLDEST_BARE_YEAR or before in _YEAR_LEADS


def _sticks(mark: str) -> bool:
    """Whether a character that touches a number makes it part of something else ("A320", "1995%", "$2000")."""
    return mark.isalnum() or mark in "%$€£¥#@_&*=+"


def _month(grammar: TimeGrammar, tokens: list[Token], at: int, end: int, before: str, after: str) -> bool:
    return tokens[at].word not in grammar.context["ambiguous_months"] or before in grammar.context["month_after"]


def _ordinal_day(grammar: TimeGrammar, tokens: list[Token], at: int, end: int, before: str, after: str) -> bool:
    if tokens[at].word != "the" or before not in grammar.context["ordinal_after"]:
        return False
    return not _is_noun(after)


def _season(grammar: TimeGrammar, tokens: list[Token], at: int, end: int, before: str, after: str) -> bool:
    word, definite = tokens[end - 1].word, tokens[at].word == "the"
    named = end < len(tokens) and tokens[end].symbol == grammar.cap
    if word == "fall":
        return definite and before in _SEASON_LEADS and (not after.isalpha() or after in ("and", "or"))
    if word in ("spring", "springtime"):
        return (definite and after != "of") or before in _SEASON_LEADS or (before == "the" and named)
    return not named or before in _SEASON_LEADS


def _holiday(grammar: TimeGrammar, tokens: list[Token], at: int, end: int, before: str, after: str) -> bool:
    named = end < len(tokens) and tokens[end].symbol == grammar.cap
    return end - at > 1 or (before in _HOLIDAY_LEADS and not named)


def _to_date(grammar: TimeGrammar, tokens: list[Token], at: int, end: int, before: str, after: str) -> bool:
    return not after.isalpha() or after in ("have", "has", "had", "is", "are", "and")


def _bc_year(grammar: TimeGrammar, tokens: list[Token], at: int, end: int, before: str, after: str) -> bool:
    """A bare number of three digits is a year before Christ in a text that counts such years; the caller knows whether it does."""
    small = tokens[at].values["SMALLYEAR"]
    return 100 <= small <= 999 and before in ("in", "by", "since", "until", "till", "during", "of", "early", "late") and not _is_noun(after)


def _is_noun(word: str) -> bool:
    return word.isalpha() and word not in _FUNCTION


def _part(grammar: TimeGrammar, tokens: list[Token], at: int, end: int, before: str, after: str) -> bool:
    return tokens[at].word in ("the", "one", "early", "late") or before in _PART_LEADS


def _bare_units(grammar: TimeGrammar, tokens: list[Token], at: int, end: int, before: str, after: str) -> bool:
    return before in _UNITS_LEADS or after in _UNITS_AFTER


def _duration(grammar: TimeGrammar, tokens: list[Token], at: int, end: int, before: str, after: str) -> bool:
    """A single unit with an article is a length of time only where it is not a rate or a figure of speech."""
    word = tokens[end - 1].word
    if word.startswith("quarter"):
        return any(token.word in ("consecutive", "straight", "successive") for token in tokens[at:end])
    if word in ("second", "seconds", "min", "night", "minute") and tokens[at].word in ("a", "the", "another"):
        return False
    return before not in ("$", "%")


_Guard = Callable[[TimeGrammar, list[Token], int, int, str, str], bool]
_GUARDS: Mapping[str, _Guard] = {
    "year_only": _year,
    "month_only": _month,
    "weekday_only": _weekday,
    "ordinal_day": _ordinal_day,
    "season": _season,
    "part": _part,
    "bare_units": _bare_units,
    "holiday": _holiday,
    "to_date": _to_date,
    "bc_year": _bc_year,
    "duration": _duration,
}
