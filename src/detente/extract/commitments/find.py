"""Finds promises by their wording, and the figures that are aimed at, sentence by sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from detente.extract.commitments.deadlines import due_of, said_on
from detente.extract.commitments.makers import makers_of, receiver_of
from detente.extract.commitments.scene import Scene, scenes
from detente.extract.figures.frame import Frame
from detente.extract.figures.naming import Naming, name_series
from detente.extract.figures.standpoint import is_target
from detente.model.edtf import Edtf
from detente.model.identity import statement_id
from detente.model.mention import Bound
from detente.model.reading import Reading
from detente.model.span import Span
from detente.model.statement import Attribution, FactKind, Participant, Statement, Status
from detente.rules.commitments import CommitmentRules, Need, Promise, commitment_rules
from detente.rules.series import MONEY

LONGEST = 170
"""Characters of a promise's phrase: enough for its object, too few for the next promise."""
NEGATION_REACH = 34
"""Characters before a promise in which a word takes it back."""
FIGURE_DUE_REACH = 40
"""Characters from an aimed-at figure to its deadline."""
SURE, UNSURE = 0.75, 0.5
"""Confidence with and without a maker."""

_RAISE_TO = re.compile(r"(?i)\Aup to\b")
_VERB = re.compile(r"\W*(\w+(?:\.\w+)*)")
_NEXT = re.compile(r"[\s,;]*(?:and\s+|then\s+)?")


@dataclass(frozen=True, slots=True)
class _Found:
    """A promise on its way to a statement."""

    span: Span
    kind: str
    rule: str
    makers: tuple[Participant, ...]
    due: Edtf | None = None
    frame: Frame | None = None
    naming: Naming | None = None


def find_commitments(reading: Reading) -> Iterator[Statement]:
    """The commitment statements of one document, in order of their start."""
    for scene in scenes(reading):
        found = _with_targets(scene, [_with_sum(scene, one) for one in _worded(scene)])
        for promise in sorted(found, key=lambda one: one.span):
            yield _statement(scene, promise)


def _worded(scene: Scene) -> list[_Found]:
    """The promises whose wording a sentence holds; of two that overlap, the one that begins first."""
    rules, text = commitment_rules(), scene.text
    words = scene.span.of(text).lower()
    if not any(piece in words for piece in rules.gate):
        return []
    found: list[_Found] = []
    hits = [(m.start(), i, m.end()) for i, p in enumerate(rules.promises) for m in p.words.finditer(text, scene.span.start, scene.span.end)]
    last = scene.span.start
    for start, i, words_end in sorted(hits):
        if start < last:
            continue
        span = Span(start, _phrase_end(text, words_end, scene.span.end, rules))
        parts = list(_parts(scene, rules.promises[i], span, words_end))
        if parts:
            last = max(span.end, parts[-1].span.end)
        found.extend(parts)
    return found


def _phrase_end(text: str, low: int, high: int, rules: CommitmentRules) -> int:
    """Where the phrase of a promise ends: with its clause, or at the last word that fits."""
    high = min(high, low + LONGEST)
    match = rules.ends.search(text, low, high)
    end = high if match is None else match.start()
    while end > low and text[end - 1].isspace():
        end -= 1
    return end if match is not None or end < low + LONGEST else max(low, text.rfind(" ", low, end))


