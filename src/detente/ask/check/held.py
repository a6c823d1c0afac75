"""What a record holds, ready to be set against one article: without the article itself, and with copies of it as no witnesses for it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from detente.ask.asked import Asked
from detente.ask.evidence import Library
from detente.ask.facts import day
from detente.ask.registers import Register, registers_of
from detente.model.document import Document
from detente.model.fact import Fact
from detente.model.statement import FactKind
from detente.reconcile.cases import Case, DocumentInfo, case, series_of
from detente.reconcile.checks import days_between
from detente.reconcile.copies import groups, sketch
from detente.rules.merging import merging
from detente.store.base import Choice, Record

_DEEDS = (FactKind.EVENT.value, FactKind.PARTNERSHIP.value, FactKind.AGREEMENT.value)
_FEW = 20
"""Facts looked at for the first that has a beginning: a few can be dated by their end alone."""


@dataclass(frozen=True, slots=True)
class HeldFact:
    """A fact with its statements ready to be compared, those of the article left out. There is at least one."""

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
        self.article = article.sha256
        self.copies = _copies(record, article) - {article.sha256}
        self.known_on = None if known_on is None else day(known_on)
        self._asked = Asked(record, known_on)
        self._cases: dict[str, tuple[Case, ...]] = {}
        self._ready: dict[Choice, list[HeldFact]] = {}

    @cached_property
    def documents(self) -> Mapping[str, DocumentInfo]:
        """Every document that can speak, by sum. Copies of the article speak against it, never for it."""
        lead = {document: group[0] for group in self.record.groups() for document in group}
        held = (d for d in self.record.documents(self.known_on) if d.sha256 != self.article)
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
        """From when on the record tells of anything, and until when: its first dated fact, its last document or row of a list."""
        first = next((f.date.earliest for f in self._asked.facts(Choice(facts=_DEEDS, limit=_FEW)) if f.date and f.date.earliest), None)
        published = [d.published.latest.year for d in self.record.documents(self.known_on) if d.published and d.published.latest]
        listed = [int(register.entry.last[:4]) for register in self.lists if register.entry.last]
        return first.year if first else None, max([*published, *listed], default=None)

    def family(self, name: str, copies: bool = False) -> list[HeldFact]:
        """The facts of one family of kinds, in order of their identifiers; with what ``copies`` of the article say only when asked."""
        kinds = next((family.kinds for family in merging().families.values() if family.name == name), (name,))
        return self._heard(self._chosen(Choice(kinds=tuple(sorted(kinds)))), copies)

    def series(self, claim: Case, copies: bool = False) -> list[HeldFact]:
        """The points of the series that a figure belongs to, whatever its unit."""
        points = self._chosen(Choice(facts=(FactKind.INDICATOR.value,), kinds=(claim.statement.kind,)))
        return self._heard([held for held in points if _series_name(series_of(held.fact)) == _series_name(claim.series)], copies)

    def independent(self, case: Case) -> bool:
        """Whether a statement is by another than the article: no copy or rewrite of it."""
        return case.statement.document not in self.copies

    def _heard(self, facts: list[HeldFact], copies: bool) -> list[HeldFact]:
        if copies or not self.copies:
            return facts
        kept = [HeldFact(held.fact, tuple(c for c in held.cases if self.independent(c))) for held in facts]
        return [held for held in kept if held.cases]

    def _chosen(self, choice: Choice) -> list[HeldFact]:
        if choice not in self._ready:
            self._ready[choice] = self.ready(sorted(self._asked.facts(choice), key=lambda fact: fact.id))
        return self._ready[choice]

    def like(self, claim: Case) -> list[HeldFact]:
        """The facts of the claim's family that could be the same by their dates; the others need not be compared."""
        return [held for held in self.family(claim.family.name, copies=True) if any(_can_meet(claim, c) for c in held.cases)]

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
