"""The document's text looked up once: names from the lexicon with traps refused, and the neighbourhood of each."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from detente.model.document import Document
from detente.rules.actors import Entry, Hit, Label, lexicon, traps, wording
from detente.rules.folding import Folded, fold, is_wrapped
from detente.rules.names import name_words

COUNTRY_LABELS = frozenset({Label.NAME, Label.DEMONYM, Label.METONYM, Label.ORGAN, Label.ORGANISATION})
"""Labels of hits that tell a country or an organisation."""
STATE_LABELS = frozenset({Label.NAME, Label.DEMONYM, Label.METONYM})
_WINDOW = 40
"""Characters of context that trap rules and neighbours look at; the longest trap context is shorter."""
_HEAD_OF = re.compile(r"([A-Z][a-z]+) of (?:the )?$")
_WORD_BEFORE = re.compile(r"([A-Za-z][\w'.-]*) $")
_MONEY = re.compile(r"[$€£¥]")
_MONEY_APART = re.compile(r" [$€£¥]")
_WORD_AFTER = re.compile(r"^ ([A-Za-z][\w'-]*)")


@dataclass(frozen=True, slots=True)
class Scan:
    """Folded text with its hits, indexed by where they begin and end."""

    stored: str
    folded: Folded
    hits: tuple[Hit, ...]
    starting: dict[int, Hit]
    ending: dict[int, Hit]
    refused: tuple[Hit, ...] = ()
    """What trap phrases refused: no actor, and no part of a person's name either."""

    @property
    def text(self) -> str:
        """The folded text."""
        return self.folded.text

    def written(self, start: int, end: int) -> str:
        """The stored characters, diacritics and all, composed and without soft hyphens."""
        if self.folded.starts is None:
            return self.stored[start:end]
        return unicodedata.normalize("NFC", self.folded.span(start, end).of(self.stored)).replace("\u00ad", "").replace("\u200b", "")


def scan(document: Document) -> Scan:
    """Look ``document`` up. Hits that a trap rule refuses are gone, and so are the traps themselves."""
    folded = fold(document.text, unwrap=is_wrapped(document.text))
    found = lexicon((document.language or "en").split("-")[0]).hits(folded.text)
    kept = list(_kept(folded.text, found))
    absent = _namesakes(folded.text, found, kept)
    hits = tuple(h for h in kept if (h.entry.code, folded.text[h.start : h.end]) not in absent)
    held = {h.start for h in kept}
    refused = tuple(h for h in found if h.start not in held and _is_thing(folded.text, h))
    return Scan(document.text, folded, hits, {h.start: h for h in hits}, {h.end: h for h in hits}, refused)


def _kept(text: str, hits: list[Hit]) -> Iterator[Hit]:
    for number, hit in enumerate(hits):
        label = hit.entry.label
        if label is Label.TRAP or _of_descent(text, [*hits[max(0, number - 1) : number], hit, *hits[number + 1 : number + 2]], hit):
            continue
        if label in STATE_LABELS and (_named_thing(text, hit) or _in_context(text, hit) or _personal(text, hit)):
            continue
        if label is Label.OFFICE and _surname(text, hit):
            continue
        yield hit


def _is_thing(text: str, hit: Hit) -> bool:
    """Whether a name was refused as that of a thing or of people, so that it is no part of a person's name either."""
    if hit.entry.label is Label.TRAP or hit.entry.label is Label.DEMONYM:
        return True
    return hit.entry.label in STATE_LABELS and _named_thing(text, hit) and not _personal(text, hit)


def _of_descent(text: str, around: list[Hit], hit: Hit) -> bool:
    """Whether two demonyms name citizens by where their forebears came from: "*Cuban-Americans*", "*Greek Americans*"."""
    return any(
        one.entry.label is other.entry.label is Label.DEMONYM
        and hit in (one, other)
        and other.start - one.end == 1
        and text[one.end] in " -"
        and text[other.start : other.end] in _after("of_descent")
        for one, other in pairwise(around)
    )


def _namesakes(text: str, found: list[Hit], kept: list[Hit]) -> frozenset[tuple[str, str]]:
    """Names that are a person's or another place's in one use and never surely the country's: "Hamilton *Jordan* ... *Jordan* said".

    The country is there where another of its names is (its capital, its people), or where a person's namesake stands as a place does.
    """
    held = {h.start for h in kept}
    names = [h for h in found if h.start not in held and h.entry.label is Label.NAME]
    lost = {(h.entry.code, text[h.start : h.end]) for h in names if _namesake(text, h)}
    if not lost:
        return frozenset()
    told = {code for code, _ in lost if any(h.entry.code == code and (code, text[h.start : h.end]) not in lost for h in kept)}
    placed = {h.entry.code for h in kept if _placed().search(text[max(0, h.start - 12) : h.start]) and _of_person(text, h)}
    return frozenset(one for one in lost if one[0] not in told | placed)


