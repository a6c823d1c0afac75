"""Later short forms of persons named in full before: "Trong", "Biden", "Peña Nieto"; and the pronouns that stand for persons."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from detente.extract.actors.firms import firms_of
from detente.extract.actors.names import Run
from detente.extract.actors.persons import Found, is_called_after
from detente.rules.actors import actor_words, wording
from detente.rules.names import name_words
from detente.rules.places import gazetteer


@cache
def _pronoun_forms() -> tuple[str, ...]:
    """The pronouns as they stand as a subject: inside a sentence, at its head, before a comma."""
    words = wording()["pronouns"]
    return (*(f" {w} " for w in words), *(f"{w.capitalize()} " for w in words), *(f" {w}, " for w in words))


def short_words(name: tuple[str, ...]) -> tuple[str, ...]:
    """The words by which a person named ``name`` may be called alone: family names, and the last name where the family stands first."""
    words = tuple(w for w in name if w not in actor_words("name_suffixes") and not w.endswith("."))
    if len(words) < 2:
        return words
    if words[0] in name_words().family_first:
        return (words[0], words[-1])
    return words[1:]


def short_names(text: str, runs: Iterable[Run], found: Iterable[Found]) -> Iterator[Found]:
    """Runs that are nothing but short forms of someone in ``found``."""
    people = list(found)
    claimed = {p.start for p in people}
    known = {w for p in people for w in short_words(tuple(text[p.start : p.end].split(" "))) if not _plain(w)}
    given = first_names(text, people)
    every = list(runs)
    firms = firms_of(text, every)
    for run in every:
        if run.start in claimed or len(run.words) > 2 or run.words in firms or is_called_after(text, run):
            continue
        if all(w in known for w in run.words):
            yield Found(run.start, run.end, None, "short_name")
        elif len(run.words) == 1 and run.words[0] in given:
            yield Found(run.start, run.end, None, "first_name")


def first_names(text: str, people: Iterable[Found]) -> frozenset[str]:
    """The first names of ``people`` that stand for one of them when alone ("Fidel"): given names, borne by one, of no place."""
    names = {tuple(text[p.start : p.end].split(" ")) for p in people}
    bearers: dict[str, set[str]] = {}
    for words in names:
        if len(words) > 1:
            bearers.setdefault(words[0], set()).add(words[-1])
    known = name_words()
    lasts = {words[-1] for words in names}
    return frozenset(
        first
        for first, families in bearers.items()
        if len(families) == 1
        and first in known.given
        and first not in lasts
        and not (first in known.family_first or first.lower() in known.common or _plain(first))
        and first not in gazetteer()
    )


def pronouns(text: str) -> Iterator[tuple[int, int]]:
    """Where "he" or "she" stands as a subject."""
    for form in _pronoun_forms():
        at = text.find(form)
        while at >= 0:
            start = at + (form[0] == " ")
            if form[0] == " " or not at or not text[at - 1].isalnum():
                yield start, start + len(form.strip(" ,"))
            at = text.find(form, at + 1)


def _plain(word: str) -> bool:
    return len(word) < 2 or (word in name_words().not_names and word not in name_words().soft)
