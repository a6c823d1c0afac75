"""What a record holds, ready to be set against one article: without the article itself, and with copies of it as no witnesses for it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
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
from detente.reconcile.copies import COMMON, enough, sketch
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
        self._infos: dict[str, DocumentInfo] = {}

    @cached_property
    def documents(self) -> int:
        """How many documents can speak for the article: all but itself and its copies."""
        every = self.record.counts()["document"] if self.known_on is None else sum(1 for _ in self.record.documents(self.known_on))
        return every - len(self.record.held({self.article, *self.copies}, self.known_on))

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
        published = [date.latest.year for date in self.record.published(self.known_on) if date.latest]
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
        self._describe(statement.document for statement in said.values())
        for fact in missing:
            kept = [said[s.statement] for s in fact.supports if s.statement in said]
            self._cases[fact.id] = tuple(case(s, self._infos[s.document], self.parties) for s in kept if s.document in self._infos)

    def _describe(self, documents: Iterable[str]) -> None:
        """Look up these documents, as far as they can speak. Copies of the article speak against it, never for it."""
        unknown = {document for document in documents if document not in self._infos and document != self.article}
        held = self.record.held(sorted(unknown), self.known_on)
        groups_of = self.record.groups_of(sorted(held))
        for sha256, (document, _, _) in self.record.summaries(sorted(held)).items():
            self._infos[sha256] = DocumentInfo(sha256, document.published, "", groups_of.get(sha256, (sha256,))[0])


def _can_meet(claim: Case, case: Case) -> bool:
    """Whether two dates lie near enough for the checks to have something to weigh; a missing one always does."""
    return days_between(claim, case) <= max(claim.family.spacing, 1)


def _series_name(key: str) -> str:
    """A series whatever its unit: what is measured, and between whom."""
    return "|".join(key.split("|")[:3])


def _copies(record: Record, article: Document) -> frozenset[str]:
    """The article itself and every document that shares its text, or shares text with one that does."""
    runs = sketch(article.text)
    holders = [names for names in record.holders(runs, COMMON).values() if len(names) <= COMMON]
    shared = Counter(name for names in holders for name in names if name != article.sha256)
    lengths = {name: len(own) for name, own in record.sketches_of(shared).items()}
    alike = {name for name, number in shared.items() if enough(number, len(runs), lengths.get(name, 0))}
    near = record.groups_of(sorted(alike))
    return frozenset({article.sha256, *alike, *(other for group in near.values() for other in group)})
