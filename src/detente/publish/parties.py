"""What a party is called, by its code."""

from __future__ import annotations

from detente.rules.actors import country_names


def party_name(code: str) -> str:
    """The usual English name of a country or organisation; the code itself where none is known."""
    return country_names().get(code, code)
