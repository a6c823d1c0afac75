"""What a party is called, by its code."""

from __future__ import annotations

from detente.model.fact import Fact
from detente.rules.actors import country_names


def party_name(code: str) -> str:
    """The usual English name of a country or organisation; the code itself where none is known."""
    return country_names().get(code, code)


def whose(fact: Fact) -> str:
    """Whose figure it is: one side's, or from one side to the other; empty where it is of the two alike."""
    if fact.source == fact.target:
        return ""
    sides = [", ".join(map(party_name, side)) for side in (fact.source, fact.target) if side]
    return " → ".join(sides)
