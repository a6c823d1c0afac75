"""What the questions answer with: plain frozen records, ready to be printed, drawn or exported. No formatting."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from detente.model.document import Document, PublishedBasis
from detente.model.edtf import Edtf
from detente.model.fact import Discrepancy, Fact, Grade
from detente.model.ruling import Ruling
from detente.model.statement import Statement, Status


@dataclass(frozen=True, slots=True)
class DocumentSummary:
    """A document without its text: what a source line needs."""

    sha256: str
    id: str
    path: str | None
    title: str | None
    outlet: str | None
    published: Edtf | None
    basis: PublishedBasis | None
    language: str | None = None
    received: str | None = None
    """When the record took it in (ISO 8601, UTC)."""

    @classmethod
    def of(cls, document: Document, received: str | None = None) -> DocumentSummary:
        """What a source line needs of ``document``."""
        return cls(
            sha256=document.sha256,
            id=document.id,
            path=document.path,
            title=document.title,
            outlet=document.outlet,
            published=document.published,
            basis=document.published_basis,
            language=document.language,
            received=received,
        )


@dataclass(frozen=True, slots=True)
class Evidence:
    """A statement with the words around its quote: ``before + quote + after`` is a stretch of the stored text, unchanged."""

    statement: Statement
    document: DocumentSummary
    before: str
    quote: str
    after: str
    page: int | None = None
    paragraph: int | None = None


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two statements that disagree, side by side. ``settled`` is the slot for a ruling's word on it."""

    discrepancy: Discrepancy
    left: Evidence
    right: Evidence
    importance: float = 0.0
    settled: str | None = None
    left_sources: int = 1
    """Independent sources that say what the left one says; copies and rewrites count once."""
    right_sources: int = 1


@dataclass(frozen=True, slots=True)
class ChronologyLine:
    """One event in one line, however many documents tell it. ``evidence`` stands in the order of ``fact.supports``."""

    fact: Fact
    evidence: tuple[Evidence, ...]
    discrepancies: tuple[Conflict, ...] = ()

    @property
    def contested(self) -> tuple[Conflict, ...]:
        """The discrepancies that neither explain themselves nor were settled: what a line is marked for."""
        return tuple(c for c in self.discrepancies if c.settled is None and c.discrepancy.grade is Grade.CONTRADICTION)


@dataclass(frozen=True, slots=True)
class LadderRung:
    """A level of the relationship and for how long it stood. ``fact`` is None for the time before any known change."""

    level: str
    """``none``, ``recognition``, ``diplomatic relations``, ``normalized``, ``severed``, ``interrupted`` or a partnership's own name."""
    since: Edtf | None
    until: Edtf | None
    """The start of the next rung; None while it stands."""
    fact: Fact | None = None
    evidence: tuple[Evidence, ...] = ()
    rank: int = 0
    """Height on the ladder: 0 none or severed, 1 recognition, 2 relations, 3 normalized, 4 and up the named partnerships."""


@dataclass(frozen=True, slots=True)
class SeriesPoint:
    """One stated value. Points of one period by different reporters stand beside each other; none is dropped."""

    fact: Fact
    evidence: tuple[Evidence, ...]
    discrepancies: tuple[Conflict, ...] = ()


@dataclass(frozen=True, slots=True)
class SeriesView:
    """One indicator through time, points in order of their period (undated ones last)."""

    key: str
    label: str
    unit: str | None
    parties: tuple[str, ...]
    points: tuple[SeriesPoint, ...]
    reporters: tuple[str | None, ...]
    """Who reports, None standing for points whose reporter is not stated."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A fact that held on the day asked about, with its evidence. ``note`` says how it stood (``in force``, ``overdue``)."""

    fact: Fact
    evidence: tuple[Evidence, ...]
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """How things stood on one day, as the record knew it on another."""

    as_of: str
    """``YYYY-MM-DD``."""
    known_on: str | None
    """``YYYY-MM-DD``; None for all that the record holds."""
    published_by: str | None = None
    """``YYYY-MM-DD``; None for documents of any day and of none."""
    parties: tuple[str, ...]
    level: LadderRung
    relations: Standing | None
    """The last change of diplomatic relations up to the day."""
    missions: tuple[Standing, ...] = ()
    agreements: tuple[Standing, ...] = ()
    sanctions: tuple[Standing, ...] = ()
    figures: tuple[SeriesView, ...] = ()
    """Each series with its latest points up to the day."""
    open: tuple[Standing, ...] = ()
    """Commitments made and not yet due (or without a due date)."""
    overdue: tuple[Standing, ...] = ()
    """Commitments whose due date has passed; the record does not know whether they were kept."""
    tenures: tuple[Standing, ...] = ()
    left_out: tuple[tuple[str, int], ...] = ()
    """Of a sort of which there are too many to show (``agreements``), how many less important ones there are besides."""
    orphaned: tuple[Ruling, ...] = ()
    """Rulings that are about nothing that the record holds any longer: they have no effect until someone looks at them."""


