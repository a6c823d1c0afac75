"""Pairs, offices, relatives and pronouns: whom they stand for, by a named rule each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from detente.model.mention import ActorKind, ActorMention, Party
from detente.resolve.actors.people import People, Person
from detente.resolve.actors.register import owner_of
from detente.resolve.actors.story import Story, country_of, is_named_state
from detente.rules.actors import country_names, wording
from detente.rules.grammar import grammar_words
from detente.rules.offices import who

_MANY = 400
"""Mentions that an office looks back or on for its holder: a few pages, so that a book costs no more a page than an article."""
LEADERS = frozenset({"president", "prime_minister", "party_leader", "supreme_leader", "monarch"})
"""Offices whose holders "the leader" may mean, and that the table is asked for."""

_WORD = 12
"""Characters in which the word before a mention begins."""
_NEAR = 2
"""Sentences that a pair or a pronoun looks back for the two it stands for."""


def resolve_phrases(story: Story, people: People) -> None:
    """Fill in every mention that stands for someone named elsewhere; what no rule resolves keeps no parties."""
    for index, mention in enumerate(story.mentions):
        rule = _RULES.get(mention.cue or "")
        if mention.kind is ActorKind.OFFICE:
            story.mentions[index] = _office(story, people, index)
        elif mention.rule == "body":
            story.mentions[index] = _body(story, index)
        elif mention.cue == "persons":
            story.mentions[index] = _persons_pair(story, people, index)
        elif mention.cue == "counterpart" and not mention.parties:
            story.mentions[index] = _counterpart(story, people, index)
        elif rule is not None and not mention.parties:
            story.mentions[index] = rule(story, index)


def _pair(story: Story, index: int) -> ActorMention:
    """ "both sides": the two states named together last, else the two of the document."""
    mention = story.mentions[index]
    near = _spelled_out(story, index) or _joined_states(story, index) or _two_of_sentence(story, index)
    codes, rule = (near, "pair_near") if near else (story.main_pair(), "pair_dyad")
    if len(codes) < 2:
        return mention
    return replace(mention, parties=tuple(Party(country_names().get(c, c), c) for c in codes), rule=rule)


def _spelled_out(story: Story, index: int) -> tuple[str, ...]:
    """The two that follow at once: "the two governments *of Chad and Mali*"."""
    mention, after = story.mentions[index], story.mentions[index + 1 : index + 3]
    end = (mention.full or mention.span).end
    if len(after) < 2 or story.text[end : after[0].span.start] not in grammar_words()["spelled_out"] or not story.together(*after):
        return ()
    codes = tuple(code for code in map(country_of, after) if code is not None)
    return codes if len(set(codes)) == 2 else ()


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


def _persons_pair(story: Story, people: People, index: int) -> ActorMention:
    """ "the two leaders": the last two such persons of two countries, else the countries of the document."""
    seen: dict[str, Party] = {}
    said = story.mentions[index].span.of(story.text).lower()
    wanted = next((keys for word, keys in _NOUNS.items() if word in said), None)
    for other, earlier in story.before(index, _NEAR + 1):
        person = people.of.get(other)
        if person is None or (wanted is not None and not person.keys & wanted):
            continue
        party = earlier.parties[0]
        if all(party.country is None or party.country != other.country for other in seen.values()):
            seen.setdefault(party.name, party)
        if len(seen) == 2:
            return replace(story.mentions[index], parties=tuple(reversed(seen.values())), rule="pair_persons")
    return _pair(story, index)


_NOUNS = {
    "president": frozenset({"president"}),
    "premier": frozenset({"prime_minister"}),
    "prime minister": frozenset({"prime_minister"}),
    "foreign minister": frozenset({"foreign_minister"}),
    "ambassador": frozenset({"ambassador"}),
    "general secretar": frozenset({"party_leader"}),
    "head": LEADERS,
    "leader": LEADERS,
}
"""Whom a noun in a pair of persons can mean; the first that the phrase holds counts. Other nouns ("the two men") mean anyone."""


def _office(story: Story, people: People, index: int) -> ActorMention:
    """ "the prime minister": the nearest person before (else after) known in that office; else who held it on the document's day."""
    mention = story.mentions[index]
    own = mention.parties[0]
    if own.country is None:
        own = replace(own, country=owner_of(own.office or "", story.about()))
        mention = replace(mention, parties=(own,))
    earlier = range(index - 1, max(-1, index - _MANY), -1)
    later = range(index + 1, min(len(story.mentions), index + _MANY))
    for order, rule in ((earlier, "office_before"), (later, "office_after")):
        for other in order:
            person = people.of.get(other)
            if person is not None and _holds(person, mention.cue, own):
                party = Party(person.name, own.country or person.country, own.office, own.sector)
                return replace(mention, parties=(party,), rule=rule)
    if (
        own.country is not None
        and story.day is not None
        and mention.cue in LEADERS
        and "former" not in story.text[mention.span.start : mention.span.end]
    ):
        tenure = who(mention.cue, own.country, story.day)
        if tenure is not None:
            return replace(mention, parties=(Party(tenure.holder, own.country, own.office, own.sector),), rule="office_table")
    return mention


