"""Rulings in words, the same on a terminal and on a page."""

from __future__ import annotations

import json

from detente.model.ruling import Ruling
from detente.publish.plain import shorten

LONGEST = 80
"""Characters of a quote in a list of rulings."""


def subject_words(ruling: Ruling) -> str:
    """What a ruling was about, in the words that its person saw: they are kept with it, so that they can be shown when all else is gone."""
    said = [json.loads(anchor) for anchor in ruling.anchors]
    if not said:
        return ", ".join(subject[:8] for subject in ruling.subjects)
    first = said[0]
    words = (
        f"“{shorten(first['quote'], LONGEST)}”"
        if "quote" in first
        else shorten(first.get("title") or first.get("path") or "a document", LONGEST)
    )
    return words if len(said) == 1 else f"{words} and {len(said) - 1} more"
