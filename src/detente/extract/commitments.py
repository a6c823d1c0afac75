"""Statements of the commitment kinds: who promised what, by when."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace

from detente.extract.figures.frame import Frame, frames
from detente.extract.figures.naming import Naming, name_series
from detente.extract.figures.standpoint import is_target
from detente.model.document import PROSE, Sentence
from detente.model.edtf import Edtf
from detente.model.identity import statement_id
from detente.model.mention import ActorKind, ActorMention, Bound, TimeMention
from detente.model.reading import Reading
from detente.model.span import Span
from detente.model.statement import Attribution, FactKind, Participant, StatedDate, Statement, Status
from detente.rules.commitments import CommitmentRules, Need, Promise, commitment_rules
from detente.rules.series import MONEY

LONGEST = 170
"""Characters of a promise's phrase: enough for its object, too few for the next promise."""
SUBJECT_REACH = 160
"""Characters before a promise in which the one who makes it is looked for."""
NEGATION_REACH = 34
"""Characters before a promise in which a word takes it back."""

_ACTING = (ActorKind.COUNTRY, ActorKind.GOVERNMENT, ActorKind.PAIR, ActorKind.ORGANISATION, ActorKind.OFFICE, ActorKind.PERSON)
_SUBORDINATE = re.compile(r"[;:]|\.\s")
_DURATION = re.compile(r"P(\d+)Y\Z")
_RAISE_TO = re.compile(r"(?i)\Aup to\b")


@dataclass(frozen=True, slots=True)
class _Found:
    """A promise on its way to a statement."""

    span: Span
    kind: str
    rule: str
    makers: tuple[Participant, ...]
    due: Edtf | None = None
    frame: Frame | None = None


def find_commitments(reading: Reading) -> Iterator[Statement]:
    """The commitment statements of one document, in order of their start."""
    targets = _targets(reading)
    time_starts = [time.span.start for time in reading.times]
    found: list[_Found] = []
    for sentence in reading.layout.sentences:
        if sentence.kind in PROSE:
            times = reading.times[bisect_left(time_starts, sentence.span.start) : bisect_left(time_starts, sentence.span.end)]
            found.extend(_worded(reading, sentence, times))
    found = _with_targets(reading, found, targets)
    for promise in sorted(found, key=lambda one: one.span):
        yield _statement(reading, promise, commitment_rules())


def _worded(reading: Reading, sentence: Sentence, times: tuple[TimeMention, ...]) -> Iterator[_Found]:
    """The promises whose wording a sentence holds; of two that overlap, the one that begins first."""
    rules, text, last = commitment_rules(), reading.document.text, 0
    words = sentence.span.of(text).lower()
    if not any(piece in words for piece in rules.gate):
        return
    hits = [(match.start(), i, match) for i, p in enumerate(rules.promises) for match in p.words.finditer(text, *_ends(sentence.span))]
    for start, i, match in sorted(hits, key=lambda hit: hit[:2]):
        if start < last:
            continue
        end = _phrase_end(text, match.end(), sentence.span.end, rules)
        found = list(_parts(reading, sentence, rules.promises[i], Span(start, end), match.end(), times))
        last = max([end] if found else [last])
        yield from found


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end


def _phrase_end(text: str, low: int, high: int, rules: CommitmentRules) -> int:
    high = min(high, low + LONGEST)
    match = rules.ends.search(text, low, high)
    end = high if match is None else match.start()
    while end > low and text[end - 1].isspace():
        end -= 1
    return end if match is not None or end < low + LONGEST else max(low, text.rfind(" ", low, end))


