"""What checking an article answers: plain frozen records. No formatting."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum

from detente.ask.views import DocumentSummary, Evidence, RegisterVerdict
from detente.model.document import BlockKind
from detente.model.fact import DiscrepancyType, Grade
from detente.model.span import Span
from detente.model.statement import Statement


class Verdict(StrEnum):
    """What the record says to a claim."""

    SUPPORTED = "supported"
    """Something in the record says the same, as precisely or more so."""
    PARTLY = "partly"
    """The record bears a part of it out, or differs in a way that is explained (precision, scope, another reporter)."""
    CONTRADICTED = "contradicted"
    """The record says what cannot be right together with it."""
    NO_RECORD = "no_record"
    """The record tells nothing of it. That is no word against it."""
    UNCHECKABLE = "uncheckable"
    """It is about more than a record of two parties can know, or about something that cannot be counted."""


class Stance(StrEnum):
    """How a statement of the record stands to a claim."""

    AGREES = "agrees"
    DIFFERS = "differs"
    """Otherwise, in a way that is explained: both can be right."""
    CONTRADICTS = "contradicts"
    NEAR = "near"
    """Not the same thing: the nearest that the record holds, for the reader's own eye."""


@dataclass(frozen=True, slots=True)
class Witness:
    """A statement of the record that speaks to a claim, with its quote in context."""

    evidence: Evidence
    fact: str
    """Identifier of the fact that it stands under."""
    stance: Stance
    why: str
    """In words: what agrees, or how it differs."""
    type: DiscrepancyType | None = None
    grade: Grade | None = None
    register: bool = False
    """A row of an official list and not a text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One claim of the article with its verdict."""

    number: int
    """From 1, in the order of the text."""
    kind: str
    """The kind of event or fact; for a claim over the record ``first``, ``every``, ``ordinal``, ``span``, ``superlative``, ``change``."""
    span: Span
    quote: str
    title: str
    """What is claimed, in one line."""
    verdict: Verdict
    reason: str
    """Why the verdict is what it is, in one or two sentences."""
    notes: tuple[str, ...] = ()
    """What else a reader should know: what the record says more precisely, what it does not name."""
    witnesses: tuple[Witness, ...] = ()
    """Those that decide first, then those that agree, then what lies near."""
    sources: int = 0
    """Independent sources that agree; copies of one text count once, and so does a register."""
    registers: tuple[RegisterVerdict, ...] = ()
    """What each register that tells of such things says. One that does not go so far is no word against the claim."""
    statement: Statement | None = None
    """What was read in the article; None for a claim over the record that was said of no single deed."""
    page: int | None = None
    paragraph: int | None = None


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of the article that stands by itself: a heading, a paragraph, a caption."""

    span: Span
    kind: BlockKind
    page: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleCheck:
    """An article's claims, each with what the record says to it. ``text[finding.span]`` is the quote, always."""

    article: DocumentSummary
    text: str
    passages: tuple[Passage, ...]
    parties: tuple[str, ...]
    findings: tuple[Finding, ...]
    documents: int
    """Documents of the record that the article was set against."""
    first_year: int | None
    """Of what they tell: what lies before, the record cannot know."""
    last_year: int | None
    left_out: tuple[DocumentSummary, ...] = ()
    """The article itself and copies or rewrites of it, which are no witnesses for it. A copy that says otherwise is shown."""
    elsewhere: tuple[str, ...] = ()
    """Quotes about others than the two parties: not checked."""

    @property
    def counts(self) -> dict[str, int]:
        """How many claims met each verdict, in the order of ``Verdict``."""
        found = Counter(finding.verdict for finding in self.findings)
        return {verdict.value: found[verdict] for verdict in Verdict}

    @property
    def contradicted(self) -> bool:
        """Whether anything the article says is contradicted."""
        return any(finding.verdict is Verdict.CONTRADICTED for finding in self.findings)
