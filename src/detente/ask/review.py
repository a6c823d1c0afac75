"""What waits for a person's decision, what is most worth deciding first, and one sitting of deciding.

The value of a decision is the importance of the fact it is about, times how much hangs on it (``NEED``). Rulings that have lost what they
were about come before all: someone's decision is without effect.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from detente.ask.conflicts import EXPLAINED
from detente.ask.evidence import Library
from detente.ask.rulings import refresh, rule, undo
from detente.ask.views import Conflict, Evidence
from detente.model.errors import UsageError
from detente.model.fact import Discrepancy, Fact, Grade, Review, Support
from detente.model.ruling import BOTH, Action, Ruling
from detente.pipeline.rulings import constraints_of, lost_rulings
from detente.reconcile.checks import MERGE
from detente.reconcile.rulings import Constraints
from detente.store import base
from detente.store.base import Record

DOUBTFUL = 0.5
"""A statement that joined its fact by less than this above the least sum is worth a question."""

UNSURE = 0.7
"""Statements read with less confidence than this are asked about one by one. Of labelled statements half or fewer were right below it and
four in five above (docs/quality.md, "Confidence"); about four in ten fall below it. To be set anew when confidence is fitted anew."""

NEED: Mapping[str, float] = {
    Grade.CONTRADICTION: 3.0,
    Grade.REPORTER: 1.5,
    Grade.SCOPE: 1.5,
    Grade.CLOCK: 1.0,
    "join": 2.0,
    "reading": 2.0,
    "fact": 1.0,
    "partly": 0.5,
}
"""How much hangs on a decision: a contradiction leaves the reader with two dates, a proposal that nobody doubts with nothing."""

MOST_NEED = max(NEED.values())
PAGE = 500
"""Facts looked at in one go."""

_LOST = 1e6


class Ask(StrEnum):
    """What is asked."""

    ORPHAN = "orphan"
    """A ruling is about nothing any longer: shall it go?"""
    DISCREPANCY = "discrepancy"
    """Which side is followed?"""
    JOIN = "join"
    """Does this statement tell of the same event as the rest?"""
    READING = "reading"
    """Does the quote say what was read in it?"""
    FACT = "fact"
    """Is the fact right as it stands?"""


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer that can be given: the key that gives it, and what it says."""

    key: str
    name: str
    label: str


_JUDGED = (Choice("y", "right", "right"), Choice("n", "wrong", "wrong"), Choice("e", "edit", "edit a field"))

