"""What waits for a decision, one question at a time, with the key that gives each answer printed on its button."""

from __future__ import annotations

from dataclasses import dataclass

from detente.ask.evidence import Library
from detente.ask.review import CHOICES, Choice, Proposal, Sitting, evidence_of
from detente.ask.views import Evidence
from detente.reconcile.edits import CHANGES
from detente.web.page import Page

QUESTIONS = {
    "orphan": "This ruling is about nothing that the record holds any longer.",
    "discrepancy": "Which side is followed?",
    "join": "Do both tell of the same event?",
    "reading": "Does the quote say this?",
    "fact": "Is this right?",
}

ALWAYS = (Choice("s", "skip", "skip"), Choice("u", "undo", "undo the last step"))
"""Keys that stand under every question."""


@dataclass(frozen=True, slots=True)
class Question:
    """One question as it is shown."""

    proposal: Proposal | None
    question: str
    evidence: tuple[Evidence, ...]
    choices: tuple[Choice, ...]
    always: tuple[Choice, ...]
    fields: tuple[str, ...]
    left: int
    answered: int
    message: str = ""


def question(sitting: Sitting, message: str = "") -> Question:
    """What a sitting asks now."""
    proposal = sitting.current()
    if proposal is None:
        return Question(None, "", (), (), ALWAYS[1:], (), 0, sitting.answered, message)
    return Question(
        proposal=proposal,
        question=QUESTIONS[proposal.ask.value],
        evidence=evidence_of(Library(sitting.record), proposal),
        choices=CHOICES[proposal.ask],
        always=ALWAYS,
        fields=tuple(CHANGES),
        left=sitting.left,
        answered=sitting.answered,
        message=message,
    )


def page(asked: Question) -> Page:
    """The page of a question."""
    return Page("review", "review.page.html", "Review", asked)
