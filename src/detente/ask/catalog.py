"""Facts held ready for browsing: chosen, counted by facet and searched as fast as somebody types.

Each value of each facet is one whole number whose bits are the facts that have it, in order of time: choosing is ``&``, counting is
``bit_count``. Twenty thousand facts take 2.5 KB a value, and a question a few milliseconds.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from operator import itemgetter

from detente.ask.bits import Ordered, any_of, flags_of, mask_of, numbers_of
from detente.ask.facts import is_milestone, time_order
from detente.model.fact import Discrepancy, Fact, Grade
from detente.model.folding import fold, words
from detente.model.statement import Status
from detente.rules.codebook import Shape, codebook
from detente.rules.tone import Tone, tone
from detente.store.base import Record
from detente.store.briefs import Brief, Memo

SURE = 0.7
"""A fact that rests on one source counts as told with some certainty from this confidence on. Of labelled statements half or fewer were
right below it and four in five above (docs/quality.md, "Confidence"). To be set anew when confidence is fitted anew."""

DISPUTED, SEVERAL, ONE, DOUBTFUL = "disputed", "several sources", "one source", "doubtful"
"""How certain a fact is: documents contradict each other on it, independent ones agree, one tells it, one may be misread."""

REMEMBERED = 1000
"""Words whose facts are kept at hand: at twenty thousand facts 2.5 MB of them."""

FRAMES = 200
"""Frames of words and days that are kept at hand: a page asks for each facet within the same one."""

BEGINNING = 2
"""Letters from which on a word is looked for; a single one finds everything."""

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Entry:
    """A fact with what its statements add to it for browsing."""

    fact: Fact
    persons: tuple[str, ...]
    """Who is named, each under the one spelling that stands for all: with and without diacritics a name is the same."""
    documents: tuple[str, ...]
    """Sums of the documents that tell it, each once."""
    plover: str | None
    tone: Tone
    goldstein: float | None
    fields: tuple[str, ...]
    confidence: float
    """Of the statement that is surest."""
    certainty: str
    told: str | None
    """``YYYY-MM-DD``: by when the first document that tells it was out, if that is known."""


@dataclass(frozen=True, slots=True)
class Choice:
    """Which facts are asked for: within a facet any of the values, between facets all of them."""

    words: str = ""
    values: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    since: str | None = None
    """``YYYY-MM-DD``: what ended before it is left out."""
    until: str | None = None
    as_of: str | None = None
    """``YYYY-MM-DD``: what began after it is left out, and what is undated unless it had been told by then."""
    milestones: bool = False
    undated: bool = True


class Catalog:
    """All facts of a record at one moment, in order of time, undated ones last. Never changes."""

    def __init__(self, entries: Iterable[Entry], spelled: Mapping[str, str] | None = None) -> None:
        ordered = sorted(((time_order(entry.fact), entry) for entry in entries), key=lambda pair: pair[0])
        self.entries = tuple(entry for _, entry in ordered)
        self.numbers = {entry.fact.id: number for number, entry in enumerate(self.entries)}
        self.spelled = spelled or {}
        """For each spelling of a person's name the one that stands for all."""
        self.everything = (1 << len(self.entries)) - 1
        self._masks = {facet: _masks(self.entries, facet) for facet in FACETS}
        self._picks = {
            facet: {value: itemgetter(*numbers_of(m), len(self)) for value, m in self._masks[facet].items()} for facet in _SPARSE
        }
        """The facts of each value, and one place behind the last fact, so that there are two at least and a tuple is picked."""
        self._milestones = mask_of(n for n, entry in enumerate(self.entries) if is_milestone(entry.fact))
        self._begun = [order[0] for order, _ in ordered]
        self._dated = bisect_left(self._begun, _NEVER)
        self._ends = Ordered((order[1], number) for number, (order, _) in enumerate(ordered[: self._dated]))
        undated = enumerate(self.entries[self._dated :], self._dated)
        self._told = Ordered((entry.told, number) for number, entry in undated if entry.told is not None)
        self._text, self._starts = "", [0]
        self._held: dict[str, int] = {}
        self._frames: dict[_Frame, int] = {}

    def __len__(self) -> int:
        return len(self.entries)

    def index_words(self, texts: Mapping[str, str]) -> None:
        """Take in the words to be searched, as ``words_of`` gives them, by the fact's identifier. Called once, on making."""
        held = [texts[entry.fact.id] for entry in self.entries]
        self._starts = [0, *accumulate(map(len, held))]
        self._text = "".join(held)

    def values(self, facet: str) -> Mapping[str, int]:
        """Each value of a facet with the facts that have it."""
        return self._masks[facet]

    def select(self, choice: Choice, without: str | None = None) -> int:
        """The facts chosen, as bits; ``without`` leaves one facet's choice aside, for counting what else it could give."""
        mask = self._framed(choice)
        for facet, values in choice.values.items():
            if facet != without and values:
                held = self._masks[facet]
                mask &= any_of(held.get(value, 0) for value in values)
        return mask

    def counts(self, choice: Choice, facet: str) -> list[tuple[str, int]]:
        """How many facts each value of ``facet`` would give beside the other choices, the commonest first; none that gives nothing."""
        numbers = self.numbered(facet, self.select(choice, without=facet))
        chosen = choice.values.get(facet, ())
        kept = [(value, numbers.get(value, 0)) for value in self._masks[facet] if value in numbers or value in chosen]
        return sorted(kept, key=itemgetter(1), reverse=True)  # by value already, and sorting keeps that among equals

    def numbered(self, facet: str, mask: int) -> Mapping[str, int]:
        """How many facts of ``mask`` each value of ``facet`` has, of those that have any."""
        if facet in self._picks:
            flags = flags_of(mask).ljust(len(self) + 1, b"\0")
            return {value: number for value, pick in self._picks[facet].items() if (number := sum(pick(flags)))}
        return {value: number for value, held in self._masks[facet].items() if (number := (held & mask).bit_count())}

    def years(self, mask: int) -> dict[int, Counter[Tone]]:
        """How many dated facts of ``mask`` begin in each year, by tone."""
        tones = [(tone, self._masks["tone"][tone.value] & mask) for tone in Tone if tone.value in self._masks["tone"]]
        found = {}
        for year, held in self._masks["year"].items():
            counts = Counter({tone: number for tone, toned in tones if (number := (toned & held).bit_count())})
            if year.isdigit() and counts:
                found[int(year)] = counts
        return found

    def page(self, mask: int, start: int = 0, size: int | None = None, newest_first: bool = False) -> list[Entry]:
        """Entries of ``mask`` in order of time, from the ``start``-th on."""
        wanted = numbers_of(mask)
        if newest_first:
            wanted.reverse()
        return [self.entries[number] for number in wanted[start : None if size is None else start + size]]

    def place(self, mask: int, identifier: str) -> int | None:
        """At which place of ``mask`` a fact stands; None where it does not."""
        number = self.numbers.get(identifier)
        if number is None or not mask >> number & 1:
            return None
        return (mask & ((1 << number) - 1)).bit_count()

    def search(self, words: str) -> int:
        """The facts in whose title, names or quotes every word of ``words`` occurs or begins a word."""
        mask = self.everything
        for word in _WORD.findall(fold(words)):
            if len(word) >= BEGINNING:
                mask &= self._holding(word)
        return mask

    def _holding(self, word: str) -> int:
        """The facts with a word that begins so: every word of the text has a blank before it and nothing else has."""
        if word not in self._held:
            if len(self._held) >= REMEMBERED:
                self._held.clear()
            self._held[word] = self._find(word)
        return self._held[word]

    def _find(self, word: str) -> int:
        found, wanted = [], f" {word}"
        at = self._text.find(wanted)
        while at >= 0:
            number = bisect_right(self._starts, at) - 1
            found.append(number)
            at = self._text.find(wanted, self._starts[number + 1])
        return mask_of(found)

    def _framed(self, choice: Choice) -> int:
        """What the words and dates let through."""
        frame = choice.words.strip(), choice.since, choice.until, choice.as_of, choice.milestones, choice.undated
        if frame not in self._frames:
            if len(self._frames) >= FRAMES:
                self._frames.clear()
            self._frames[frame] = self._frame(choice)
        return self._frames[frame]

    def _frame(self, choice: Choice) -> int:
        mask = self.search(choice.words) if choice.words.strip() else self.everything
        dated = (1 << self._dated) - 1
        if choice.milestones:
            mask &= self._milestones
        if not choice.undated:
            mask &= dated
        if choice.until is not None:
            mask &= self._begun_by(choice.until)
        if choice.since is not None:
            mask &= dated & ~self._ends.before(choice.since)
        if choice.as_of is not None:
            mask &= self._begun_by(choice.as_of) | self._told.until(choice.as_of)
        return mask

    def _begun_by(self, day: str) -> int:
        return (1 << min(bisect_right(self._begun, day), self._dated)) - 1


