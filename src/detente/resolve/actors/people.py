"""Who is who among a document's persons: one identity under full and short names, with office and country from any of its mentions."""

from __future__ import annotations

from dataclasses import dataclass, replace

from detente.model.mention import ActorKind, ActorMention, Party
from detente.resolve.actors.story import Story
from detente.rules.folding import fold
from detente.rules.names import name_words

_SUFFIXES = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"})


@dataclass(slots=True)
class Person:
    """One person of the document while it is being put together."""

    name: str
    words: tuple[str, ...]
    country: str | None = None
    offices: list[tuple[int, str, str | None, str | None]] | None = None
    """(mention number, office as stated, office key, sector) in order."""

    def party(self) -> Party:
        """The person as a party, with the office first stated."""
        first = self.offices[0] if self.offices else (0, None, None, None)
        return Party(self.name, self.country, first[1], first[3])


def words_of(name: str) -> tuple[str, ...]:
    """A name's words, folded and small, suffixes left out."""
    return tuple(w for w in fold(name).text.lower().split() if w not in _SUFFIXES)


class People:
    """The persons of one document, found by name."""

    def __init__(self) -> None:
        self.persons: list[Person] = []

    def find(self, name: str) -> Person | None:
        """The person called ``name``: exactly, by a fuller or shorter form; the last one named where a family name fits several."""
        words = words_of(name)
        for fits in (_same, _fuller, _short):
            for person in reversed(self.persons):
                if fits(words, person.words):
                    return person
        return None

    def note(self, index: int, mention: ActorMention) -> Person:
        """Enter a named mention and give back its person."""
        party = mention.parties[0]
        person = self.find(party.name)
        if person is None:
            person = Person(party.name, words_of(party.name), offices=[])
            self.persons.append(person)
        elif len(words_of(party.name)) > len(person.words) or (
            words_of(party.name) == person.words and not party.name.isascii() and person.name.isascii()
        ):
            person.name, person.words = party.name, words_of(party.name)
        if person.country is None:
            person.country = party.country
        if party.office is not None and person.offices is not None:
            person.offices.append((index, party.office, mention.cue, party.sector))
        return person


def _same(words: tuple[str, ...], person: tuple[str, ...]) -> bool:
    return words == person


def _fuller(words: tuple[str, ...], person: tuple[str, ...]) -> bool:
    """ "Joe Biden" and "Joseph R. Biden", "Kennedy" after "John F. Kennedy": the same family name and given names that can be one."""
    if len(words) < 2 or len(person) < 2 or words[-1] != person[-1]:
        return False
    one, other = words[0].strip("."), person[0].strip(".")
    return one == other or one[:3] == other[:3] or (min(len(one), len(other)) == 1 and one[0] == other[0])


def _short(words: tuple[str, ...], person: tuple[str, ...]) -> bool:
    """A short form: the family name, the last name of a family-first name, or the end of a longer name."""
    if not words or len(words) >= len(person) > 1:
        return False
    if words == person[-len(words) :] or (len(words) == 1 and words[0] in person[1:]):
        return True
    first_is_family = person[0].title() in name_words().family_first
    return (len(words) == 1 and words[0] == person[0] and first_is_family) or (len(person) == 1 and words[-1] == person[0])


def resolve_people(story: Story) -> People:
    """Give every named person in ``story`` one full name, with country and office where any mention states them."""
    people = People()
    named = [i for i, m in enumerate(story.mentions) if m.kind is ActorKind.PERSON and m.parties]
    for index in sorted(named, key=lambda i: -len(words_of(story.mentions[i].parties[0].name)) > -2):
        people.note(index, story.mentions[index])
    for index in named:
        mention = story.mentions[index]
        person = people.find(mention.parties[0].name)
        if person is not None:
            story.mentions[index] = _filled(mention, person)
    return people


def _filled(mention: ActorMention, person: Person) -> ActorMention:
    own = mention.parties[0]
    whole = person.party()
    party = Party(whole.name, own.country or whole.country, own.office or whole.office, own.sector or whole.sector)
    return replace(mention, parties=(party,))