def _holds(person: Person, key: str | None, office: Party) -> bool:
    if office.country is not None and person.country != office.country:
        return False
    return key in person.keys or (key == "leader" and bool(person.keys & LEADERS) and office.country is not None)


def _body(story: Story, index: int) -> ActorMention:
    """ "the Foreign Ministry": the country told in the same sentence, else the one last told."""
    mention = story.mentions[index]
    if mention.span.of(story.text).lower() in wording()["abroad_bodies"]:
        return _abroad(story, index)
    named = list(story.before(index, _NEAR))
    before = story.text[max(0, mention.span.start - _WORD) : mention.span.start].lower().split()
    if before and before[-1] in grammar_words()["its"]:
        here = story.sentence(mention.span)  # "Chad accused Mali; *its* ministry ...": whoever the sentence speaks of first
        named = [item for item in reversed(named) if story.sentence(item[1].span) == here] + named
    for _, earlier in named:
        code = country_of(earlier)
        if code is not None and earlier.kind is not ActorKind.ORGANISATION and code in story.dyad():
            return replace(mention, parties=(replace(mention.parties[0], country=code),), rule="body_near")
    return mention


def _abroad(story: Story, index: int) -> ActorMention:
    """ "the Embassy in Yaounde": the one of the document's two countries where it does not stand; open where the text is silent."""
    mention = story.mentions[index]
    following = story.mentions[index + 1] if index + 1 < len(story.mentions) else None
    if following is None or story.text[mention.span.end : following.span.start] not in (" in ", " at ", " in the "):
        return mention
    others = [code for code in story.dyad() if code != country_of(following)]
    if len(others) != 1:
        return mention
    return replace(mention, parties=(replace(mention.parties[0], country=others[0]),), rule="body_abroad")


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


def _counterpart(story: Story, people: People, index: int) -> ActorMention:
    """ "his counterpart": whoever is named right after; else who holds the office for the country said, or for the document's other."""
    mention = story.mentions[index]
    following = story.mentions[index + 1] if index + 1 < len(story.mentions) else None
    if (
        following is not None
        and following.kind is ActorKind.PERSON
        and following.parties
        and story.text[mention.span.end : following.span.start] in (" ", ", ")
    ):
        return replace(mention, parties=following.parties, rule="counterpart_named")
    home = _named_home(story, index)
    for other, earlier in story.before(index, 1):
        person = people.of.get(other)
        if person is None or earlier.parties[0].country is None or earlier.parties[0].country == home:
            continue
        others = [home] if home is not None else [c for c in story.dyad() if c != earlier.parties[0].country]
        if home is None and earlier.parties[0].country not in story.dyad():
            continue
        if len(others) == 1:
            return _counterpart_in(people, mention, person, earlier.parties[0], others[0])
    return mention


