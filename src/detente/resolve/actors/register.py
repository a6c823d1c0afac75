"""What the office-holder table and the names themselves tell of a person whose country the text does not state."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from detente.resolve.actors.people import SUFFIXES, People, Person
from detente.resolve.actors.story import Story
from detente.rules.actors import wording
from detente.rules.folding import fold
from detente.rules.names import name_words
from detente.rules.offices import Tenure, tenures
from detente.rules.romanization import pinyin

REMEMBERED = 75
"""Years after an office during which its holder may be named without a first name."""
_LEADING = frozenset({"president", "prime_minister", "party_leader", "supreme_leader", "monarch", "foreign_minister", "secretary_general"})


def consult(story: Story, people: People) -> None:
    """Give persons without a country the one that the table, their office, or their family name tells, in this order."""
    about = story.about()
    for person in people.persons:
        known = _chosen(person, story, about)
        if known is not None:
            _enter(person, known)
        if person.country is None:
            person.country = _by_office(person, about) or _by_family(person, about)
        elif known is None and len(person.words) == 1:
            _complete(person, story)


def _chosen(person: Person, story: Story, about: tuple[str, ...]) -> list[Tenure] | None:
    """The tenures of the one holder that the name can only mean here, or None."""
    found = [t for t in next(filter(None, map(tenures, _forms(person))), ()) if person.country in (None, t.country)]
    if len(person.words) == 1:
        found = [t for t in found if _remembered(t, story.day)]
        found = [t for t in found if not t.office.startswith("ambassador:") or _posted(t, story, about)]
        here = [t for t in found if t.country in about]
        found = _of_office(here or found, person) or here or [t for t in found if t.office in _LEADING]
    found = _at([t for t in found if t.office in _LEADING] or found, story.day)
    if len({t.country for t in found}) > 1:
        found = [t for t in found if t.country in about[:2]] or [t for t in found if t.source == "own"]
    return found if len({t.country for t in found}) == 1 else None


def _forms(person: Person) -> Iterator[str]:
    """The name, and the forms under which the table may know it: reversed, without initials, by the short form of its first name."""
    yield person.name
    words = person.name.split(" ")
    if len(words) == 2:
        yield " ".join(reversed(words))
    plain = [w for w in words if not w.endswith(".") and w.lower() not in SUFFIXES]
    if len(plain) < 2:
        return
    yield " ".join(plain)
    nicknames = name_words().nicknames
    first = plain[0].lower()
    others = [nicknames[first]] if first in nicknames else [short for short, full in nicknames.items() if full == first]
    yield from (" ".join((other.title(), plain[-1])) for other in others)
    yield from pinyin(person.name)


def _remembered(tenure: Tenure, day: str | None) -> bool:
    """Whether a family name alone may still mean a holder of long ago; in a telegram of 1958 "Taylor" is no president of 1850."""
    return day is None or tenure.until is None or int(day[:4]) - int(tenure.until[:4]) <= REMEMBERED


def _posted(tenure: Tenure, story: Story, about: tuple[str, ...]) -> bool:
    """Whether an envoy's family name alone may mean him: in his years, in a document about the country he was sent to."""
    return story.day is not None and tenure.holds(story.day) and tenure.office.partition(":")[2] in about


def _of_office(found: list[Tenure], person: Person) -> list[Tenure]:
    return [t for t in found if t.office.split(":")[0] in person.keys]


def _at(found: list[Tenure], day: str | None) -> list[Tenure]:
    """The tenures of ``day`` if there are any, else those begun before it; all where the document has no date."""
    if day is None:
        return found
    now = [t for t in found if t.holds(day)]
    return now or [t for t in found if t.since <= day]


def _enter(person: Person, known: list[Tenure]) -> None:
    person.country = person.country or known[0].country
    person.keys |= {t.office.split(":")[0] for t in known}
    if len(person.words) == 1 and len({fold(t.holder).text for t in known}) == 1:
        person.name = known[0].holder


def _complete(person: Person, story: Story) -> None:
    """The full name of a holder known by country and short name only."""
    found = _at([t for t in tenures(person.name) if t.country == person.country and t.office in _LEADING], story.day)
    if len({t.holder for t in found}) == 1:
        person.name = found[0].holder


def _by_office(person: Person, about: Iterable[str]) -> str | None:
    return None if person.office is None else owner_of(person.office, about)


def owner_of(office: str, about: Iterable[str]) -> str | None:
    """The country that an office's wording belongs to, where the document names it: "Taoiseach", "Chief Cabinet Secretary"."""
    countries = wording()["offices_of"].get(fold(office).text.lower())
    if countries is None:
        return None
    return next((code for code in about if code in countries), countries[0] if len(countries) == 1 else None)


def _by_family(person: Person, about: tuple[str, ...]) -> str | None:
    """The one country of the document that the family name is at home in."""
    if len(person.words) < 2:
        return None
    ends = {person.words[0].title(), person.words[-1].title()}
    fits = [code for code in about if ends & name_words().family_of.get(code, frozenset()) or _ends_like(person.words[-1], code)]
    return fits[0] if len(fits) == 1 else None


def _ends_like(word: str, code: str) -> bool:
    return len(word) > 5 and word.endswith(name_words().endings_of.get(code, ("~",)))
