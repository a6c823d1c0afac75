"""Times told by who held an office ("during the tenure of President X"), or by the name they go by ("under Doi Moi")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from detente.model.span import Span
from detente.model.timeparse import TimeCandidate
from detente.rules.times import time_grammar

_NAME = r"(?:(?:[A-Z]\w+|[A-Z]\.)(?:[ -](?=[A-Z])|(?![ -][A-Z]))){1,5}"
"""Up to five capitalised words."""
_LONGER_NAME = re.compile(r"\s+[A-Z]")
""" "in the Cold War Museum"."""
_GOES_ON = re.compile(r"\w|\s+of\b")
_LEAD_REACH = 32
"""Characters before a name in which the word of time stands."""
_REACH = 60
"""Characters around the noun ("tenure") in which the holder is named."""


def find_tenures_named(text: str) -> Iterator[TimeCandidate]:
    """Candidates of kind ``tenure`` with the holder as written, title and all, in order."""
    trigger, before, after = _patterns()
    floor = 0
    for noun in trigger.finditer(text):
        low, high = max(floor, noun.start() - _REACH), min(len(text), noun.end() + _REACH)
        match = after.search(text, low, high) or before.search(text, low, high)
        if match is None or not match.start() <= noun.start() < match.end():
            continue
        floor = match.end()
        yield TimeCandidate(
            Span(match.start("time"), match.end("time")), "tenure", "tenure", {"holder": match["holder"], "lead": match["lead"].lower()}
        )


def find_eras(text: str) -> Iterator[TimeCandidate]:
    """Candidates of kind ``era`` with the name as written, in order: behind a word of time only, and not in a longer name."""
    floor = 0
    for start, end in sorted(_named(text), key=lambda found: (found[0], -found[1])):
        lead = _era_lead().search(text[max(0, start - _LEAD_REACH) : start])
        longer = _LONGER_NAME.match(text, end) is not None and lead is not None and lead["lead"] == "in"
        if lead is None or longer or start < floor or _GOES_ON.match(text, end):
            continue
        floor = end
        span = Span(start - len(lead["article"]), end)
        yield TimeCandidate(span, "era", "era", {"era": text[start:end], "lead": lead["lead"].lower()})


def _named(text: str) -> Iterator[tuple[int, int]]:
    for name in time_grammar().eras:
        at = text.find(name)
        while at >= 0:
            yield at, at + len(name)
            at = text.find(name, at + len(name))


@lru_cache(maxsize=1)
def _era_lead() -> re.Pattern[str]:
    lead = "|".join(time_grammar().anchored["tenure"]["lead"])
    return re.compile(rf"\b(?P<lead>(?i:{lead}))\s+(?:the\s+end\s+of\s+)?(?P<article>(?:the\s+)?)\Z")


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    words = time_grammar().anchored["tenure"]
    noun = "|".join(sorted(words["noun"], key=len, reverse=True))
    lead = "|".join(sorted(words["lead"], key=len, reverse=True))
    title = rf"(?:(?i:{'|'.join(words['title'])}) )?"
    front = rf"\b(?P<lead>(?i:{lead}))\s+"
    after = re.compile(
        rf"{front}(?P<time>(?i:the\s+)(?:\w+\s)?(?i:{noun})\s+of\s+(?:(?:US|U\.S\.|then|former)\s+)?(?P<holder>{title}{_NAME}))"
    )
    before = re.compile(rf"{front}(?P<time>(?i:the\s+)?(?P<holder>{title}{_NAME})(?:['’]s)?\s+(?:\w+\s)?(?i:{noun}))\b")
    return re.compile(rf"\b(?i:{noun})\b"), before, after
