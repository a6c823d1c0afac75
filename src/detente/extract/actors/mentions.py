"""Mentions built from what was found: countries and bodies, persons, offices, and the words that stand for one of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from detente.extract.actors.offices import OfficePhrase
from detente.extract.actors.persons import Found
from detente.extract.actors.scan import COUNTRY_LABELS, STATE_LABELS, Scan
from detente.extract.actors.shorts import pronouns
from detente.model.mention import ActorKind, ActorMention, Party
from detente.rules.actors import Hit, Label, actor_words, wording

_DATED = re.compile(r",? (?:[0-3]?\d\b|[A-Z][a-z]{2,8}\.? [0-3]?\d, )")
"""Behind a capital: the day of what was written there ("Rabat, May 9, 1955")."""
_NEXT_CAPITAL = re.compile(r" [A-Z]")
_NEXT = re.compile(r" ([A-Za-z][a-z-]+)")
_KIND = {
    Label.NAME: ActorKind.COUNTRY,
    Label.DEMONYM: ActorKind.COUNTRY,
    Label.METONYM: ActorKind.GOVERNMENT,
    Label.ORGAN: ActorKind.GOVERNMENT,
    Label.ORGANISATION: ActorKind.ORGANISATION,
}
_GROUP_SECTORS = frozenset({"REB", "OPP", "NGO"})
_STANDALONE = frozenset({"GOV", "LEG"})
"""Sectors whose bodies stand for a government even where their country is not beside them."""


def _mention(
    scan: Scan,
    where: tuple[int, int],
    kind: ActorKind,
    parties: tuple[Party, ...],
    rule: str,
    *,
    full: tuple[int, int] | None = None,
    attributive: bool = False,
    cue: str | None = None,
) -> ActorMention:
    """A mention at folded offsets ``where``; ``full`` is kept only where it says more than ``where``."""
    span = scan.folded.span(*where)
    whole = None if full is None or full == where else scan.folded.span(*full)
    return ActorMention(span, kind, parties, rule, full=whole, attributive=attributive, cue=cue)


def person_mentions(scan: Scan, found: Sequence[Found]) -> Iterator[ActorMention]:
    """Each person with the office and country that stand beside the name."""
    for person in found:
        office = person.office
        name = scan.written(person.start, person.end)
        if office is None:
            cue = "short" if person.rule == "short_name" or " " not in name else None
            yield _mention(scan, (person.start, person.end), ActorKind.PERSON, (Party(name, person.country),), person.rule, cue=cue)
            continue
        stated = singular(scan.written(office.title, office.end)) if office.plural else scan.written(office.title, office.end)
        shared = office.plural and person.start - office.end > 1
        full = None if shared else (min(office.start, person.start), max(office.end, person.end))
        party = Party(name, person.country or office.country, stated, office.sector)
        yield _mention(scan, (person.start, person.end), ActorKind.PERSON, (party,), person.rule, full=full, cue=office.key)


def singular(stated: str) -> str:
    """One holder's office out of several': "Foreign ministers" is "Foreign minister", "Secretaries of State" is "Secretary of State"."""
    head, of, rest = stated.partition(" of ")
    head = head[:-3] + "y" if head.endswith("ies") else head.removesuffix("s")
    return head + of + rest


def office_mentions(scan: Scan, offices: Sequence[OfficePhrase], found: Sequence[Found]) -> Iterator[ActorMention]:
    """Offices with nobody's name beside them: "the prime minister", "the Greek foreign minister"."""
    used = {person.office.start for person in found if person.office is not None}
    for office in offices:
        if office.start in used:
            continue
        if office.plural and office.country is not None:
            party = Party(scan.written(office.start, office.end), office.country, None, office.sector)
            yield _mention(scan, (office.start, office.end), ActorKind.GOVERNMENT, (party,), "organ")
        if not _refers(scan, office):
            continue
        stated = scan.written(office.title, office.end)
        party = Party(stated, office.country, stated, office.sector)
        yield _mention(scan, (office.start, office.end), ActorKind.OFFICE, (party,), "office", cue=office.key)


def _refers(scan: Scan, office: OfficePhrase) -> bool:
    """Whether an office stands for someone: with "the" or an owner, or with its country."""
    if office.plural or _ordinal(scan, office):
        return False
    if office.country is not None:
        return True
    before = scan.text[max(0, office.start - 6) : office.start].lower()
    return before.endswith(tuple(f"{word} " for word in wording()["referring"]))


def _ordinal(scan: Scan, office: OfficePhrase) -> bool:
    """ "the first president to do so", "the general public", "shot in the head" and "the General Agreement" are nobody in particular."""
    said = scan.text[office.start : office.end]
    if said.lower() in actor_words("headless"):
        return True
    rank = said.lower() in actor_words("ranks_and_words")
    return (rank and (said.islower() or _NEXT_CAPITAL.match(scan.text, office.end) is not None)) or (
        said.lower().split(" ")[0] in actor_words("ordinals") and office.key != "party_leader"
    )


def state_mentions(scan: Scan, claimed: set[int]) -> Iterator[ActorMention]:
    """Countries, seats, bodies and organisations that no person or office has claimed."""
    reached = 0
    for hit in scan.hits:
        if hit.start in claimed or hit.start < reached:
            continue
        if hit.entry.label in COUNTRY_LABELS:
            mention, reached = _state(scan, hit)
            yield mention
        elif hit.entry.label is Label.BODY and hit.entry.sector in _STANDALONE and hit.entry.code not in actor_words("unspecific_bodies"):
            owner = _owner_after(scan, hit)
            reached = owner.end if owner is not None else hit.end
            party = Party(scan.text[hit.start : reached], owner.entry.code if owner is not None else None, None, hit.entry.sector)
            rule = "body" if owner is None else "organ"
            yield _mention(scan, (hit.start, reached), ActorKind.GOVERNMENT, (party,), rule, cue="body" if owner is None else None)


