"""Whose figure it is: the two sides of trade, giver and receiver, those who suffer."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass

from detente.extract.figures.frame import Frame
from detente.extract.figures.naming import Measure, Naming
from detente.model.mention import ActorKind, ActorMention, Party, PlaceMention
from detente.model.reading import Reading
from detente.model.statement import Participant
from detente.rules.clauses import figure_clauses
from detente.rules.series import MONEY

_IN_WHOSE_ORDER = figure_clauses()["in_whose_order"]
_TO = figure_clauses()["receiver"]
_ORIGIN = figure_clauses()["origin"]
_SAYS = figure_clauses()["says"]
_RECEIVES = figure_clauses()["receives"]
_OWNED = figure_clauses()["owned"]
_FROM = figure_clauses()["giver"]
_POSSESSIVE = figure_clauses()["possessive"]
_CITED = figure_clauses()["cited"]
_ITS_OWN = figure_clauses()["its_own"]
_THE_OTHER = figure_clauses()["the_other"]
_CLAUSE = figure_clauses()["new_clause"]
_AT_ANOTHER_TIME = figure_clauses()["at_another_time"]
_TO_THEIRS = figure_clauses()["to_theirs"]
_NEXT_FIGURE = figure_clauses()["next_figure"]
_LOSES = figure_clauses()["loses"]
_WITH = figure_clauses()["with_one"]
_TO_PLACE = figure_clauses()["to_place"]
_ENDS_IN_AND = figure_clauses()["ends_in_and"]
_OF_WHOM = figure_clauses()["of_whom"]
_LIES_IN = figure_clauses()["lies_in"]
_LISTED = figure_clauses()["listed"]
_AND_ALONE = figure_clauses()["and_alone"]
_OF_ALL = figure_clauses()["of_all"]
_OF_WHICH = figure_clauses()["of_which"]
_LOOSELY = figure_clauses()["loosely"]
RECEIVES_REACH = 60
"""Characters behind an actor in which a verb makes it the receiver."""
CITED_REACH = 80
"""Characters before an actor in which the words that cite a source stand ("according to the ministry in Lima")."""
OTHER_REACH = 300
"""Characters before a figure in which the country stands that "there" and "its neighbour" mean."""
TWO_WAY = frozenset({"exports", "imports", "trade_deficit", "trade_surplus"})
"""Series of trade between two: where one names only the partner, it is told of whom the figure before was told."""
_STATES = (ActorKind.COUNTRY, ActorKind.GOVERNMENT, ActorKind.PAIR, ActorKind.ORGANISATION, ActorKind.OFFICE, ActorKind.PERSON)


@dataclass(frozen=True, slots=True)
class Sides:
    """Source and target of a figure."""

    source: tuple[Participant, ...] = ()
    target: tuple[Participant, ...] = ()


def document_pair(reading: Reading) -> ActorMention | None:
    """The mention that best tells which two parties the document is about: the commonest pair it names outright."""
    pairs = [actor for actor in reading.actors if actor.kind is ActorKind.PAIR and len({p.country for p in actor.parties} - {None}) == 2]
    if not pairs:
        return None
    counts = Counter(tuple(sorted(str(p.country) for p in pair.parties)) for pair in pairs)
    best = max(sorted(counts), key=lambda key: counts[key])
    return next(pair for pair in pairs if tuple(sorted(str(p.country) for p in pair.parties)) == best)


def find_sides(frame: Frame, naming: Naming, previous: Sides | None, pair: ActorMention | None, earlier: Sides | None = None) -> Sides:
    """The parties of a figure: of its clause, completed from its sentence and from the figure before it.

    ``earlier`` are the two sides of the last figure of the paragraph, which a figure that names only one of them may go on with.
    """
    roles = naming.series.roles if naming.series is not None else "directed"
    near = [actor for actor in _states(frame, frame.before.start, _clause_end(frame)) if not _before_next(frame, actor)]
    near = [actor for actor in near if not _echoes(frame, actor, near)]
    near = (_theirs(frame) if naming.rule == "carried" else []) or near
    if previous is not None and (previous.source or previous.target) and _continues(frame, naming, near):
        return _fitted(roles, previous)
    actors = near or _states(frame, frame.sentence.span.start, frame.sentence.span.end)
    if roles == "pair":
        both = _both(frame, naming, actors, pair, earlier)
        return _fitted("pair", previous) if previous is not None and _within(both, previous) else both
    if roles == "harmed":
        return _harmed(frame, naming, actors)
    if frame.unit_class == "rank":
        return _with_the_other(frame, _ranked(frame), earlier)
    sides = _completed(frame, _directed(frame, naming, actors), previous)
    if sides.source and not sides.target and previous is not None:
        if naming.rule == "carried" and _told_of_target(frame, previous) and not _own(frame, sides, previous):
            return Sides(previous.source, sides.source)
        sides = Sides(sides.source, _taken_over(frame, naming, sides.source[0], previous))
    sides = _with_the_other(frame, _gone_on_with(naming, sides, actors, earlier), earlier)
    return sides if sides.target or not sides.source else Sides(sides.source, _placed(frame, naming, sides.source[0]))


def _placed(frame: Frame, naming: Naming, source: Participant) -> tuple[Participant, ...]:
    """The country of the place that people or things went to, or that people are in, where no receiver is named."""
    people = naming.series is not None and naming.series.persons
    low, high = frame.before.start, _clause_end(frame)
    places = frame.reading.places
    for place in places[bisect_left(places, low, key=_start) : bisect_left(places, high, key=_start)]:
        if place.country in (None, source.party.country):
            continue
        before = frame.text[max(low, place.span.start - 20) : place.span.start]
        if _TO_PLACE.search(before) or (people and _LIES_IN.search(before)):
            return (Participant(Party(place.name, place.country), place.span),)
    return ()


def _start(mention: ActorMention | PlaceMention) -> int:
    return mention.span.start


def _clause_end(frame: Frame) -> int:
    """Where what is said of the figure ends: at the next figure, or where another clause begins."""
    ends = (pattern.search(frame.text, frame.after.start, frame.after.end) for pattern in (_CLAUSE, _AT_ANOTHER_TIME))
    return min((match.start() for match in ends if match is not None), default=frame.after.end)


def _own(frame: Frame, sides: Sides, previous: Sides) -> bool:
    """Whether the party named anew is of those counted ("153,000 Chinese"), or none but one of the two before."""
    return frame.quantity.span.contains(sides.source[0].span) or _within(sides, previous)


def _told_of_target(frame: Frame, previous: Sides) -> bool:
    """Whether the figure before named its receiver first ("Jordan shelters 670,000"): then this one's party is a receiver too."""
    counted = next((q.span for q in frame.reading.quantities if q.span.end == frame.before.start), frame.before)
    low = frame.sentence.span.start
    named = [p for p in (*previous.source, *previous.target) if low <= p.span.start < frame.before.start and not counted.contains(p.span)]
    last = max(named, key=lambda p: p.span.start, default=None)
    return last is not None and last in previous.target and bool(previous.source)


