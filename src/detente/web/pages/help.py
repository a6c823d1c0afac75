"""How to read the pages: what marks, colours and words mean, which keys there are."""

from __future__ import annotations

from dataclasses import dataclass

from detente.model.fact import Grade
from detente.publish.words import GRADE_WORDS
from detente.web.page import Page, View

KEYS = (("/", "look for something"), ("?", "this page"))


@dataclass(frozen=True, slots=True)
class Help:
    """What the page explains."""

    grades: tuple[tuple[str, str], ...]
    keys: tuple[tuple[str, str], ...]
    version: str


def page(view: View) -> Page:
    """The help page."""
    run = view.snapshot.last_run
    return Page("help", "help.page.html", "Help", Help(tuple((g.value, GRADE_WORDS[g]) for g in Grade), KEYS, run.version if run else ""))
