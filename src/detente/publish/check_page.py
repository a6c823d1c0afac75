"""What the page of a checked article shows of each passage: its text in stretches, and the claims beside it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from detente.ask.check.views import ArticleCheck, Finding, Passage, Verdict
from detente.model.document import BlockKind
from detente.publish.plain import flows

_GRAVITY = (Verdict.CONTRADICTED, Verdict.PARTLY, Verdict.SUPPORTED, Verdict.UNCHECKABLE, Verdict.NO_RECORD)
"""Where two claims lie over one another, the verdict that the words are marked with."""

_HEADINGS = frozenset({BlockKind.TITLE, BlockKind.HEADING})


@dataclass(frozen=True, slots=True)
class Stretch:
    """Characters of the article under the same claims. ``ends`` are the claims whose words end here."""

    text: str
    verdict: Verdict | None
    begins: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """A passage of the article with the claims made in it."""

    stretches: tuple[Stretch, ...]
    findings: tuple[Finding, ...]
    heading: bool
    caption: bool
    flows: bool = False
    """Whether its lines were broken for a screen, so that it is set anew in the width at hand."""

    @property
    def unmarked(self) -> tuple[int, ...]:
        """Claims of which no character stands in the passage shown (a credit between two paragraphs): they need a place all the same."""
        marked = {number for stretch in self.stretches for number in stretch.begins}
        return tuple(f.number for f in self.findings if f.number not in marked)


def rows(answer: ArticleCheck) -> tuple[Row, ...]:
    """The article from its first passage to its last; every claim stands beside the passage that it begins in."""
    left = list(answer.findings)
    found = []
    for number, passage in enumerate(answer.passages):
        last = number + 1 == len(answer.passages)
        own = [f for f in left if last or f.span.start < passage.span.end]
        left = left[len(own) :]
        found.append(
            Row(
                stretches(answer.text, passage, own),
                tuple(own),
                passage.kind in _HEADINGS,
                passage.kind is BlockKind.CAPTION,
                flows(passage.span.of(answer.text)),
            )
        )
    return tuple(found)


def stretches(text: str, passage: Passage, findings: list[Finding]) -> tuple[Stretch, ...]:
    """The passage cut wherever a claim begins or ends. Joined together they are the passage, unchanged."""
    start, end = passage.span.start, passage.span.end
    cuts = {start, end}
    for finding in findings:
        cuts |= {min(max(place, start), end) for place in (finding.span.start, finding.span.end)}
    ordered = sorted(cuts)
    found = []
    for low, high in pairwise(ordered):
        over = [f for f in findings if f.span.start <= low and high <= f.span.end]
        verdict = min((f.verdict for f in over), key=_GRAVITY.index, default=None)
        begins = tuple(f.number for f in over if max(f.span.start, start) == low)
        ends = tuple(f.number for f in over if min(f.span.end, end) == high)
        found.append(Stretch(text[low:high], verdict, begins, ends))
    return tuple(found)
