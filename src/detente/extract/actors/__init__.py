"""Names of countries, governments, organisations, people and offices, as they are written."""

from __future__ import annotations

from detente.extract.actors.bands import without_bands
from detente.extract.actors.bare import bare_names
from detente.extract.actors.mentions import office_mentions, person_mentions, phrase_mentions, pronoun_mentions, state_mentions
from detente.extract.actors.names import name_runs
from detente.extract.actors.offices import office_phrases
from detente.extract.actors.owners import with_owners
from detente.extract.actors.persons import persons
from detente.extract.actors.scan import scan
from detente.extract.actors.shorts import short_names
from detente.model.document import Document, Layout
from detente.model.mention import ActorMention


def find_actors(document: Document, layout: Layout) -> tuple[ActorMention, ...]:
    """Every mention of an actor, in order; pairs, short names, offices and pronouns have no sure parties yet."""
    looked = scan(document)
    offices = office_phrases(looked)
    taken = sorted([(h.start, h.end) for h in (*looked.hits, *looked.refused)] + [(o.start, o.end) for o in offices])
    runs = list(name_runs(looked.text, taken, frozenset(o.end for o in offices)))
    found = list(persons(looked.text, runs, offices))
    found += bare_names(looked.text, runs, found, offices)
    found = list(without_bands(looked.text, runs, found))
    found += short_names(looked.text, runs, found)
    found = list(with_owners(looked, sorted(found, key=lambda person: person.start)))
    mentions = [*person_mentions(looked, found), *office_mentions(looked, offices, found)]
    claimed = {h.start for p in found if p.office for h in p.office.inside if h is not p.office.posting}
    claimed |= {h.start for o in offices for h in o.inside if h is not o.posting}
    mentions += state_mentions(looked, claimed)
    mentions += phrase_mentions(looked)
    mentions += pronoun_mentions(looked)
    return tuple(sorted(mentions, key=lambda m: (m.span.start, m.span.end, m.kind)))
