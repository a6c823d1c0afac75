"""Later short forms of persons named in full before: "Trong", "Biden", "Peña Nieto"; and the pronouns that stand for persons."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from detente.extract.actors.names import Run
from detente.extract.actors.persons import Found
from detente.rules.names import name_words

_PRONOUNS = (" he ", " she ", "He ", "She ", " he, ", " she, ")
_SUFFIXES = frozenset({"Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV"})


def short_words(name: tuple[str, ...]) -> tuple[str, ...]:
    """The words by which a person named ``name`` may be called alone: family names, and the last name where the family stands first."""
    words = tuple(w for w in name if w not in _SUFFIXES and not w.endswith("."))
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
    for run in runs:
        if run.start not in claimed and len(run.words) <= 2 and all(w in known for w in run.words):
            yield Found(run.start, run.end, None, "short_name")


def pronouns(text: str) -> Iterator[tuple[int, int]]:
    """Where "he" or "she" stands as a subject."""
    for form in _PRONOUNS:
        at = text.find(form)
        while at >= 0:
            start = at + (form[0] == " ")
            if form[0] == " " or not at or not text[at - 1].isalnum():
                yield start, start + len(form.strip(" ,"))
            at = text.find(form, at + 1)


def _plain(word: str) -> bool:
    return len(word) < 2 or (word in name_words().not_names and word not in name_words().soft)
