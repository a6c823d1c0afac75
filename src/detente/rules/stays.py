"""How English says how long a visit lasts."""

from __future__ import annotations

import re
from functools import cache

from detente.rules.files import read_yaml

FILE = "patterns/en/stays.yaml"


@cache
def days_pattern() -> re.Pattern[str]:
    """Matches "two-day" and "10-day", the number in the group ``days``."""
    words = "|".join(read_yaml(FILE)["numbers"])
    return re.compile(rf"\b(?P<days>{words}|[2-9]|10)\s?-\s?day\b", re.IGNORECASE)


def day_count(text: str) -> int | None:
    """The number of days a description gives ("two-day" is 2); None when it gives none."""
    match = days_pattern().search(text)
    if match is None:
        return None
    word = match["days"].lower()
    return int(word) if word.isdigit() else int(read_yaml(FILE)["numbers"][word])


@cache
def leaving_words() -> frozenset[str]:
    """Verbs and adverbs of going away: what is dated with them is the last day."""
    data = read_yaml(FILE)
    return frozenset(str(word) for word in (*data["leaving"], *data["home"]))
