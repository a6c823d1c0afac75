"""Office phrases: "the former US Deputy Secretary of State", "Minister of Foreign Affairs", "ambassador to Vietnam"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from detente.extract.actors.scan import COUNTRY_LABELS, Scan
from detente.rules.actors import PLURAL, Hit, Label, actor_words, wording

_BEFORE = re.compile(r"([A-Za-z][A-Za-z.'-]*)([ -])$")
_POSSESSIVE = re.compile(r"'s? $")
_POSTED = frozenset({"ambassador", "consul"})
_LONGEST = 90
"""Characters of context an office phrase may reach into."""


@dataclass(frozen=True, slots=True)
class OfficePhrase:
    """An office as the text states it. Offsets are into the folded text."""

    start: int
    """With grade and country: "former US Secretary of State"."""
    end: int
    title: int
    """Where the office itself begins: "Secretary of State"."""
    key: str
    sector: str | None
    country: str | None = None
    past: bool = False
    posting: Hit | None = None
    """The country an envoy is sent to."""
    inside: tuple[Hit, ...] = ()
    plural: bool = False
    """Several holders: "Presidents", "foreign ministers"."""
    """Country hits that the phrase has used up."""


@cache
def _over() -> re.Pattern[str]:
    """Matches between an office and what it is over ("of the"), or where its holder is sent ("to the")."""
    over, sent = ("|".join(map(re.escape, wording()[key])) for key in ("office_over", "office_sent"))
    return re.compile(rf" (?:(?:{over})|(?P<sent>{sent})) (?:the )?")


@cache
def _department_word() -> re.Pattern[str]:
    joints = "|".join(map(re.escape, wording()["department_joints"]))
    return re.compile(rf"(?:(?:,| (?:{joints})|&)? ?)([A-Za-z][A-Za-z'-]*)")


def office_phrases(scan: Scan) -> list[OfficePhrase]:
    """Every office in the text with what belongs to it, in order and without overlap."""
    found: list[OfficePhrase] = []
    for hit in scan.hits:
        if hit.entry.label is Label.OFFICE and (not found or hit.start >= found[-1].end):
            found.append(_phrase(scan, hit))
    return list(_joined(found, scan.text))


def _phrase(scan: Scan, hit: Hit) -> OfficePhrase:
    start, title, past, used = _leftwards(scan, hit)
    end, posting, right = _rightwards(scan, hit)
    used += right
    owners = [h for h in used if h is not posting]
    country = owners[0].entry.code if owners else None
    return OfficePhrase(start, end, title, hit.entry.code, hit.entry.sector, country, past, posting, tuple(used), hit.entry.name == PLURAL)


def _leftwards(scan: Scan, hit: Hit) -> tuple[int, int, bool, list[Hit]]:
    """Where the phrase begins, where its title begins, whether it is past, and the countries it used."""
    start = title = hit.start
    past = False
    while True:
        edge = start
        possessive = _POSSESSIVE.search(scan.text[max(0, start - 3) : start])
        if possessive is not None:
            edge = start - len(possessive[0])
        elif start and scan.text[start - 1] in " -":
            edge = start - 1
        owner = scan.ending.get(edge)
        if owner is not None and owner.entry.label in COUNTRY_LABELS and edge < start:
            return owner.start, title, past, [owner]
        word = _BEFORE.search(scan.text[max(0, start - 30) : start])
        if word is None or possessive is not None:
            return start, title, past, []
        small = word[1].lower()
        if small in actor_words("grades"):
            start = title = start - len(word[0])
        elif small in actor_words("past"):
            past = past or small in actor_words("former")
            start -= len(word[0])
        else:
            return start, title, past, []


def _rightwards(scan: Scan, hit: Hit) -> tuple[int, Hit | None, list[Hit]]:
    """Where the phrase ends, the country an envoy is posted to, and the countries it used."""
    end, posting, used = hit.end, None, []
    for _ in range(3):
        over = _over().match(scan.text[end : end + _LONGEST])
        if over is None:
            break
        sent = over["sent"] is not None
        if sent and hit.entry.code not in _POSTED:
            break
        place = end + len(over[0])
        owner = scan.starting.get(place)
        if owner is not None and owner.entry.label in COUNTRY_LABELS and owner.entry.label is not Label.DEMONYM:
            end = owner.end
            posting = owner if sent else posting
            used.append(owner)
            continue
        reached = _department(scan, place)
        if sent or reached == place:
            break
        end = reached
    return end, posting, used


def _department(scan: Scan, place: int) -> int:
    """How far the words after "of" or "for" name a department."""
    reached = place
    for _ in range(10):
        word = _department_word().match(scan.text[reached : reached + 40])
        if word is None or _country_at(scan, reached + word.start(1)) or word[1].lower() not in actor_words("departments"):
            break
        reached += len(word[0])
    return reached


def _country_at(scan: Scan, place: int) -> bool:
    hit = scan.starting.get(place)
    return hit is not None and hit.entry.label in COUNTRY_LABELS


def _joined(found: list[OfficePhrase], text: str) -> Iterator[OfficePhrase]:
    """Neighbouring offices as one: "Deputy" and "Minister", "Prime Minister and Foreign Minister" keeps two."""
    held: OfficePhrase | None = None
    for phrase in found:
        if held is not None and (phrase.start < held.end or text[held.end : phrase.start] in (" ", "-")):
            held = OfficePhrase(
                held.start, phrase.end, held.title, phrase.key, phrase.sector, held.country or phrase.country,
                held.past or phrase.past, phrase.posting or held.posting, (*held.inside, *phrase.inside), phrase.plural,
            )  # fmt: skip
            continue
        if held is not None:
            yield held
        held = phrase
    if held is not None:
        yield held