_NEVER = "9999"

_Frame = tuple[str, str | None, str | None, str | None, bool, bool]
"""The words and days of a choice."""


@dataclass(slots=True)
class Made:
    """What a catalogue was made from, so that the next one of the same record need make only what changed anew."""

    read: Memo = field(default_factory=Memo)
    entries: dict[str, tuple[object, Entry, str]] = field(default_factory=dict)
    """By the fact's identifier: what its entry follows from, the entry, and the words that it is found by."""


def catalog(record: Record, kept: Made | None = None) -> Catalog:
    """Everything ``record`` holds, ready for browsing. ``kept`` is read and brought up to date."""
    kept = Made() if kept is None else kept
    published = {d.sha256: d.published.latest.isoformat() for d in record.documents() if d.published and d.published.latest}
    contested = _contested(record.discrepancies())
    said: dict[str, list[Brief]] = defaultdict(list)
    for brief in record.briefs(kept.read):
        said[brief.fact].append(brief)
    facts = tuple(record.facts_again(kept.read))
    spelled = spellings(name for fact in facts for name in fact.persons)
    made = {}
    for fact in facts:
        held = said.get(fact.id, [])
        dates = [published.get(brief.document) for brief in held]
        follows = (fact, held, fact.id in contested, [spelled[name] for name in fact.persons], dates)
        before = kept.entries.get(fact.id)
        if before is not None and before[0] == follows:
            made[fact.id] = before
        else:
            made[fact.id] = (follows, _entry(fact, held, spelled, fact.id in contested, published), words_of(fact, held))
    kept.entries = made
    found = Catalog((entry for _, entry, _ in made.values()), spelled)
    found.index_words({name: text for name, (_, _, text) in made.items()})
    return found


