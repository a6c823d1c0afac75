"""The unit that follows a number: money, a measure, or the noun that is counted."""

from __future__ import annotations

import re
from dataclasses import dataclass

from detente.rules.units import Contested, UnitRules

MAX_COUNTED_WORDS = 5
"""Words from the number to the noun that is counted: "three former Cuban intelligence agents"."""

_WORD = re.compile(r"[\s\u00a0]+(?P<word>[^\W\d_][\w’'-]*)")
_ATTACHED = re.compile(r"-[^\W\d_]")
_SHARED = re.compile(r"(?:[\s\u00a0]+[A-Z][\w’'-]+){1,3}(?P<end>)(?:,|[\s\u00a0]+(?:and|or))[\s\u00a0]+")
"""One of two nationalities that share a noun: "17 *Indian and* four Chinese soldiers"."""
_AND_NATIONALITY = re.compile(r"[\s\u00a0]+and(?=[\s\u00a0]+[A-Z][a-z’'-]+(?:n|ese|ish|i|ch|k)[\s\u00a0]+[a-z])")
"""The second of two nationalities of the things counted: "300 Ghanaian *and* Nigerian students"."""
_SHORT_SCALES = frozenset({"m", "k", "b"})


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit and where its words end in the text."""

    name: str | None
    end: int
    money: bool = False
    counted: bool = False


class Purse:
    """Settles which country's money a contested word means in one document. Counts the homes named, once for each word."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._settled: dict[str, str | None] = {}

    def code(self, word: str, contested: tuple[Contested, ...], fallback: str | None) -> str | None:
        """The ISO 4217 code of ``word`` here, or ``fallback`` for a word that is not contested."""
        bare = " ".join(word.split()).lower()
        entry = next((c for c in contested if c.word.match(bare)), None)
        if entry is None:
            return fallback
        if bare not in self._settled:
            self._settled[bare] = self._most_named(entry)
        return self._settled[bare]

    def _most_named(self, entry: Contested) -> str | None:
        named = [(len(home.findall(self._text)), code) for code, home in entry.homes]
        most = max((count for count, _ in named), default=0)
        if most == 0:
            return entry.default
        best = [code for count, code in named if count == most]
        return entry.default if entry.default in best else best[0]


def read_multiplier(text: str, position: int, high: int, rules: UnitRules, money: bool) -> tuple[float, int]:
    """The factor of the scale words after a number ("lakh crore") and where they end; 1 where there are none."""
    factor = 1.0
    while (match := rules.multiplier.match(text, position)) is not None and match.end() <= high:
        word = match.group("word").lower()
        attached = match.start("word") == position
        if word in _SHORT_SCALES and not (money or (attached and _counts_on(text, match.end(), rules))):
            break
        factor, position = factor * rules.multipliers[word], match.end()
    return factor, position


def _counts_on(text: str, position: int, rules: UnitRules) -> bool:
    """Whether money or a counted noun follows: "2.5m visitors", "300m euros", but not "500m from the border"."""
    return rules.money_word.match(text, position) is not None or _counted_noun(text, position, len(text), rules) is not None


def read_unit(text: str, position: int, high: int, value: float, rules: UnitRules, purse: Purse) -> Unit:
    """The unit right after a number and its scale. ``name`` is None where nothing that is counted follows."""
    money = rules.money_word.match(text, position, high)
    if money is not None and money.lastgroup is not None and _is_money(money, text, value, rules):
        word = money.group(money.lastgroup)
        known = None if money.lastgroup == "loose" else rules.codes[int(money.lastgroup.rpartition("_")[2])]
        code = purse.code(word, rules.contested, known)
        return Unit(code or word.lower(), money.end(), money=True)
    measure = rules.measure.match(text, position, high)
    if measure is not None and measure.lastgroup is not None:
        name = rules.measures[int(measure.lastgroup.rpartition("_")[2])]
        return Unit(name, measure.end())
    if _ATTACHED.match(text, position):
        return Unit(None, position)
    counted = _counted_noun(text, position, high, rules) or _shared_noun(text, position, high, rules)
    return counted if counted is not None else Unit(None, position)


def _is_money(match: re.Match[str], text: str, value: float, rules: UnitRules) -> bool:
    word = match.group(match.lastgroup or 0).lower()
    if value < rules.doubtful_money.get(word, 0):
        return False
    return not (word == "pounds" and re.match(r"\s+of\s", text[match.end() : match.end() + 5]))


def _counted_noun(text: str, position: int, high: int, rules: UnitRules) -> Unit | None:
    """The plural noun that the number counts, past nationalities and adjectives: "36 cooperation documents"."""
    link = rules.counted_link.match(text, position, high)
    here = link.end() if link is not None else position
    for _ in range(MAX_COUNTED_WORDS):
        joined = _AND_NATIONALITY.match(text, here, high) if text[position:here].strip()[:1].isupper() else None
        match = _WORD.match(text, joined.end() if joined is not None else here, high)
        if match is None:
            return None
        word = match.group("word")
        bare = word.lower()
        if bare in rules.not_counted or bare in rules.durations or bare in rules.address:
            return None
        here = match.end()
        if rules.people.match(word) and not _noun_follows(text, here, high, rules):
            return Unit("people", here, counted=True)
        if is_plural(bare, rules) and not (_may_describe(word, rules) and _noun_follows(text, here, high, rules)):
            return Unit(bare, here, counted=True)
    return None


def _shared_noun(text: str, position: int, high: int, rules: UnitRules) -> Unit | None:
    """The noun that the number counts together with the next number: "17 Indian and four Chinese soldiers"."""
    shared = _SHARED.match(text, position, high)
    number = rules.scan.match(text, shared.end(), high) if shared is not None else None
    if shared is None or number is None or (not number.group("digits") and not number.group("words")):
        return None
    counted = _counted_noun(text, number.end(), high, rules)
    nationality = _WORD.match(text, number.end(), high)
    if counted is None or nationality is None or not nationality.group("word")[0].isupper():
        return None
    return Unit(counted.name, shared.start("end"), counted=True)


def _may_describe(word: str, rules: UnitRules) -> bool:
    """Whether a plural may only describe the next noun: a name ("Japanese visitors"), a collective ("police officers")."""
    return word[0].isupper() or word in rules.collectives


def _noun_follows(text: str, position: int, high: int, rules: UnitRules) -> bool:
    """Whether the next word is itself what is counted: "Cubans" counts, "Japanese visitors" does not end at "Japanese"."""
    match = _WORD.match(text, position, high)
    return match is not None and is_plural(match.group("word").lower(), rules)


def is_plural(word: str, rules: UnitRules) -> bool:
    """Whether ``word`` (in lower case) can be a plural noun."""
    if word in rules.plurals or (word.endswith("men") and len(word) > len("women")):
        return True
    if word in rules.not_plural or word.endswith(("ss", "'s", "’s", "us", "ous", "is")) or len(word) < 4:
        return False
    return word.endswith(("s", "s'", "s’"))
