"""Who "I" and "we" are in a paper whose first line tells for which state it was written: an envoy's telegram, a leader's letter.

"I called on the President" is an envoy's meeting; without its writer such a paper tells nothing of the meetings that it is about.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from detente.extract.events.sides import CITIES, is_state
from detente.model.mention import ActorKind, ActorMention, Party
from detente.model.reading import Reading
from detente.model.span import Span
from detente.rules.actors import country_names
from detente.rules.papers import dispatch_head, letter_head, paper_words

RULE = "writer"
"""The rule of the mentions made here, named in every statement that rests on one."""
_WORD = re.compile(r"[^\W\d_]+")


def with_writer(reading: Reading) -> Reading:
    """The reading with a mention for each pronoun by which the writer speaks of himself; as it is where the head tells no writer."""
    country = writer_of(reading)
    if country is None:
        return reading
    reading = _with_locals(reading, country)
    party = Party(country_names().get(country, country), country)
    taken = [m.span for m in reading.actors]
    own = [ActorMention(span, ActorKind.PERSON, (party,), RULE) for span in _first_persons(reading) if span not in taken]
    return replace(reading, actors=tuple(sorted((*reading.actors, *own), key=lambda m: (m.span, m.rule))))


def writer_of(reading: Reading) -> str | None:
    """The state for which a paper was written: its sender's, or that of the own office to which a dispatch goes."""
    text = reading.document.text
    start = len(text) - len(text.lstrip())
    end = text.find("\n", start)
    line = text[start : end if end >= 0 else len(text)]
    for pattern, inside in ((letter_head(), False), (dispatch_head(), True)):
        found = pattern.match(line)
        if found is None:
            continue
        sides = ("sender", "receiver") if inside else ("sender",)
        own = [_states(Span(start + found.start(side), start + found.end(side)), reading) for side in sides]
        known = next((codes for codes in own if codes), set())
        return next(iter(known)) if len(known) == 1 and (not inside or len(set().union(*own)) == 1) else None
    return None


def _states(part: Span, reading: Reading) -> set[str]:
    """The states of the offices and persons in a part of the head; not where they are posted ("Embassy *in Oman*", "*Muscat* mission")."""
    text = reading.document.text
    found: set[str] = set()
    cities = {word for m in reading.actors if m.rule in CITIES for word in m.span.of(text).split()}
    for mention in reading.actors:
        before = _WORD.findall(text[part.start : mention.span.start].lower())[-2:]
        if not part.contains(mention.span) or mention.span.of(text).split()[0] in cities or set(before) & paper_words()["posts"]:
            continue
        found |= {p.country for p in mention.parties if p.country is not None and is_state(p.country)}
    return found


def _with_locals(reading: Reading, writer: str) -> Reading:
    """The reading with the ministers of no named state taken for those of the state where the writer is posted."""
    post = _post(reading, writer)
    people = {ActorKind.PERSON, ActorKind.OFFICE}
    own = [p.name for m in reading.actors if m.kind in people for p in m.parties if p.country is None and _is_local(p)]
    if post is None or not own:
        return reading
    return replace(
        reading,
        actors=tuple(
            replace(m, parties=tuple(replace(p, country=post) if p.country is None and p.name in own else p for p in m.parties))
            if m.kind in people
            else m
            for m in reading.actors
        ),
    )


def _is_local(party: Party) -> bool:
    return bool(set(_WORD.findall((party.office or "").lower())) & paper_words()["locals"])


def _post(reading: Reading, writer: str) -> str | None:
    """The state where the sender is posted: "From the Embassy *in Kenya*", "From the Ambassador *to Peru*"."""
    text = reading.document.text
    head = text[: text.find("\n", len(text) - len(text.lstrip())) + 1]
    found = dispatch_head().match(head) or letter_head().match(head)
    if found is None:
        return None
    for mention in reading.actors:
        before = _WORD.findall(text[found.start("sender") : mention.span.start].lower())[-2:]
        if Span(found.start("sender"), found.end("sender")).contains(mention.span) and set(before) & paper_words()["posts"]:
            code = mention.parties[0].country if len(mention.parties) == 1 else None
            return code if is_state(code) and code != writer else None
    return None


def _first_persons(reading: Reading) -> Iterator[Span]:
    text = reading.document.text
    quoted = reading.layout.quotations
    for word in _WORD.finditer(text):
        span = Span(word.start(), word.end())
        if word[0].lower() in paper_words()["writers"] and word[0] != "US" and not any(q.contains(span) for q in quoted):
            yield span
