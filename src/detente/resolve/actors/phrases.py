"""Pairs, offices, relatives and pronouns: whom they stand for, by a named rule each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from detente.model.mention import ActorKind, ActorMention, Party
from detente.resolve.actors.people import People
from detente.resolve.actors.story import Story, country_of, is_named_state
from detente.rules.actors import country_names

_NEAR = 2
"""Sentences that a pair or a pronoun looks back for the two it stands for."""
_FAR = 6
"""Sentences that an office looks back for its holder before the whole document is asked."""


def resolve_phrases(story: Story, people: People) -> None:
    """Fill in every mention that stands for someone named elsewhere; what no rule resolves keeps no parties."""
    for index, mention in enumerate(story.mentions):
        rule = _RULES.get(mention.cue or "", None)
        if mention.kind is ActorKind.OFFICE:
            story.mentions[index] = _office(story, index)
        elif mention.rule == "body":
            story.mentions[index] = _body(story, index)
        elif rule is not None and not mention.parties:
            story.mentions[index] = rule(story, index)


def _pair(story: Story, index: int) -> ActorMention:
    """ "both sides": the two states named together last, else the two of the document."""
    mention = story.mentions[index]
    near = _joined_states(story, index) or _two_of_sentence(story, index)
    codes, rule = (near, "pair_near") if near else (story.dyad(), "pair_dyad")
    if len(codes) < 2:
        return mention
    return replace(mention, parties=tuple(Party(country_names().get(c, c), c) for c in codes), rule=rule)


def _joined_states(story: Story, index: int) -> tuple[str, ...]:
    """The last two states named together ("Hanoi and Washington", "Vietnam-US") near before."""
    later: ActorMention | None = None
    for _, earlier in story.before(index, _NEAR):
        if not is_named_state(earlier):
            continue
        if later is not None and story.together(earlier, later):
            one, two = country_of(earlier), country_of(later)
            if one is not None and two is not None and one != two and {one, two} & set(story.dyad()):
                return (one, two)
        later = earlier
    return ()


def _two_of_sentence(story: Story, index: int) -> tuple[str, ...]:
    """The states of this sentence so far, or of the last that names any, when they are just two."""
    here: dict[str, None] = {}
    at: int | None = None
    for _, earlier in story.before(index, _NEAR):
        code = country_of(earlier)
        if code is None:
            continue
        sentence = story.sentence(earlier.span)
        if at is not None and sentence != at and len(here) >= 2:
            break
        at = sentence
        here.setdefault(code)
    codes = tuple(sorted(here))
    return codes if len(codes) == 2 and set(codes) & set(story.dyad()) else ()


def _persons_pair(story: Story, index: int) -> ActorMention:
    """ "the two leaders": the last two persons of two countries, else the countries of the document."""
    seen: dict[str, Party] = {}
    for _, earlier in story.before(index, _NEAR + 1):
        if earlier.kind is not ActorKind.PERSON or len(earlier.parties) != 1:
            continue
        party = earlier.parties[0]
        if all(party.country is None or party.country != other.country for other in seen.values()):
            seen.setdefault(party.name, party)
        if len(seen) == 2:
            return replace(story.mentions[index], parties=tuple(reversed(seen.values())), rule="pair_persons")
    return _pair(story, index)


def _office(story: Story, index: int) -> ActorMention:
    """ "the prime minister": the last named holder of that office, of that country where it is told."""
    mention = story.mentions[index]
    own = mention.parties[0]
    for nearby in (_FAR, len(story.text)):
        for _, earlier in story.before(index, nearby):
            party = _holder(earlier, mention.cue, own)
            if party is not None:
                return replace(mention, parties=(replace(party, office=own.office),), rule="office_before")
    for later in story.mentions[index + 1 :]:
        party = _holder(later, mention.cue, own)
        if party is not None:
            return replace(mention, parties=(replace(party, office=own.office),), rule="office_after")
    return mention


def _holder(mention: ActorMention, key: str | None, office: Party) -> Party | None:
    if mention.kind is not ActorKind.PERSON or mention.cue != key or len(mention.parties) != 1:
        return None
    party = mention.parties[0]
    return party if office.country is None or party.country in (None, office.country) else None


def _body(story: Story, index: int) -> ActorMention:
    """ "the Foreign Ministry": the country told in the same sentence, else the one last told."""
    mention = story.mentions[index]
    for _, earlier in story.before(index, _NEAR):
        code = country_of(earlier)
        if code is not None and earlier.kind is not ActorKind.ORGANISATION and code in story.dyad():
            return replace(mention, parties=(replace(mention.parties[0], country=code),), rule="body_near")
    return mention


def _latter(story: Story, index: int) -> ActorMention:
    return _of_two(story, index, 0)


def _former(story: Story, index: int) -> ActorMention:
    return _of_two(story, index, 1)


def _of_two(story: Story, index: int, place: int) -> ActorMention:
    """ "the latter": of the last two of one kind named before, the second; "the former": the first."""
    seen: dict[str, tuple[Party, ActorKind]] = {}
    for _, earlier in story.before(index, _NEAR):
        if (
            len(earlier.parties) != 1
            or earlier.kind in (ActorKind.PAIR, ActorKind.OFFICE)
            or earlier.rule in ("pronoun", "locative", "body")
        ):
            continue
        kind = ActorKind.PERSON if earlier.kind is ActorKind.PERSON else ActorKind.COUNTRY
        if seen and next(iter(seen.values()))[1] is not kind:
            continue
        seen.setdefault(earlier.parties[0].name, (earlier.parties[0], kind))
        if len(seen) == 2:
            party, kind = list(seen.values())[place]
            return replace(story.mentions[index], parties=(party,), kind=kind)
    return story.mentions[index]


def _counterpart(story: Story, index: int) -> ActorMention:
    """ "his counterpart": whoever is named right after; else the other country of the document, with the same office."""
    mention = story.mentions[index]
    following = story.mentions[index + 1] if index + 1 < len(story.mentions) else None
    if (
        following is not None
        and following.kind is ActorKind.PERSON
        and following.parties
        and story.text[mention.span.end : following.span.start] in (" ", ", ")
    ):
        return replace(mention, parties=following.parties, rule="counterpart_named")
    for _, earlier in story.before(index, 1):
        if earlier.kind is ActorKind.PERSON and len(earlier.parties) == 1 and earlier.parties[0].country in story.dyad():
            others = [c for c in story.dyad() if c != earlier.parties[0].country]
            if len(others) == 1:
                name = country_names().get(others[0], others[0])
                return replace(
                    mention,
                    parties=(Party(name, others[0], earlier.parties[0].office, earlier.parties[0].sector),),
                    rule="counterpart_dyad",
                )
    return mention


def _pronoun(story: Story, index: int) -> ActorMention:
    """ "he": the first person of this sentence so far, else of the one before."""
    here = story.sentence(story.mentions[index].span)
    best: dict[int, Party] = {}
    for _, earlier in story.before(index, 1):
        if earlier.kind in (ActorKind.PERSON, ActorKind.OFFICE) and len(earlier.parties) == 1 and " " in earlier.parties[0].name:
            best[story.sentence(earlier.span)] = earlier.parties[0]
    party = best.get(here) or best.get(here - 1)
    return story.mentions[index] if party is None else replace(story.mentions[index], parties=(party,))


_RULES: dict[str, Callable[[Story, int], ActorMention]] = {
    "countries": _pair,
    "persons": _persons_pair,
    "latter": _latter,
    "former": _former,
    "counterpart": _counterpart,
    "he": _pronoun,
    "she": _pronoun,
}
