"""What is shown where there is nothing to show, or where something was asked that cannot be answered."""

from __future__ import annotations

from dataclasses import dataclass

from detente.web.page import Page

NOT_FOUND = 404


@dataclass(frozen=True, slots=True)
class Missing:
    """What went wrong."""

    why: str


def page(status: int, why: str) -> Page:
    """The page for an error."""
    title = "Not found" if status == NOT_FOUND else "That did not work"
    return Page("", "missing.page.html", title, Missing(why), status)