@dataclass(frozen=True, slots=True)
class FactChange:
    """A fact that is otherwise than it was. ``evidence`` is what tells of it now; where it is gone, what told of it."""

    fact: Fact
    """As it is now; as it was, where it is gone."""
    before: tuple[Fact, ...] = ()
    """The facts that rested on the same statements before."""
    fields: tuple[str, ...] = ()
    """What differs (``date``, ``status``, ``id``)."""
    evidence: tuple[Evidence, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    """The contradictions that are new."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """What became otherwise in a record. Each list stands in order of time; a fact can be in several."""

    since: str
    """The moment compared with (ISO 8601, UTC), or the other record's path."""
    new: tuple[FactChange, ...] = ()
    confirmed: tuple[FactChange, ...] = ()
    """Told by more independent sources than before."""
    contradicted: tuple[FactChange, ...] = ()
    """Now at odds with another statement."""
    changed: tuple[FactChange, ...] = ()
    gone: tuple[FactChange, ...] = ()
    renamed: tuple[tuple[str, str], ...] = ()
    """(old identifier, new one) of facts that go by another one now; "" where the fact is gone. Old ones still resolve in ``show``."""


@dataclass(frozen=True, slots=True)
class SourceUse:
    """A document the record was built from, and how much of the record rests on it."""

    document: DocumentSummary
    statements: int
    facts: int
    group: int | None = None
    """Documents of one group are copies or rewrites of one text and count as one source; None for a text of its own."""
    superseded: bool = False
    """A newer version of the same file has taken its place."""
    grade: str = ""
    """How far a person trusts it, by the Admiralty code (``B2``); empty where nobody said."""


@dataclass(frozen=True, slots=True)
class FileProblem:
    """A file that gave no document: refused for what it is, or failed by our fault."""

    path: str
    outcome: str
    """``refused`` or ``failed``."""
    reason: str
    advice: str


@dataclass(frozen=True, slots=True)
class Sources:
    """Where the record comes from. ``files == used + duplicates + len(refused) + len(failed)``."""

    documents: tuple[SourceUse, ...]
    files: int
    used: int
    duplicates: int
    """Files whose bytes another file already brought."""
    refused: tuple[FileProblem, ...] = ()
    failed: tuple[FileProblem, ...] = ()
    groups: tuple[tuple[str, ...], ...] = ()
    """Copies and rewrites of one text, as sha256 sums."""


@dataclass(frozen=True, slots=True)
class Found:
    """One answer to a search: a fact with the evidence that matched, or a passage of a document."""

    evidence: tuple[Evidence, ...] = ()
    fact: Fact | None = None
    document: DocumentSummary | None = None
    snippet: str = ""
    """The passage of ``document`` that matched, unchanged; empty where ``evidence`` shows it."""


class Stance(StrEnum):
    """What a register says to a fact."""

    CONFIRMS = "confirms"
    NARROWS = "narrows"
    """It has the same, dated more precisely."""
    CONTRADICTS = "contradicts"
    TELLS = "tells"
    """It alone tells of it."""
    SILENT = "silent"
    """It would list it and does not."""
    OUTSIDE = "outside"
    """It does not list such things, so that nothing is missing."""


@dataclass(frozen=True, slots=True)
class RegisterVerdict:
    """What one register says to one fact, and why. ``rows`` are the rows that say it; none where it is silent or does not cover it."""

    register: str
    label: str
    stance: Stance
    reason: str
    rows: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Shown:
    """Everything the record holds under an identifier. Exactly one of ``fact``, ``statement``, ``document`` and ``discrepancy`` leads."""

    id: str
    fact: Fact | None = None
    statement: Statement | None = None
    document: DocumentSummary | None = None
    discrepancy: Discrepancy | None = None
    evidence: tuple[Evidence, ...] = ()
    discrepancies: tuple[Conflict, ...] = ()
    facts: tuple[Fact, ...] = ()
    """The facts that the statement or document supports."""
    registers: tuple[RegisterVerdict, ...] = ()
    """What each register that tells of such things says to the fact."""
    ended: str = ""
    """Until when a time in office lasted of which the fact tells no end, as others tell, with the reason."""


@dataclass(frozen=True, slots=True)
class VerifyProblem:
    """One thing that is not as promised: which check, on what, and what is wrong."""

    check: str
    subject: str
    text: str


@dataclass(frozen=True, slots=True)
class VerifyReport:
    """What ``verify`` looked at and what it found wrong. ``checks`` counts what was examined under each name."""

    checks: tuple[tuple[str, int], ...]
    problems: tuple[VerifyProblem, ...] = ()

    @property
    def ok(self) -> bool:
        """Whether everything promised holds."""
        return not self.problems


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """What to leave out. An empty field leaves out nothing."""

    since: str | None = None
    """``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``: nothing that ended before."""
    until: str | None = None
    """Nothing that began after."""
    kinds: tuple[str, ...] = ()
    """Kinds of event or of fact (``state_visit``, ``indicator``)."""
    statuses: tuple[Status, ...] = ()
    person: str | None = None
    """Part of a name; diacritics and case do not matter."""
    place: str | None = None
    party: str | None = None
    """Country code of a source or target."""
    top: int | None = None
    """Only so many, the most important ones, still in order of time."""
    milestones: bool = False
    """Only what has come about and matters most; see ``detente.reconcile.importance.MILESTONE``."""
    known_on: str | None = None
    facts: tuple[str, ...] = field(default=())
    """Only these identifiers."""


EVERYTHING = Filters()
"""Leaves out nothing."""
