"""How promises are worded: the English patterns of commitments and tenures, compiled once."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from detente.rules.files import read_yaml
from detente.rules.wording import spaced


class Need(StrEnum):
    """What beside its wording a phrase needs to be a promise."""

    NOTHING = "nothing"
    BOTH = "both"
    """Two parties as its subject."""
    BY = "by"
    """A time by when."""
    DUE_OR_EVERY = "due_or_every"
    """A time by when, or how often."""


class Clause(StrEnum):
    """Whose deed a clause may tell that is promised ("agreed that *it would withdraw*")."""

    NONE = "none"
    """No clause is asked for."""
    ANY = "any"
    OWN = "own"
    """The promiser's; or nobody's, in the passive ("agreed that elections would be held")."""


@dataclass(frozen=True, slots=True)
class Promise:
    """One wording of a promise."""

    kind: str
    words: re.Pattern[str]
    need: Need
    future: bool = False
    """Whether it is worded in the future tense: its verb is what is promised."""
    clause: Clause = Clause.NONE


@dataclass(frozen=True, slots=True)
class CommitmentRules:
    """The wording of promises."""

    gate: tuple[str, ...]
    """Pieces of words; a sentence that holds none of them (in lower case) words no promise."""
    promises: tuple[Promise, ...]
    negations: re.Pattern[str]
    not_promised: frozenset[str]
    ends: re.Pattern[str]
    deadline: re.Pattern[str]
    """Words right before a time that make it a deadline."""
    every: re.Pattern[str]
    forecast: re.Pattern[str]
    """Words before a figure that only foretell it."""
    raised: re.Pattern[str]
    """Words from a verb of raising up to the figure that it is raised to."""
    inside: re.Pattern[str]
    """Matches a time that opens as a deadline."""
    vague: frozenset[str]
    within: str
    next: re.Pattern[str]
    """Matches between two promises of one phrase."""
    objects: re.Pattern[str]
    """A preposition at the end of what stands before someone."""
    row: re.Pattern[str]
    """Matches between two of a row; the last is joined by ``row_joint``."""
    row_joint: str
    receiving: tuple[str, ...]
    raised_to: re.Pattern[str]
    each: frozenset[str]
    future: frozenset[str]
    """Auxiliaries of the future, also as seen from the past."""
    pending: frozenset[str]
    """Words that open a clause of what had not come about: "until they agreed to"."""
    conditions: frozenset[str]
    """Words of a condition that open a clause: "as long as"."""
    believed: frozenset[str]
    """Verbs under which a promise is only thought to have been made."""
    binding: frozenset[str]
    """Verbs whose object is the one who is bound: "commits both sides to"."""
    acting: frozenset[str]
    """Nouns for those who promise for the country named beside them: "the government of", "Kenyan leaders"."""
    private: frozenset[str]
    """Deeds of word and thought that one person promises for themselves."""
    private_things: frozenset[str]
    """What one person promises to hand over or to consider."""
    adverse: frozenset[str]
    """Deeds that are not done for the sake of the one they are done to."""


@dataclass(frozen=True, slots=True)
class TenureRules:
    """The wording of holding office."""

    gate: re.Pattern[str]
    """Matches wherever an office is named; a sentence without it is passed over."""
    office: re.Pattern[str]
    """An office with whom or what it is over ("ambassador to Vietnam"), at a position."""
    takes: re.Pattern[str]
    """Wording of taking office, up to the office or the time."""
    held: re.Pattern[str]
    """Wording of holding it for a time, up to the office."""
    since: re.Pattern[str]
    """What may stand between an office holder and the time since which."""
    from_when: re.Pattern[str]
    """Found at the end of what stands before a time, or matched at the head of its words: the term began then."""
    until_when: re.Pattern[str]
    ranked: re.Pattern[str]
    """A holder is told as the first or last of several: no term."""
    other_time: re.Pattern[str]
    """Between an office and a time: the time is that of something else."""
    nameless: frozenset[str]
    """Pronouns, small."""
    spans: re.Pattern[str]
    """What stands between the two ends of a term."""
    bare: re.Pattern[str]
    """Wording of taking office that needs no office behind it."""


@cache
def commitment_rules() -> CommitmentRules:
    """The shipped English wording of promises."""
    english = read_yaml("patterns/en/commitments.yaml")
    promises = tuple(
        Promise(
            kind,
            re.compile(rf"(?<![\w-])(?:{spaced(entry['words'].replace('{to}', english['to']))})"),
            Need(entry.get("needs", "nothing")),
            entry.get("future", False),
            Clause(entry.get("clause", "none")),
        )
        for kind, entries in english["kinds"].items()
        for entry in entries
    )
    return CommitmentRules(
        gate=tuple(english["gate"]),
        promises=promises,
        negations=re.compile(rf"(?i)(?<![\w])(?:{'|'.join(english['negations'])})(?!\w)"),
        not_promised=frozenset(english["not_promised"]),
        ends=re.compile("(?i)" + spaced(english["ends"])),
        deadline=re.compile(rf"(?i)(?<!\w)(?:{spaced(english['deadline'])})(?:\s+the)?\s*\Z"),
        every=re.compile(rf"(?i)(?<!\w)(?:{spaced(english['every'])})(?!\w)"),
        inside=re.compile(rf"(?i)(?:{'|'.join(english['inside'])})\b"),
        within=english["within"],
        next=re.compile(rf"[\s,;]*(?:(?:{'|'.join(english['next'])})\s+)?"),
        objects=re.compile(rf"(?i)\b(?:{'|'.join(english['objects'])})\s+(?:the\s+)?\Z"),
        row=re.compile(
            rf"(?:,?\s+{english['row']}\s+|,\s+)(?:(?:{'|'.join(english['row_words'])}|[A-Z][\w.’'-]*)\s+){{0,5}}(?:\([^)]{{0,30}}\)\s*)?"
        ),
        row_joint=english["row"],
        receiving=tuple(english["receiving"]),
        raised_to=re.compile(spaced(rf"(?i)\A{english['raised_to']}\b")),
        forecast=re.compile(rf"(?i)(?<!\w)(?:{spaced(english['forecast'])})(?!\w)"),
        raised=re.compile(rf"(?i)(?<!\w)(?:{spaced(english['raised'])})"),
        **{
            key: frozenset(english[key])
            for key in (
                "vague",
                "each",
                "future",
                "pending",
                "conditions",
                "believed",
                "binding",
                "acting",
                "private",
                "private_things",
                "adverse",
            )
        },
    )


KNOWN = ("named", "pair", "pronoun", "nobody")
"""How the makers of a promise are known, as ``vocabulary/promises.yaml`` names it."""


def known_by(rule: str) -> str:
    """How a promise's rule says that its makers are known: ``named``, ``pair``, ``pronoun`` or ``nobody``."""
    return next((part for part in rule.split("+")[1:] if part in KNOWN), KNOWN[0])


