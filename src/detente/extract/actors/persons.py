"""Persons: by a title or office before the name, an office in apposition, or the name alone where its words are names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from detente.extract.actors.names import Run
from detente.extract.actors.offices import OfficePhrase
from detente.rules.actors import actor_words, wording
from detente.rules.names import NameWords, name_words
from detente.rules.places import gazetteer

_LONGEST_NAME = 6
"""Words; longer runs are headlines in title case."""
_INITIAL = re.compile(r"(?:[A-Z]\.[ -]?)+$")
_HYPHENED = re.compile(r"[A-Z][a-z]+-[A-Za-z][a-z]+$")
_NEXT_CAPITAL = re.compile(r" ([A-Z][a-z]+)")
_NEXT_WORD = re.compile(r" ([A-Za-z]+)")
_NAME_NEXT = re.compile(r" [A-Z][a-z]+")
"""After an office: a name of its own, so that it is not in apposition to the name before."""


@dataclass(frozen=True, slots=True)
class Found:
    """A person's name with the office that goes with it. Offsets are into the folded text."""

    start: int
    end: int
    office: OfficePhrase | None
    rule: str
    titled: bool = False
    country: str | None = None
    """Told by a country beside the name, where the office does not tell it."""


def persons(text: str, runs: Sequence[Run], offices: Sequence[OfficePhrase]) -> Iterator[Found]:
    """The persons among ``runs``, in order."""
    ending = {o.end: o for o in offices}
    starting = {o.start: o for o in offices}
    things = things_named(text, runs)
    shared: tuple[int, OfficePhrase] | None = None
    for run in runs:
        before = ending.get(run.start - 1) if text[run.start - 1 : run.start] == " " else None
        before = before or _titled_before(text, run, ending)
        if before is None and shared is not None and text[shared[0] : run.start] in (" and ", ", "):
            before = shared[1]
        shared = (run.end, before) if before is not None and before.plural else None
        if before is not None and _follows_office(text, run):
            yield Found(run.start, run.end, before, "office", True)
            continue
        after = _apposition_after(text, run, starting)
        if after is None:
            after = _apposition_before(text, run, ending)
        if after is not None and looks_like_name(run.words, run.particle, sure=False):
            yield Found(run.start, run.end, after, "apposition", True)
        elif run.title is not None:
            yield Found(run.start, run.end, None, "title", True)
        elif looks_like_name(run.words, run.particle) and run.words not in things and not is_called_after(text, run):
            yield Found(run.start, run.end, None, "person_name")


def things_named(text: str, runs: Sequence[Run]) -> frozenset[tuple[str, ...]]:
    """Names of several words that the document mostly gives a ship or a model, and no one with a title ("the Ford Falcon")."""
    uses: Counter[tuple[str, ...]] = Counter()
    for run in runs:
        if len(run.words) > 1:
            uses[run.words] += len(runs) if run.title is not None else -1 if _is_things(text, run) else 1
    return frozenset(words for words, balance in uses.items() if balance < 0)


def _is_things(text: str, run: Run) -> bool:
    """Whether an article or a vessel stands before the name, and it is no leader's with something of theirs behind."""
    before = text[max(0, run.start - 16) : run.start].split()[-1:]
    following = _NEXT_WORD.match(text[run.end : run.end + 24])
    led = following is not None and following[1].lower() in actor_words("after_leaders")
    return not led and bool(before) and (before[0].lower() == "the" or before[0].lower() in actor_words("vessels"))


def is_called_after(text: str, run: Run) -> bool:
    """Whether a person's name is that of a place, a ship or another thing: "Ho Chi Minh City", "Mount Cook", "the Treaty of Ghent"."""
    following = _NEXT_WORD.match(text[run.end : run.end + 24])
    if following is not None and following[1] in actor_words("named_after"):
        return True
    before = text[max(0, run.start - 24) : run.start].split()
    named_of = before[-1:] == ["of"] and before[-2:-1] and before[-2] in actor_words("named_of")
    if named_of or (before and before[-1] in name_words().place_words):
        return True
    return len(run.words) > 1 and _is_things(text, run)


