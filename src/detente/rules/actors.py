"""The names of those who act, compiled once from the gazetteers into one automaton: countries, their seats and bodies, organisations."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from operator import itemgetter
from typing import Any

import ahocorasick

from detente.rules.files import read_csv, read_yaml
from detente.rules.folding import fold

LIST = ";"
"""What separates the entries of a list inside a CSV field."""


_IDEOGRAPHS = "\u2e80"
"""From here on scripts put no spaces between words, so that a name has no edge to look for."""


class Label(StrEnum):
    """What a name in the automaton is. The values that name an actor are also the names of the rules that resolve it."""

    NAME = "name"
    DEMONYM = "demonym"
    METONYM = "metonym"
    ORGAN = "organ"
    ORGANISATION = "organisation"
    BODY = "body"
    OFFICE = "office"
    PAIR = "pair"
    RELATIVE = "relative"
    TRAP = "trap"


@dataclass(frozen=True, slots=True)
class Entry:
    """What one surface form stands for. ``code`` is a country, an organisation, an office or an anaphor's key, by ``label``."""

    label: Label
    code: str
    name: str
    """The main name: "Vietnam" for Hanoi and Vietnamese alike."""
    sector: str | None = None
    since: str | None = None
    until: str | None = None
    """For a former state: the days between which it was there."""


@dataclass(frozen=True, slots=True)
class Hit:
    """An entry found in folded text."""

    start: int
    end: int
    entry: Entry


class Lexicon:
    """All surface forms in one Aho-Corasick automaton. Look-up costs one pass over the text, however many names there are."""

    def __init__(self, forms: Iterable[tuple[str, Entry]]) -> None:
        self._automaton = ahocorasick.Automaton()
        entries: dict[str, Entry] = {}
        for form, entry in forms:
            entries.setdefault(fold(form).text, entry)
        for form, entry in entries.items():
            self._automaton.add_word(form, (len(form), 4 if form[:4].lower() == "the " else 0, entry))
        self._automaton.make_automaton()

    def names_country(self, form: str) -> bool:
        """Whether folded ``form`` as a whole is the name of a country."""
        found = self._automaton.get(form, None)
        return found is not None and found[-1].label is Label.NAME

    def hits(self, text: str) -> list[Hit]:
        """The leftmost longest whole-word names in folded ``text``, traps included, in order and without overlap.

        A leading "the" does not count for what is leftmost: "the Republic" gives way to "Republic of Korea".
        """
        found: list[tuple[int, int, int, Entry]] = []
        size = len(text)
        for last, (length, article, entry) in self._automaton.iter(text):
            start, end = last - length + 1, last + 1
            if start and text[start - 1].isalnum() and text[start].isalnum() and text[start] < _IDEOGRAPHS:
                continue
            if end < size and text[end].isalnum() and text[last].isalnum() and text[last] < _IDEOGRAPHS:
                continue
            found.append((start + article, -end, article, entry))
        found.sort(key=itemgetter(0, 1))
        kept: list[Hit] = []
        reached = 0
        for start, minus_end, article, entry in found:
            if start >= reached:
                kept.append(Hit(start - article if start - article >= reached else start, -minus_end, entry))
                reached = -minus_end
        return kept


@cache
def lexicon(language: str = "en") -> Lexicon:
    """The English names, and those of ``language`` as well. Built at the first call (a few hundredths of a second) and kept."""
    return Lexicon((*_forms(), *_foreign("en"), *(_foreign(language) if language != "en" else ())))


@cache
def wording() -> dict[str, Any]:
    """The English wording of offices, bodies, pairs and titles, as in ``patterns/en/actors.yaml``."""
    loaded: dict[str, Any] = read_yaml("patterns/en/actors.yaml")
    return loaded


@cache
def actor_words(key: str) -> frozenset[str]:
    """One list of that wording as a set."""
    return frozenset(wording()[key])


@cache
def traps() -> dict[str, Any]:
    """The trap rules, as in ``patterns/en/actor_traps.yaml``."""
    loaded: dict[str, Any] = read_yaml("patterns/en/actor_traps.yaml")
    return loaded


@cache
def country_names() -> dict[str, str]:
    """The main English name of each code, countries, former states and organisations together."""
    return {row["code"]: row["names"].split(LIST)[0] for file in _STATE_FILES for row in reversed(list(read_csv(file)))}


@cache
def heirs() -> dict[str, str]:
    """The state of today that a former state's dyads are filed under ("SUN" to "RUS"); states with several heirs are left out."""
    return {row["code"]: row["today"] for row in read_csv("gazetteers/former_states.csv") if row["today"]}


@cache
def cow_codes() -> dict[str, str]:
    """The abbreviation of each state in the Correlates of War project ("GBR" to "UKG"); states it does not count are left out."""
    return {row["code"]: row["cow"] for row in read_csv("gazetteers/cow.csv")}


@cache
def shared_seats() -> dict[str, str]:
    """The former state that a capital of today was the seat of ("Moscow" to "SUN")."""
    return {seat: row["code"] for row in read_csv("gazetteers/former_states.csv") for seat in row["shared"].split(LIST) if seat}


@cache
def _memberships() -> dict[str, list[tuple[str, str, str]]]:
    table: dict[str, list[tuple[str, str, str]]] = {}
    for row in read_csv("gazetteers/members.csv"):
        table.setdefault(row["organisation"], []).append((row["country"], row["from"], row["to"] or "9999"))
    return table


def members(organisation: str, day: str) -> tuple[str, ...]:
    """The countries that belonged to ``organisation`` on ``day`` (ISO), sorted; empty where detente has no table of them."""
    return tuple(sorted(code for code, since, until in _memberships().get(organisation, ()) if since <= day <= until))


