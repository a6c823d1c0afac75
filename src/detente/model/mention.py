"""What is named in a text: times, actors, places, quantities. Found in one document, each tied to its characters."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from detente.model.edtf import Edtf
from detente.model.span import Span


class TimexType(StrEnum):
    """TIMEX3 types (ISO-TimeML)."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


@dataclass(frozen=True, slots=True)
class TimeMention:
    """A time expression with its TIMEX3 value and, where it denotes a stretch of the calendar, its EDTF date."""

    span: Span
    text: str
    type: TimexType
    value: str
    """TIMEX3 value ("1995-07-11", "P2Y", "PRESENT_REF")."""
    edtf: Edtf | None
    """None where no date follows (an unanchored duration, "recently")."""
    basis: str
    """How the date was found: ``stated``, ``carried``, ``relative`` (to the publication date), ``narrative`` (to the story's clock),
    ``heading``, ``tenure``, ``event``, ``vague``, ``none``."""
    alternatives: tuple[Edtf, ...] = ()
    """Rejected readings, such as the other day-month order."""
    anchor: Span | None = None
    """The characters it leans on, when the date is not wholly in its own."""


class ActorKind(StrEnum):
    """What sort of thing acts."""

    COUNTRY = "country"
    GOVERNMENT = "government"
    """A country by its capital, seat or organ: Hanoi, the White House, the Foreign Ministry."""
    PERSON = "person"
    OFFICE = "office"
    """A person named only by the office: "the prime minister"."""
    ORGANISATION = "organisation"
    """Intergovernmental: UN, ASEAN, EU."""
    GROUP = "group"
    """Non-state: companies, parties, armed groups."""
    PAIR = "pair"
    """"both sides", "the two countries", "the two leaders"."""


@dataclass(frozen=True, slots=True)
class Party:
    """One who acts, as an event's source, target or person."""

    name: str
    country: str | None = None
    """ISO 3166-1 alpha-3 (XKX for Kosovo, historical alpha-3 such as SUN, YUG); an organisation's acronym (EU, NATO, ASEAN, UN);
    None where the text does not tell."""
    office: str | None = None
    """The office as the text states it ("Party General Secretary")."""
    sector: str | None = None
    """PLOVER sector (GOV, MIL, OPP, ...), where the text tells."""


@dataclass(frozen=True, slots=True)
class ActorMention:
    """A name, pronoun or description that stands for one or more parties."""

    span: Span
    """The characters of the name itself ("Nguyen Phu Trong", "Hanoi", "the two leaders")."""
    kind: ActorKind
    parties: tuple[Party, ...]
    """Whom it stands for: one party, or each member of a pair or list. Empty where it could not be resolved."""
    rule: str
    """The named rule that resolved it: ``name``, ``demonym``, ``metonym``, ``organ``, ``apposition``, ``short_name``, ``office``,
    ``pair``, ``pronoun``, ..."""
    full: Span | None = None
    """The whole phrase with office and title ("Party General Secretary Nguyen Phu Trong"); None when the same as ``span``."""
    attributive: bool = False
    """A demonym or name used as an adjective or in a compound ("Vietnamese workers", "the Vietnam-US relationship")."""
    cue: str | None = None
    """What an anaphor asks for, by its key in the pattern files (``countries``, ``persons``, ``counterpart``, an office).

    None for a name.
    """


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A place, with its country and coordinates where they are known."""

    span: Span
    name: str
    country: str | None
    lat: float | None = None
    lon: float | None = None
    kind: str = "place"
    """``country``, ``city``, ``region``, ``venue``, ``water``, ``place``."""


class Bound(StrEnum):
    """How a stated figure bounds the true one; the signs of the JSON contract."""

    EXACT = "="
    MORE = ">"
    LESS = "<"
    ABOUT = "~"
    NEARLY = "~<"
    JUST_OVER = "~>"
    AT_LEAST = ">="
    AT_MOST = "<="


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit and bound, as the text gives it."""

    span: Span
    """Bound words, number, multiplier and unit together ("nearly 150 billion USD")."""
    value: float
    unit: str | None
    """ISO 4217 for money, ``%``, ``rank``, ``times``, or the plural noun counted ("students", "doses"); None if bare."""
    bound: Bound = Bound.EXACT
    upper: float | None = None
    """The second number of a range ("between 3 and 4 million")."""
