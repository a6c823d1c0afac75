"""Finds promises by their wording, and the figures that are aimed at, sentence by sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from detente.extract.commitments.deadlines import due_of, said_on
from detente.extract.commitments.makers import makers_of, receiver_of
from detente.extract.commitments.scene import Scene, scenes
from detente.extract.commitments.told import (
    end_told,
    is_a_threat,
    is_a_vote,
    is_future,
    is_made,
    is_private,
    is_unread,
    makers_told,
    parsed_scene,
    receiver_told,
    told,
)
from detente.extract.commitments.worded import LONGEST, Worded, taken_back, worded
from detente.extract.events.scene import Scene as Parsed
from detente.extract.figures.frame import Frame
from detente.extract.figures.naming import Naming, name_series
from detente.extract.figures.standpoint import is_target
from detente.extract.syntax import parse
from detente.model.edtf import Edtf
from detente.model.identity import statement_id
from detente.model.mention import ActorKind, Bound
from detente.model.reading import Reading
from detente.model.span import Span
from detente.model.statement import Attribution, FactKind, Participant, StatedDate, Statement, Status
from detente.rules.commitments import KNOWN, Clause, Need, Promise, commitment_rules, confidence
from detente.rules.series import MONEY

FIGURE_DUE_REACH = 40
"""Characters from an aimed-at figure to its deadline."""


@dataclass(frozen=True, slots=True)
class _Found:
    """A promise on its way to a statement."""

    span: Span
    kind: str
    rule: str
    makers: tuple[Participant, ...]
    receivers: tuple[Participant, ...] = ()
    said: StatedDate | None = None
    due: Edtf | None = None
    frame: Frame | None = None
    naming: Naming | None = None


@dataclass(frozen=True, slots=True)
class _Made:
    """What a phrase promises, who promises it, and towards whom."""

    span: Span
    makers: tuple[Participant, ...]
    receivers: tuple[Participant, ...]
    rule: str


def find_commitments(reading: Reading) -> Iterator[Statement]:
    """The commitment statements of one document, in order of their start."""
    read = [(scene, worded(scene)) for scene in scenes(reading)]
    docs = iter(parse([scene.span.of(scene.text) for scene, hits in read if hits]))
    for scene, hits in read:
        parsed = parsed_scene(scene, next(docs)) if hits else None
        found = _with_targets(scene, [_with_sum(scene, one) for one in _promised(scene, hits, parsed)])
        for promise in sorted(found, key=lambda one: one.span):
            yield _statement(scene, promise)


def _promised(scene: Scene, hits: Sequence[Worded], parsed: Parsed | None) -> list[_Found]:
    """The promises that a sentence makes; of two that overlap, the one that begins first."""
    found: list[_Found] = []
    last = scene.span.start
    for hit in hits:
        if parsed is None or hit.span.start < last:
            continue
        parts = list(_parts(scene, hit, parsed))
        if parts:
            last = max(hit.span.end, parts[-1].span.end)
        found.extend(parts)
    return found


def _parts(scene: Scene, hit: Worded, parsed: Parsed) -> Iterator[_Found]:
    """The promise, or one for each deadline where its phrase holds several ("by 2030, and ... by 2045")."""
    made = _made(scene, hit, parsed)
    if made is None:
        return
    span, makers, receivers = made.span, made.makers, made.receivers
    deadlines = [(time, due) for time in scene.times if span.start < time.span.start and (due := due_of(scene, time)) is not None]
    near = [time for time, _ in deadlines if time.span.start <= span.end + 2]
    if not makers or not _needs_met(hit.promise, makers, span.of(scene.text), bool(near)):
        return
    kind, said = hit.promise.kind, said_on(scene, hit.span, hit.words_end)
    if not near:
        yield _Found(span, kind, kind + made.rule, makers, receivers, said)
        return
    start = span.start
    chained = [(time, due) for time, due in deadlines if time.span.start <= near[-1].span.end + LONGEST // 2]
    for time, due in chained:
        end = max(time.span.end, span.end) if len(chained) == 1 else time.span.end
        yield _Found(Span(start, end), kind, f"{kind}_due{made.rule}", makers, receivers, said, due)
        match = commitment_rules().next.match(scene.text, time.span.end)
        start = time.span.end if match is None else match.end()


def _made(scene: Scene, hit: Worded, parsed: Parsed) -> _Made | None:
    """Who makes the promise, by its grammar, and by who stands before it where the parser sees no verb; None where none is made."""
    promise = told(parsed, Span(hit.span.start, hit.words_end))
    if promise is None:
        unread = hit.promise.clause is Clause.NONE and is_unread(parsed, Span(hit.span.start, hit.words_end))
        makers = makers_of(scene, hit.span.start) if unread and not taken_back(scene, hit) else ()
        return _Made(hit.span, makers, receiver_of(scene, hit.span, makers), "+nearest")
    if not is_made(promise, hit.promise.future):
        return None
    makers = makers_told(promise)
    clause = hit.promise.clause
    if hit.promise.kind == "pledge" and is_a_threat(promise):
        return None
    if is_private(promise, makers) or is_a_vote(promise, makers) or (clause is not Clause.NONE and not is_future(promise, clause, makers)):
        return None
    return _Made(Span(hit.span.start, end_told(promise, hit.span.end)), makers, receiver_told(promise, makers), "")


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
        elif scene.reading.actors and (goal := _goal(scene, frame, own)) is not None:
            found.append(goal)
    return found


def _goal(scene: Scene, frame: Frame, naming: Naming) -> _Found | None:
    """The goal that an aimed-at figure states by itself ("the aim is $10 billion within five years"): by when, or to what it is raised."""
    at = frame.quantity.span
    after = [time for time in scene.times if at.end <= time.span.start <= at.end + FIGURE_DUE_REACH]
    time, due = next(((t, d) for t in after if (d := due_of(scene, t)) is not None), (None, None))
    rules = commitment_rules()
    if rules.forecast.search(frame.lead) or (due is None and rules.raised.search(scene.text, scene.span.start, at.end) is None):
        return None
    span = at if time is None else Span(at.start, time.span.end)
    makers = makers_of(scene, at.start)
    return _Found(span, "goal", "goal_figure", makers, receiver_of(scene, span, makers), said_on(scene, span, span.end), due, frame, naming)


def _statement(scene: Scene, found: _Found) -> Statement:
    document = scene.reading.document
    value, unit, bound = _figure(scene, found.frame)
    series = found.naming.series if found.naming is not None else None
    both = len({maker.party.country for maker in found.makers}) > 1
    how = _how_known(scene, found.makers)
    rule = found.rule if how == KNOWN[0] else f"{found.rule}+{how}"
    return Statement(
        id=statement_id(document.sha256, FactKind.COMMITMENT, found.kind, found.span, found.due.text if found.due else None, value),
        document=document.sha256,
        fact=FactKind.COMMITMENT,
        kind=found.kind,
        span=found.span,
        quote=found.span.of(document.text),
        rule=rule,
        confidence=confidence(how),
        source=found.makers,
        target=found.makers if both else found.receivers,
        date=found.said,
        status=Status.PLANNED,
        attribution=Attribution(found.makers[0].party.name, found.makers[0].span) if found.makers and not both else None,
        series=series.label if series is not None else None,
        value=value,
        unit=unit,
        bound=bound,
        due=found.due,
    )


def _how_known(scene: Scene, makers: tuple[Participant, ...]) -> str:
    """Whether those who promise are named, or stand behind a pair or a pronoun, or nobody is told."""
    if not makers:
        return "nobody"
    told = {actor.span: actor for actor in scene.actors}
    own = [told[maker.span] for maker in makers if maker.span in told]
    if any(actor.kind is ActorKind.PAIR for actor in own):
        return "pair"
    return "pronoun" if any(actor.rule == "pronoun" for actor in own) else KNOWN[0]


def _figure(scene: Scene, frame: Frame | None) -> tuple[float | None, str | None, Bound | None]:
    """The value, unit and bound that a promise carries; "bring it up to 10 billion" is no upper bound."""
    if frame is None:
        return None, None, None
    raised = commitment_rules().raised_to.match(frame.quantity.span.of(scene.text))
    earlier = [other.quantity.unit for other in scene.frames if other.quantity.span < frame.quantity.span and other.unit_class == MONEY]
    named = next((unit for unit in reversed(earlier) if unit is not None), scene.money)
    unit = frame.quantity.unit or (named if frame.unit_class == MONEY else None)
    return frame.quantity.value, unit, Bound.EXACT if raised else frame.quantity.bound