def _named_home(story: Story, index: int) -> str | None:
    """The country said of a counterpart: "his *Greek* counterpart"."""
    earlier = story.mentions[index - 1] if index else None
    if earlier is None or story.text[earlier.span.end : story.mentions[index].span.start] != " " or earlier.kind is not ActorKind.COUNTRY:
        return None
    return country_of(earlier)


def _counterpart_in(people: People, mention: ActorMention, person: Person, own: Party, country: str) -> ActorMention:
    """The one person of ``country`` whom the document names in the same office; else the office of that country."""
    alike = [p for p in people.persons if p.country == country and p.keys & person.keys]
    if len(alike) == 1:
        return replace(mention, parties=(alike[0].party(),), rule="counterpart_person")
    party = Party(country_names().get(country, country), country, own.office, own.sector)
    return replace(mention, parties=(party,), rule="counterpart_dyad")


def _pronoun(story: Story, index: int) -> ActorMention:
    """ "he": the first person of this sentence so far, else of the one before."""
    here = story.sentence(story.mentions[index].span)
    best: dict[int, Party] = {}
    for _, earlier in story.before(index, 1):
        if earlier.kind in (ActorKind.PERSON, ActorKind.OFFICE) and len(earlier.parties) == 1 and " " in earlier.parties[0].name:
            best[story.sentence(earlier.span)] = earlier.parties[0]
    party = best.get(here) or best.get(here - 1)
    return story.mentions[index] if party is None else replace(story.mentions[index], parties=(party,))


def _nearest_state(story: Story, index: int) -> ActorMention:
    """ "the country": the state named last, in this sentence or the one before."""
    for _, earlier in story.before(index, 1):
        code = country_of(earlier)
        if code is not None and is_named_state(earlier) and earlier.kind is not ActorKind.ORGANISATION and earlier.rule != "body_near":
            return replace(story.mentions[index], parties=(Party(country_names().get(code, code), code),), rule="country_near")
    return story.mentions[index]


def _nearest_organisation(story: Story, index: int) -> ActorMention:
    """ "the bloc": the organisation named last."""
    for _, earlier in story.before(index, _NEAR):
        if earlier.kind is ActorKind.ORGANISATION and earlier.parties:
            return replace(story.mentions[index], parties=earlier.parties, rule="bloc_near")
    return story.mentions[index]


def _half(story: Story, index: int) -> ActorMention:
    """ "the North": the half of a divided country that the document names."""
    mention = story.mentions[index]
    named = set(story.about())
    for group in wording()["halves"]:
        code = group.get(mention.cue or "")
        if code is not None and named & set(group["named"]):
            return replace(mention, parties=(Party(country_names().get(code, code), code),), rule="half")
    return mention


def _guest(story: Story, index: int) -> ActorMention:
    return _visitor(story, index, at_home=False)


def _host(story: Story, index: int) -> ActorMention:
    return _visitor(story, index, at_home=True)


def _visitor(story: Story, index: int, at_home: bool) -> ActorMention:
    """ "the guest": the last person named who is not of the country of the last place named; "the host": who is."""
    place: str | None = None
    persons: list[Party] = []
    for _, earlier in story.before(index, _NEAR + 1):
        if place is None and earlier.rule in ("locative", "metonym"):
            place = country_of(earlier)
        if earlier.kind is ActorKind.PERSON and len(earlier.parties) == 1 and earlier.parties[0].country is not None:
            persons.append(earlier.parties[0])
    fitting = [p for p in persons if place is not None and (p.country == place) is at_home]
    mention = story.mentions[index]
    return replace(mention, parties=(fitting[0],), rule="host" if at_home else "guest") if fitting else mention


_RULES: dict[str, Callable[[Story, int], ActorMention]] = {
    "countries": _pair,
    "country": _nearest_state,
    "bloc": _nearest_organisation,
    "north": _half,
    "south": _half,
    "republic": _half,
    "guest": _guest,
    "host": _host,
    "latter": _latter,
    "former": _former,
    "he": _pronoun,
    "she": _pronoun,
}
