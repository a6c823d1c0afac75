"""What only looks like a time: refused here, each for a reason that can be read off the words around it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from detente.rules.times import TimeGrammar, TimePattern, Token

_OLDEST_BARE_YEAR = 1400
"""A bare number below this is a year only after a word that leads to one."""
_MOST_GROUPS = 6
"""Groups of digits that a telephone number has."""
_BARE_BC = range(100, 1000)
"""Numbers that may be years before Christ without saying so."""
_SHORTEST_PLURAL = 4
_LAST_DAY, _MONTHS = 31, 12
_SEPARATORS = re.compile(r"[./-]")


@dataclass(frozen=True, slots=True)
class Place:
    """Some words that may be a time, and their neighbours ("" at the end of the text)."""

    grammar: TimeGrammar
    tokens: list[Token]
    at: int
    end: int
    before: str
    after: str

    @property
    def first(self) -> str:
        """The first word."""
        return self.tokens[self.at].word

    @property
    def last(self) -> str:
        """The last word."""
        return self.tokens[self.end - 1].word

    @property
    def name_follows(self) -> bool:
        """Whether an unknown word with a capital follows."""
        return self.end < len(self.tokens) and self.tokens[self.end].symbol == self.grammar.cap

    @property
    def noun_follows(self) -> bool:
        """Whether a word follows that is no function word."""
        return self.after.isalpha() and not self.near("function", self.after)

    def near(self, question: str, word: str) -> bool:
        """Whether ``word`` is in the list of the data file that is named by ``question``."""
        return word in self.grammar.around[question]


def passes(grammar: TimeGrammar, pattern: TimePattern, tokens: list[Token], at: int, end: int, fields: Mapping[str, Any]) -> bool:
    """Whether the words from ``at`` to ``end`` are the time that ``pattern`` takes them for."""
    if not _days_fit(fields) or _is_tail_of_word(grammar, tokens, at):
        return False
    guard = _GUARDS.get(pattern.sequence.name) or _GUARDS.get(pattern.guard or "")
    if guard is None:
        return True
    return guard(Place(grammar, tokens, at, end, word_before(tokens, at), tokens[end].word if end < len(tokens) else ""))


def _is_tail_of_word(grammar: TimeGrammar, tokens: list[Token], at: int) -> bool:
    """The digits of "A320", but not those of "FY2024"."""
    if not tokens[at].word[0].isdigit() or not _touches(tokens, at):
        return False
    return tokens[at - 1].word.isalpha() and tokens[at - 1].word not in grammar.around["fiscal"]


def word_before(tokens: list[Token], at: int) -> str:
    """The word in front; across a blank line only a word, since a sentence may be broken there."""
    if at > 1 and tokens[at - 1].word.isspace() and tokens[at - 2].word.isalpha():
        return tokens[at - 2].word
    return tokens[at - 1].word if at else ""


def _days_fit(fields: Mapping[str, Any]) -> bool:
    days = all(1 <= fields[k] <= 31 for k in ("day", "day2") if isinstance(fields.get(k), int))
    return days and 1 <= fields.get("quarter", 1) <= 4


def _touches(tokens: list[Token], at: int) -> bool:
    """Whether no space stands in front of a token."""
    return 0 < at < len(tokens) and tokens[at].start == tokens[at - 1].end


def _sticks(mark: str) -> bool:
    """Whether a character that touches a number makes it part of something else ("A320", "1995%", "$2000")."""
    return mark.isalnum() or mark in "%$€£¥#@_&*=+"


def _year(place: Place) -> bool:
    year = place.tokens[place.at].values.get("YEAR", 0)
    if _names_a_thing(place) or _is_glued(place) or _is_counted(place):
        return False
    return year >= _OLDEST_BARE_YEAR or place.near("old_year_leads", place.before)


def _names_a_thing(place: Place) -> bool:
    """ "Resolution 1973", "No. 1999", "2000 soldiers", the last part of a telephone number."""
    refused = place.grammar.context["not_a_year"]
    if place.before in refused["before"] or place.after in refused["after"] or _ends_long_number(place):
        return True
    earlier = place.tokens[place.at - 2] if place.at > 1 else None
    if earlier is None:
        return False
    if place.before == ".":
        return earlier.word in refused["before"]
    return place.before == "-" and "NUM" in earlier.values and "YEAR" not in earlier.values


def _ends_long_number(place: Place) -> bool:
    """Whether only groups of digits stand in front, and one of them is no year ("+84 1900 1999")."""
    for token in reversed(place.tokens[max(0, place.at - _MOST_GROUPS) : place.at]):
        if not token.word.isdigit():
            return bool(token.word == "+" and token.end < place.tokens[place.at].start)
        if "YEAR" not in token.values:
            return True
    return False


def _is_glued(place: Place) -> bool:
    behind = _touches(place.tokens, place.end) and _sticks(place.after[0])
    if place.near("fiscal", place.before):
        return behind
    return behind or (_touches(place.tokens, place.at) and _sticks(place.tokens[place.at - 1].word[-1]))


def _is_counted(place: Place) -> bool:
    """A number of things: a plural follows, and what stands in front does not lead to a year."""
    after = place.after
    plural = len(after) >= _SHORTEST_PLURAL and after.endswith("s") and place.noun_follows and not place.name_follows
    if not plural:
        return False
    return place.near("counting", place.before) or not (place.near("year_leads", place.before) or place.near("owners", place.before))


def _numeric(place: Place) -> bool:
    """Three numbers are a date when some reading of them has a month and a day."""
    parts = [int(part) for part in _SEPARATORS.split(place.first)]
    low, middle, high = (parts[1], parts[2], parts[0]) if parts[0] > _LAST_DAY else parts
    return 1 <= low <= _LAST_DAY and 1 <= middle <= _LAST_DAY and min(low, middle) <= _MONTHS and place.before != "+" and high > 0


def _forward(place: Place) -> bool:
    """ "1964-68" runs forward; "2024-07" is a month."""
    return bool(place.tokens[place.at].values["YEAR"] % 100 < place.tokens[place.end - 1].values["TWO"])


def _iso_month(place: Place) -> bool:
    month = place.tokens[place.end - 1].values["TWO"]
    return 1 <= month <= _MONTHS and month <= place.tokens[place.at].values["YEAR"] % 100 and not _is_glued(place)


def _month(place: Place) -> bool:
    follows = place.end + 1 < len(place.tokens) and "MONTH" in place.tokens[place.end + 1].values
    if follows and place.near("month_joins", place.after):
        return True
    if place.first in place.grammar.context["short_months"] and place.name_follows:
        return False
    return place.first not in place.grammar.context["ambiguous_months"] or place.before in place.grammar.context["month_after"]


def _weekday(place: Place) -> bool:
    context = place.grammar.context
    return place.before not in context["weekday_not_after"] and place.after not in context["weekday_not_before"]


def _ordinal_day(place: Place) -> bool:
    return (
        place.near("definite", place.first)
        and place.before in place.grammar.context["ordinal_after"]
        and (not place.noun_follows or (place.name_follows and place.near("named_after", place.before)))
    )


def _season(place: Place) -> bool:
    definite = place.near("definite", place.first)
    led = place.near("season_leads", place.before) or place.near("of_a_season", place.after)
    if place.near("seasons_needing_both_sides", place.last):
        return definite and led and (not place.after.isalpha() or place.near("season_joins", place.after))
    if place.near("seasons_needing_a_lead", place.last):
        return led or (definite and place.after != "of")
    return led or not place.name_follows


def _holiday(place: Place) -> bool:
    return place.end - place.at > 1 or (place.near("holiday_leads", place.before) and not place.name_follows)


def _to_date(place: Place) -> bool:
    return not place.after.isalpha() or place.near("to_date_followers", place.after)


def _bc_year(place: Place) -> bool:
    """A bare number of three digits is a year before Christ in a text that counts such years; ``keep_counted_years`` sees to that."""
    number = place.tokens[place.at].values["SMALLYEAR"]
    return number in _BARE_BC and place.near("bare_year_leads", place.before) and not place.noun_follows


def _bygone(place: Place) -> bool:
    """Not "the former" of two."""
    return place.noun_follows or not place.near("definite", place.before)


def _present(place: Place) -> bool:
    """ "the present" and no noun that it describes."""
    return place.end - place.at > 2 or not place.noun_follows


def _whole(place: Place) -> bool:
    """ "during the last week", but not "of August"."""
    return not place.near("part_of", place.after)


def _no_year_follows(place: Place) -> bool:
    return place.end == len(place.tokens) or "YEAR" not in place.tokens[place.end].values


def _part(place: Place) -> bool:
    return place.near("part_openers", place.first) or place.near("part_leads", place.before)


def _bare_units(place: Place) -> bool:
    return place.near("units_leads", place.before) or place.near("units_followers", place.after)


def _duration(place: Place) -> bool:
    """A quarter is a part of anything, and "a second" or "a minute" mostly a figure of speech."""
    if place.near("quarters", place.last):
        return any(place.near("in_a_row", token.word) for token in place.tokens[place.at : place.end])
    if place.near("moments", place.last) and place.near("articles", place.first):
        return False
    return place.before not in ("$", "%")


def _glued(place: Place) -> bool:
    """ "4Q23" and "FY24", not "Q3 25"."""
    return _touches(place.tokens, place.end - 1) and not (_touches(place.tokens, place.end) and _sticks(place.after[0]))


def _hours(place: Place) -> bool:
    """ "at 1430 hours", not "1430 hours of film"."""
    return place.near("hour_leads", place.before)


_GUARDS: Mapping[str, Callable[[Place], bool]] = {
    "year_only": _year,
    "numeric_date": _numeric,
    "month_only": _month,
    "weekday_only": _weekday,
    "ordinal_day": _ordinal_day,
    "season": _season,
    "forward": _forward,
    "iso_month": _iso_month,
    "present": _present,
    "bygone": _bygone,
    "whole": _whole,
    "no_year_follows": _no_year_follows,
    "part": _part,
    "bare_units": _bare_units,
    "holiday": _holiday,
    "to_date": _to_date,
    "bc_year": _bc_year,
    "duration": _duration,
    "glued": _glued,
    "hours": _hours,
}
"""By the name of a pattern, or by the guard it names."""
