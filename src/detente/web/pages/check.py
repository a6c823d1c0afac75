"""An article against the record: where to put it, and the verdicts beside its text."""

from __future__ import annotations

from dataclasses import dataclass

from detente.ask.check import ArticleCheck
from detente.publish.check_page import Row, rows
from detente.web.page import Page


@dataclass(frozen=True, slots=True)
class Desk:
    """Where an article is handed in."""

    message: str = ""


@dataclass(frozen=True, slots=True)
class Checked:
    """An article with the verdicts."""

    answer: ArticleCheck
    rows: tuple[Row, ...]


def form(message: str = "") -> Page:
    """The page that takes an article."""
    return Page("check", "check-form.page.html", "Check an article", Desk(message))


def page(answer: ArticleCheck) -> Page:
    """The page of a checked article."""
    return Page("check", "check.page.html", answer.article.title or "A checked article", Checked(answer, rows(answer)))
