"""Readings written by hand: a sentence with its actors and times marked, so that a test needs no other stage.

``[VNM|Hanoi]`` is a country, ``[VNM+USA|the two countries]`` a pair, ``[~KOR|Korean]`` a nationality, ``[@DEU;Chancellor|Angela Merkel]``
a person with an office, ``{2019|in 2019}`` a time with its date (``{-|recently}`` one without), ``{P5Y|five years}`` a duration.
"""

from __future__ import annotations

import re
from dataclasses import replace

from detente.extract.quantities import find_quantities
from detente.model.document import Block, BlockKind, Document, Layout, PublishedBasis, Sentence
from detente.model.edtf import Edtf
from detente.model.mention import ActorKind, ActorMention, Party, Quantity, TimeMention, TimexType
from detente.model.reading import Reading
from detente.model.span import Span

SHA = "a" * 64

_MARK = re.compile(r"\[(?P<codes>[^|\[\]]+)\|(?P<actor>[^\]]+)\]|\{(?P<date>[^|{}]+)\|(?P<time>[^}]+)\}")


def reading(marked: str, published: str | None = None, kind: BlockKind = BlockKind.PARAGRAPH) -> Reading:
    """The reading of one or more sentences (a sentence a line), with the quantities found."""
    text, actors, times = _unmarked(marked)
    date = Edtf.parse(published) if published else None
    document = Document("test", None, SHA, text, published=date, published_basis=PublishedBasis.GIVEN if date else None)
    lines = [Span(match.start(), match.end()) for match in re.finditer(r"[^\n]+", text)]
    layout = Layout((Block(Span(0, len(text)), kind),), tuple(Sentence(span, kind, 0) for span in lines))
    whole = Reading(document, layout, tuple(times), tuple(actors))
    return replace(whole, quantities=find_quantities(document, layout, whole.times))


def quantities(marked: str) -> list[tuple[str, float, str | None, str]]:
    """What is found in a sentence: its words, value, unit and bound."""
    whole = reading(marked)
    return [described(quantity, whole.document.text) for quantity in whole.quantities]


def described(quantity: Quantity, text: str) -> tuple[str, float, str | None, str]:
    """A quantity as a tuple for comparison."""
    return quantity.span.of(text), quantity.value, quantity.unit, quantity.bound.value


def _unmarked(marked: str) -> tuple[str, list[ActorMention], list[TimeMention]]:
    text, last = "", 0
    actors: list[ActorMention] = []
    times: list[TimeMention] = []
    for match in _MARK.finditer(marked):
        text, last = text + marked[last : match.start()], match.end()
        words = match["actor"] or match["time"]
        span = Span(len(text), len(text) + len(words))
        if match["actor"]:
            actors.append(_actor(match["codes"], words, span))
        else:
            times.append(_time(match["date"], words, span))
        text += words
    return text + marked[last:], actors, times


def _actor(codes: str, words: str, span: Span) -> ActorMention:
    if codes.startswith("@"):
        country, _, office = codes[1:].partition(";")
        return ActorMention(span, ActorKind.PERSON, (Party(words, country or None, office or None),), "name")
    parties = tuple(Party(words, code.strip("~")) for code in codes.split("+"))
    kind = ActorKind.PAIR if len(parties) > 1 else ActorKind.COUNTRY
    return ActorMention(span, kind, parties, "name", None, codes.startswith("~"))


def _time(date: str, words: str, span: Span) -> TimeMention:
    if date.startswith("P"):
        return TimeMention(span, words, TimexType.DURATION, date, None, "none")
    edtf = None if date == "-" else Edtf.parse(date)
    return TimeMention(span, words, TimexType.DATE, date, edtf, "stated" if edtf else "vague")
