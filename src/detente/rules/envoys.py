"""How English says that an envoy is the first, and how long after relations begin his credentials still open the mission."""

from __future__ import annotations

import re
from functools import cache

from detente.rules.files import read_yaml

FILE = "patterns/en/envoys.yaml"


@cache
def first_envoy() -> re.Pattern[str]:
    """Matches "the first American Minister" and "first resident ambassador"."""
    data = read_yaml(FILE)
    firsts, ranks, parting = ("|".join(re.escape(word) for word in data[name]) for name in ("firsts", "ranks", "parting"))
    word = rf"\s+(?!(?:{parting})\s)[\w.’'-]+"
    return re.compile(rf"\b(?:{firsts})(?:{word}){{0,{int(data['between'])}}}?\s+(?:{ranks})\b", re.IGNORECASE)


@cache
def diplomatic_mission() -> re.Pattern[str]:
    """Matches the missions that only states in diplomatic relations have; a consulate is none."""
    return re.compile(rf"\b(?:{'|'.join(read_yaml(FILE)['missions'])})\b", re.IGNORECASE)


@cache
def opening_days() -> int:
    """Days after relations begin within which the first credentials told open the mission."""
    return int(read_yaml(FILE)["days"])
