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
    return _any_of("missions")


@cache
def consul() -> re.Pattern[str]:
    """Matches consuls and their posts."""
    return _any_of("consuls")


@cache
def accredited() -> re.Pattern[str]:
    """Matches what says that an envoy was accredited and not only named."""
    return _any_of("accredited")


@cache
def raised_envoy() -> re.Pattern[str]:
    """Matches a minister who hands over credentials as ambassador: "had been serving as Minister ... credentials as Ambassador"."""
    return re.compile(str(read_yaml(FILE)["raised"]), re.IGNORECASE)


def _any_of(name: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(read_yaml(FILE)[name])})\b", re.IGNORECASE)


@cache
def opening_days() -> int:
    """Days after relations begin within which the first credentials told open the mission."""
    return int(read_yaml(FILE)["days"])
