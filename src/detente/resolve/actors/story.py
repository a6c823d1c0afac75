"""What resolving looks at: the mentions of one document in order, by sentence, with who has been resolved so far."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator

from detente.model.document import Document, Layout
from detente.model.mention import ActorKind, ActorMention
from detente.model.span import Span
from detente.rules.grammar import grammar_words

_TITLE_WEIGHT = 3
"""How many mentions in the text one in the title is worth, for what a document is about."""
_ABOUT = 6
"""How many of the most named countries a document can be about."""
_MOSTLY = 0.5
"""The least share of a document's two most named states among all that it names, for "both sides" to be those two."""
_MANY = 200
"""Mentions looked back over at most: a sentence without an end must not cost more than a page."""


class Story:
    """A document's mentions while they are being resolved."""

    def __init__(self, document: Document, layout: Layout, mentions: tuple[ActorMention, ...]) -> None:
        self.document = document
        self.mentions = list(mentions)
        self._starts = [s.span.start for s in layout.sentences]
        self._first_line = document.text.find("\n", len(document.text) - len(document.text.lstrip()))
        self._dyad: tuple[str, ...] | None = None
        self._about: tuple[str, ...] | None = None

    @property
    def text(self) -> str:
        """The document's stored text."""
        return self.document.text

    @property
    def day(self) -> str | None:
        """The day the document is taken to speak on: the last day its publication date can mean."""
        published = self.document.published
        last = published.latest if published is not None else None
        return None if last is None else last.isoformat()

    def sentence(self, span: Span) -> int:
        """The number of the sentence that ``span`` begins in."""
        return bisect_right(self._starts, span.start)

    def before(self, index: int, sentences: int) -> Iterator[tuple[int, ActorMention]]:
        """The mentions before number ``index``, nearest first, at most ``sentences`` sentences (and ``_MANY`` mentions) back."""
        here = self.sentence(self.mentions[index].span)
        for other in range(index - 1, max(-1, index - 1 - _MANY), -1):
            if here - self.sentence(self.mentions[other].span) > sentences:
                return
            yield other, self.mentions[other]

    def states(self) -> Counter[str]:
        """How often each country, and the organisations that deal as one, are named."""
        weights: Counter[str] = Counter()
        for mention in self.mentions:
            weight = _TITLE_WEIGHT if mention.span.start < self._first_line else 1
            for code in {party.country for party in mention.parties} - {None}:
                weights[str(code)] += weight if len(mention.parties) == 1 else 0
        return weights

    def dyad(self) -> tuple[str, ...]:
        """The two parties that the document is about, most named first; fewer where it names fewer. Computed once, from names alone."""
        if self._dyad is None:
            ranked = sorted(self.states().items(), key=lambda item: (-item[1], item[0]))
            ranked = [(code, n) for code, n in ranked if code not in _FORUMS] or ranked
            self._dyad = tuple(code for code, _ in ranked[:2])
        return self._dyad

    def main_pair(self) -> tuple[str, ...]:
        """The dyad, where most of what the document names is of those two: in a history of many states "both sides" are any two."""
        counted = self.states()
        named = {code: n for code, n in counted.items() if code not in _FORUMS} or dict(counted)
        two = self.dyad()
        return two if sum(named.get(code, 0) for code in two) >= _MOSTLY * sum(named.values()) else ()

    def about(self) -> tuple[str, ...]:
        """The countries that the document may be about: the ``_ABOUT`` most named ones, in that order."""
        if self._about is None:
            ranked = sorted(self.states().items(), key=lambda item: (-item[1], item[0]))
            self._about = tuple(code for code, _ in ranked[:_ABOUT])
        return self._about

    def together(self, one: ActorMention, other: ActorMention) -> bool:
        """Whether two mentions, in order, are named as a pair: "Hanoi and Washington", "Vietnam-US"."""
        left, right = one.full or one.span, other.full or other.span
        return left.end <= right.start and self.text[left.end : right.start] in grammar_words()["joints"]


_FORUMS = frozenset(
    {"UN", "UNSC", "UNGA", "NATO", "G7", "G20", "APEC", "WTO", "IMF", "WB", "WHO", "ASEAN", "BRICS", "AU", "OSCE", "ICJ", "ICC"}
)
"""Organisations that are rather where two parties meet than one of the two."""


def country_of(mention: ActorMention) -> str | None:
    """The one country (or organisation) a mention tells, if it tells one."""
    codes = {party.country for party in mention.parties}
    return codes.pop() if len(codes) == 1 else None


def is_named_state(mention: ActorMention) -> bool:
    """Whether a mention names a country or an organisation itself."""
    return mention.kind in (ActorKind.COUNTRY, ActorKind.GOVERNMENT, ActorKind.ORGANISATION) and country_of(mention) is not None
