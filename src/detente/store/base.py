"""What a record can do, whatever keeps it. The rest of detente knows this interface and no SQL."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple, Protocol, Self

from detente.model.document import Block, Document
from detente.model.edtf import Edtf
from detente.model.fact import Discrepancy, Fact
from detente.model.reading import Extraction
from detente.model.register import RegisterEntry
from detente.model.ruling import Ruling
from detente.model.statement import Statement
from detente.store.briefs import Brief, Memo


class Outcome(StrEnum):
    """What became of a file. Files in = used + refused + failed, always."""

    USED = "used"
    REFUSED = "refused"
    """For what it is: missing, unreadable, empty, encrypted, damaged."""
    FAILED = "failed"
    """By a fault of detente's own."""


@dataclass(frozen=True, slots=True)
class FileEntry:
    """One file that was handed to a build, under the path it was given by."""

    path: str
    sha256: str | None
    """Of the file's bytes; None where they could not be read."""
    config: str
    """Fingerprint of the program and data files that read it: another one means it must be read again."""
    outcome: Outcome
    reason: str = ""
    advice: str = ""
    documents: tuple[str, ...] = ()
    """The sha256 sums of the documents in it (a message and its attachments, the lines of a JSON file)."""
    part_of: str | None = None
    """The path of the file that this refused part (an attachment, a line) came in."""


@dataclass(frozen=True, slots=True)
class TakenFile:
    """All that one file gave: what is kept in one transaction."""

    entry: FileEntry
    extractions: tuple[Extraction, ...] = ()
    sketches: tuple[tuple[int, ...], ...] = ()
    """For each extraction the runs of words that its document is known by among copies."""
    parts: tuple[FileEntry, ...] = ()
    """Refused or failed parts of the file."""


@dataclass(frozen=True, slots=True)
class Holding:
    """From when to when a document was part of the record. Times are ISO 8601 in UTC; ``until`` is None while it stands."""

    path: str
    document: str
    since: str
    until: str | None = None


@dataclass(frozen=True, slots=True)
class Run:
    """One build: when (given, never read from the clock by the record), with what program, for which parties."""

    at: str
    version: str
    config: str
    parties: tuple[str, ...]


