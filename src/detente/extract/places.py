"""Names of places, each with its country and coordinates where the gazetteers know it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from detente.model.document import Document, Layout
from detente.model.mention import ActorKind, ActorMention, PlaceMention
from detente.model.span import Span
from detente.rules.files import read_yaml
from detente.rules.folding import Folded, fold, is_wrapped
from detente.rules.names import name_words
from detente.rules.places import Place, gazetteer, longest

_TOKEN = re.compile(r"(?<![A-Za-z0-9_'-])[A-Z][A-Za-z]*(?:['-][A-Za-z]+)*(?:'s)?")
_LARGE = 250_000
"""People from which on a city is believed without a preposition or its country beside it."""
_HOME = 1_000_000_000
"""What being in a country of the document is worth beside a city's population: more than any population."""


def find_places(document: Document, layout: Layout, actors: tuple[ActorMention, ...]) -> tuple[PlaceMention, ...]:
    """Every place named in ``document``, disambiguated by the countries that the document is about.

    A stretch that names a person, a company or an organisation is no place; a country is one only where it stands as a place.
    """
    folded = fold(document.text, unwrap=is_wrapped(document.text))
    countries = _countries(actors)
    taken = [m.full or m.span for m in actors if m.kind in (ActorKind.PERSON, ActorKind.OFFICE, ActorKind.ORGANISATION, ActorKind.GROUP)]
    found = [*_named(document.text, folded, countries, taken), *_states(document.text, folded, actors)]
    return tuple(sorted(found, key=lambda place: place.span))


def _countries(actors: tuple[ActorMention, ...]) -> frozenset[str]:
    return frozenset(p.country for m in actors for p in m.parties if p.country is not None)


@cache
def _wording() -> dict[str, frozenset[str]]:
    return {key: frozenset(words) for key, words in read_yaml("patterns/en/places.yaml").items()}


def _named(text: str, folded: Folded, countries: frozenset[str], taken: list[Span]) -> Iterator[PlaceMention]:
    """The longest gazetteer names among the capitalised words, outside ``taken``."""
    tokens = list(_TOKEN.finditer(folded.text))
    busy = iter(sorted(taken))
    block = next(busy, None)
    at = 0
    while at < len(tokens):
        start = tokens[at].start()
        while block is not None and block.end <= folded.span(start, start + 1).start:
            block = next(busy, None)
        match = None if _blocked(block, folded, start) else _longest(folded.text, tokens, at)
        if match is None:
            at += 1
            continue
        words, end = match
        place = _meant(folded.text, start, end, countries)
        if place is not None:
            yield PlaceMention(folded.span(start, end), place.name, place.country, place.lat, place.lon, place.kind)
        at += words


def _blocked(block: Span | None, folded: Folded, start: int) -> bool:
    return block is not None and block.start <= folded.span(start, start + 1).start


def _longest(text: str, tokens: list[re.Match[str]], at: int) -> tuple[int, int] | None:
    """How many words from ``tokens[at]`` on make the longest known name, and where it ends."""
    start = tokens[at].start()
    for words in range(min(longest(), len(tokens) - at), 0, -1):
        end = tokens[at + words - 1].end()
        if end - start > 60:
            continue
        name = text[start:end]
        for form in (name, name.removesuffix("'s")):
            if form in gazetteer():
                return words, start + len(form)
    return None


def _meant(text: str, start: int, end: int, countries: frozenset[str]) -> Place | None:
    """The place that the name means here, or None where it is rather a person's, a thing's or a common word."""
    name = text[start:end]
    candidates = gazetteer()[name]
    before = re.search(r"([A-Za-z]+)[ -]$", text[max(0, start - 24) : start])
    word = before[1].lower() if before is not None else ""
    placed = word in _wording()["prepositions"]
    if _part_of_name(text, end, before):
        return None
    if _doubtful(name) and (word not in _wording()["sure_prepositions"] or all(p.country not in countries for p in candidates)):
        return None
    best = max(candidates, key=lambda p: (p.population or _LARGE) + (_HOME if p.country in countries else 0))
    known = best.country is None or best.country in countries or best.kind != "city"
    if not known and not placed and best.population < _LARGE:
        return None
    return best if known or placed or best.population >= _LARGE else None


def _part_of_name(text: str, end: int, before: re.Match[str] | None) -> bool:
    """Whether the name is a piece of a longer one: "Osaka Gas", "Professor Lincoln", "George Washington"."""
    following = re.match(r" ([A-Z][A-Za-z]+)", text[end : end + 24])
    if following is not None and following[1] in _wording()["firms_and_things"]:
        return True
    names = name_words()
    return before is not None and (
        before[1].lower() in _wording()["titles"] or (before[1] in names.given and before[1].lower() not in names.common)
    )


def _doubtful(name: str) -> bool:
    """Names that are also English words, family names or given names."""
    names = name_words()
    return " " not in name and (
        name.lower() in names.common or name in names.not_names or name in names.family or name in names.given or len(name) < 4
    )


def _states(text: str, folded: Folded, actors: tuple[ActorMention, ...]) -> Iterator[PlaceMention]:
    """Countries that stand as places: after "in", "at", "across"."""
    for mention in actors:
        if mention.kind is not ActorKind.COUNTRY or mention.rule != "name" or len(mention.parties) != 1:
            continue
        before = re.search(r"([A-Za-z]+)(?: the)? $", text[max(0, mention.span.start - 16) : mention.span.start])
        if before is not None and before[1].lower() in _wording()["country_prepositions"]:
            party = mention.parties[0]
            yield PlaceMention(mention.span, party.name, party.country, kind="country")