CHOICES: Mapping[Ask, tuple[Choice, ...]] = {
    Ask.ORPHAN: (Choice("d", "drop", "drop the ruling"),),
    Ask.DISCREPANCY: (Choice("1", "left", "follow the first"), Choice("2", "right", "follow the second"), Choice("b", BOTH, "both stand")),
    Ask.JOIN: (Choice("y", "same", "the same event"), Choice("n", "other", "another event")),
    Ask.READING: _JUDGED,
    Ask.FACT: _JUDGED,
}
"""What can be answered to each question, each under its own key."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """One thing to decide. It carries no quotes: ``evidence_of`` looks them up when it is shown."""

    ask: Ask
    name: str
    """Identifier of the ruling, discrepancy, statement or fact that is asked about."""
    value: float
    title: str
    fact: Fact | None = None
    discrepancy: Discrepancy | None = None
    ruling: Ruling | None = None
    support: Support | None = None
    """For a statement that may not belong: why it stands under the fact."""

    @property
    def touches(self) -> frozenset[str]:
        """The statements whose fact an answer could change."""
        held = {support.statement for support in self.fact.supports} if self.fact else set()
        sides = {self.discrepancy.left, self.discrepancy.right} if self.discrepancy else set()
        return frozenset(held | sides)


def queue(record: Record, limit: int | None = None) -> tuple[Proposal, ...]:
    """What is undecided, what is most worth deciding first; the same order whenever it is asked of the same record.

    Facts are gone through from the most important one on, and only as far as one of them could still bring a proposal among the first
    ``limit``.
    """
    ruled = constraints_of(record)
    found = list(_orphans(record))
    seen: set[str] = set()
    offset = 0
    while facts := record.select_facts(base.Choice(order=base.Order.IMPORTANCE, limit=PAGE, offset=offset)):
        found += _discrepancies(record, facts, ruled, seen)
        found += _of_facts(facts, ruled)
        found += _readings(record, facts, ruled)
        found = sorted(found, key=lambda p: (-p.value, p.ask, p.name))[:limit]
        if limit is not None and len(found) == limit and found[-1].value > facts[-1].importance * MOST_NEED:
            break
        offset += len(facts)
    return tuple(found)


def evidence_of(library: Library, proposal: Proposal) -> tuple[Evidence, ...]:
    """The quotes to decide by: those of the fact, both sides of a discrepancy, a doubtful statement after the founding one."""
    if proposal.discrepancy is not None:
        conflict: Conflict | None = library.conflict(proposal.discrepancy)
        return () if conflict is None else (conflict.left, conflict.right)
    if proposal.fact is None:
        return ()
    held = library.of(proposal.fact)
    if proposal.ask is Ask.FACT:
        return held
    wanted = (proposal.fact.supports[0].statement, proposal.name) if proposal.ask is Ask.JOIN else (proposal.name,)
    return tuple(evidence for evidence in held if evidence.statement.id in wanted)


def answer(record: Record, proposal: Proposal, choice: str, *, edit: tuple[str, str | None] | None = None, **told: str | None) -> Ruling:
    """Put the answer ``choice`` to a proposal into the log; ``told`` is ``why``, ``who`` and ``at``. The facts follow at ``refresh``."""
    action, names, value = _ruled_by(proposal, choice)
    field, value = edit if edit is not None else (None, value)
    if action is Action.EDIT and edit is None:
        raise UsageError("say what is read otherwise, as field=value")
    why = told.get("why") or ""
    return rule(record, action, names, field=field, value=value, why=why, who=told.get("who"), at=told.get("at"), applied=False)


@dataclass(frozen=True, slots=True)
class Step:
    """One answer of a sitting; without a ruling it was skipped."""

    proposal: Proposal
    ruling: Ruling | None


class Sitting:
    """One person's way through the queue. Every answer is in the log when ``decide`` returns; the facts follow when the queue is worked out
    anew, at the end of a round and of the sitting, or whenever somebody brings them up to the log in between. What an answer may have
    changed is asked about in the next round, as it then is; so is what somebody else ruled on meanwhile.
    """

    def __init__(self, record: Record, limit: int | None = None, who: str | None = None) -> None:
        self.record = record
        self.who = who
        self._limit = limit
        self._steps: list[Step] = []
        self._skipped: set[tuple[Ask, str]] = set()
        self._waiting: list[Proposal] = []
        self._round = 0
        self._deferred = False
        self._own: set[str] = set()
        self._others: set[str] = set()
        self._seen = ""
        self._again()

    @property
    def answered(self) -> int:
        """Answers that stand."""
        return sum(step.ruling is not None for step in self._steps)

    @property
    def left(self) -> int:
        """Proposals that wait in this round."""
        return len(self._waiting)

    def current(self) -> Proposal | None:
        """What is asked now; None when nothing waits."""
        self._hear()
        while True:
            while self._waiting:
                proposal = self._waiting[-1]
                if not self._overtaken(proposal) and self._stands(proposal):
                    return proposal
                self._waiting.pop()
                self._deferred = True
            if not self._deferred:
                return None
            self._again()

    def decide(self, choice: str, why: str = "", edit: tuple[str, str | None] | None = None) -> Ruling:
        """Answer what is asked now. Raises UsageError where the answer makes no sense; it is then asked again."""
        proposal = self._waiting[-1]
        ruling = answer(self.record, proposal, choice, edit=edit, why=why, who=self.who)
        self._own.add(ruling.id)
        self._waiting.pop()
        self._steps.append(Step(proposal, ruling))
        return ruling

    def skip(self) -> None:
        """Leave what is asked now for another sitting."""
        proposal = self._waiting.pop()
        self._skipped.add((proposal.ask, proposal.name))
        self._steps.append(Step(proposal, None))

    def undo(self) -> Step | None:
        """Take back the last step, answer or skip, and ask it again; None where this sitting has none left."""
        if not self._steps:
            return None
        step = self._steps.pop()
        if step.ruling is not None:
            self._own.add(undo(self.record, step.ruling.id, who=self.who, applied=False).id)
            self._deferred = True
            if not self._stands(step.proposal):  # the facts followed the answer; what is asked again must be there again
                refresh(self.record)
        self._skipped.discard((step.proposal.ask, step.proposal.name))
        self._waiting.append(step.proposal)
        return step

    def close(self) -> None:
        """Bring the facts up to what was decided."""
        refresh(self.record)

    def _overtaken(self, proposal: Proposal) -> bool:
        """Whether an answer of this round, or somebody else's, may have changed what is asked about: then the next one asks about it."""
        if proposal.name in self._others or proposal.touches & self._others:
            return True
        given = [step for step in self._steps[self._round :] if step.ruling is not None and proposal.touches & step.proposal.touches]
        if proposal.ask is Ask.READING and any(step.proposal.ask is Ask.FACT for step in given):
            return True
        return any(step.ruling is not None and step.ruling.action is not Action.ACCEPT for step in given)

    def _stands(self, proposal: Proposal) -> bool:
        """Whether the record still holds what is asked about, as it was when the round began."""
        if proposal.ask is Ask.ORPHAN:
            return True
        if proposal.ask is Ask.DISCREPANCY:
            return any(True for _ in self.record.get_discrepancies([proposal.name]))
        if proposal.ask is Ask.FACT:
            held = self.record.get_facts([proposal.name]).get(proposal.name)
            return held is not None and proposal.fact is not None and held.supports == proposal.fact.supports
        return proposal.name in self.record.get_statements([proposal.name])

    def _hear(self) -> None:
        """Note what others ruled on since this sitting last looked at the log."""
        last, _ = self.record.last_rulings()
        if last == self._seen:
            return
        rulings = list(self.record.rulings())
        about = {ruling.id: ruling.subjects for ruling in rulings}
        known = next((place for place, ruling in enumerate(rulings, 1) if ruling.id == self._seen), 0)
        for ruling in rulings[known:]:
            if ruling.id not in self._own:
                self._others.update(ruling.subjects, *(about.get(subject, ()) for subject in ruling.subjects))
        self._seen = last

    def _again(self) -> None:
        refresh(self.record)
        self._seen, _ = self.record.last_rulings()
        self._others.clear()
        self._deferred = False
        self._round = len(self._steps)
        waiting = [p for p in queue(self.record, self._limit) if (p.ask, p.name) not in self._skipped]
        self._waiting = waiting[::-1]


