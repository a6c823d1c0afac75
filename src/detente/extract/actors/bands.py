"""Bands that are named like persons: a sect, a people or an armed group that a document speaks of in the plural ("Binh Xuyen are")."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from detente.extract.actors.names import Run
from detente.extract.actors.persons import Found
from detente.rules.actors import wording

_REACH = 24
"""Characters beside a name that are looked at."""


def without_bands(text: str, runs: Sequence[Run], found: Iterable[Found]) -> Iterator[Found]:
    """``found`` without the untitled names that are a band's by their use anywhere in the document. A title anywhere keeps the name."""
    people = list(found)
    titled = {text[p.start : p.end] for p in people if p.titled}
    bands = {" ".join(run.words) for run in runs if len(run.words) > 1 and run.title is None and _is_band(text, run)}
    for person in people:
        name = text[person.start : person.end]
        if person.titled or name in titled or name not in bands:
            yield person


def _is_band(text: str, run: Run) -> bool:
    """Whether this use says that the name is that of several: a plural verb of its own, or a word for a band."""
    before = text[max(0, run.start - _REACH) : run.start]
    behind = text[run.end : run.end + _REACH]
    plural, joined = _patterns()
    return plural.match(behind) is not None and joined.search(before) is None


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What follows a band's name and no single person's, and what shows that the name before is only the last of several."""
    words = wording()
    plural, joined = ("|".join(words[key]) for key in ("band_words", "joins_names"))
    return re.compile(rf" (?:{plural})\b"), re.compile(rf"(?:,|;|:|/|\b(?:{joined})) $")