def _parts(scene: Scene, promise: Promise, span: Span, words_end: int) -> Iterator[_Found]:
    """The promise, or one for each deadline where its phrase holds several ("by 2030, and ... by 2045")."""
    if _taken_back(scene, promise, span, words_end):
        return
    makers = makers_of(scene, span.start)
    deadlines = [(time, due) for time in scene.times if span.start < time.span.start and (due := due_of(scene, time)) is not None]
    near = [time for time, _ in deadlines if time.span.start <= span.end + 2]
    if not makers or not _needs_met(promise, makers, span.of(scene.text), bool(near)):
        return
    if not near:
        yield _Found(span, promise.kind, promise.kind, makers)
        return
    start = span.start
    chained = [(time, due) for time, due in deadlines if time.span.start <= near[-1].span.end + LONGEST // 2]
    for time, due in chained:
        end = max(time.span.end, span.end) if len(chained) == 1 else time.span.end
        yield _Found(Span(start, end), promise.kind, f"{promise.kind}_due", makers, due)
        match = _NEXT.match(scene.text, time.span.end)
        start = time.span.end if match is None else match.end()


def _taken_back(scene: Scene, promise: Promise, span: Span, words_end: int) -> bool:
    """Whether a negation stands before the wording, or its verb promises nothing ("agreed to disagree")."""
    rules, text = commitment_rules(), scene.text
    before = text[max(scene.span.start, span.start - NEGATION_REACH) : span.start].rpartition(";")[2]
    if rules.negations.search(before):
        return True
    if promise.kind == "goal" or text[max(0, words_end - 3) : words_end].strip() != "to":
        return False
    verb = _VERB.match(text, words_end, words_end + 30)
    return verb is not None and verb.group(1).lower() in rules.not_promised


def _needs_met(promise: Promise, makers: tuple[Participant, ...], phrase: str, due: bool) -> bool:
    if promise.need is Need.BOTH:
        return len(makers) > 1
    if promise.need is Need.BY:
        return due
    if promise.need is Need.DUE_OR_EVERY:
        return due or (len(makers) > 1 and commitment_rules().every.search(phrase) is not None)
    return True


def _with_sum(scene: Scene, found: _Found) -> _Found:
    """Gives a pledge the one sum of money in its phrase ("pledged $300 million")."""
    if found.kind == "goal":
        return found
    sums = [frame for frame in scene.frames if frame.unit_class == MONEY and found.span.contains(frame.quantity.span)]
    return replace(found, frame=sums[0], naming=name_series(sums[0], None)) if len(sums) == 1 else found


def _with_targets(scene: Scene, found: list[_Found]) -> list[_Found]:
    """Gives each aimed-at figure to the promise that holds it, or makes a goal of it."""
    naming: Naming | None = None
    for frame in scene.frames:
        own = name_series(frame, naming)
        naming = own or naming
        if own is None or own.series is None or not is_target(frame):
            continue
        at = frame.quantity.span
        index = next((i for i, one in enumerate(found) if one.span.contains(at) and one.frame in (None, frame)), None)
        if index is not None:
            found[index] = replace(found[index], frame=frame, naming=own)
        elif scene.reading.actors:
            found.append(_goal(scene, frame, own))
    return found


def _goal(scene: Scene, frame: Frame, naming: Naming) -> _Found:
    """The goal that an aimed-at figure states by itself ("the aim is $10 billion within five years")."""
    at = frame.quantity.span
    after = [time for time in scene.times if at.end <= time.span.start <= at.end + FIGURE_DUE_REACH]
    time, due = next(((t, d) for t in after if (d := due_of(scene, t)) is not None), (None, None))
    span = at if time is None else Span(at.start, time.span.end)
    return _Found(span, "goal", "goal_figure", makers_of(scene, at.start), due, frame, naming)


def _statement(scene: Scene, found: _Found) -> Statement:
    document = scene.reading.document
    value, unit, bound = _figure(scene, found.frame)
    series = found.naming.series if found.naming is not None else None
    both = len({maker.party.country for maker in found.makers}) > 1
    return Statement(
        id=statement_id(document.sha256, FactKind.COMMITMENT, found.kind, found.span, found.due.text if found.due else None, value),
        document=document.sha256,
        fact=FactKind.COMMITMENT,
        kind=found.kind,
        span=found.span,
        quote=found.span.of(document.text),
        rule=found.rule,
        confidence=SURE if found.makers else UNSURE,
        source=found.makers,
        target=found.makers if both else receiver_of(scene, found.span, found.makers),
        date=said_on(scene, found.span),
        status=Status.PLANNED,
        attribution=Attribution(found.makers[0].party.name, found.makers[0].span) if found.makers and not both else None,
        series=series.label if series is not None else None,
        value=value,
        unit=unit,
        bound=bound,
        due=found.due,
    )


def _figure(scene: Scene, frame: Frame | None) -> tuple[float | None, str | None, Bound | None]:
    """The value, unit and bound that a promise carries; "bring it up to 10 billion" is no upper bound."""
    if frame is None:
        return None, None, None
    raised = _RAISE_TO.match(frame.quantity.span.of(scene.text))
    earlier = [other.quantity.unit for other in scene.frames if other.quantity.span < frame.quantity.span and other.unit_class == MONEY]
    named = next((unit for unit in reversed(earlier) if unit is not None), scene.money)
    unit = frame.quantity.unit or (named if frame.unit_class == MONEY else None)
    return frame.quantity.value, unit, Bound.EXACT if raised else frame.quantity.bound
