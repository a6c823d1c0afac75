"""What a document says as a whole that a single sentence leans on: its two main parties, the day of its story, the visit under way."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from detente.extract.events.papers import is_paper
from detente.extract.events.sides import is_state
from detente.model.document import PROSE, BlockKind
from detente.model.edtf import Day, Edtf
from detente.model.mention import ActorKind, ActorMention, Party, TimeMention
from detente.model.reading import Reading
from detente.model.span import Span
from detente.model.statement import Participant, StatedDate, Statement

_SIDES = 2
_WHERE = "locative"
"""The rule of a city that only says where something was."""
HEADLINE_WEIGHT = 3
"""A party in the title counts this many times: titles name whom a document is about (press corpus, all five dyads)."""

STORY_DAYS = 7
"""Days before publication within which a news story's main event lies: weekly papers look no further back."""

PAIR_DOMINANCE = 0.6
"""Their least share together: in a text about many countries nobody unnamed is taken for one of two."""
FIRM_DOMINANCE = 0.8
"""The same where one party's deed is told and the other is to be added: essays on many countries were misread below it (read by hand)."""
PAIR_SHARE = 0.2
"""The second party's least share of all mentions of countries: a country that a text about another only touches on is no party of it."""
FIRM_SHARE = 0.3
"""The same where one party's deed is told and the other is to be added."""
FIRM_DENSITY = 0.035
"""Mentions of countries for each word, at least: a story about firms or a factory names two countries, and is about neither."""


@dataclass(slots=True)
class Context:
    """What is known of the document so far. Grows as its sentences are read in order."""

    reading: Reading
    pair: tuple[str, str] | None
    firm: bool
    """Whether hardly anyone but the pair is named, so that what one of them does is done to the other."""
    names: dict[str, Participant]
    """For each country, the first mention that names it."""
    paper: bool = False
    """Whether the document is a letter, a telegram or minutes: it has no main parties, and what it weighs is no event."""
    minuted: StatedDate | None = None
    """The day of the talk that the document is the minutes of."""
    present: frozenset[str] = frozenset()
    """The countries that the head of a paper names as taking part."""
    statements: list[Statement] = field(default_factory=list)
    visit: Statement | None = None
    """The visit last told: who "the guest" and "the host" are."""
    story: StatedDate | None = None
    """The day that the story is about, once a main-line event has told it."""

    def other(self, country: str) -> Participant | None:
        """The other one of the document's two main parties."""
        if self.pair is None or country not in self.pair:
            return None
        return self.names.get(self.pair[1] if country == self.pair[0] else self.pair[0])

    def both(self) -> list[Participant]:
        """The document's two main parties, or none."""
        return [self.names[c] for c in self.pair if c in self.names] if self.pair else []

    @property
    def published(self) -> Edtf | None:
        """When the document was published."""
        return self.reading.document.published


def read_context(reading: Reading) -> Context:
    """The context before any sentence is read."""
    counts: Counter[str] = Counter()
    names: dict[str, Participant] = {}
    titles = [b.span for b in reading.layout.blocks if b.kind is BlockKind.TITLE]
    named = {p.country for m in reading.actors if m.rule != _WHERE for p in m.parties if is_state(p.country)}
    for mention in reading.actors:
        weight = HEADLINE_WEIGHT if any(t.contains(mention.span) for t in titles) else 1
        for party in mention.parties:
            if party.country is None:
                continue
            if mention.rule != _WHERE or party.country in named or len(named) < _SIDES:
                counts[party.country] += weight  # "Chad and Mali met *in Geneva*" is no Swiss story
            if party.country not in names or _better(mention, names[party.country], party):
                names[party.country] = Participant(party, mention.span)
    paper = is_paper(reading.document.text)
    pair = None if paper else _pair(counts, PAIR_DOMINANCE, PAIR_SHARE)
    dense = sum(counts.values()) >= FIRM_DENSITY * len(reading.document.text.split())
    firm = pair is not None and dense and _pair(counts, FIRM_DOMINANCE, FIRM_SHARE) is not None
    return Context(reading, pair, firm, names, paper=paper, story=_first_day(reading))


def _first_day(reading: Reading) -> StatedDate | None:
    """The first day shortly before publication that the text names: what its news happened on."""
    told = [s.span for s in reading.layout.sentences if s.kind in PROSE]
    for time in reading.times:
        masthead = reading.document.published_span
        if time.edtf is None or time.basis not in ("relative", "stated") or (masthead is not None and masthead.overlaps(time.span)):
            continue
        if not any(span.contains(time.span) for span in told):
            continue
        if is_current(time.edtf, reading.document.published):
            return StatedDate(time.edtf, "story", time.span)
    return None


def is_current(date: Edtf, published: Edtf | None) -> bool:
    """Whether a date is a day, or two, shortly before publication."""
    if published is None or date.earliest is None or date.latest is None or published.latest is None:
        return False
    if _ordinal(date.latest) - _ordinal(date.earliest) > 2:
        return False
    return 0 <= _ordinal(published.latest) - _ordinal(date.latest) <= STORY_DAYS


def _ordinal(day: Day) -> int:
    return day.year * 372 + day.month * 31 + day.day


def _better(mention: ActorMention, known: Participant, party: Party) -> bool:
    """A country's own name stands for it better than a person or an office does."""
    return mention.kind is ActorKind.COUNTRY and known.party.office is not None and party.office is None


def _pair(counts: Counter[str], dominance: float, share: float) -> tuple[str, str] | None:
    states = sorted(((n, c) for c, n in counts.items() if len(c) == 3 and c.isalpha()), key=lambda item: (-item[0], item[1]))
    if len(states) < 2:
        return None
    total = sum(n for n, _ in states)
    (first, one), (second, other) = states[:2]
    return (one, other) if second >= share * total and first + second >= dominance * total else None


def times_in(times: tuple[TimeMention, ...], span: Span) -> list[TimeMention]:
    """The time mentions inside a stretch of text."""
    return [t for t in times if span.contains(t.span)]