def looks_like_name(words: tuple[str, ...], particle: bool, sure: bool = True) -> bool:
    """Whether two words or more read as a person's name. Unless ``sure`` is asked for, unknown words are given the benefit."""
    if not 2 <= len(words) <= _LONGEST_NAME:
        return False
    known = name_words()
    plain = [w for w in words if w.lower() in known.common and w not in known.family and w not in known.given]
    if plain or (any(w.isupper() and len(w) > 1 and "." not in w for w in words) and not _in_capitals(words, known)):
        return False
    if not sure:
        return True
    if " ".join(words) in gazetteer():
        return False
    return _signs(words, particle, known)


def _in_capitals(words: tuple[str, ...], known: NameWords) -> bool:
    """ "HENRY A. KISSINGER": a known name written in capitals throughout."""
    return all(w.isupper() for w in words) and words[0].title() in known.given and words[-1].title() in known.family


def _signs(words: tuple[str, ...], particle: bool, known: NameWords) -> bool:
    first, last = words[0], words[-1]
    if first in known.place_words or (first not in known.given and any(p.kind == "region" for p in gazetteer().get(first, ()))):
        return False
    if _INITIAL.match(last) or (len(words) > _LONGEST_NAME - 1 and not particle):
        return False
    if any(_INITIAL.match(w) for w in words):
        return True
    if first in known.family_first and len(words) <= 4:
        return all(w.lower() not in known.common or w in known.family for w in words[1:])
    first_known = first in known.given and first.lower() not in known.common
    if first_known or (_HYPHENED.match(last) and last.split("-")[0].lower() not in known.common):
        return True
    if first in known.given and last in known.family:
        return True
    return last in known.family and last.lower() not in known.common and (not particle or first.lower() not in known.common)


def _follows_office(text: str, run: Run) -> bool:
    """Whether the words after an office are someone's name rather than more of its title."""
    known = name_words()
    following = _NEXT_CAPITAL.match(text[run.end : run.end + 24])
    if len(run.words) == 1 and following is not None and following[1] in known.not_names and following[1] not in known.soft:
        return False
    if len(run.words) > _LONGEST_NAME or all(w.isupper() and len(w) > 1 and "." not in w for w in run.words):
        return False
    first = run.words[1] if run.words[0].lower() in actor_words("first_particles") and len(run.words) > 1 else run.words[0]
    return (
        first.lower() not in known.common
        or first in known.family
        or first in known.given
        or (len(run.words) > 1 and first in known.family_first)
    )


def _titled_before(text: str, run: Run, ending: dict[int, OfficePhrase]) -> OfficePhrase | None:
    """An office before the courtesy title: "Minister Dr. Asif"."""
    return None if run.title is None else ending.get(run.title - 1)


def _apposition_after(text: str, run: Run, starting: dict[int, OfficePhrase]) -> OfficePhrase | None:
    """ "Do Hung Viet, Deputy Minister of Foreign Affairs"."""
    for glue in wording()["apposed_behind"]:
        if text.startswith(glue, run.end):
            office = starting.get(run.end + len(glue))
            if office is not None and not _NAME_NEXT.match(text[office.end : office.end + 20]) and not _acts_alone(text, office):
                return office
    return None


def _acts_alone(text: str, office: OfficePhrase) -> bool:
    """Whether the office is the subject of its own clause: "With the envoy, Mr. Soto, *the secretary* personally *agreed* that"."""
    following = _acting().match(text[office.end : office.end + 40])
    return following is not None and (following["verb"] in actor_words("strong_deeds") or following["adverb"] is not None)


@cache
def _acting() -> re.Pattern[str]:
    """Finds the verb right behind an office, an adverb aside."""
    return re.compile(rf"(?P<adverb> (?:{'|'.join(wording()['deed_adverbs'])}|[a-z]+ly)(?= [a-z]+ed\b))? (?P<verb>[a-z]+)")


def _apposition_before(text: str, run: Run, ending: dict[int, OfficePhrase]) -> OfficePhrase | None:
    """ "the Greek foreign minister, Nikos Dendias,"."""
    office = ending.get(run.start - 2) if text[run.start - 2 : run.start] == ", " else None
    before = text[max(0, office.start - 6) : office.start] if office is not None else ""
    if not before.endswith(" ") or before.split()[-1:] == [] or before.split()[-1].lower() not in actor_words("apposed_before"):
        return None
    return office
