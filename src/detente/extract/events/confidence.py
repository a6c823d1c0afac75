"""How likely a statement of an event is right in kind, parties and date, from what speaks for it."""

from __future__ import annotations

from dataclasses import dataclass
from math import exp

from detente.extract.events.carried import BORROWED
from detente.model.statement import Status
from detente.rules.codebook import Frame, Shape, codebook
from detente.rules.confidence import weights

LEAST, MOST = 0.05, 0.99
"""What is never known better than this: the labelled statements are too few to tell."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for a statement; more of anything never makes it less likely."""

    family: str
    named: bool
    """The sentence names the parties; without it one was lent by the document, by a named rule."""
    target: bool
    """It is told to or with whom, or the kind has one party alone."""
    dated: bool
    """The sentence gives a date; none was lent by the story, a heading, a visit or the sentence before."""
    placed: bool
    """It has a date at all, or it needs none: it has not happened, or the text is no news of a day."""
    done: bool
    """It happened; what is planned, denied or supposed is read wrong more often."""
    verb: bool
    """A verb tells it; nouns are more often only spoken of."""


def evidence(frame: Frame, lent: bool, target: bool, basis: str | None, status: Status, news: bool = False) -> Evidence:
    """The evidence for a statement that ``frame`` found: whether a party was lent, the target told, the date's basis (None: no date);
    ``news`` where the text has a day of publication."""
    kind = codebook().kinds[frame.kind]
    return Evidence(
        family=kind.family,
        named=not lent,
        target=target or frame.shape is Shape.SINGLE,
        dated=basis is not None and basis not in BORROWED,
        placed=basis is not None or not news or status is not Status.HAPPENED,
        done=status is Status.HAPPENED,
        verb=frame.part == "verb",
    )


def confidence(found: Evidence) -> float:
    """The probability, to three places."""
    known = weights()
    score = known.base + known.families.get(found.family, 0.0)
    score += sum(weight * float(getattr(found, name)) for name, weight in known.evidence.items())
    return round(min(MOST, max(LEAST, 1 / (1 + exp(-score)))), 3)
