"""Who is who among a document's persons: one identity under full and short names, with office and country from any of its mentions."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from detente.model.mention import ActorKind, ActorMention, Party
from detente.resolve.actors.story import Story
from detente.rules.folding import fold
from detente.rules.names import name_words

SUFFIXES = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"})
"""Words behind a name that are no part of it."""


@dataclass(slots=True, eq=False)
class Person:
    """One person of the document while it is being put together."""

    name: str
    words: tuple[str, ...]
    country: str | None = None
    office: str | None = None
    """As first stated."""
    sector: str | None = None
    keys: set[str] = field(default_factory=set)
    """Keys of the offices that the text states, or that the office-holder table knows of."""
    first: int = 0
    """Number of the first mention."""
    number: int = 0
    """Place in the order of entry."""

    def party(self) -> Party:
        """The person as a party, with the office first stated."""
        return Party(self.name, self.country, self.office, self.sector)


def words_of(name: str) -> tuple[str, ...]:
    """A name's words, folded and small, suffixes left out."""
    return tuple(w for w in fold(name).text.lower().split() if w not in SUFFIXES)


class People:
    """The persons of one document, found by name or by mention."""

    def __init__(self) -> None:
        self.persons: list[Person] = []
        self._by_word: dict[str, list[Person]] = {}
        self.of: dict[int, Person] = {}
        """The person of each named mention, by its number."""

    def find(self, name: str) -> Person | None:
        """The person called ``name``: exactly, by a fuller or shorter form; the last one entered where a family name fits several."""
        words = words_of(name)
        sharing = {id(p): p for word in dict.fromkeys(words) for p in self._by_word.get(word, ())}
        nearest = sorted(sharing.values(), key=lambda p: -p.number)
        for fits in (_same, _fuller, _short):
            for person in nearest:
                if fits(words, person.words):
                    return person
        first = [p for p in nearest if _given(words, p.words)]
        return first[0] if len(first) == 1 else None

    def _index(self, person: Person) -> None:
        for word in person.words:
            bearers = self._by_word.setdefault(word, [])
            if person not in bearers:
                bearers.append(person)

    def note(self, index: int, mention: ActorMention) -> Person:
        """Enter a named mention and give back its person."""
        party = mention.parties[0]
        words = words_of(party.name)
        person = self.find(party.name)
        if person is None:
            person = Person(party.name, words, first=index, number=len(self.persons))
            self.persons.append(person)
            self._index(person)
        elif len(words) > len(person.words) or (words == person.words and person.name.isascii() and not party.name.isascii()):
            person.name, person.words = party.name, words
            self._index(person)
        person.country = person.country or party.country
        if party.office is not None:
            person.office, person.sector = person.office or party.office, person.sector or party.sector
            person.keys |= {mention.cue} if mention.cue else set()
        return person


def _same(words: tuple[str, ...], person: tuple[str, ...]) -> bool:
    return words == person or (len(words) == 2 and words == person[::-1])


def _fuller(words: tuple[str, ...], person: tuple[str, ...]) -> bool:
    """ "J. Biden", "Joe Biden" and "Joseph R. Biden": the same family name, and given names that can be one."""
    if len(words) < 2 or len(person) < 2 or words[-1] != person[-1] or not _middles_agree(words[1:-1], person[1:-1]):
        return False
    short = name_words().nicknames
    one, other = words[0].strip("."), person[0].strip(".")
    full, whole = short.get(one, one), short.get(other, other)
    return one[:3] == other[:3] or full == whole or (min(len(one), len(other)) == 1 and full[0] == whole[0])


def _middles_agree(middles: tuple[str, ...], others: tuple[str, ...]) -> bool:
    """Whether the names between first and last can be one person's: "George W." and "George Herbert Walker" cannot."""
    return all(one[0] == other[0] for one, other in zip(middles, others, strict=False))


def _short(words: tuple[str, ...], person: tuple[str, ...]) -> bool:
    """A short form: the family name, the last name of a family-first name, or the end of a longer name."""
    if not words or len(words) == len(person):
        return False
    if len(words) > len(person):
        return len(person) == 1 and (words[-1] == person[0] or (words[0] == person[0] and _family_first(words)))
    if words == person[-len(words) :] or (len(words) == 1 and words[0] in person[1:]):
        return True
    return len(words) == 1 and words[0] == person[0] and _family_first(person)


def _given(words: tuple[str, ...], person: tuple[str, ...]) -> bool:
    """A first name alone ("Fidel"), where the family name does not stand first; it counts where one person of the document bears it."""
    return len(words) == 1 and len(person) > 1 and words[0] == person[0] and not _family_first(person)


def _family_first(words: tuple[str, ...]) -> bool:
    return words[0].title() in name_words().family_first


def gather(story: Story) -> People:
    """Every named person of ``story``, entered full names first so that a short form finds its bearer wherever it stands."""
    people = People()
    named = [i for i, m in enumerate(story.mentions) if m.kind is ActorKind.PERSON and m.parties]
    for index in sorted(named, key=lambda i: (len(words_of(story.mentions[i].parties[0].name)) == 1, i)):
        people.of[index] = people.note(index, story.mentions[index])
    return people


def fill(story: Story, people: People) -> None:
    """Give each named mention its person's full name, country and office."""
    for index, person in people.of.items():
        own = story.mentions[index].parties[0]
        party = Party(person.name, own.country or person.country, own.office or person.office, own.sector or person.sector)
        story.mentions[index] = replace(story.mentions[index], parties=(party,))
