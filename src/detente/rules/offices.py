"""Who held which office on which day: the office-holder table, read once.

Two files: ``offices_own.csv`` (well-known facts, by hand) and ``offices.csv`` (derived from CC0 registers by tools/derive_offices.py).
Where both tell of one office and one time, our own rows stand and the derived ones are dropped. No register is the truth: a table is
evidence for reading a text, and what the text itself states always goes first.

For reading times, ``tenure("President Trump")`` gives the days between which the phrase can lie:
``[("2017-01-20", "2021-01-20"), ("2025-01-20", None)]``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from detente.rules.actors import Label, lexicon, wording
from detente.rules.files import read_csv
from detente.rules.folding import fold

_FILES = ("gazetteers/offices_own.csv", "gazetteers/offices.csv")
_OPEN = "9999"
_RELATED = {
    "party_leader": ("party_leader", "supreme_leader"),
    "leader": ("president", "prime_minister", "party_leader", "supreme_leader", "monarch"),
}
"""Offices that a wording may mean besides its own: "the Chinese leader"."""


@dataclass(frozen=True, slots=True)
class Tenure:
    """One person's time in one office."""

    country: str
    office: str
    """``president``, ``prime_minister``, ``foreign_minister``, ``party_leader``, ``monarch``, ``ambassador:VNM``, ..."""
    holder: str
    short: tuple[str, ...]
    """The words by which the holder may be called alone, as written in the table."""
    since: str
    until: str | None
    """None while it lasts."""
    source: str
    """``own``, or the register it comes from."""

    def holds(self, day: str) -> bool:
        """Whether ``day`` (ISO, or a prefix of it: a year or a month) touches the tenure."""
        return self.since <= day + "~" and day <= (self.until or _OPEN)


@cache
def table() -> tuple[Tenure, ...]:
    """Every tenure, own rows first; derived rows that an own row of the same office covers are left out."""
    own = list(_rows(_FILES[0]))
    covered: dict[tuple[str, str], list[Tenure]] = {}
    for tenure in own:
        covered.setdefault((tenure.country, tenure.office), []).append(tenure)
    extra = [t for t in _rows(_FILES[1]) if not any(_overlap(t, other) for other in covered.get((t.country, t.office), ()))]
    return (*own, *extra)


def _rows(file: str) -> Iterator[Tenure]:
    for row in read_csv(file):
        short = tuple(row["short"].split(";"))
        yield Tenure(row["country"], row["office"], row["holder"], short, row["from"], row["to"] or None, row["source"])


def _overlap(one: Tenure, other: Tenure) -> bool:
    return one.since < (other.until or _OPEN) and other.since < (one.until or _OPEN)


@cache
def _by_office() -> dict[tuple[str, str], list[Tenure]]:
    index: dict[tuple[str, str], list[Tenure]] = {}
    for tenure in table():
        index.setdefault((tenure.country, tenure.office), []).append(tenure)
    return index


@cache
def _by_name() -> dict[str, list[Tenure]]:
    index: dict[str, list[Tenure]] = {}
    for tenure in table():
        for name in dict.fromkeys((_key(tenure.holder), _plain(tenure.holder), *map(_key, tenure.short))):
            index.setdefault(name, []).append(tenure)
    return index


def _key(name: str) -> str:
    return fold(name).text.lower().strip()


def _plain(name: str) -> str:
    """First and last word: "John F. Kennedy" is found under "john kennedy" too."""
    words = [w for w in _key(name).split() if not w.endswith(".") and w not in ("jr", "sr", "ii", "iii", "iv")]
    return " ".join((words[0], words[-1])) if len(words) > 1 else _key(name)


@cache
def _wordings() -> dict[str, str]:
    return {phrase: key for key, office in wording()["offices"].items() for phrase in office["words"]}


def office_key(text: str) -> str | None:
    """The table's key for an office as it is worded ("Party General Secretary" is ``party_leader``); None for no office at all."""
    if text.startswith("ambassador:"):
        return text
    small = _key(text).replace("_", " ")
    if small in _wordings():
        return _wordings()[small]
    hits = [h for h in lexicon().hits(small) if h.entry.label is Label.OFFICE]
    if len(hits) > 1 and hits[0].entry.name == "deputy":
        return hits[1].entry.code
    return hits[0].entry.code if hits else None


def who(office: str, country: str, date: str) -> Tenure | None:
    """Who held ``office`` of ``country`` on ``date`` (ISO; a month or a year will do when one person held it throughout).

    ``office`` may be a key or a wording ("prime minister", "Secretary of State"). None where the table does not tell, or tells of two.
    """
    key = office_key(office) or office
    for one in _RELATED.get(key, (key,)):
        found = [t for t in _by_office().get((country, one), ()) if t.holds(date)]
        if len(date) == 10 and len(found) > 1:
            found = [t for t in found if t.until != date]
        if len({t.holder for t in found}) == 1:
            return found[0]
        if found:
            return None
    return None


def holders(office: str, country: str, since: str, until: str) -> tuple[Tenure, ...]:
    """Everyone known to have held ``office`` (a key) of ``country`` at some time between the days ``since`` and ``until``, by first day."""
    found = [t for t in _by_office().get((country, office), ()) if t.since <= until and since < (t.until or _OPEN)]
    return tuple(sorted(found, key=lambda t: (t.since, t.holder)))


def tenures(person: str, country: str | None = None) -> tuple[Tenure, ...]:
    """The tenures of everyone called ``person``, by full or short name, in any spelling, of ``country`` where it is given; by first day."""
    found = _by_name().get(_key(person)) or _by_name().get(_plain(person)) or ()
    return tuple(sorted((t for t in found if country in (None, t.country)), key=lambda t: (t.since, t.country, t.office)))


def tenure(person: str, office: str | None = None) -> list[tuple[str, str | None]]:
    """The days between which ``person`` held ``office`` (a wording or a key), first to last, one pair for each unbroken time.

    Without ``office``: the highest office the table knows the person in. A title may stand before the name ("President Trump") and then
    tells the office. Empty where the table does not know the person, or knows persons of several countries under the name.
    """
    name, key = _named(person, office)
    found = tenures(name)
    if key is None and found:
        ranks = {o: i for i, o in enumerate(("president", "monarch", "supreme_leader", "prime_minister", "party_leader"))}
        key = min((t.office for t in found), key=lambda o: (ranks.get(o, 99), o))
    chosen = [t for t in found if t.office == key or (key is not None and t.office.startswith(f"{key}:"))]
    if len({(t.country, t.holder) for t in chosen}) != 1:
        return []
    return [(t.since, t.until) for t in chosen]


def _named(person: str, office: str | None) -> tuple[str, str | None]:
    """The bare name and the office key of "President Trump" or ("Trump", "president")."""
    key = office_key(office) if office else None
    hits = [h for h in lexicon().hits(fold(person).text) if h.entry.label is Label.OFFICE]
    if hits and hits[-1].end < len(person):
        return person[hits[-1].end :].strip(), key or hits[-1].entry.code
    return person, key
