"""Firms that are named like persons: known by what a document says of them, all uses taken together ("Ford shares", "the rival Ford")."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache

from detente.extract.actors.names import Run
from detente.rules.actors import actor_words, wording
from detente.rules.names import name_words

ENOUGH = 2
"""Uses as a firm's from which a name without a title is a firm's wherever it stands."""
_WORD_BEFORE = re.compile(r"([A-Za-z']+)([ (-])$")
_NAME_BEFORE = re.compile(r"([A-Z][A-Za-z]+)(?:,| and| or|,? and) $")
_NAME_AFTER = re.compile(r"(?:,| and| or|,? and) ([A-Z][A-Za-z]+)(?: ([A-Z][A-Za-z]+))?")
_NEXT_WORD = re.compile(r"(?: ?'s)? ([A-Za-z]+)")
_REACH = 60


def firms_of(text: str, runs: Sequence[Run]) -> frozenset[tuple[str, ...]]:
    """The names that the document mostly gives a firm. One use with a courtesy title makes it a person's."""
    uses: Counter[tuple[str, ...]] = Counter()
    titled = {run.words for run in runs if run.title is not None}
    for run in runs:
        if len(run.words) == 1 and run.words not in titled and is_firm(text, run):
            uses[run.words] += 1
    return frozenset(words for words, number in uses.items() if number >= ENOUGH)


def is_firm(text: str, run: Run) -> bool:
    """Whether one use is a firm's: "the planemaker Boeing", "Boeing Co", "Boeing said it would", "Boeing and Airbus"."""
    before = text[max(0, run.start - _REACH) : run.start]
    word = _WORD_BEFORE.search(before)
    if word is not None and _singular(word[1].lower()) in actor_words("toward_firms"):
        return True
    rest = text[run.end : run.end + _REACH]
    after = _NEXT_WORD.match(rest)
    if after is not None and after[1] in actor_words("firm_words"):
        return True
    return _thing_told().match(rest) is not None or _beside_firm(before, rest)


def _beside_firm(before: str, rest: str) -> bool:
    """Whether the name stands in a row with a firm's: "*General Motors* and Ford"."""
    earlier, later = _NAME_BEFORE.search(before), _NAME_AFTER.match(rest)
    if earlier is not None and (earlier[1] in name_words().firms or earlier[1] in name_words().firm_heads):
        return True
    return later is not None and (later[1] in name_words().firms or later[2] in name_words().firm_heads)


def _singular(word: str) -> str:
    return word.removesuffix("s")


@cache
def _thing_told() -> re.Pattern[str]:
    """Matches behind a name what is told of a thing and not of a person: "said on Monday it"."""
    return re.compile(rf" (?:{'|'.join(wording()['thing_deeds'])})(?: [a-z]+){{0,2}} its?\b")
