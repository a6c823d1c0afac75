"""What the record's codes are called on screens and pages: one word for one thing, the same everywhere."""

from __future__ import annotations

import re

from detente.ask.views import ChronologyLine, Stance
from detente.model.document import PublishedBasis
from detente.model.fact import DiscrepancyType, Fact, Grade, Review
from detente.model.statement import Status
from detente.rules.codebook import codebook
from detente.rules.tone import Tone, tone

TONE_WORDS = {
    Tone.MATERIAL_COOPERATION: "cooperation in deed",
    Tone.VERBAL_COOPERATION: "cooperation in word",
    Tone.NEUTRAL: "neither",
    Tone.VERBAL_CONFLICT: "conflict in word",
    Tone.MATERIAL_CONFLICT: "conflict in deed",
}

STATUS_WORDS = {
    Status.HAPPENED: "happened",
    Status.PLANNED: "planned",
    Status.ONGOING: "ongoing",
    Status.DENIED: "denied, refused or put off",
    Status.HYPOTHETICAL: "hypothetical",
}

_WORD = re.compile(r"\w+")

STATUS_MARKS = {Status.HAPPENED: "●", Status.PLANNED: "○", Status.ONGOING: "◐", Status.DENIED: "⊘", Status.HYPOTHETICAL: "◌"}

GRADE_WORDS = {
    Grade.CONTRADICTION: "cannot both be right",
    Grade.PRECISION: "agree: one is more precise",
    Grade.ROUNDING: "agree: rounded or bounded differently",
    Grade.CLOCK: "can both be right: another clock or calendar",
    Grade.SCOPE: "can both be right: they measure different things",
    Grade.REPORTER: "can both be right: different reporters",
}

STANCE_WORDS = {
    Stance.CONFIRMS: "confirms it",
    Stance.NARROWS: "narrows it",
    Stance.CONTRADICTS: "contradicts it",
    Stance.TELLS: "alone tells of it",
    Stance.SILENT: "is silent",
    Stance.OUTSIDE: "does not cover it",
}

TYPE_WORDS = {
    DiscrepancyType.VALUE: "figure",
    DiscrepancyType.DATE: "date",
    DiscrepancyType.ACTOR: "who",
    DiscrepancyType.PLACE: "place",
    DiscrepancyType.LEVEL: "level of the partnership",
    DiscrepancyType.STATUS: "whether it happened",
}

REVIEW_WORDS = {
    Review.UNREVIEWED: "nobody has looked at it",
    Review.ACCEPTED: "found right",
    Review.PARTLY: "found right in part; statements came since",
    Review.EDITED: "read otherwise by ruling",
    Review.REGROUPED: "put together or taken apart by ruling",
    Review.SETTLED: "a discrepancy is settled by ruling",
    Review.SET_ASIDE: "set aside: a discrepancy is settled for another fact",
}
"""What people decided about a fact, as against what was only worked out."""

DATE_BASES = {
    "ruling": "as a person ruled",
    "stated": "as stated",
    "carried": "carried over from the words before",
    "relative": "counted from the document's date",
    "narrative": "counted from the story's own time",
    "heading": "from the heading it stands under",
    "tenure": "from an office holder's time in office",
    "event": "from another event",
    "story": "the day that the story is about",
    "visit": "the days of the visit it belongs to",
    "visit_day": "counted from the first day of the visit",
    "carried_on": "the year or month that the telling opened with",
    "published": "from the document's date",
    "vague": "vague",
}

_PUBLISHED_BASES = {
    PublishedBasis.STATED: "as the text states",
    PublishedBasis.METADATA: "from the file's own data",
    PublishedBasis.GIVEN: "as given with the file",
    PublishedBasis.INFERRED: "worked out from inside",
}


_LEVELS = {
    "none": "No relations",
    "recognition": "Recognition",
    "diplomatic relations": "Diplomatic relations",
    "normalized": "Normalized relations",
    "severed": "Relations severed",
    "interrupted": "Relations interrupted",
}


def level_words(level: str) -> str:
    """A level of the relationship as a heading; a partnership keeps its own name."""
    return _LEVELS.get(level, level[:1].upper() + level[1:])


def kind_words(kind: str) -> str:
    """A kind of fact in words: ``state_visit`` is "state visit"."""
    return kind.replace("_", " ")


def status_tag(fact: Fact) -> str:
    """The status to be said after a title; empty for what happened, and where the title says it itself."""
    words = STATUS_WORDS[fact.status]
    return "" if fact.status is Status.HAPPENED or words.split(",")[0] in _WORD.findall(fact.title) else words


def label_of(fact: Fact) -> str:
    """What a fact's kind is called on its line: the codebook's label, for want of one the kind in words."""
    kind = codebook().kinds.get(fact.kind)
    return kind.label[:1].lower() + kind.label[1:] if kind else kind_words(fact.kind)


def label_tag(fact: Fact) -> str:
    """The kind to be said after a title; empty where the title says it itself."""
    said = set(_WORD.findall(fact.title))
    return "" if said.issuperset(_WORD.findall(kind_words(fact.kind))) else label_of(fact)


def family_of(fact: Fact) -> str:
    """The family of a fact's kind in words; empty where the codebook has none."""
    kind = codebook().kinds.get(fact.kind)
    return kind_words(kind.family) if kind else ""


def basis_words(basis: str | None) -> str:
    """How a date was found, in words; the code itself where it has none."""
    return "" if basis is None else DATE_BASES.get(basis, basis.replace("_", " "))


def published_words(basis: PublishedBasis | None) -> str:
    """How a document's own date is known, in words."""
    return "" if basis is None else _PUBLISHED_BASES[basis]


def tone_of(line: ChronologyLine) -> Tone:
    """Where the line lies between cooperation and conflict, by the PLOVER type of its first statement that has one."""
    return tone(next((evidence.statement.plover for evidence in line.evidence if evidence.statement.plover), None), line.fact.status)


def counted(number: int, noun: str, plural: str | None = None) -> str:
    """ "1 source", "3 sources", "1,204 statements"."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"