class Order(StrEnum):
    """How chosen facts stand. Either way none is left to chance."""

    TIME = "time"
    """By the first day, then by the last, then by title; undated ones at the end."""
    IMPORTANCE = "importance"
    """The most important first, then by time."""
    LATEST = "latest"
    """By time, backwards."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """Which facts are asked for. An empty field leaves out nothing. Days are ``YYYY-MM-DD``."""

    ids: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    """Kinds of fact (``event``, ``indicator``)."""
    kinds: tuple[str, ...] = ()
    """Kinds of event or of fact: either may be named."""
    statuses: tuple[str, ...] = ()
    party: str | None = None
    """Code of a source or target."""
    person: str | None = None
    """Part of a name; case and diacritics do not matter."""
    place: str | None = None
    since: str | None = None
    """Nothing undated, and nothing that ended before."""
    until: str | None = None
    """Nothing undated, and nothing that began after."""
    ended_by: str | None = None
    """Only what had surely taken place by the end of that day."""
    begun_by: str | None = None
    """Only what had begun by the end of that day."""
    without_objects: tuple[str, ...] = ()
    """Nothing that is about one of these."""
    stands: bool = False
    """Nothing that a person set aside for another fact."""
    order: Order = Order.TIME
    limit: int | None = None
    offset: int = 0


@dataclass(frozen=True, slots=True)
class Line:
    """Figures that measure one thing between the same parties in one unit, by what the facts call it."""

    kind: str
    series: str | None
    source: tuple[str, ...]
    target: tuple[str, ...]
    unit: str | None
    points: int
    last: tuple[str, str]
    """First and last day of the latest period."""
    first_fact: str
    """The fact that comes first in time."""


@dataclass(frozen=True, slots=True)
class State:
    """What reconciling needs to know of a document, and the lead of the copies it belongs to."""

    document: str
    published: Edtf | None
    received: str
    lead: str = ""


@dataclass(frozen=True, slots=True)
class Outdated:
    """The documents that facts do not reflect as they stand."""

    come: tuple[State, ...]
    """Held, and new or otherwise dated than when facts were derived; without their leads."""
    gone: tuple[str, ...]
    """Reflected in facts, and held no more."""
    reflected: int
    """How many documents facts reflect."""


class Ready(NamedTuple):
    """What is kept of a statement to find those that it must be compared with: see ``detente.reconcile.blocking.Entry``."""

    number: int
    """The statement's running number in this file."""
    statement: str
    document: str
    block: str
    band: int
    low: int
    high: int
    part: int
    """Statements that were decided together share it."""
    persons: str
    marks: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What an addition does to facts and to what they are derived with."""

    documents: tuple[str, ...] = ()
    """Of these nothing that was kept stands any more."""
    states: tuple[State, ...] = ()
    ready: tuple[Ready, ...] = ()
    tokens: tuple[tuple[int, int], ...] = ()
    """(name, number of the statement)."""
    tokens_gone: tuple[tuple[int, int], ...] = ()
    parts: tuple[tuple[int, int], ...] = ()
    """(number of the statement, its part) where that changed."""
    sketches: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    sketches_gone: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    regrouped: tuple[str, ...] = ()
    """Documents whose groups of copies are made anew."""
    groups: tuple[tuple[str, ...], ...] = ()
    facts_gone: tuple[str, ...] = ()
    facts: tuple[Fact, ...] = ()
    points: tuple[tuple[int, str, int | None, int | None], ...] = ()
    """(where it meets others, the fact, its first and last day)."""
    discrepancies_gone: tuple[str, ...] = ()
    discrepancies: tuple[Discrepancy, ...] = ()
    renamed: tuple[tuple[str, str, str], ...] = ()
    """(old identifier, new identifier or "", when)."""
    ruled: str | None = None


class Record(Protocol):
    """One file that holds documents, statements, facts and discrepancies for one dyad.

    Every ``put_`` and ``replace_`` is one transaction: after a kill it is there wholly or not at all. Everything that is
    iterated comes in an order that depends on content alone.
    """

    @property
    def path(self) -> Path:
        """Where the record is kept."""

    @property
    def parties(self) -> tuple[str, ...]:
        """The codes of the two parties, sorted."""

    def put_file(self, taken: TakenFile, at: str) -> None:
        """Take in what one file gave at time ``at``. What the same path gave before is no longer held from then on."""

    def put_register(self, entry: RegisterEntry, taken: TakenFile, at: str) -> None:
        """Take in a register at time ``at``. What one of the same name gave before is no longer held from then on."""

    def drop_file(self, path: str, at: str) -> bool:
        """Hold no longer, from ``at`` on, what the file ``path`` gave; answers whether it was held."""

    def registers(self, known_on: str | None = None) -> Iterator[RegisterEntry]:
        """The registers held (at the end of the day ``known_on``), by name."""

    def put_run(self, run: Run) -> None:
        """Note a build. Noting the same run twice leaves one."""

    def files(self) -> Iterator[FileEntry]:
        """Every file by path."""

    def holdings(self) -> Iterator[Holding]:
        """Every time a document was held, by document, path and time."""

    def runs(self) -> Iterator[Run]:
        """Every build by time."""

    def sketches(self, known_on: str | None = None) -> dict[str, tuple[int, ...]]:
        """The runs of words that each document held is known by among copies."""

    def documents(self, known_on: str | None = None) -> Iterator[Document]:
        """The documents held (at the end of the day ``known_on``), without text and blocks, by sha256."""

    def of_outlet(self, name: str) -> tuple[str, ...]:
        """The documents, held or not, of the outlet of that name (case and diacritics aside), by sum."""

    def published(self, known_on: str | None = None) -> Iterator[Edtf]:
        """Each date on which a document held (at the end of the day ``known_on``) came out, once."""

    def document(self, sha256: str) -> Document:
        """One document whole. Raises UsageError where there is none."""

    def passages(self, sha256: str) -> tuple[str, Sequence[Block]]:
        """The text of a document and its blocks, without what else is known of it. Raises UsageError where there is none."""

    def statements(self, known_on: str | None = None) -> Iterator[Statement]:
        """The statements of the documents held, by document, place and identifier."""

    def statements_of(self, document: str) -> tuple[Statement, ...]:
        """What one document says, held or not."""

    def briefs(self, memo: Memo | None = None) -> Iterator[Brief]:
        """The statements under facts in brief, by fact and in the order that they support it."""

    def facts_again(self, memo: Memo) -> Iterator[Fact]:
        """As ``facts``, but what did not change since ``memo`` was last used is the same object and costs nothing to decode."""

    def use(self) -> Iterator[tuple[str, int, int]]:
        """(document, its statements, the facts they support) for every document held, by document."""

    def get_statements(self, ids: Iterable[str]) -> dict[str, Statement]:
        """Statements by identifier; unknown ones are left out."""

    def quotes(self, ids: Iterable[str]) -> dict[str, str]:
        """The quotes of statements by identifier; for whoever shows words and nothing else."""

    def replace_facts(
        self, facts: Iterable[Fact], discrepancies: Iterable[Discrepancy], groups: Iterable[Sequence[str]], ruled: str = ""
    ) -> None:
        """Put these in the place of all facts, discrepancies and groups of copies. ``ruled`` is the last ruling that they follow."""

    def facts(self) -> Iterator[Fact]:
        """Every fact by identifier."""

    def get_facts(self, ids: Iterable[str]) -> dict[str, Fact]:
        """Facts by identifier; unknown ones are left out."""

    def facts_of(self, statements: Iterable[str]) -> tuple[Fact, ...]:
        """The facts that these statements support, by identifier."""

    def names_of(self, statements: Iterable[str]) -> tuple[str, ...]:
        """The identifiers of the facts that these statements support, in order."""

    def founder(self, fact: str) -> str | None:
        """The statement that a fact began with; None where there is no such fact."""

    def select_facts(self, choice: Choice) -> tuple[Fact, ...]:
        """The facts asked for, in the order asked for. Answers from indexes, however many facts there are besides."""

    def count_facts(self, choice: Choice) -> int:
        """How many facts ``choice`` names, whatever its limit and offset."""

    def facets(self, choice: Choice) -> dict[str, tuple[tuple[str, int], ...]]:
        """How many of the facts that ``choice`` names have each ``fact``, ``kind``, ``status``, ``year``, ``party``, ``person`` and
        ``place``, the most frequent first. A year is that of the first day; names are as they compare (``fold``)."""

    def lines(self, begun_by: str) -> tuple[Line, ...]:
        """The lines of figures with a period that had begun by the end of that day, counting such periods alone."""

    def line_points(self, line: Line) -> tuple[Fact, ...]:
        """The points of a line in its latest period."""

    def summaries(self, documents: Iterable[str]) -> dict[str, tuple[Document, str, bool]]:
        """These documents without text and blocks, when each came in first, and whether it is held now; unknown ones are left out."""

    def discrepancies_beside(self, statements: Iterable[str]) -> tuple[Discrepancy, ...]:
        """The discrepancies of which one of these statements is a side, by identifier."""

    def discrepancies(self) -> Iterator[Discrepancy]:
        """Every discrepancy by identifier."""

    def groups(self) -> tuple[tuple[str, ...], ...]:
        """Documents that are copies or rewrites of one text."""

    def identifiers(self, prefix: str, limit: int = 10) -> tuple[tuple[str, str], ...]:
        """(what, identifier) of facts, statements, documents and discrepancies that begin so; a document's own id counts too."""

    def search_statements(self, words: str, limit: int) -> tuple[str, ...]:
        """Identifiers of the statements that hold all ``words`` (case and diacritics aside), best first."""

    def search_supports(self, words: str, choice: Choice, limit: int) -> tuple[tuple[str, str], ...]:
        """(fact, statement) of the statements that hold all ``words`` and support a fact that ``choice`` names, best first, until there are
        ``limit`` facts, a few under each. Of words that very many statements hold the most important facts come first."""

    def search_documents(self, words: str, limit: int) -> tuple[str, ...]:
        """Sums of the documents that hold all ``words``, best first."""

    def counts(self) -> dict[str, int]:
        """How many documents and statements are held now, how many facts and discrepancies there are, and how many of these contradict."""

    def digest(self) -> str:
        """A sha256 over everything the record holds, in canonical order: equal digests mean equal records."""

    def version(self) -> tuple[int, int]:
        """Something that changes whenever what the record holds may have changed, whoever wrote it."""

    def problems(self) -> Iterator[str]:
        """What the keeper itself finds wrong (a damaged page, a reference to nothing). Nothing, when all is well."""

    def rulings(self) -> Iterator[Ruling]:
        """Every ruling in the order in which they entered the log."""

    def held(self, documents: Iterable[str], known_on: str | None = None) -> frozenset[str]:
        """Those of ``documents`` that are held (at the end of the day ``known_on``)."""

    def put_rulings(self, drafts: Sequence[Ruling]) -> tuple[Ruling, ...]:
        """Add rulings to the log and answer them sealed. Works on a record opened to be read: the log takes what comes, from anyone."""

    def take_rulings(self, rulings: Iterable[Ruling]) -> int:
        """Add those of another log that this one lacks and answer how many. Raises UsageError where that log is not whole."""

    def last_rulings(self) -> tuple[str, str]:
        """The last ruling in the log, and the last one that the facts held follow; empty where there is none."""

    # What facts are derived with

    def together(self) -> AbstractContextManager[None]:
        """Everything written within is one transaction."""

    def outdated(self, known_on: str | None = None) -> Outdated:
        """What facts do not reflect of the documents held (at the end of the day ``known_on``)."""

    def states(self, documents: Iterable[str]) -> dict[str, State]:
        """What reconciling knew of each of these documents the last time; unknown ones are left out."""

    def numbers(self, statements: Iterable[str]) -> dict[str, int]:
        """The running number of each statement in this file."""

    def numbered(self, numbers: Iterable[int]) -> dict[int, Statement]:
        """Statements by their running number."""

    def ready_of(self, documents: Iterable[str]) -> Iterator[Ready]:
        """The entries of what these documents say."""

    def ready_by(self, statements: Iterable[str]) -> Iterator[Ready]:
        """The entries of these statements."""

    def ready_in(self, parts: Iterable[int]) -> Iterator[Ready]:
        """The entries of these parts."""

    def ready_within(self, block: str, band: int, first: int, last: int, ending: int) -> Iterator[Ready]:
        """The entries of a block and band that begin from ``first`` to ``last`` and end no earlier than ``ending``."""

    def ready_named(self, keys: Iterable[int]) -> Iterator[Ready]:
        """The entries that are registered under these names."""

    def blocks(self) -> tuple[str, ...]:
        """Every block of entries."""

    def statements_in(self, blocks: Sequence[str]) -> Iterator[tuple[int, Statement]]:
        """The statements of these blocks with their running numbers."""

    def meeting(self, key: int, low: int | None = None, high: int | None = None) -> tuple[str, ...]:
        """The facts that meet at ``key``; of those with a date only such as touch the days from ``low`` to ``high``."""

    def name_points(self, facts: Iterable[str]) -> dict[str, int]:
        """Where each of these facts meets those that are known by the same content."""

    def plain(self, key: int) -> str | None:
        """Of the facts known by one content the one with the plain identifier."""

    def is_plain(self, fact: str) -> bool:
        """Whether a fact has the plain identifier of its content."""

    def named_alike(self, key: int) -> Iterator[str]:
        """The facts known by one content in the order in which they were founded."""

    def discrepancies_of(self, facts: Iterable[str]) -> tuple[Discrepancy, ...]:
        """The discrepancies that touch these facts, by identifier."""

    def get_discrepancies(self, ids: Iterable[str]) -> tuple[Discrepancy, ...]:
        """Discrepancies by identifier; unknown ones are left out."""

    def weighed_discrepancies(self, grades: Sequence[str]) -> Iterator[tuple[str, float]]:
        """The discrepancies of these grades, grade by grade, each with how much the most important fact that it touches matters: those that
        matter most first, then by identifier."""

    def sketches_of(self, documents: Iterable[str]) -> dict[str, tuple[int, ...]]:
        """The runs of words that these documents are known by."""

    def holders(self, runs: Iterable[int], most: int) -> dict[int, tuple[str, ...]]:
        """For each run of words the documents reconciled that hold it; no more than one over ``most`` are named."""

    def sharing(self, least: int, most: int) -> Iterator[tuple[str, str, int]]:
        """(document, other, runs in common) of all reconciled that share ``least`` runs, such as more than ``most`` hold aside."""

    def groups_of(self, documents: Iterable[str]) -> dict[str, tuple[str, ...]]:
        """The group of copies that each of these documents is in; such as stand alone are left out."""

    def current(self, old: str) -> tuple[str, ...]:
        """The identifiers that facts go by now that went by ``old``; itself where it still stands, nothing where it never did."""

    def renamed(self, since: str = "") -> Iterator[tuple[str, str, str]]:
        """(old identifier, new one, when) of facts whose identifier changed from ``since`` on. A fact that went away has "" as new."""

    def clear(self) -> None:
        """Forget every fact and all that was kept to derive them."""

    def apply(self, change: Change) -> None:
        """Bring facts and what they were derived with up to date, in one transaction."""

    def compact(self) -> None:
        """Write the file anew in canonical order: equal records become equal bytes."""

    def copy_to(self, path: Path) -> None:
        """Write all that the record holds to a new file, which may then be written to without touching this one."""

    def close(self) -> None:
        """Let go of the file."""

    def __enter__(self) -> Self: ...

    def __exit__(self, *error: object) -> None: ...
