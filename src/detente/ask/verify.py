"""Whether the record keeps its promises."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Protocol

from detente.ask.rulings import check_log
from detente.ask.truth import problems
from detente.ask.views import VerifyProblem, VerifyReport
from detente.pipeline.reconciling import made_anew
from detente.store.base import Outcome, Record

MOST = 1000
"""Problems listed; a record with more is broken in a way that the first thousand show."""


class Named(Protocol):
    """Something of the record that has an identifier."""

    @property
    def id(self) -> str:
        """By which it is known."""


def verify(record: Record) -> VerifyReport:
    """Span truth of every statement, counts, references, and that facts rebuilt from the statements are the facts held."""
    counted: Counter[str] = Counter()
    found: list[VerifyProblem] = []
    for check in (_storage, _statements, _files, _rulings, _facts):
        for problem in check(record, counted):
            if len(found) < MOST:
                found.append(problem)
    return VerifyReport(tuple(sorted(counted.items())), tuple(found))


def _storage(record: Record, counted: Counter[str]) -> Iterator[VerifyProblem]:
    counted["storage"] = 1
    for text in record.problems():
        yield VerifyProblem("storage", str(record.path), text)


def _statements(record: Record, counted: Counter[str]) -> Iterator[VerifyProblem]:
    """Every statement of every document, held or superseded."""
    for document in sorted({holding.document for holding in record.holdings()}):
        whole = record.document(document)
        counted["documents"] += 1
        for statement in record.statements_of(document):
            counted["statements"] += 1
            for check, text in problems(statement, whole):
                yield VerifyProblem(check, statement.id, text)


def _files(record: Record, counted: Counter[str]) -> Iterator[VerifyProblem]:
    """Used files brought documents that are held, refused and failed ones say why, and every document held was brought by a file."""
    held = {(holding.path, holding.document) for holding in record.holdings() if holding.until is None}
    brought: set[tuple[str, str]] = set()
    for entry in record.files():
        counted["files"] += 1
        pairs = {(entry.path, document) for document in entry.documents}
        brought |= pairs
        if entry.outcome is Outcome.USED and not (pairs and pairs <= held):
            yield VerifyProblem("files", entry.path, "counted as used, but not all its documents are held")
        if entry.outcome is not Outcome.USED and not entry.reason:
            yield VerifyProblem("files", entry.path, f"{entry.outcome} without a reason")
    for path, document in sorted(held - brought):
        yield VerifyProblem("files", path, f"no file brought document {document}")


def _rulings(record: Record, counted: Counter[str]) -> Iterator[VerifyProblem]:
    """No ruling was changed or taken out."""
    counted["rulings"] = sum(1 for _ in record.rulings())
    for text in check_log(record):
        yield VerifyProblem("rulings", str(record.path), text)


def _facts(record: Record, counted: Counter[str]) -> Iterator[VerifyProblem]:
    """Facts, discrepancies and copies are what a fresh rebuild gives."""
    counted["facts"] = counted["discrepancies"] = 0
    last, followed = record.last_rulings()
    if last != followed:
        yield VerifyProblem("facts", last, "the facts do not follow the last rulings yet: `detente rulings apply`")
        return
    with made_anew(record) as (facts, discrepancies, groups):
        for name, fact in _otherwise(counted, "facts", record.facts(), facts):
            yield VerifyProblem("facts", name, "a rebuild gives another fact" if fact else "a rebuild does not give this fact")
        if list(_otherwise(counted, "discrepancies", record.discrepancies(), discrepancies)):
            yield VerifyProblem("discrepancies", str(record.path), "a rebuild gives other discrepancies")
        if record.groups() != tuple(groups):
            yield VerifyProblem("copies", str(record.path), "a rebuild gives other groups of copies")


def _otherwise(counted: Counter[str], what: str, held: Iterable[Named], made: Iterable[Named]) -> Iterator[tuple[str, bool]]:
    """The identifiers of which not the same is held and made, with whether anything was made; both come in the order of identifiers."""
    left, right = iter(held), iter(made)
    one, other = next(left, None), next(right, None)
    while one is not None or other is not None:
        name = min(found.id for found in (one, other) if found is not None)
        mine, theirs = (found if found is not None and found.id == name else None for found in (one, other))
        if mine != theirs:
            yield name, theirs is not None
        counted[what] += mine is not None
        one, other = (next(left, None) if mine else one), (next(right, None) if theirs else other)