def _ruled_by(proposal: Proposal, choice: str) -> tuple[Action, list[str], str | None]:
    """What an answer rules, about which identifiers."""
    if choice not in {one.name for one in CHOICES[proposal.ask]}:
        raise UsageError(f"{choice!r} is no answer to that; there are {', '.join(one.name for one in CHOICES[proposal.ask])}")
    if proposal.ask is Ask.ORPHAN:
        return Action.UNDO, [proposal.name], None
    if proposal.ask is Ask.DISCREPANCY:
        return Action.SETTLE, [proposal.name], choice
    if proposal.ask is Ask.JOIN:
        founder = proposal.fact.supports[0].statement if proposal.fact else ""
        return (Action.MERGE, [founder, proposal.name], None) if choice == "same" else (Action.SPLIT, [proposal.name], None)
    return {"right": Action.ACCEPT, "wrong": Action.REJECT, "edit": Action.EDIT}[choice], [proposal.name], None


def _orphans(record: Record) -> Iterator[Proposal]:
    for number, ruling in enumerate(lost_rulings(record)):
        yield Proposal(Ask.ORPHAN, ruling.id, _LOST - number, "", ruling=ruling)


def _discrepancies(record: Record, facts: Sequence[Fact], ruled: Constraints, seen: set[str]) -> Iterator[Proposal]:
    """Those of ``facts``, each under the first fact that it touches; adds to ``seen``."""
    by_name = {fact.id: fact for fact in facts}
    for made in record.discrepancies_of(by_name):
        low, high = sorted((made.left, made.right))
        if made.id in seen or made.grade in EXPLAINED or (made.type.value, low, high) in ruled.settled:
            continue
        seen.add(made.id)
        held = next(fact for fact in facts if fact.id in made.facts)
        title = f"{made.explanation}: {held.title}"
        yield Proposal(Ask.DISCREPANCY, made.id, held.importance * NEED[made.grade], title, fact=held, discrepancy=made)


def _of_facts(facts: Iterable[Fact], ruled: Constraints) -> Iterator[Proposal]:
    """Facts that nobody looked at, and statements under them that hardly joined."""
    for fact in facts:
        if fact.review in (Review.UNREVIEWED, Review.PARTLY):
            need = NEED["fact" if fact.review is Review.UNREVIEWED else "partly"]
            yield Proposal(Ask.FACT, fact.id, fact.importance * need, fact.title, fact=fact)
        for support in fact.supports[1:]:
            doubt = _doubt(support)
            if doubt > 0 and support.statement not in ruled.accepted | ruled.regrouped:
                yield Proposal(Ask.JOIN, support.statement, fact.importance * NEED["join"] * doubt, fact.title, fact=fact, support=support)


def _doubt(support: Support) -> float:
    """From 1 where a statement only just joined to 0 where it fits well."""
    own = [reason for reason in support.reasons if reason.check != "ruling"]
    return max(0.0, 1 - (sum(reason.score for reason in own) - MERGE) / DOUBTFUL) if own else 0.0


def _readings(record: Record, facts: Sequence[Fact], ruled: Constraints) -> Iterator[Proposal]:
    """Statements of facts with several that were read with little confidence. Where there is one the question is about the fact."""
    held = {support.statement: fact for fact in facts if len(fact.supports) > 1 for support in fact.supports}
    decided = ruled.accepted | ruled.edits.keys()
    for name, statement in sorted(record.get_statements(held).items()):
        if statement.confidence < UNSURE and name not in decided:
            fact = held[name]
            yield Proposal(Ask.READING, name, fact.importance * NEED["reading"] * (1 - statement.confidence), fact.title, fact=fact)
