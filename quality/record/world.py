"""A made-up history of two parties: what happened, who was there, what was counted. The same for the same seed."""

from __future__ import annotations

import random
from dataclasses import dataclass

from detente.model.calendar import Day, from_ordinal
from detente.model.statement import FactKind

FIRST, LAST = Day(1875, 1, 1).ordinal(), Day(2024, 12, 31).ordinal()
PARTIES = ("USA", "VNM")
OTHERS = ("CHN", "FRA", "JPN", "KHM", "LAO", "RUS", "THA", "AUS")

KINDS = (
    ("talks_held", FactKind.EVENT, 12),
    ("meeting", FactKind.EVENT, 12),
    ("demand", FactKind.EVENT, 8),
    ("attack", FactKind.EVENT, 7),
    ("visit", FactKind.EVENT, 7),
    ("criticism", FactKind.EVENT, 5),
    ("support", FactKind.EVENT, 5),
    ("rejection", FactKind.EVENT, 4),
    ("official_visit", FactKind.EVENT, 3),
    ("clash", FactKind.EVENT, 3),
    ("sanction_imposed", FactKind.EVENT, 2),
    ("aid_delivered", FactKind.EVENT, 2),
    ("forces_deployed", FactKind.EVENT, 2),
    ("agreement_signed", FactKind.AGREEMENT, 8),
    ("memorandum_signed", FactKind.AGREEMENT, 2),
    ("pledge", FactKind.COMMITMENT, 4),
    ("undertaking", FactKind.COMMITMENT, 3),
)
"""Kinds, with how many of a hundred statements are of each as measured on histories and press; figures are told apart from these."""

SELDOM = (
    ("mission_opened", FactKind.EVENT, 5),
    ("mission_closed", FactKind.EVENT, 2),
    ("partnership_established", FactKind.PARTNERSHIP, 2),
)
"""Kinds of which any two parties have few, which are told of again and again, with how many of each two parties have."""

TOLD_AGAIN = 0.011
"""Share of statements that are of these kinds."""

OFFICES = ("president", "foreign minister", "defence minister", "ambassador")
TERM = 4 * 365
"""Days that one holds an office before the next one comes."""

HELD = 0.03
"""Share of statements that tell of somebody in office."""

FIGURES = 0.1
"""Share of statements that are figures of a series."""


@dataclass(frozen=True, slots=True)
class Happening:
    """One thing that happened, as it was."""

    kind: str
    fact: FactKind
    source: tuple[str, ...]
    target: tuple[str, ...]
    day: int
    persons: tuple[tuple[str, str], ...]
    """(name, country)."""
    office: str | None
    """What the one who was there held."""
    place: str
    object: str
    topic: tuple[str, ...]
    """The words that reports of it share."""


class World:
    """Everything that documents can tell of."""

    def __init__(self, statements: int, about: float, seed: int) -> None:
        self.chance = random.Random(seed)
        self.words = sorted({self._word(self.chance.randint(2, 4)) for _ in range(9000)})
        self.places = [self._word(3).title() for _ in range(120)]
        self.series = [" ".join(self._some(self.words, 2)) for _ in range(40)]
        self.codes = (*PARTIES, *OTHERS)
        people = max(int(25 * (statements / 20_000) ** 0.5), 25)  # the more is told, the more of the lesser ones are named
        self.people = {
            (code, decade): [f"{self._word(2).title()} {self._word(3).title()}" for _ in range(people)]
            for code in self.codes
            for decade in range(187, 203)
        }
        telling = max(int(statements * (1 - FIGURES) / 2.2), 20)
        happenings = [self._happening(self.chance.random() < about) for _ in range(telling)]
        self.happenings = sorted(happenings, key=lambda one: one.day)
        pairs = [PARTIES, *((party, other) for party in PARTIES for other in OTHERS)]
        terms = range((LAST - FIRST) // TERM)
        self.tenures = [self._tenure(code, office, FIRST + term * TERM) for code in self.codes for office in OFFICES for term in terms]
        self.seldom = [self._one(kind, fact, pair) for pair in pairs for kind, fact, number in SELDOM for _ in range(number)]

    def _happening(self, ours: bool) -> Happening:
        kind, fact, _ = self.chance.choices(KINDS, weights=[weight for _, _, weight in KINDS])[0]
        return self._one(kind, fact, PARTIES if ours else (self.chance.choice(PARTIES), self.chance.choice(OTHERS)))

    def _one(self, kind: str, fact: FactKind, pair: tuple[str, str]) -> Happening:
        chance = self.chance
        one, other = pair
        if chance.random() < 0.5:
            one, other = other, one
        both = chance.random() < 0.35
        day = self.day()
        decade = from_ordinal(day).year // 10
        present = [code for code in (one, other) if chance.random() < 0.55]
        return Happening(
            kind=kind,
            fact=fact,
            source=tuple(sorted((one, other))) if both else (one,),
            target=tuple(sorted((one, other))) if both else (other,),
            day=day,
            persons=tuple((chance.choice(self.people[code, decade]), code) for code in present),
            office=None,
            place=chance.choice(self.places) if chance.random() < 0.4 else "",
            object=" ".join(self._some(self.words, 3)) if fact is FactKind.AGREEMENT or chance.random() < 0.1 else "",
            topic=tuple(self._some(self.words, 6)),
        )

    def _tenure(self, code: str, office: str, day: int) -> Happening:
        """Somebody's time in an office that has to do with one of the two parties."""
        other = PARTIES[code == PARTIES[0]]
        name = self.chance.choice(self.people[code, from_ordinal(day).year // 10])
        return Happening("tenure", FactKind.TENURE, (code,), (other,), day, ((name, code),), office, "", "", (office, "office", "term"))

    def day(self) -> int:
        """A day; the later the more is told of it."""
        return FIRST + int((LAST - FIRST) * self.chance.random() ** 0.45)

    def value(self, series: int, year: int) -> float:
        """What a series stood at in a year, as anyone who counts it finds it."""
        return round((series + 1) * 10.0 * 1.04 ** (year - 1875), 1)

    def _some(self, words: list[str], number: int) -> list[str]:
        return [self.chance.choice(words) for _ in range(number)]

    def _word(self, syllables: int) -> str:
        return "".join(self.chance.choice("bdfghklmnprstvz") + self.chance.choice("aeiou") for _ in range(syllables))
