"""What a record holds, ready to be set against one article: without the article itself and without copies of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from detente.ask.evidence import Library
from detente.ask.facts import known
from detente.ask.registers import Register, registers_of
from detente.model.document import Document
from detente.model.fact import Fact
from detente.model.statement import FactKind
from detente.reconcile.cases import Case, DocumentInfo, case, series_of
from detente.reconcile.checks import days_between
from detente.reconcile.copies import groups, sketch
from detente.rules.merging import merging
from detente.store.base import Record


@dataclass(frozen=True, slots=True)
class HeldFact:
    """A fact with its statements ready to be compared, those of the article and its copies left out. There is at least one."""

    fact: Fact
    cases: tuple[Case, ...]

    @property
    def sources(self) -> int:
        """Independent sources that remain."""
        return len({c.document.group for c in self.cases})


class Held:
    """The facts of one record as witnesses for or against one article. Statements are fetched family by family, when asked for."""

    def __init__(self, record: Record, article: Document, known_on: str | None = None) -> None:
        self.record = record
        self.parties = frozenset(record.parties)
        self.library = Library(record)
        self.left_out = _copies(record, article)
        self.facts = known(record, known_on)[0]
        self._cases: dict[str, tuple[Case, ...]] = {}

    @cached_property
    def documents(self) -> Mapping[str, DocumentInfo]:
        """Every document that can speak, by sum."""
        lead = {document: group[0] for group in self.record.groups() for document in group}
        held = (d for d in self.record.documents() if d.sha256 not in self.left_out)
        return {d.sha256: DocumentInfo(d.sha256, d.published, "", lead.get(d.sha256, d.sha256)) for d in held}

    @cached_property
    def lists(self) -> tuple[Register, ...]:
        """The registers of the record, with what each covers."""
        return registers_of(self.record)

    @cached_property
    def registers(self) -> frozenset[str]:
        """Sums of the documents that are official lists."""
        return frozenset(register.entry.document for register in self.lists)

    @cached_property
    def years(self) -> tuple[int | None, int | None]:
        """First and last year of what texts and lists tell as having happened."""
        told = [f.date for f in self.facts if f.date is not None and f.fact is not FactKind.COMMITMENT]
        first = min((d.earliest.year for d in told if d.earliest is not None), default=None)
        last = max((d.latest.year for d in told if d.latest is not None), default=None)
        return first, last

    @cached_property
    def _families(self) -> Mapping[str, Sequence[Fact]]:
        found: dict[str, list[Fact]] = defaultdict(list)
        for fact in self.facts:
            name = _series_name(series_of(fact)) if fact.fact is FactKind.INDICATOR else merging().family(fact.kind).name
            found[name].append(fact)
        return found

    def family(self, name: str) -> list[HeldFact]:
        """The facts of one family of kinds, in order of their identifiers."""
        return self.ready(self._families.get(name, ()))

    def series(self, claim: Case) -> list[HeldFact]:
        """The points of the series that a figure belongs to, whatever its unit."""
        return self.ready(self._families.get(_series_name(claim.series), ()))

    def like(self, claim: Case) -> list[HeldFact]:
        """The facts of the claim's family that could be the same by their dates; the others need not be compared."""
        return [held for held in self.family(claim.family.name) if any(_can_meet(claim, c) for c in held.cases)]

    def ready(self, facts: Iterable[Fact]) -> list[HeldFact]:
        """``facts`` with their statements; those that rest on the article alone are left out."""
        wanted = list(facts)
        self._fetch(wanted)
        return [HeldFact(fact, self._cases[fact.id]) for fact in wanted if self._cases[fact.id]]

    def _fetch(self, facts: Iterable[Fact]) -> None:
        missing = [fact for fact in facts if fact.id not in self._cases]
        said = self.record.get_statements(s.statement for fact in missing for s in fact.supports)
        for fact in missing:
            kept = [said[s.statement] for s in fact.supports if s.statement in said]
            self._cases[fact.id] = tuple(
                case(statement, self.documents[statement.document], self.parties)
                for statement in kept
                if statement.document in self.documents
            )


def _can_meet(claim: Case, case: Case) -> bool:
    """Whether two dates lie near enough for the checks to have something to weigh; a missing one always does."""
    return days_between(claim, case) <= max(claim.family.spacing, 1)


def _series_name(key: str) -> str:
    """A series whatever its unit: what is measured, and between whom."""
    return "|".join(key.split("|")[:3])


def _copies(record: Record, article: Document) -> frozenset[str]:
    """The article itself and every document that shares its text."""
    runs = {**record.sketches(), article.sha256: sketch(article.text)}
    shared = next((group for group in groups(runs) if article.sha256 in group), ())
    return frozenset({article.sha256, *shared})
