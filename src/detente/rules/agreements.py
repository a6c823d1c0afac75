"""How agreements are named: their heads, the words that belong to a name, known letters, and the stages of their life."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from detente.rules.files import read_yaml
from detente.rules.wording import spaced

FILE = "patterns/en/agreements.yaml"


@dataclass(frozen=True, slots=True)
class Stage:
    """A stage in an agreement's life, told by the kind of a statement and, where ``words`` is set, by its wording."""

    name: str
    kinds: frozenset[str]
    words: re.Pattern[str] | None


@dataclass(frozen=True, slots=True)
class AgreementRules:
    """The wording of agreements' names, compiled."""

    head: re.Pattern[str]
    """Matches a head in any case, in the group ``head``."""
    of_head: Mapping[str, tuple[str, str]]
    """The identity group and the kind of each head in small letters, singular or plural."""
    weak: frozenset[str]
    followers: frozenset[str]
    not_before: frozenset[str]
    not_behind: frozenset[str]
    subjects: frozenset[str]
    fillers: frozenset[str]
    joiners: frozenset[str]
    about: frozenset[str]
    stops: frozenset[str]
    definite: frozenset[str]
    traps: frozenset[str]
    of_kinds: frozenset[str]
    letters: Mapping[str, str]
    life: tuple[Stage, ...]

    def stage(self, kind: str, quote: str) -> str | None:
        """The stage that a statement of ``kind`` with ``quote`` tells; None for kinds that are no stage."""
        for stage in self.life:
            if kind in stage.kinds and (stage.words is None or stage.words.search(quote)):
                return stage.name
        return None


@cache
def agreement_rules() -> AgreementRules:
    """The shipped rules, read once."""
    data = read_yaml(FILE)
    of_head = {
        form: (group, kind)
        for group, kinds in data["heads"].items()
        for kind, heads in kinds.items()
        for head in heads
        for form in _forms(head)
    }
    sets = {name: frozenset(data[name]) for name in _SETS}
    return AgreementRules(
        head=re.compile(spaced(rf"(?i)(?<![\w-])(?P<head>{_any(of_head)})(?![\w-])")),
        of_head=of_head,
        weak=frozenset(form for head in data["weak"] for form in _forms(head)),
        letters=data["letters"],
        life=tuple(_stage(entry) for entry in data["life"]),
        **sets,
    )


_SETS = ("followers", "not_before", "not_behind", "subjects", "fillers", "joiners", "about", "traps", "of_kinds", "stops", "definite")


def _stage(entry: Mapping[str, Any]) -> Stage:
    words = re.compile(rf"(?i)\b(?:{'|'.join(entry['words'])})\b") if "words" in entry else None
    return Stage(entry["stage"], frozenset(entry["kinds"]), words)


def _forms(head: str) -> tuple[str, str]:
    """A head in small letters and its plural."""
    low = head.lower()
    return low, f"{low[:-1]}ies" if low.endswith("y") else f"{low}s"


def _any(entries: Iterable[str]) -> str:
    return "|".join(re.escape(entry).replace(r"\ ", " ") for entry in sorted(entries, key=lambda e: (-len(e), e)))
