"""How the pattern files write wording: a space for any white space."""

from __future__ import annotations


def spaced(pattern: str) -> str:
    """``pattern`` as a regular expression in which a space matches any white space, and an optional space none or any."""
    return pattern.replace(" ?", r"\s*").replace(" ", r"\s+")