def words_of(fact: Fact, said: Iterable[Brief]) -> str:
    """The words that a fact is found by, folded, each with a blank before it."""
    quotes = " ".join(dict.fromkeys(brief.quote for brief in said))
    return f" {' '.join(_WORD.findall(fold(_searched(fact, quotes))))}"


def spellings(names: Iterable[str]) -> dict[str, str]:
    """For each name the spelling that stands for it: of those that differ in case, diacritics and order alone, the one with most
    diacritics, then the commonest."""
    counts = Counter(names)
    alike: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for name in counts:
        alike[tuple(sorted(words(name)))].append(name)
    best = {key: min(held, key=lambda n: (-len(n.encode()) + len(n), -counts[n], n)) for key, held in alike.items()}
    return {name: best[key] for key, held in alike.items() for name in held}


def _entry(fact: Fact, said: Sequence[Brief], spelled: Mapping[str, str], contested: bool, published: Mapping[str, str]) -> Entry:
    kind = codebook().kinds.get(fact.kind)
    fields = dict.fromkeys(value for brief in said for value in brief.fields)
    documents = tuple(dict.fromkeys(brief.document for brief in said))
    plover = next((brief.plover for brief in said if brief.plover), None)
    confidence = max((brief.confidence for brief in said), default=0.0)
    certainty = DISPUTED if contested else SEVERAL if fact.sources > 1 else ONE if confidence >= SURE else DOUBTFUL
    return Entry(
        fact=fact,
        persons=tuple(dict.fromkeys(spelled[name] for name in fact.persons)),
        documents=documents,
        plover=plover,
        tone=tone(plover, fact.status),
        goldstein=kind.goldstein if kind else None,
        fields=tuple(fields),
        confidence=confidence,
        certainty=certainty,
        told=min((published[d] for d in documents if d in published), default=None),
    )


def _contested(discrepancies: Iterable[Discrepancy]) -> frozenset[str]:
    return frozenset(fact for d in discrepancies if d.grade is Grade.CONTRADICTION for fact in d.facts)


def _searched(fact: Fact, quotes: str) -> str:
    named = (fact.title, *fact.persons, *fact.places, fact.object or "", fact.level or "", fact.series or "", fact.kind.replace("_", " "))
    return " ".join([*named, quotes]).replace("\n", " ")


def _masks(entries: Sequence[Entry], facet: str) -> dict[str, int]:
    held: dict[str, list[int]] = defaultdict(list)
    for number, entry in enumerate(entries):
        for value in dict.fromkeys(_values(entry, facet)):
            held[value].append(number)
    return {value: mask_of(numbers) for value, numbers in sorted(held.items())}


def _values(entry: Entry, facet: str) -> Iterable[str]:
    many = _MANY.get(facet)
    return many(entry) if many is not None else (_ONE[facet](entry),)


_MANY: Mapping[str, Callable[[Entry], Iterable[str]]] = {
    "field": lambda entry: entry.fields,
    "party": lambda entry: (*entry.fact.source, *entry.fact.target),
    "person": lambda entry: entry.persons,
    "place": lambda entry: entry.fact.places,
    "source": lambda entry: entry.documents,
    "visitor": lambda entry: _visitors(entry.fact),
}
_ONE: Mapping[str, Callable[[Entry], str]] = {
    "fact": lambda entry: entry.fact.fact.value,
    "kind": lambda entry: entry.fact.kind,
    "family": lambda entry: kind.family if (kind := codebook().kinds.get(entry.fact.kind)) else entry.fact.fact.value,
    "tone": lambda entry: entry.tone.value,
    "status": lambda entry: entry.fact.status.value,
    "certainty": lambda entry: entry.certainty,
    "review": lambda entry: entry.fact.review.value,
    "year": lambda entry: _year(entry.fact),
}
_SPARSE = ("person", "source")
"""Facets with thousands of values of a few facts each: looking at those few is less than at a whole mask."""

FACETS = (*_ONE, *_MANY)
"""What facts can be chosen and counted by."""


def _visitors(fact: Fact) -> tuple[str, ...]:
    """Whose people went to another's country, as far as they did."""
    kind = codebook().kinds.get(fact.kind)
    going = kind is not None and kind.shape is Shape.VISIT and fact.status in (Status.HAPPENED, Status.ONGOING)
    return fact.source if going else ()


def _year(fact: Fact) -> str:
    first = time_order(fact)[0]
    return first[:4] if first < _NEVER else ""
