"""How much each piece of evidence says that a statement of an event is right: numbers fitted on labelled statements."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from detente.model.errors import DataError
from detente.rules.codebook import codebook
from detente.rules.files import read_yaml

FILE = "vocabulary/confidence.yaml"
EVIDENCE = ("named", "target", "dated", "placed", "done", "verb")
"""What speaks for a statement, in the order of the file's head; none may count against it."""


@dataclass(frozen=True, slots=True)
class Weights:
    """Log-odds: where a statement starts, what each piece of evidence adds, and how a family of kinds differs from the rest."""

    base: float
    evidence: Mapping[str, float]
    families: Mapping[str, float]
    news_floor: float
    """The confidence below which news tells nothing."""


@cache
def weights() -> Weights:
    """The shipped numbers. Raises DataError where one is missing, of no family, or counts evidence against a statement."""
    return checked(read_yaml(FILE))


def checked(data: Mapping[str, Any]) -> Weights:
    """The numbers of a file's content, checked as ``weights`` promises."""
    for part in ("base", "news_floor", "evidence", "families"):
        if part not in data:
            raise DataError(f"data/{FILE}: {part} is missing")
    evidence = {str(name): float(value) for name, value in data["evidence"].items()}
    if tuple(evidence) != EVIDENCE:
        raise DataError(f"data/{FILE}: evidence must be {', '.join(EVIDENCE)}, in this order")
    for name, value in evidence.items():
        if value < 0:
            raise DataError(f"data/{FILE}: {name} is {value}; evidence that speaks for a statement cannot count against it")
    families = {str(name): float(value) for name, value in data["families"].items()}
    for family in families:
        if family not in codebook().families:
            raise DataError(f"data/{FILE}: the codebook has no family {family}")
    return Weights(float(data["base"]), evidence, families, float(data["news_floor"]))
