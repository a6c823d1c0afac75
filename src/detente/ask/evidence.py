"""Statements with the words around them and the documents they stand in."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Container, Iterable, Mapping, Sequence
from functools import cached_property

from detente.ask.views import Conflict, DocumentSummary, Evidence
from detente.model.document import Block
from detente.model.errors import UsageError
from detente.model.fact import Discrepancy, Fact
from detente.model.statement import Statement
from detente.pipeline.rulings import constraints_of
from detente.reconcile.rulings import Constraints, settled_words
from detente.store.base import Record

AROUND = 200
"""Characters of context on each side of a quote, at most; a paragraph's end cuts it short."""


class Library:
    """Documents and statements of one record, looked up once for one answer."""

    def __init__(self, record: Record, known_on: str | None = None) -> None:
        self.record = record
        self._known_on = known_on
        self._statements: dict[str, Statement] = {}
        self._evidence: dict[str, Evidence] = {}
        self._documents: dict[str, DocumentSummary] = {}
        self._standing: set[str] = set()

    @cached_property
    def received(self) -> Mapping[str, str]:
        """When each document came in first."""
        found: dict[str, str] = {}
        for holding in self.record.holdings():
            found[holding.document] = min(found.get(holding.document, holding.since), holding.since)
        return found

    @cached_property
    def ruled(self) -> Constraints:
        """What people have decided (by the end of the day that the answer is as known on)."""
        return constraints_of(self.record, self._known_on)

    @cached_property
    def held(self) -> dict[str, DocumentSummary]:
        """Every document held now, by sum."""
        return {document.sha256: DocumentSummary.of(document, self.received.get(document.sha256)) for document in self.record.documents()}

    def document(self, sha256: str) -> DocumentSummary:
        """One document without its text, held or superseded."""
        self._look_up([sha256])
        if sha256 not in self._documents:
            raise UsageError(f"the record holds no document {sha256}")
        return self._documents[sha256]

    def is_held(self, sha256: str) -> bool:
        """Whether a document is held now."""
        self._look_up([sha256])
        return sha256 in self._standing

    def _look_up(self, documents: Iterable[str]) -> None:
        missing = [document for document in documents if document not in self._documents]
        for sha256, (document, received, held) in self.record.summaries(missing).items() if missing else ():
            self._documents[sha256] = DocumentSummary.of(document, received or None)
            if held:
                self._standing.add(sha256)

    def fetch(self, facts: Iterable[Fact], discrepancies: Iterable[Discrepancy] = ()) -> None:
        """Gather the evidence of many facts at once, document by document, so that no text is read twice."""
        wanted = [support.statement for fact in facts for support in fact.supports]
        self.look_at([*wanted, *(side for discrepancy in discrepancies for side in (discrepancy.left, discrepancy.right))])

    def look_at(self, wanted: Iterable[str]) -> None:
        """Gather the evidence of these statements at once."""
        missing = [identifier for identifier in dict.fromkeys(wanted) if identifier not in self._evidence]
        if not missing:
            return
        statements = self.record.get_statements(missing)
        self._look_up(sorted({statement.document for statement in statements.values()}))
        for statement in sorted(statements.values(), key=lambda s: (s.document, s.span)):
            self._evidence[statement.id] = self._around(statement)

    def of(self, fact: Fact) -> tuple[Evidence, ...]:
        """A fact's evidence in the order of its supports."""
        self.fetch([fact])
        return tuple(self._evidence[s.statement] for s in fact.supports if s.statement in self._evidence)

    def among(self, fact: Fact, wanted: Container[str]) -> tuple[Evidence, ...]:
        """Of a fact's evidence that of the statements ``wanted``, in the order of its supports."""
        names = [s.statement for s in fact.supports if s.statement in wanted]
        self.look_at(names)
        return tuple(self._evidence[name] for name in names if name in self._evidence)

    def first(self, fact: Fact, most: int) -> tuple[Evidence, ...]:
        """The evidence of a fact's first supports, ``most`` at most."""
        return self.among(fact, [support.statement for support in fact.supports[:most]])

    def describe(self, documents: Iterable[str]) -> None:
        """Look up these documents at once."""
        self._look_up(documents)

    def statement(self, statement: Statement) -> Evidence:
        """One statement in its context."""
        if statement.id not in self._evidence:
            self._evidence[statement.id] = self._around(statement)
        return self._evidence[statement.id]

    def conflict(self, discrepancy: Discrepancy, importance: float = 0.0) -> Conflict | None:
        """Both sides of a discrepancy; None where the record lost one (``verify`` names that)."""
        self.fetch((), [discrepancy])
        left, right = self._evidence.get(discrepancy.left), self._evidence.get(discrepancy.right)
        if left is None or right is None:
            return None
        return Conflict(discrepancy, left, right, importance, settled_words(discrepancy, self.ruled))

    def conflicts_by_fact(self, discrepancies: Sequence[Discrepancy]) -> dict[str, tuple[Conflict, ...]]:
        """The discrepancies that touch each fact."""
        self.fetch((), discrepancies)
        found: dict[str, list[Conflict]] = {}
        for discrepancy in discrepancies:
            conflict = self.conflict(discrepancy)
            for fact in discrepancy.facts if conflict is not None else ():
                found.setdefault(fact, []).append(conflict) if conflict is not None else None
        return {fact: tuple(conflicts) for fact, conflicts in found.items()}

    def _around(self, statement: Statement) -> Evidence:
        text, blocks = self.record.passages(statement.document)
        start, end = statement.span.start, statement.span.end
        block = block_at(blocks, start)
        first = max(start - AROUND, block.span.start if block else 0, 0)
        last_block = block if block is not None and end <= block.span.end else block_at(blocks, max(start, end - 1))
        last = min(end + AROUND, last_block.span.end if last_block else len(text))
        return Evidence(
            statement=statement,
            document=self.document(statement.document),
            before=_from_a_word(text[min(first, start) : start], first > (block.span.start if block else 0)),
            quote=text[start:end],
            after=_to_a_word(text[end : max(last, end)], last < (last_block.span.end if last_block else len(text))),
            page=block.page if block else None,
            paragraph=block.paragraph if block else None,
        )


def block_at(blocks: Sequence[Block], place: int) -> Block | None:
    """The block that holds the character at ``place``."""
    index = bisect_right(blocks, place, key=lambda block: block.span.start) - 1
    return blocks[index] if index >= 0 and place < blocks[index].span.end else None


def _from_a_word(text: str, cut: bool) -> str:
    """``text`` without the broken word it begins with, where it was cut."""
    _broken, space, rest = text.partition(" ")
    return rest if cut and space else text


def _to_a_word(text: str, cut: bool) -> str:
    head, space, _broken = text.rpartition(" ")
    return head if cut and space else text