def _taken_over(frame: Frame, naming: Naming, source: Participant, previous: Sides) -> tuple[Participant, ...]:
    """The receiver that a figure shares with the one before it in its sentence."""
    if naming.rule == "carried" or _OF_WHICH.search(frame.lead):
        return tuple(p for p in previous.target if p.party.country != source.party.country)
    return () if _OF_ALL.search(frame.lead) else _other_than(source, previous)


def _fitted(roles: str, sides: Sides) -> Sides:
    """The sides of the figure before for a series with these roles: both of trade; of exports only who is told to give."""
    both = tuple({p.party.country: p for p in (*sides.source, *sides.target)}.values())
    if roles == "pair":
        return Sides(both, both) if len(both) == 2 else sides
    return Sides() if len(sides.source) > 1 and roles in ("directed", "harmed") else sides


def _echoes(frame: Frame, actor: ActorMention, near: list[ActorMention]) -> bool:
    """Whether "the country" was taken for one that it is set against: "Thai firms have 40 plants in the country"."""
    preposition = max(0, frame.text.rfind(" ", 0, actor.span.start - 1) + 1)
    if not _THE_OTHER.fullmatch(frame.text, preposition, actor.span.end):
        return False
    before = {party.country for other in near if other.span.end <= actor.span.start for party in other.parties}
    return bool(before & {party.country for party in actor.parties})


def _theirs(frame: Frame) -> list[ActorMention]:
    """Whom alone a bare number is told of: "to Togo 241,000 and 45,000 to Benin"."""
    if not _ENDS_IN_AND.search(frame.lead):
        return []
    return [actor for actor in frame.actors if _TO_THEIRS.fullmatch(frame.text, frame.quantity.span.end, actor.span.start)]