@cache
def organisations() -> frozenset[str]:
    """The codes that ``Party.country`` holds for organisations: three capitals as for states, some of them."""
    return frozenset(row["code"] for row in read_csv("gazetteers/organisations.csv"))


_STATE_FILES = ("gazetteers/organisations.csv", "gazetteers/former_states.csv", "gazetteers/countries.csv")
_NO_PLURAL = re.compile(r"(?:ese|ish|ch|sh|[sx]|men|Swiss|Lao|Basotho|Batswana)$")


def _forms() -> Iterator[tuple[str, Entry]]:
    """Every surface form; where two entries claim one form, the first keeps it."""
    yield from _traps()
    yield from _states("gazetteers/former_states.csv")
    yield from _states("gazetteers/countries.csv")
    yield from _organs()
    yield from _organisations()
    yield from _phrases()


def _traps() -> Iterator[tuple[str, Entry]]:
    trap = Entry(Label.TRAP, "", "")
    for rule in traps()["phrases"]:
        for phrase in rule["refuse"]:
            yield phrase, trap


def _states(file: str) -> Iterator[tuple[str, Entry]]:
    for row in read_csv(file):
        since, until = row.get("from") or None, row.get("to") or None
        names = row["names"].split(LIST)
        main = country_names()[row["code"]]
        for label, column in (
            (Label.NAME, names),
            (Label.DEMONYM, _plurals(row["demonyms"])),
            (Label.METONYM, row["capitals"].split(LIST)),
        ):
            entry = Entry(label, row["code"], main, since=since, until=until)
            for form in column:
                yield from ((variant, entry) for variant in _variants(form))


def _plurals(field: str) -> Iterator[str]:
    for demonym in filter(None, field.split(LIST)):
        yield demonym
        if not _NO_PLURAL.search(demonym):
            yield f"{demonym}s"


def _variants(form: str) -> Iterator[str]:
    """Spellings of a name: as it is, all capitals, and with careless small letters after the first word."""
    if not form:
        return
    yield form
    if len(form) > 3 and not form.isupper():
        yield form.upper()
    if " " in form and form[0].isupper() and len(form) > 6:
        yield form.capitalize()


def _foreign(language: str) -> Iterator[tuple[str, Entry]]:
    """Countries and capitals under their names in ``language``; for English the long names."""
    for row in read_csv("gazetteers/country_names.csv"):
        if row["language"] == language:
            yield row["name"], Entry(Label(row["label"]), row["code"], country_names()[row["code"]])


def _organs() -> Iterator[tuple[str, Entry]]:
    for row in read_csv("gazetteers/organs.csv"):
        for form in row["names"].split(LIST):
            yield form, Entry(Label.ORGAN, row["code"], country_names()[row["code"]], row["sector"])


def _organisations() -> Iterator[tuple[str, Entry]]:
    for row in read_csv("gazetteers/organisations.csv"):
        names = row["names"].split(LIST)
        for form in (*names, *filter(None, row["seats"].split(LIST))):
            entry = Entry(Label.ORGANISATION, row["code"], names[0], row["kind"])
            yield form, entry
            if " " in form:
                yield form.upper(), entry


def _phrases() -> Iterator[tuple[str, Entry]]:
    """Offices, bodies, pairs and relatives, each in small letters, with a capital, in title case and in capitals."""
    words = wording()
    for key, office in words["offices"].items():
        for phrase in office["words"]:
            yield from ((case, Entry(Label.OFFICE, key, phrase, office["sector"])) for case in _cases(phrase))
            yield from ((case, Entry(Label.OFFICE, key, PLURAL, office["sector"])) for case in _cases(_plural(phrase)))
    for label, group in ((Label.PAIR, "pairs"), (Label.RELATIVE, "relatives")):
        for key, phrases in words[group].items():
            yield from ((case, Entry(label, key, phrase)) for phrase in phrases for case in _cases(phrase))
    for sector, phrases in words["bodies"].items():
        yield from ((case, Entry(Label.BODY, phrase, phrase, sector)) for phrase in phrases for case in _cases(phrase))


_ONLY_CAPITALS = frozenset({"pm", "mp", "fm"})
"""Short forms that are only ever written in capitals; other short forms begin with one ("Amb", "Sec")."""
_TELEGRAPHESE = {
    "primin": ("PriMin",),
    "formin": ("ForMin",),
    "fonmin": ("FonMin",),
    "secstate": ("SecState",),
    "depsec": ("DepSec",),
    "undersec": ("UnderSec",),
}
"""Abbreviations that diplomats write with a capital inside."""


PLURAL = "plural"
"""The name of an entry for several holders of an office: "Presidents Barack Obama and Raúl Castro"."""


def _plural(phrase: str) -> str:
    """ "foreign ministers", "secretaries of state", "generals"."""
    head, _, rest = phrase.partition(" of ")
    if head.endswith((".", "s", "x")):
        return phrase
    head = head[:-1] + "ies" if head.endswith("y") and head[-2:-1] not in "aeo" else head + "s"
    return f"{head} of {rest}" if rest else head


def _cases(phrase: str) -> tuple[str, ...]:
    small = wording()["small_words"]
    title = " ".join(w if w in small else w[:1].upper() + w[1:] for w in phrase.split(" "))
    if len(phrase) < 4 and "." not in phrase:
        return (phrase.upper(),) if phrase in _ONLY_CAPITALS else (phrase.capitalize(),)
    hyphened = "-".join(w[:1].upper() + w[1:] for w in title.split("-"))
    return (phrase, phrase[0].upper() + phrase[1:], title, hyphened, phrase.upper(), *_TELEGRAPHESE.get(phrase, ()))
