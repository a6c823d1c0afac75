"""The address of a page as a choice of facts, and back: every filter lives in the address, so that a link shows what its sender saw."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from urllib.parse import urlencode

from detente.ask.catalog import FACETS, Choice
from detente.ask.facts import date, day
from detente.model.errors import UsageError

LISTS = ("grade", "type")
"""What other pages than the chronology narrow their lists by."""

_NAMES = (*FACETS, *LISTS)

LONGEST_WORDS = 200
"""Characters of a search that are looked at; no question for words is longer."""

MOST_VALUES = 40
"""Values of one facet that one address may choose."""

FLAGS = ("milestones", "quotes", "newest")
"""What is on or off; on is ``1``."""


@dataclass(frozen=True, slots=True)
class Selection:
    """What an address asks for. ``query`` gives the address back, in one order whatever the order it came in."""

    words: str = ""
    values: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    since: str = ""
    until: str = ""
    asof: str = ""
    page: int = 1
    flags: frozenset[str] = frozenset()

    @property
    def choice(self) -> Choice:
        """The facts that are asked for."""
        since = date(self.since).earliest if self.since else None
        return Choice(
            words=self.words,
            values={facet: held for facet, held in self.values.items() if facet in FACETS},
            since=since.isoformat() if since else None,
            until=day(self.until) if self.until else None,
            as_of=day(self.asof) if self.asof else None,
            milestones="milestones" in self.flags,
        )

    @property
    def narrowed(self) -> bool:
        """Whether anything but the day and the page is chosen."""
        return bool(self.words.strip() or any(self.values.values()) or self.since or self.until or "milestones" in self.flags)

    def pairs(self) -> list[tuple[str, str]]:
        """Names and values as they stand in the address."""
        found = [("q", self.words)] if self.words else []
        found += [(facet, value) for facet in _NAMES for value in self.values.get(facet, ())]
        found += [(name, value) for name, value in (("since", self.since), ("until", self.until)) if value]
        found += [(flag, "1") for flag in FLAGS if flag in self.flags]
        if self.asof:
            found.append(("asof", self.asof))
        if self.page > 1:
            found.append(("page", str(self.page)))
        return found

    @property
    def query(self) -> str:
        """The part of the address after the path, with its question mark; empty where nothing is chosen."""
        pairs = self.pairs()
        return "?" + "&".join(_written(name, value) for name, value in pairs) if pairs else ""

    def has(self, facet: str, value: str) -> bool:
        """Whether ``value`` is chosen."""
        return value in self.values.get(facet, ())

    def toggled(self, facet: str, value: str) -> Selection:
        """The same with ``value`` chosen, or no more."""
        held = self.values.get(facet, ())
        kept = tuple(v for v in held if v != value) if value in held else (*held, value)
        return replace(self, values={**self.values, facet: kept}, page=1)

    def flipped(self, flag: str) -> Selection:
        """The same with a flag turned."""
        return replace(self, flags=self.flags ^ {flag}, page=1)

    def between(self, since: str, until: str) -> Selection:
        """The same for a stretch of time."""
        return replace(self, since=since, until=until, page=1)

    def at(self, page: int) -> Selection:
        """The same on another page."""
        return replace(self, page=page)

    def as_of(self, day: str) -> Selection:
        """The same as things stood on another day; empty for now."""
        return replace(self, asof=day, page=1)

    def cleared(self) -> Selection:
        """Only the day is kept."""
        return Selection(asof=self.asof, flags=self.flags - {"milestones"})

    def only_day(self) -> Selection:
        """The day alone: what every link to another page carries."""
        return Selection(asof=self.asof)


@lru_cache(maxsize=4096)
def _written(name: str, value: str) -> str:
    """A name and a value as an address has them. A page says the same ones hundreds of times."""
    return urlencode(((name, value),))


def read_selection(pairs: Iterable[tuple[str, str]]) -> Selection:
    """The selection of an address. Unknown names are passed over; a date that is none raises UsageError."""
    held: dict[str, list[str]] = {}
    for name, value in pairs:
        held.setdefault(name, []).append(value.strip())
    values = {facet: _values(held[facet]) for facet in _NAMES if any(held.get(facet, ()))}
    chosen = Selection(
        words=_one(held, "q")[:LONGEST_WORDS],
        values=values,
        since=_one(held, "since"),
        until=_one(held, "until"),
        asof=_one(held, "asof"),
        page=_page(_one(held, "page")),
        flags=frozenset(flag for flag in FLAGS if _one(held, flag) == "1"),
    )
    _ = chosen.choice  # a date that is none is refused here, before anything is asked of the record
    return chosen


def _values(found: list[str]) -> tuple[str, ...]:
    if len(found) > MOST_VALUES:
        raise UsageError(f"at most {MOST_VALUES} values of one filter can be chosen at once")
    return tuple(dict.fromkeys(value for value in found if value))


def _one(held: Mapping[str, list[str]], name: str) -> str:
    return held.get(name, [""])[-1]


def _page(text: str) -> int:
    return min(int(text), 1_000_000) if text.isascii() and text.isdigit() and int(text[:8]) > 0 else 1
