"""One parsed sentence with what is named in it: the ground on which frames are matched and parties found."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from spacy.tokens import Doc, Token

from detente.extract.events.grammar import core, is_opposed, joined, words
from detente.model.document import Sentence
from detente.model.mention import ActorKind, ActorMention, Party, PlaceMention, TimeMention
from detente.model.span import Span
from detente.model.statement import Participant
from detente.rules.anaphors import anaphors

PEOPLE = frozenset({ActorKind.PERSON, ActorKind.OFFICE})
_OF_WHAT = 2
"""Words from a place back to what is called by it: "*Gulf* of Aden"."""
_BEFORE = frozenset({"compound", "amod", "nmod", "poss"})
_NEAR_PREPOSITIONS = frozenset({"of", "from", "by"})
"""Inside a noun phrase these lead to whom it belongs: "leaders of both nations", "a delegation from Oman"."""


@dataclass(slots=True)
class Scene:
    """A sentence of a document, its parse, and the mentions inside it."""

    sentence: Sentence
    number: int
    """Which sentence of the layout it is."""
    doc: Doc
    actors: tuple[ActorMention, ...]
    places: tuple[PlaceMention, ...]
    times: tuple[TimeMention, ...]
    _by_token: dict[int, list[ActorMention]] = field(default_factory=dict)
    _places_by_token: dict[int, list[PlaceMention]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for mention in self.actors:
            for token in self.tokens(mention.full or mention.span):
                self._by_token.setdefault(token.i, []).append(mention)
        for place in self.places:
            if self._called_by(place):
                continue
            for token in self.tokens(place.span):
                self._places_by_token.setdefault(token.i, []).append(place)

    def _called_by(self, place: PlaceMention) -> bool:
        """Whether a place only gives its name to a water or a treaty: "the Gulf of *Aden*", "the Treaty of *San Ildefonso*"."""
        first = next(iter(self.tokens(place.span)), None)
        if first is None or first.i < _OF_WHAT or first.nbor(-1).lower_ != "of":
            return False
        return first.nbor(-_OF_WHAT).text in anaphors()["called_by_places"]

    @property
    def lower(self) -> str:
        """The sentence's text in lower case."""
        return self.doc.text.lower()

    def span(self, token: Token) -> Span:
        """Where a token stands in the document."""
        start = self.sentence.span.start + token.idx
        return Span(start, start + len(token))

    def tokens(self, span: Span) -> list[Token]:
        """The tokens that a stretch of the document touches."""
        low, high = span.start - self.sentence.span.start, span.end - self.sentence.span.start
        return [t for t in self.doc if t.idx < high and low < t.idx + len(t)]

    def mentions_at(self, token: Token) -> Sequence[ActorMention]:
        """The actor mentions that a token is part of."""
        return self._by_token.get(token.i, ())

    def places_at(self, token: Token) -> Sequence[PlaceMention]:
        """The place mentions that a token is part of."""
        return self._places_by_token.get(token.i, ())

    def near(self, head: Token) -> list[ActorMention]:
        """Whom a noun phrase stands for: the mention at its head, else those before it, else those it belongs to."""
        out: list[ActorMention] = []
        for one in joined(head):
            _add(out, self._of_head(one))
        return out

    def _of_head(self, head: Token) -> list[ActorMention]:
        at_head = [m for m in self.mentions_at(head) if m.parties]
        if any(p.country for m in at_head for p in m.parties):
            return at_head if head.tag_ not in ("NNS", "NNPS") else [*at_head, *(m for m in self._each_of(head) if m not in at_head)]
        beside = self._beside(head)
        return [_of_country(m, beside) for m in at_head] if at_head else beside

    def _each_of(self, head: Token) -> list[ActorMention]:
        """For a plural, everyone it is of: "the ministers of Chad *and Libya*", "*Chadian* and Libyan ministers"."""
        before = [one for c in head.children if c.dep_ in _BEFORE - {"poss"} for one in joined(c)]
        listed = [m for one in before for m in self.mentions_at(one) if m.parties] if len(before) > 1 else []
        if len(listed) > 1:
            return listed
        heads = [o for c in head.children if c.dep_ == "prep" and c.lower_ == "of" for o in c.children if o.dep_ == "pobj"]
        return [m for o in heads for one in joined(o)[1:] for m in self.mentions_at(one) if m.parties]

    def _beside(self, head: Token) -> list[ActorMention]:
        """Whoever a noun phrase names before its head, or else after "of", "from" or "by", or beside it."""
        heads = [one for c in head.children if c.dep_ in _BEFORE and not is_opposed(c) for one in joined(c)]
        before = [m for one in heads for t in core(one) for m in self.mentions_at(t) if m.parties]
        if before:
            return before
        out: list[ActorMention] = []
        for child in head.children:
            if child.dep_ == "prep" and (
                child.lower_ in _NEAR_PREPOSITIONS or (child.lower_ == "in" and words(head) & anaphors()["others"])
            ):
                for obj in child.children:
                    if obj.dep_ == "pobj":
                        _add(out, self.near(obj))
            elif child.dep_ == "acl" and child.tag_ == "VBN" and not out:
                _add(out, [m for a in child.children if a.dep_ == "agent" for o in a.children for m in self.mentions_at(o) if m.parties])
            elif child.dep_ == "appos":
                _add(out, self._of_head(child))
        return out

    def deep(self, head: Token) -> Iterator[ActorMention]:
        """Every actor named in a noun phrase, in order, clauses aside."""
        seen: list[ActorMention] = []
        for one in joined(head):
            for token in sorted(core(one), key=lambda t: t.i):
                for mention in self.mentions_at(token):
                    if mention.parties and mention not in seen:
                        seen.append(mention)
                        yield mention

    def deep_places(self, head: Token) -> Iterator[PlaceMention]:
        """Every place named in a noun phrase, in order, clauses aside."""
        for one in joined(head):
            for token in sorted(core(one), key=lambda t: t.i):
                yield from self.places_at(token)

    def is_person(self, head: Token) -> bool:
        """Whether a noun phrase is one or more persons who act."""
        if head.lower_ in anaphors()["persons"] | anaphors()["visitor"] | anaphors()["host"]:
            return True
        return any(
            m.kind in PEOPLE or (m.kind is ActorKind.PAIR and m.cue == "persons") or (m.rule == "pronoun" and _personal(m))
            for m in self.mentions_at(head)
        )

    def is_plural(self, head: Token) -> bool:
        """Whether a noun phrase is more than one that act."""
        if any(m.kind is ActorKind.PAIR or len(m.parties) > 1 for m in self.mentions_at(head)):
            return True
        return head.lower_ in anaphors()["plurals"] or head.tag_ in ("NNS", "NNPS")


def _personal(mention: ActorMention) -> bool:
    return any(party.office or party.name != (party.country or "") for party in mention.parties)


def _of_country(mention: ActorMention, beside: Sequence[ActorMention]) -> ActorMention:
    """A person or body whose country stands beside it: "President Ruto *of Kenya*"."""
    country = next((p.country for m in beside for p in m.parties if p.country), None)
    return replace(mention, parties=tuple(replace(p, country=country) for p in mention.parties)) if country else mention


def _add(out: list[ActorMention], more: Sequence[ActorMention]) -> None:
    out.extend(m for m in more if m not in out)


def participants(mentions: Sequence[ActorMention]) -> list[Participant]:
    """Each party of the mentions with the characters that name it, each once."""
    out: list[Participant] = []
    for mention in mentions:
        for party in mention.parties:
            if not any(_same(party, known.party) for known in out):
                out.append(Participant(party, mention.span))
    return out


def _same(one: Party, other: Party) -> bool:
    return (one.name, one.country) == (other.name, other.country)


def as_participant(place: PlaceMention) -> Participant | None:
    """A place's country as a party, named as the place is."""
    return Participant(Party(place.name, place.country), place.span) if place.country else None
