"""Names without a title that nothing else vouches for: believed when their uses in the document, taken together, are a person's.

"Lansdale reported ... with Lansdale ... Lansdale's view": each use counts for or against, and the sum decides for all of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from detente.extract.actors.firms import firms_of, is_firm
from detente.extract.actors.names import Run
from detente.extract.actors.offices import OfficePhrase
from detente.extract.actors.persons import Found, is_called_after
from detente.rules.actors import actor_words, wording
from detente.rules.names import name_words
from detente.rules.offices import tenures
from detente.rules.places import gazetteer

ENOUGH = 2.0
"""The sum of evidence from which a name is a person's. Set by eye on diplomatic documents of the FRUS sample."""
_DEED, _STRONG_DEED, _OWNED, _TOWARD, _FAMILY = 0.8, 2.0, 0.8, 0.5, 0.8
_COMPANY = -3.0
_NEXT_WORD = re.compile(r"(?:'s)? ([A-Za-z]+)")
_SEVERAL, _BESIDE = 1.0, 1.0
"""For two or three unknown words in a row, and for standing beside a person."""
_LEADER, _ENVOY = 1.5, 0.7
"""For a name that the office-holder table knows, as a leader's or only as an envoy's."""
_ARTICLE, _PLACED, _CITY, _HEADED, _CALLED = -2.0, -1.2, -2.0, -1.5, -3.0
_WORDS_BEFORE = re.compile(r"([A-Za-z']+)([ (-])$")
_CAPITAL_AFTER = re.compile(r" [A-Z][a-z]+")


def bare_names(text: str, runs: Sequence[Run], found: Iterable[Found], offices: Sequence[OfficePhrase]) -> Iterator[Found]:
    """The runs among ``runs`` that are persons by evidence, by a signature, or in brackets after an office."""
    known = list(found)
    claimed = {p.start for p in known}
    people = {p.end for p in known}
    ending = {o.end: o for o in offices}
    groups: dict[tuple[str, ...], list[Run]] = {}
    small_words = set(text.split())
    firms = firms_of(text, runs)
    for run in runs:
        if run.start in claimed or run.words in firms or len(run.words) > 3 or not _possible(run, small_words) or _is_thing(text, run):
            continue
        office = _bracketed(text, run, ending)
        if office is None:
            groups.setdefault(run.words, []).append(run)
        else:
            yield Found(run.start, run.end, office, "bracketed", True)
    for words, group in groups.items():
        total = sum(evidence(text, run) + _joined(text, run, people) for run in group) + _standing(words)
        if total >= ENOUGH or any(_signature(text, run) for run in group):
            yield from (Found(run.start, run.end, None, "bare_name") for run in group)


def _is_thing(text: str, run: Run) -> bool:
    """Whether a full name is that of a ship or a place; a family name with an article is weighed like other evidence."""
    return len(run.words) > 1 and is_called_after(text, run)


def _bracketed(text: str, run: Run, ending: dict[int, OfficePhrase]) -> OfficePhrase | None:
    """The office that the name in brackets belongs to: "the Ambassador in France (Dillon)"."""
    if text[run.start - 2 : run.start] != " (" or text[run.end : run.end + 1] != ")":
        return None
    return ending.get(run.start - 2)


def evidence(text: str, run: Run) -> float:
    """What one use says for (above 0) or against its being a person."""
    rest = text[run.end : run.end + 60]
    after = _word_after().match(rest)
    following = _NEXT_WORD.match(rest)
    if following is not None and following[1].lower() in actor_words("after_leaders"):
        return _OWNED
    score = _OWNED if rest.startswith("'s ") else 0.0
    if after is not None:
        score += _STRONG_DEED if after[1] in actor_words("strong_deeds") else _DEED if after[1] in actor_words("deeds") else 0.0
    score += _before(text, run, after is None)
    score += _COMPANY if is_firm(text, run) else 0.0
    score += _CALLED if is_called_after(text, run) else 0.0
    return score + (_HEADED if _CAPITAL_AFTER.match(rest) else 0.0)


def _before(text: str, run: Run, alone: bool) -> float:
    """What the word before says; ``alone`` where no small word follows the name."""
    before = _WORDS_BEFORE.search(text[max(0, run.start - 20) : run.start])
    if before is None:
        return 0.0
    small = before[1].lower()
    if before[2] == "-":
        return _OWNED if small in actor_words("for_or_against") else 0.0
    score = _ARTICLE if small in actor_words("articles") and alone else 0.0
    score += _PLACED if small in actor_words("toward_places") else 0.0
    return score + (_TOWARD if small in actor_words("toward_persons") else 0.0)


def _joined(text: str, run: Run, people: set[int]) -> float:
    """What a person named right before says: "Micheál Martin and Hilary Benn"."""
    if len(run.words) < 2:
        return 0.0
    beside = any(run.start - len(glue) in people and text.startswith(glue, run.start - len(glue)) for glue in (" and ", ", "))
    return _BESIDE if beside else 0.0


@cache
def _word_after() -> re.Pattern[str]:
    """Finds the small word behind a name, an adverb aside: "Morse also *asked*"."""
    return re.compile(rf"(?: (?:{'|'.join(wording()['deed_adverbs'])}))? ([a-z]+)")


def _standing(words: tuple[str, ...]) -> float:
    """What the words themselves say: family names for, cities against."""
    score = _SEVERAL if len(words) > 1 and words[0] not in name_words().place_words else 0.0
    score += _FAMILY if words[-1] in name_words().family or words[0] in name_words().family_first else 0.0
    name = " ".join(words)
    known = tenures(name) if not (len(words) == 1 and words[0].lower() in name_words().common) else ()
    if known:
        score += _ENVOY if all(t.office.startswith("ambassador:") for t in known) else _LEADER
    return score + (_CITY if name in gazetteer() else 0.0)


def _possible(run: Run, small_words: set[str]) -> bool:
    """Whether the run can be a name at all: no plain English, no abbreviation, nothing that the document (``small_words``) writes small."""
    known = name_words()
    for word in run.words:
        small = word.lower()
        if (
            len(word) < 2
            or (word.isupper() and len(word) > 1)
            or (small in known.common and word not in known.family)
            or word.endswith((".", *wording()["peoples_ends"]))
            or (word[-1] == "s" and word[:-1] in known.not_names)
        ):
            return False
    last = run.words[-1].lower()
    return last in actor_words("small_names") or not any(last + end in small_words for end in ("", ",", "."))


def _signature(text: str, run: Run) -> bool:
    """Whether the run stands alone on a line near the end, as telegrams and letters are signed."""
    if run.start < 0.6 * len(text) and _standing(run.words) <= 0:
        return False
    line = text[text.rfind("\n", 0, run.start) + 1 : run.start]
    end = text.find("\n", run.end)
    rest = text[run.end : end if end >= 0 else len(text)]
    return line.strip(" [_(") == "" and rest.strip(" ]_)") == ""