@cache
def confidence(how: str) -> float:
    """How often promises whose makers are known in that way are right."""
    shares: dict[str, float] = read_yaml("vocabulary/promises.yaml")["right"]
    return float(shares[how])


@cache
def tenure_rules() -> TenureRules:
    """The shipped English wording of holding office."""
    english = read_yaml("patterns/en/tenures.yaml")
    office = "|".join(english["offices"])
    return TenureRules(
        gate=re.compile(spaced(rf"(?i)(?<!\w)(?:{office})(?!\w)|\boffice\b")),
        office=re.compile(
            spaced(
                rf"\s*,?\s*(?:the |its |his |her |their |an? )?(?P<office>(?:{english['rank']})?(?i:{office})(?:{english['over']})?)(?!\w)"
            )
        ),
        takes=re.compile(spaced(rf"(?i)(?<!\w)(?:{'|'.join(english['takes'])})")),
        held=re.compile(spaced(rf"(?i)(?<!\w)(?:{'|'.join(english['held'])})")),
        since=re.compile(spaced(rf"(?i)(?:{'|'.join(english['since'])})") + r"\s*\Z"),
        from_when=_edge(english["from_when"], english["from_when"]),
        until_when=_edge(english["until_when"], english["opening_until"]),
        ranked=re.compile(rf"(?i)\b(?:{'|'.join(english['ranked'])})\b"),
        other_time=re.compile(rf"(?i)[,;]|\b(?:{'|'.join(english['other_time'])})\b"),
        nameless=frozenset(english["nameless"]),
        spans=re.compile(rf"(?i)\s*(?:{'|'.join(english['spans'])}|-|–|—)\s*\Z"),
        bare=re.compile(spaced(rf"(?i)\b(?:{'|'.join(english['bare'])})\b")),
    )


def _edge(before: list[str], opening: list[str]) -> re.Pattern[str]:
    """Matches one of ``before`` at the end of a text, or one of ``opening`` at its head."""
    return re.compile(rf"(?i)\b(?:{'|'.join(before)})\s+\Z|\A(?:{'|'.join(opening)})\b")
