"""Copies anew, for the documents that an addition touches."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass

from detente.reconcile.copies import COMMON, enough, joined
from detente.store.base import Record


@dataclass(frozen=True, slots=True)
class Regrouped:
    """What an addition does to the groups of copies."""

    documents: tuple[str, ...]
    """All whose group may be another now, sorted; those that are gone too."""
    groups: tuple[tuple[str, ...], ...]
    """The groups that they are in now."""


def regroup(record: Record, gone: Set[str], come: Mapping[str, tuple[int, ...]]) -> Regrouped:
    """The groups of copies when the documents ``gone`` are no longer there and ``come`` are, with their runs.

    Only who shares text with one of them, or with whom they stood, is looked at. The result is what comparing all would give.
    """
    texts = _Texts(record, gone, come)
    old = record.groups_of(gone | come.keys())
    reach = {document for group in old.values() for document in group} | set(gone) | set(come) | texts.unsettled()
    pairs: set[tuple[str, str]] = set()
    ahead, met = sorted(reach), set(reach)
    while ahead:
        document = ahead.pop()
        others = {other for group in record.groups_of([document]).values() for other in group}
        for other in texts.copies_of(document):
            pairs.add((min(document, other), max(document, other)))
            others.add(other)
        ahead += sorted(others - met)
        met |= others
    return Regrouped(tuple(sorted(met)), tuple(joined(sorted(met - texts.absent), pairs)))


class _Texts:
    """Who holds which run of words, after the addition."""

    def __init__(self, record: Record, gone: Set[str], come: Mapping[str, tuple[int, ...]]) -> None:
        self.absent = gone - come.keys()
        self._record = record
        self._fresh = gone | come.keys()
        self._come = come
        self._sketches: dict[str, tuple[int, ...]] = dict(come)
        self._holders: dict[int, tuple[str, ...]] = {}
        self._new: dict[int, list[str]] = {}
        for document, runs in come.items():
            for run in runs:
                self._new.setdefault(run, []).append(document)

    def unsettled(self) -> set[str]:
        """Documents beside those that came and went which share a run that became too common to count, or rare enough."""
        past = self._record.sketches_of(self._fresh - self._come.keys())
        found: set[str] = set()
        for run in {run for runs in (*past.values(), *self._come.values()) for run in runs}:
            before = self._record.holders([run], COMMON)[run]
            after = self.holders(run)
            if (len(before) > COMMON) != (len(after) > COMMON):
                found.update(before, after)
        return found - self.absent

    def holders(self, run: int) -> tuple[str, ...]:
        """Up to one more than ``COMMON`` documents that hold a run now."""
        known = self._holders.get(run)
        if known is None:
            stayed = self._record.holders([run], COMMON + len(self._fresh))[run]
            known = (*(document for document in stayed if document not in self._fresh), *self._new.get(run, ()))[: COMMON + 1]
            self._holders[run] = known
        return known

    def copies_of(self, document: str) -> Iterator[str]:
        """The documents that are copies of this one."""
        if document in self.absent:
            return
        shared: Counter[str] = Counter()
        for run in self._runs([document])[document]:
            held = self.holders(run)
            if len(held) <= COMMON:
                shared.update(held)
        del shared[document]
        lengths = {other: len(runs) for other, runs in self._runs(shared).items()}
        for other, number in shared.items():
            if enough(number, len(self._sketches[document]), lengths[other]):
                yield other

    def _runs(self, documents: Iterable[str]) -> Mapping[str, tuple[int, ...]]:
        wanted = list(documents)
        self._sketches.update(self._record.sketches_of(name for name in wanted if name not in self._sketches))
        return {name: self._sketches.get(name, ()) for name in wanted}
