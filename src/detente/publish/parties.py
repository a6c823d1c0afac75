"""What a party is called by its code, and its code by what it is called."""

from __future__ import annotations

from difflib import get_close_matches
from functools import cache

from detente.model.errors import UsageError
from detente.model.folding import fold
from detente.rules.files import read_csv

_TABLES = ("gazetteers/countries.csv", "gazetteers/former_states.csv", "gazetteers/organisations.csv")


@cache
def _names() -> dict[str, str]:
    names: dict[str, str] = {}
    for table in _TABLES:
        for row in read_csv(table):
            names.setdefault(row["code"], row["names"].split(";")[0].strip())
    return names


@cache
def _codes() -> dict[str, str]:
    codes: dict[str, str] = {}
    for table in _TABLES:
        for row in read_csv(table):
            for name in (row["code"], *row["names"].split(";"), *row.get("demonyms", "").split(";")):
                if name.strip():
                    codes.setdefault(fold(name.strip()), row["code"])
    return codes


def party_name(code: str) -> str:
    """The usual English name of a country or organisation; the code itself where none is known."""
    return _names().get(code) or code


def party_code(text: str) -> str:
    """The code of a party given by name or code, case and diacritics aside. Raises UsageError with the names that come close."""
    codes = _codes()
    found = codes.get(fold(text.strip()))
    if found is not None:
        return found
    near = get_close_matches(fold(text.strip()), codes, n=3)
    names = list(dict.fromkeys(f"{party_name(codes[name])} ({codes[name]})" for name in near))
    hint = f"did you mean {' or '.join(names)}?" if names else "give an English name, or a code such as VNM, USA or EU"
    raise UsageError(f"{text}: no such party; {hint}")