def _before_next(frame: Frame, actor: ActorMention) -> bool:
    """Whether the actor stands right before the next figure and so belongs to that: "Chad gave 3 million and Togo 2 million"."""
    if actor.span.start < frame.quantity.span.end or frame.after.end >= frame.sentence.span.end:
        return False
    before = frame.text[max(frame.quantity.span.end, actor.span.start - 6) : actor.span.start]
    return _NEXT_FIGURE.fullmatch(frame.text, actor.span.end, frame.after.end) is not None and _AND_ALONE.search(before) is not None


def _continues(frame: Frame, naming: Naming, near: list[ActorMention]) -> bool:
    """Whether a figure goes on with the one before it, whose sides it does not name anew."""
    if not near:
        between = (actor for actor in frame.actors if frame.before.start <= actor.span.start < frame.quantity.span.start)
        return not any(actor.kind in _STATES for actor in between)
    if naming.span is not None or naming.series is None:
        return False
    return all(
        actor.span.start >= frame.quantity.span.end and not _takes(frame, actor) and not _gives(frame, actor, False) for actor in near
    )


def _gone_on_with(naming: Naming, sides: Sides, actors: list[ActorMention], earlier: Sides | None) -> Sides:
    """The sides of trade whose owner is not said: "Imports from Togo were 3 million" is told of whom the exports to Togo were."""
    if earlier is None or naming.series is None or naming.series.key not in TWO_WAY:
        return sides
    if not actors:
        return Sides(earlier.target, earlier.source) if naming.series.key == "imports" else earlier
    known = sides.source if naming.series.key == "imports" else sides.target
    missing = sides.target if naming.series.key == "imports" else sides.source
    if missing or len(known) != 1:
        return sides
    owner = _other_than(known[0], earlier)
    return Sides(known, owner) if naming.series.key == "imports" else Sides(owner, known)


def _other_than(known: Participant, sides: Sides) -> tuple[Participant, ...]:
    """The other one of two sides, if ``known`` is one of them."""
    both = {p.party.country: p for p in (*sides.source, *sides.target)}
    if known.party.country not in both or len(both) != 2:
        return ()
    return tuple(p for country, p in both.items() if country != known.party.country)


def _with_the_other(frame: Frame, sides: Sides, earlier: Sides | None) -> Sides:
    """Fills the side that the text only points to: "firms from Peru have 40 projects there", "the debt to its neighbour"."""
    known = sides.source or sides.target
    if bool(sides.source) == bool(sides.target) or len(known) != 1:
        return sides
    pointed = _THE_OTHER.search(frame.text, frame.before.start, _clause_end(frame))
    if pointed is None:
        return sides
    other = (_other_than(known[0], earlier) if earlier is not None else ()) or _named_before(frame, known[0])
    return Sides(other, known) if pointed["from"] or not sides.source else Sides(known, other)


def _named_before(frame: Frame, known: Participant) -> tuple[Participant, ...]:
    """The country named last before the sentence's figure in its block that is not the one known."""
    block = frame.reading.layout.blocks[frame.sentence.block].span
    low = max(block.start, frame.quantity.span.start - OTHER_REACH)
    found: tuple[Participant, ...] = ()
    actors = frame.reading.actors
    for actor in actors[bisect_left(actors, low, key=_start) : bisect_left(actors, frame.quantity.span.start, key=_start)]:
        if actor.kind not in _STATES or len(actor.parties) != 1:
            continue
        if actor.parties[0].country not in (None, known.party.country):
            found = (Participant(actor.parties[0], actor.span),)
    return found


def _completed(frame: Frame, sides: Sides, previous: Sides | None) -> Sides:
    """Fills a missing giver from the figure before, a missing receiver from the rest of the sentence."""
    source, target = sides.source, sides.target
    if not source and target and previous is not None:
        source = tuple(p for p in previous.source if p.party.country != target[0].party.country)
    if source and not target:
        rest = [actor for actor in _states(frame, frame.quantity.span.end, frame.sentence.span.end) if _takes(frame, actor)]
        target = tuple(p for p in _participants(rest) if p.party.country != source[0].party.country)[:1]
    return Sides(source, target)


