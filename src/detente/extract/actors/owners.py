"""Whose a person is, by the country beside the name: "Russia's Lavrov", "King Abdullah of Jordan", "the Serb and Croat presidents"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from detente.extract.actors.persons import Found
from detente.extract.actors.scan import STATE_LABELS, Scan
from detente.rules.actors import Hit, Label, wording


def with_owners(scan: Scan, found: Iterable[Found]) -> Iterator[Found]:
    """``found`` with the country that stands beside each name whose office does not tell one; several holders share theirs out."""
    holders = 0
    for person in found:
        office = person.office
        if office is not None and office.plural:
            countries = _row_of_owners(scan, office.start, office.inside)
            holders = holders + 1 if holders and office.end < person.start - 1 else 1
            if len(countries) >= holders > 0 and len(countries) > 1:
                yield replace(person, country=countries[holders - 1])
                continue
        else:
            holders = 0
        if office is None or office.country is None:
            person = replace(person, country=_beside(scan, person))
        yield person


def _row_of_owners(scan: Scan, start: int, inside: tuple[Hit, ...]) -> list[str]:
    """The countries before a plural office, in order: "the Serbian and Croatian presidents"."""
    owners = [h.entry.code for h in inside[:1]]
    at = start
    for glue in wording()["joints"]:
        while owners and scan.text[max(0, at - len(glue)) : at] == glue:
            other = scan.ending.get(at - len(glue))
            if other is None or other.entry.label not in STATE_LABELS:
                break
            owners.insert(0, other.entry.code)
            at = other.start
    return owners


def _beside(scan: Scan, person: Found) -> str | None:
    """The country right before ("Russia's Lavrov") or right after ("Modi of India") the name; "told Modi of *India's* plan" is neither."""
    for glue in ("'s ", "' ", " "):
        if scan.text.startswith(glue, person.start - len(glue), person.start):
            owner = scan.ending.get(person.start - len(glue))
            if owner is not None and (owner.entry.label is Label.DEMONYM if glue == " " else owner.entry.label in STATE_LABELS):
                return owner.entry.code
    for glue in (f" {words} " for words in wording()["person_of"]):
        if scan.text.startswith(glue, person.end):
            owner = scan.starting.get(person.end + len(glue))
            if owner is not None and owner.entry.label is Label.NAME and scan.text[owner.end : owner.end + 1] != "'":
                return owner.entry.code
    return None
