"""The two parties of a record, by name or by code."""

from __future__ import annotations

from detente.model.errors import UsageError
from detente.model.folding import fold as plain
from detente.rules.actors import Label, country_names, lexicon
from detente.rules.folding import fold

_NAMES = frozenset({Label.NAME, Label.DEMONYM, Label.METONYM, Label.ORGANISATION})


def party_code(name: str) -> str:
    """The code of ``name``: a code itself (``VNM``, ``EU``), a name (``Vietnam``), or a seat (``Hanoi``). Raises UsageError."""
    if name.upper() in country_names():
        return name.upper()
    wanted = plain(name)
    codes = {code for code, known in country_names().items() if plain(known) == wanted} or _by_any_name(name)
    if len(codes) != 1:
        raise UsageError(f"{name!r} is no party known here; give a country's or organisation's English name or its code (VNM, USA, EU)")
    return codes.pop()


def _by_any_name(name: str) -> set[str]:
    found: set[str] = set()
    for form in (name, name.title()):
        text = fold(form).text
        found |= {h.entry.code for h in lexicon().hits(text) if h.entry.label in _NAMES and (h.start, h.end) == (0, len(text))}
    return found


def two_parties(between: tuple[str, str]) -> tuple[str, str]:
    """The codes of two parties, sorted. Raises UsageError where one is unknown or both are the same."""
    one, other = sorted(party_code(name) for name in between)
    if one == other:
        raise UsageError(f"{between[0]} and {between[1]} are the same party; a record is about two")
    return one, other