def _states(frame: Frame, low: int, high: int) -> list[ActorMention]:
    """The countries and organisations named between ``low`` and ``high``; "US" in "US dollars" is none."""
    return [
        actor
        for actor in frame.actors
        if low <= actor.span.start < high
        and actor.kind in _STATES
        and any(party.country for party in actor.parties)
        and not _says(frame, actor)
        and not (frame.unit_class == MONEY and frame.quantity.span.contains(actor.span))
    ]


def _says(frame: Frame, actor: ActorMention) -> bool:
    """Whether the actor is only the one who tells the figure."""
    start = frame.sentence.span.start
    if _SAYS.match(frame.text, actor.span.end):
        return True
    return _CITED.search(frame.text[max(start, actor.span.start - CITED_REACH) : actor.span.start]) is not None


def _participants(actors: list[ActorMention]) -> tuple[Participant, ...]:
    """One participant a country, in the order named."""
    found: dict[str, Participant] = {}
    for actor in actors:
        for party in actor.parties:
            if party.country is not None:
                found.setdefault(party.country, Participant(party, actor.span))
    return tuple(found.values())


def _both(frame: Frame, naming: Naming, actors: list[ActorMention], pair: ActorMention | None, earlier: Sides | None) -> Sides:
    named = [actor for actor in actors if actor.kind is ActorKind.PAIR and len(_participants([actor])) > 1][:1] or actors
    both = _participants(named)[:2]
    if not both and earlier is not None:
        return _fitted("pair", earlier)
    countries = {participant.party.country for participant in both}
    words = naming.span or frame.quantity.span
    if pair is not None and len(both) < 2 and countries <= {party.country for party in pair.parties}:
        rest = (Participant(party, words) for party in pair.parties if party.country not in countries)
        both = (*both, *rest)
    return Sides(both, both if len(both) > 1 else ())


def _within(sides: Sides, wider: Sides) -> bool:
    """Whether ``wider`` names two countries and ``sides`` no others."""
    countries = {p.party.country for p in (*wider.source, *wider.target)}
    return len(countries) == 2 and {p.party.country for p in sides.source} < countries


def _harmed(frame: Frame, naming: Naming, actors: list[ActorMention]) -> Sides:
    """Those who suffer: of the nation named in the count; who did it only where the verb stands between the two."""
    own = [actor for actor in actors if frame.quantity.span.contains(actor.span)]
    victims = _participants(own)[:1] or _own_people(frame)
    verb = naming.span
    if verb is not None and _LOSES.match(frame.text, verb.start):
        losers = [actor for actor in actors if actor.span.end <= verb.start and not _takes(frame, actor)]
        return Sides((), victims or _participants(losers[-1:])[:1])
    doers = [
        actor
        for actor in actors
        if verb is not None
        and actor.span.end <= verb.start < frame.quantity.span.start
        and not actor.attributive
        and not _takes(frame, actor)
    ]
    harmed = {victim.party.country for victim in victims}
    return Sides(tuple(p for p in _participants(doers[-1:]) if p.party.country not in harmed)[:1], victims)


def _own_people(frame: Frame) -> tuple[Participant, ...]:
    """The nation that "its" means in "Chad said 12 of its soldiers had been killed": the one named last before the figure."""
    if _ITS_OWN.search(frame.text[max(frame.sentence.span.start, frame.quantity.span.start - 12) : frame.quantity.span.end]) is None:
        return ()
    before = [actor for actor in frame.actors if actor.span.end <= frame.quantity.span.start and actor.kind in _STATES]
    return _participants(before[-1:])[:1]


def _ranked(frame: Frame) -> Sides:
    """Who holds a rank, and in whose order: "Chile is Bolivia's third-largest market", "the largest partner of the United States"."""
    at = frame.quantity.span
    actors = _states(frame, frame.sentence.span.start, frame.sentence.span.end)
    text = frame.text
    owner = next((a for a in actors if a.span.end <= at.start and _OF_WHOM.fullmatch(text, a.span.end, at.start)), None)
    behind = [a for a in actors if a.span.start >= at.end and _IN_WHOSE_ORDER.search(text[at.end : a.span.start])]
    judge = owner or (behind[0] if behind else None)
    holders = [a for a in actors if a is not judge and a.span.end <= at.start and not _takes(frame, a)]
    judged = _participants([judge] if judge is not None else [])
    countries = {p.party.country for p in judged}
    return Sides(tuple(p for p in _participants(holders) if p.party.country not in countries)[:1], judged[:1])