def _parts(
    reading: Reading, sentence: Sentence, promise: Promise, span: Span, words_end: int, times: tuple[TimeMention, ...]
) -> Iterator[_Found]:
    """The promise, or one for each deadline where its phrase holds several ("by 2030, and ... by 2045")."""
    rules, text = commitment_rules(), reading.document.text
    before = text[max(sentence.span.start, span.start - NEGATION_REACH) : span.start].rpartition(";")[2]
    verb = re.match(r"\W*(\w+(?:\.\w+)*)", text[words_end : words_end + 30]) if text[words_end - 3 : words_end].strip() == "to" else None
    if rules.negations.search(before) or (verb is not None and verb.group(1).lower() in rules.not_promised and promise.kind != "goal"):
        return
    makers = _makers(reading, sentence, span.start)
    deadlines = [(time, due) for time in times if (due := _due(reading, time)) is not None and span.start < time.span.start]
    near = [(time, due) for time, due in deadlines if time.span.start <= span.end + 2]
    if not makers or not _needs_met(promise, makers, text[span.start : span.end], bool(near)):
        return
    if not near:
        yield _Found(span, promise.kind, promise.kind, makers)
        return
    start = span.start
    chained = [(time, due) for time, due in deadlines if time.span.start <= near[-1][0].span.end + LONGEST // 2]
    for time, due in chained:
        yield _Found(
            Span(start, max(time.span.end, span.end if len(chained) == 1 else 0)), promise.kind, f"{promise.kind}_due", makers, due
        )
        start = _next_word(text, time.span.end)


def _next_word(text: str, position: int) -> int:
    match = re.compile(r"[\s,;]*(?:and\s+|then\s+)*").match(text, position)
    return position if match is None else match.end()


def _needs_met(promise: Promise, makers: tuple[Participant, ...], phrase: str, due: bool) -> bool:
    if promise.need is Need.BOTH:
        return len(makers) > 1
    if promise.need is Need.BY:
        return due
    if promise.need is Need.DUE_OR_EVERY:
        return due or (len(makers) > 1 and commitment_rules().every.search(phrase) is not None)
    return True


def _makers(reading: Reading, sentence: Sentence, position: int) -> tuple[Participant, ...]:
    """Who promises: the actors of the clause before the wording, or the last actor before it."""
    low = max(sentence.span.start, position - SUBJECT_REACH)
    lead = reading.document.text[low:position]
    cut = max((match.end() for match in _SUBORDINATE.finditer(lead)), default=0)
    actors = [actor for actor in reading.actors if low + cut <= actor.span.start and actor.span.end <= position and _acts(actor)]
    if not actors:
        return ()
    named = [actor for actor in actors if not _object(reading, actor)] or actors[-1:]
    pair = next((actor for actor in reversed(named) if actor.kind is ActorKind.PAIR), None)
    chosen = [pair] if pair is not None else _coordinated(reading, named)
    found: dict[str, Participant] = {}
    for actor in chosen:
        for party in actor.parties:
            found.setdefault(str(party.country), Participant(party, actor.span))
    return tuple(found.values())


def _acts(actor: ActorMention) -> bool:
    if actor.kind not in _ACTING or actor.attributive:
        return False
    private = actor.kind is ActorKind.PERSON and not any(party.office for party in actor.parties)
    return not private and any(party.country for party in actor.parties)


def _object(reading: Reading, actor: ActorMention) -> bool:
    """Whether a preposition makes the actor no subject ("to Japan", "of Greece")."""
    before = reading.document.text[max(0, actor.span.start - 14) : actor.span.start]
    return re.search(r"(?i)\b(?:to|of|in|with|from|by|for|on|at|between|against)\s+(?:the\s+)?\Z", before) is not None


def _coordinated(reading: Reading, actors: list[ActorMention]) -> list[ActorMention]:
    """The last actor, with those that "and" joins to it."""
    chosen = [actors[-1]]
    for actor in reversed(actors[:-1]):
        between = reading.document.text[actor.span.end : chosen[0].span.start]
        if not re.fullmatch(r"(?:,?\s+and\s+|,\s+)(?:[\w’'-]+\s+){0,5}(?:\([^)]{0,30}\)\s*)?", between):
            break
        chosen.insert(0, actor)
    return chosen


def _due(reading: Reading, time: TimeMention) -> Edtf | None:
    """The deadline that a time with its preposition states: up to it, however far from now."""
    rules, text = commitment_rules(), reading.document.text
    worded = text[max(0, time.span.start - 24) : time.span.start] + time.text
    low = max(0, time.span.start - 24)
    prefix = text[low : time.span.start]
    inside = re.match(r"(?i)(?:by|before|within|until|till)\b", time.text)
    if inside is None and rules.deadline.search(prefix) is None:
        return None
    years = _DURATION.match(time.value)
    published = reading.document.published
    if time.edtf is None and years is not None and "within" in worded.lower() and published is not None and published.latest is not None:
        return Edtf.parse(f"../{published.latest.year + int(years.group(1)):04d}")
    if time.edtf is None or time.edtf.text[:1] in "[{":
        return None
    return time.edtf if "/" in time.edtf.text else Edtf.parse(f"../{time.edtf.text}")


def _targets(reading: Reading) -> list[tuple[Frame, Naming]]:
    """The figures that are what someone aims at."""
    found = []
    for sentence in frames(reading):
        previous: Naming | None = None
        for frame in sentence:
            naming = name_series(frame, previous)
            previous = naming or previous
            if naming is not None and naming.series is not None and is_target(frame):
                found.append((frame, naming))
    return found


def _with_targets(reading: Reading, found: list[_Found], targets: list[tuple[Frame, Naming]]) -> list[_Found]:
    """Gives each aimed-at figure to the promise that holds it, or makes a goal of it."""
    found = [_with_sum(reading, one) for one in found]
    for frame, _ in targets:
        at = frame.quantity.span
        index = next((i for i, one in enumerate(found) if one.span.contains(at) and one.frame is None), None)
        if index is not None:
            found[index] = replace(found[index], frame=frame)
            continue
        times = [time for time in reading.times if at.end <= time.span.start <= frame.sentence.span.end]
        dues = [(time, due) for time in times if time.span.start <= at.end + 40 and (due := _due(reading, time)) is not None]
        span = at if not dues else Span(at.start, dues[0][0].span.end)
        makers = _makers(reading, frame.sentence, at.start)
        if makers or reading.actors:
            found.append(_Found(span, "goal", "goal_figure", makers, dues[0][1] if dues else None, frame))
    return found


def _with_sum(reading: Reading, found: _Found) -> _Found:
    """Gives a pledge the one sum of money in its phrase ("pledged $300 million")."""
    if found.kind == "goal":
        return found
    inside = [frame for sentence in frames(reading) for frame in sentence if found.span.contains(frame.quantity.span)]
    sums = [frame for frame in inside if frame.unit_class == MONEY]
    return replace(found, frame=sums[0]) if len(sums) == 1 else found


def _statement(reading: Reading, found: _Found, rules: CommitmentRules) -> Statement:
    document = reading.document
    naming = None
    value = unit = bound = None
    if found.frame is not None:
        naming = name_series(found.frame, None)
        value, bound = found.frame.quantity.value, found.frame.quantity.bound
        if _RAISE_TO.match(found.frame.quantity.span.of(document.text)):
            bound = Bound.EXACT
        unit = found.frame.quantity.unit or _last_money(reading, found.frame)
    series = naming.series.label if naming is not None and naming.series is not None else None
    both = len({maker.party.country for maker in found.makers}) > 1
    return Statement(
        id=statement_id(document.sha256, FactKind.COMMITMENT, found.kind, found.span, found.due.text if found.due else None, value),
        document=document.sha256,
        fact=FactKind.COMMITMENT,
        kind=found.kind,
        span=found.span,
        quote=found.span.of(document.text),
        rule=found.rule,
        confidence=0.75 if found.makers else 0.5,
        source=found.makers,
        target=found.makers if both else _receiver(reading, found),
        date=_said(reading, found),
        status=Status.PLANNED,
        attribution=Attribution(found.makers[0].party.name, found.makers[0].span) if found.makers and not both else None,
        series=series,
        value=value,
        unit=unit,
        bound=bound,
        due=found.due,
    )


def _receiver(reading: Reading, found: _Found) -> tuple[Participant, ...]:
    """Towards whom: the first other country in the phrase that a preposition makes its object ("trade with Kazakhstan")."""
    makers = {maker.party.country for maker in found.makers}
    for actor in reading.actors:
        if found.span.contains(actor.span) and (_object(reading, actor) or (actor.kind is ActorKind.COUNTRY and not actor.attributive)):
            others = [party for party in actor.parties if party.country is not None and party.country not in makers]
            if others:
                return (Participant(others[0], actor.span),)
    return ()


def _last_money(reading: Reading, frame: Frame) -> str | None:
    """The money last named before a bare sum ("5 billion euros; ... up to 10 billion")."""
    if frame.unit_class != MONEY:
        return None
    earlier = [
        q.unit for q in reading.quantities if q.span.start < frame.quantity.span.start and q.unit and q.unit.isupper() and len(q.unit) == 3
    ]
    return earlier[-1] if earlier else None


def _said(reading: Reading, found: _Found) -> StatedDate | None:
    """When the promise was made: the time inside its wording ("agreed on Saturday to"), or before it in the sentence."""
    sentence = next((s.span for s in reading.layout.sentences if s.span.contains(found.span)), found.span)
    text = reading.document.text
    for time in reversed(reading.times):
        inside = sentence.start <= time.span.start and time.span.end <= min(found.span.start + 40, found.span.end)
        if not inside or time.edtf is None or time.edtf.latest is None or _due(reading, time) is not None:
            continue
        joined = time.span.start >= found.span.start or not re.search(r"[,;]", text[time.span.end : found.span.start])
        opens = time.span.start - sentence.start <= 12
        if joined or opens:
            return StatedDate(time.edtf, time.basis, time.span, time.alternatives)
    return None