def _namesake(text: str, hit: Hit) -> bool:
    return _in_context(text, hit) or _personal(text, hit)


def _of_person(text: str, hit: Hit) -> bool:
    """Whether the word is a given or family name, so that a preposition before it speaks for the country."""
    word = text[hit.start : hit.end]
    return word not in _after("namesake_places")


@cache
def _placed() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(wording()['placed'])}) $")


@cache
def _after(key: str) -> frozenset[str]:
    return frozenset(traps()[key])


@cache
def _contexts() -> dict[str, list[tuple[re.Pattern[str] | None, re.Pattern[str] | None]]]:
    table: dict[str, list[tuple[re.Pattern[str] | None, re.Pattern[str] | None]]] = {}
    for rule in traps()["contexts"]:
        pair = tuple(re.compile(rule[side]) if side in rule else None for side in ("before", "after"))
        for word in rule["words"]:
            table.setdefault(word, []).append((pair[0], pair[1]))
    return table


def _of_money(text: str, hit: Hit) -> bool:
    """Whether the name tells whose money a sign is: "US $5", "Canadian $5"; but Kenya was lent the sum in "lent Kenya $5"."""
    if _MONEY.match(text, hit.end):
        return True
    words = text[hit.start : hit.end]
    adjective = hit.entry.label is Label.DEMONYM and not words.endswith("s")
    return _MONEY_APART.match(text, hit.end) is not None and (adjective or words.isupper())


def _named_thing(text: str, hit: Hit) -> bool:
    """Whether a capital or country is the first word of a name ("Lisbon Agenda", "Jordan Airways")."""
    if _of_money(text, hit):
        return True
    if _headed(text, hit) or (hit.entry.label is not Label.DEMONYM and _in_province(text, hit)):
        return True
    following = _WORD_AFTER.match(text[hit.end : hit.end + _WINDOW])
    if following is None:
        return False
    if hit.entry.label is Label.DEMONYM or text[hit.start : hit.end] in ("US", "U.S."):
        return following[1] in _after("after_money") or following[1] in _after("after_country") or following[1] in _after("after_language")
    key = "after_capital" if hit.entry.label is Label.METONYM else "after_country"
    return following[1] in _after(key)


def _in_province(text: str, hit: Hit) -> bool:
    """Whether the name is a town's, told by another state's province behind it: "Lebanon, Tennessee"; "Washington, New York" are two."""
    others = (names for country, names in traps()["provinces"].items() if country != hit.entry.code)
    return any(text.startswith(f", {province}", hit.end) for names in others for province in names)


def _headed(text: str, hit: Hit) -> bool:
    """Whether a word before the name makes it that of a water, a firm or a treaty: "Gulf of Guinea", "Lake Chad", "Treaty of Rome"."""
    if hit.entry.label is Label.DEMONYM:
        return False
    before = text[max(0, hit.start - _WINDOW) : hit.start]
    head = _HEAD_OF.search(before)
    if head is not None and head[1] in _after("of_country") | (_after("of_capital") if hit.entry.label is Label.METONYM else frozenset()):
        return True
    word = _WORD_BEFORE.search(before)
    return word is not None and word[1] in _after("before_country")


def _in_context(text: str, hit: Hit) -> bool:
    for before, after in _contexts().get(text[hit.start : hit.end], ()):
        if before is not None and before.search(text[max(0, hit.start - _WINDOW) : hit.start]):
            return True
        if after is not None and after.search(text[hit.end : hit.end + _WINDOW]):
            return True
    return False


def _personal(text: str, hit: Hit) -> bool:
    """Whether the word is part of a person's name: "Barbara Jordan", "Israel Katz"."""
    word = text[hit.start : hit.end]
    if not word.isalpha() or (hit.entry.label is Label.DEMONYM and word.endswith("s")):
        return False
    names = name_words()
    previous = _WORD_BEFORE.search(text[max(0, hit.start - _WINDOW) : hit.start])
    if (
        previous is not None
        and previous[1] in names.given
        and previous[1].lower() not in names.common
        and previous[1] not in names.not_names
    ):
        return word in names.family or hit.entry.label is Label.METONYM
    following = _WORD_AFTER.match(text[hit.end : hit.end + _WINDOW])
    if following is None or word not in names.given:
        return False
    other = following[1]
    return other in names.family and other not in names.not_names and other.lower() not in names.common and other not in _contexts()


def _surname(text: str, hit: Hit) -> bool:
    """Whether an office word is a surname: "John Major", "Martin Luther King"."""
    if text[hit.start : hit.end] not in wording()["surname_offices"]:
        return False
    previous = _WORD_BEFORE.search(text[max(0, hit.start - _WINDOW) : hit.start])
    names = name_words()
    return previous is not None and previous[1] in names.given and previous[1].lower() not in names.common


def is_state(entry: Entry) -> bool:
    """Whether the entry is a country by name, demonym, or seat."""
    return entry.label in STATE_LABELS