def _takes(frame: Frame, actor: ActorMention) -> bool:
    before = frame.text[max(frame.sentence.span.start, actor.span.start - 20) : actor.span.start]
    if _WITH.search(before) and not frame.text[actor.span.end : frame.quantity.span.start].strip():
        return actor.span.end > frame.quantity.span.start
    return _TO.search(before) is not None and not (_LIES_IN.search(before) and _POSSESSIVE.match(frame.text, actor.span.end))


def _loosely(frame: Frame, actor: ActorMention) -> bool:
    """Whether only "in", "on" or "with" makes the actor a receiver, which "to" does before any of them."""
    return _LOOSELY.search(frame.text[max(frame.sentence.span.start, actor.span.start - 20) : actor.span.start]) is not None


def _owner(frame: Frame, naming: Naming, actors: list[ActorMention]) -> ActorMention | None:
    """Whose series it is: the nation of those counted, or the actor right before the words ("Vietnam's exports")."""
    for actor in actors:
        if frame.quantity.span.contains(actor.span):
            return actor
        named = naming.span if naming.rule != "verb" else None
        if named is not None and actor.span.end <= named.start and _OWNED.fullmatch(frame.text[actor.span.end : named.start]):
            return actor
    return None


def _directed(frame: Frame, naming: Naming, actors: list[ActorMention]) -> Sides:
    """Giver and receiver: the owner of the series gives (of imports: takes), "from" marks the giver and "to" the receiver."""
    owner = _owner(frame, naming, actors)
    named = naming.span
    subject = owner is not None and named is not None and owner.span.end <= named.start and not frame.quantity.span.contains(owner.span)
    if owner is not None and named is not None and subject and _RECEIVES.match(frame.text, named.start):
        rest = [actor for actor in actors if actor is not owner]
        return Sides(_participants([a for a in rest if not _takes(frame, a)] or rest)[:1], _participants([owner])[:1])
    single = [actor for actor in actors if not (actor.kind is ActorKind.PAIR and len(actor.parties) > 1)]
    inward = naming.series is not None and naming.series.key == "imports"
    origin = [actor for actor in single if actor is not owner and _gives(frame, actor, inward)]
    if inward:
        of_share = [actor for actor in single if actor is not owner] if naming.measure is Measure.SHARE and owner is not None else []
        sources = _participants(origin or of_share)
        targets = _participants([owner] if owner is not None else [actor for actor in single if actor not in origin])
    else:
        takers = sorted((actor for actor in single if _takes(frame, actor)), key=lambda actor: _loosely(frame, actor))
        if naming.series is not None and naming.series.roles == "imposed":
            takers, origin = [*takers, *origin], []
        taking = {party.country for actor in takers for party in actor.parties}
        givers = [
            actor
            for actor in single
            if actor not in takers and actor not in origin and not (actor.attributive and actor.parties[0].country in taking)
        ]
        if owner is None and givers and _RECEIVES.search(frame.text[givers[0].span.end : frame.quantity.span.start][:RECEIVES_REACH]):
            takers, givers = [givers[0], *takers], givers[1:]
        if owner is None and not origin:
            givers = _subject(frame, givers)
        sources = _participants([owner] if owner is not None else [*origin, *givers])
        targets = _participants([*takers, *givers] if owner is not None or origin else takers) or sources[1:]
    first = sources[:1]
    return Sides(first, tuple(p for p in targets if p.party.country not in {s.party.country for s in first})[:1])


def _subject(frame: Frame, givers: list[ActorMention]) -> list[ActorMention]:
    """Of several who may give, those of the last list before the figure: the others stand in clauses of their own."""
    before = [actor for actor in givers if actor.span.end <= frame.quantity.span.start]
    if len({party.country for actor in before for party in actor.parties}) < 2:
        return givers
    own = [actor for actor in before if not actor.attributive] or before
    last = own[-1:]
    if len(own) > 1 and _LISTED.match(frame.text[own[-2].span.end : own[-1].span.start]):
        last = own[-2:]
    return last


def _gives(frame: Frame, actor: ActorMention, inward: bool) -> bool:
    """Whether "from" or "by" stands before the actor; of imports also "of" ("imports of Russian gas")."""
    before = frame.text[max(frame.sentence.span.start, actor.span.start - 14) : actor.span.start]
    return (_ORIGIN if inward else _FROM).search(before) is not None