@cache
def _locative() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(wording()['locative'])}) $", re.IGNORECASE)


def _state(scan: Scan, hit: Hit) -> tuple[ActorMention, int]:
    """The mention of one country, with its body where one follows ("Greek foreign ministry"), and where it ends."""
    entry = hit.entry
    text = scan.text
    body = _body_after(scan, hit) if entry.label in STATE_LABELS else None
    if body is not None and body[1] in ("GOV", "LEG", "MIL", "JUD", "COP", "SPY", "REB", "OPP"):
        end, sector = body
        kind = ActorKind.GROUP if sector in _GROUP_SECTORS else ActorKind.GOVERNMENT
        party = Party(text[hit.start : end], entry.code, None, sector)
        return _mention(scan, (hit.start, end), kind, (party,), "organ"), end
    rule, kind = entry.label.value, _KIND[entry.label]
    placed = _locative().search(text[max(0, hit.start - 12) : hit.start]) or _DATED.match(text[hit.end : hit.end + 20])
    if entry.label is Label.METONYM and placed is not None:
        rule = "locative"
    if entry.sector in _GROUP_SECTORS and entry.label is Label.ORGAN:
        kind = ActorKind.GROUP
    told = entry.sector if entry.label is Label.ORGAN else (body[1] if body else None)
    name = text[hit.start : hit.end] if entry.label is Label.ORGAN else entry.name
    party = Party(name, entry.code, None, told)
    return _mention(scan, (hit.start, hit.end), kind, (party,), rule, attributive=_attributive(scan, hit)), hit.end


def _body_after(scan: Scan, hit: Hit) -> tuple[int, str] | None:
    """The end and sector of the body of government that belongs to the country: "Nicaragua's Sandinista government"."""
    for glue in (" ", "'s ", "' "):
        if scan.text.startswith(glue, hit.end):
            after = scan.starting.get(hit.end + len(glue))
            if after is None or after.entry.sector is None:
                continue
            own = after.entry.label is Label.ORGAN and (after.entry.code == hit.entry.code or after.entry.sector == "LEG")
            if after.entry.label is Label.BODY or own:
                return after.end, after.entry.sector
    return None


def _owner_after(scan: Scan, hit: Hit) -> Hit | None:
    """The country after a body: "the Foreign Ministry in Seoul", "the government of Peru"; an embassy in Seoul is not Seoul's."""
    for words in wording()["body_of"]:
        glue = f" {words} "
        if scan.text.startswith(glue, hit.end) and not (words == wording()["body_at"] and hit.entry.code in actor_words("abroad_bodies")):
            after = scan.starting.get(hit.end + len(glue))
            if after is not None and after.entry.label in (Label.NAME, Label.METONYM):
                return after
    return None


def _attributive(scan: Scan, hit: Hit) -> bool:
    text = scan.text
    if text[hit.end : hit.end + 1] == "-" or text[max(0, hit.start - 1) : hit.start] == "-":
        return True
    if re.match(r" - [A-Z]", text[hit.end : hit.end + 4]) or re.search(r"[a-z] - $", text[max(0, hit.start - 4) : hit.start]):
        return True
    following = _NEXT.match(text[hit.end : hit.end + 30])
    if following is None:
        return False
    word = following[1]
    surface = text[hit.start : hit.end]
    if hit.entry.label is Label.DEMONYM or surface in actor_words("adjectival"):
        return word.lower() not in actor_words("no_nouns") and not surface.endswith("ns")
    return word.lower() in actor_words("compounds")


def phrase_mentions(scan: Scan) -> Iterator[ActorMention]:
    """Pairs and other words that stand for parties named elsewhere; resolving fills them in."""
    for hit in scan.hits:
        if hit.entry.label is Label.PAIR:
            yield _mention(scan, (hit.start, hit.end), ActorKind.PAIR, (), "pair", cue=hit.entry.code)
        elif hit.entry.label is Label.RELATIVE and not (hit.entry.code in _QUALIFYING and _qualifies(scan, hit)):
            kind = ActorKind.COUNTRY if hit.entry.code in _COUNTRY_CUES else ActorKind.PERSON
            kind = ActorKind.ORGANISATION if hit.entry.code == "bloc" else kind
            yield _mention(scan, (hit.start, hit.end), kind, (), hit.entry.code, cue=hit.entry.code)


_COUNTRY_CUES = frozenset({"country", "neighbour", "north", "south", "republic"})
_QUALIFYING = frozenset({"former", "latter", "north", "south", "republic"})
"""Words that go with a noun as often as they stand for someone: "the former president", "the North Sea", "the Republic of"."""


def _qualifies(scan: Scan, hit: Hit) -> bool:
    """Whether "the former" goes with a noun: "the former president", "the latter half"."""
    following = re.match(r"[ -]([A-Za-z]+)", scan.text[hit.end : hit.end + 24])
    if following is None or following[1].endswith("ed"):
        return False
    return following[1] not in actor_words("no_nouns") and following[1] not in actor_words("deeds")


def pronoun_mentions(scan: Scan) -> Iterator[ActorMention]:
    """ "he" and "she" as subjects; resolving finds whom they stand for, or drops them."""
    for start, end in pronouns(scan.text):
        yield _mention(scan, (start, end), ActorKind.PERSON, (), "pronoun", cue=scan.text[start:end].lower())
