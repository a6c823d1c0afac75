"""What a party is called, by its code."""

from __future__ import annotations

from functools import cache

from detente.rules.files import read_csv

_TABLES = ("gazetteers/countries.csv", "gazetteers/former_states.csv", "gazetteers/organisations.csv")


@cache
def _names() -> dict[str, str]:
    names: dict[str, str] = {}
    for table in _TABLES:
        for row in read_csv(table):
            names.setdefault(row["code"], row["names"].split(";")[0].strip())
    return names


def party_name(code: str) -> str:
    """The usual English name of a country or organisation; the code itself where none is known."""
    return _names().get(code) or code
