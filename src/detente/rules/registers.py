"""Kinds of register: what the columns of an official list are called, what it means to hold, and what its rows say.

One YAML file for each kind under ``data/vocabulary/registers``; a mapping file that a user writes for a list of their own has the same
fields. Loading checks every entry and names what is wrong.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from detente.model.errors import DataError, UsageError
from detente.rules.actors import country_names
from detente.rules.codebook import codebook
from detente.rules.files import names_in, parse_yaml, read_text, read_yaml

FOLDER = "vocabulary/registers"
WORDS = "patterns/en/registers.yaml"
TENURE = "tenure"

LARGEST_MAPPING = 256 * 1024
"""Bytes of a mapping file: one that is larger is something else."""

_COLUMNS = ("source", "target", "refine", "person", "office", "date", "start", "end", "until", "seen", "places", "company", "met")
"""Fields of a statement that name a column (or, of a party, a code)."""

_FIELDS = frozenset({*_COLUMNS, "kind", "where", "mutual", "titles", "offices", "since"})


@dataclass(frozen=True, slots=True)
class XmlShape:
    """How the rows of an XML register are found."""

    row: str
    columns: Mapping[str, str]
    people: Mapping[str, str]
    """Where persons are kept in files of their own: the element, where its id and names stand, and the column they complete."""


@dataclass(frozen=True, slots=True)
class Scope:
    """What a register means to hold; what lies outside is not missing from it."""

    source: frozenset[str]
    """Codes of the only parties listed as acting; empty where any is."""
    target: frozenset[str]
    offices: frozenset[str]
    """Keys of the only offices listed; empty where any is."""
    said: str
    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True)
class RowRule:
    """One statement that a row makes. Every field but the kind names a column, or is empty."""

    kind: str
    source: str
    target: str
    mutual: bool
    refine: str
    person: str
    office: str
    titles: bool
    offices: Mapping[str, str]
    where: Mapping[str, frozenset[str]]
    date: str
    start: str
    end: str
    since: tuple[str, ...]
    until: str
    seen: str
    places: str
    company: str
    met: str


@dataclass(frozen=True, slots=True)
class RegisterKind:
    """One kind of register."""

    name: str
    label: str
    authority: str
    licence: str
    columns: Mapping[str, str]
    xml: XmlShape | None
    scope: Scope
    statements: tuple[RowRule, ...]
    definition: str
    """The YAML it was read from."""

    def tells(self, kind: str) -> bool:
        """Whether rows of this register say anything of events of ``kind``."""
        rules = [rule.kind for rule in self.statements]
        finer = [entry for entry, _ in visit_words()] if any(rule.refine for rule in self.statements) else []
        return kind in (*rules, *finer)


@dataclass(frozen=True, slots=True)
class Words:
    """The English wording of registers."""

    titled: re.Pattern[str]
    """A title at the beginning, with any that follow it."""
    courtesy: frozenset[str]
    vacant: re.Pattern[str]
    company: re.Pattern[str]
    """Words of company, then ``title`` and ``name``."""
    met: re.Pattern[str]
    """Words of meeting, then all that follows in the sentence."""
    someone: re.Pattern[str]
    """``title`` and ``name`` of a person within a remark."""
    joint: re.Pattern[str]
    """What may stand between two persons who were met, with ``whose`` president, king or minister the next one is."""
    generations: frozenset[str]
    lesser: re.Pattern[str]
    """Words that make an office a lesser or another one."""
    others: frozenset[str]
    """Titles of those who serve an organisation and neither side."""


def register_names() -> tuple[str, ...]:
    """The kinds that are shipped, in order of name."""
    return tuple(file.rsplit("/", 1)[-1].removesuffix(".yaml") for file in names_in(FOLDER, ".yaml"))


@cache
def register_kind(name: str) -> RegisterKind:
    """The shipped kind called ``name``. Raises UsageError with the names there are."""
    if name not in register_names():
        known = ", ".join(register_names())
        raise UsageError(f"{name!r} is no kind of register known here ({known}); for a list of your own give --mapping FILE")
    return parse_kind(name, read_text(f"{FOLDER}/{name}.yaml"), f"data/{FOLDER}/{name}.yaml")


def mapped_kind(name: str, path: Path) -> RegisterKind:
    """The kind that a user's mapping file defines. Raises DataError naming what is wrong with it."""
    try:
        if path.stat().st_size > LARGEST_MAPPING:
            raise DataError(f"{path}: a mapping file is a page of YAML; this is something else")
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise DataError(f"{path}: the mapping file cannot be read ({error})") from error
    return parse_kind(name, text, str(path))


@cache
def parse_kind(name: str, definition: str, where: str = "the register's definition") -> RegisterKind:
    """The kind that ``definition`` (YAML) describes. Raises DataError naming ``where`` and the entry."""
    data = parse_yaml(definition, where)
    if not isinstance(data, dict) or not isinstance(data.get("columns"), dict) or not isinstance(data.get("statements"), list):
        raise DataError(f"{where}: a kind of register has columns (a mapping) and statements (a list)")
    columns = {str(key): str(value) for key, value in data["columns"].items()}
    return RegisterKind(
        name=name,
        label=str(data.get("label") or name),
        authority=str(data.get("authority") or ""),
        licence=str(data.get("licence") or ""),
        columns=columns,
        xml=_xml(data.get("xml"), where),
        scope=_scope(data.get("scope") or {}, where),
        statements=tuple(_rule(entry, columns, where) for entry in data["statements"]),
        definition=definition,
    )


def _xml(data: Any, where: str) -> XmlShape | None:
    if data is None:
        return None
    if not isinstance(data, dict) or not isinstance(data.get("columns"), dict) or not data.get("row"):
        raise DataError(f"{where}: xml has row (an element) and columns (a mapping)")
    people = {str(key): str(value) for key, value in (data.get("people") or {}).items()}
    return XmlShape(str(data["row"]), {str(key): str(value) for key, value in data["columns"].items()}, people)


def _scope(data: Any, where: str) -> Scope:
    if not isinstance(data, dict):
        raise DataError(f"{where}: scope is a mapping")
    days = [str(data[end]) if data.get(end) is not None else None for end in ("first", "last")]
    codes = [frozenset(_party_code(code, where) for code in data.get(side) or ()) for side in ("from", "to")]
    offices = frozenset(map(str, data.get("offices") or ()))
    return Scope(codes[0], codes[1], offices, str(data.get("said") or ""), days[0], days[1])


def _party_code(code: Any, where: str) -> str:
    if str(code) not in country_names():
        raise DataError(f"{where}: {code} is no code of a party (three capitals, such as USA)")
    return str(code)


def _rule(entry: Any, columns: Mapping[str, str], where: str) -> RowRule:
    if not isinstance(entry, dict) or not entry.get("kind"):
        raise DataError(f"{where}: every statement has a kind")
    kind = str(entry["kind"])
    if kind not in codebook().kinds and kind != TENURE:
        raise DataError(f"{where}: {kind} is no kind of the codebook, nor is it {TENURE}")
    unknown = sorted(set(entry) - _FIELDS)
    if unknown:
        raise DataError(f"{where}: {kind}: unknown field {unknown[0]}")
    since = entry.get("since") or []
    rule = RowRule(
        kind=kind,
        mutual=bool(entry.get("mutual")),
        titles=bool(entry.get("titles")),
        offices={str(key): str(value) for key, value in (entry.get("offices") or {}).items()},
        where={str(key): frozenset(map(str, values)) for key, values in (entry.get("where") or {}).items()},
        since=tuple(map(str, since if isinstance(since, list) else [since])),
        **{name: str(entry.get(name) or "") for name in _COLUMNS},
    )
    _check(rule, columns, where)
    return rule


def _check(rule: RowRule, columns: Mapping[str, str], where: str) -> None:
    """Every column that a rule names is defined, and what cannot be left out is there."""
    named = [rule.refine, rule.person, rule.office, rule.date, rule.start, rule.end, rule.until, rule.seen, rule.places, rule.company]
    named += [rule.met, *rule.since, *rule.where]
    named += [side for side in (rule.source, rule.target) if side not in country_names()]
    for name in named:
        if name and name not in columns:
            raise DataError(f"{where}: {rule.kind}: {name} is no column; columns are {', '.join(columns)}")
    if not rule.source:
        raise DataError(f"{where}: {rule.kind}: source is missing (a column, or a code)")
    if not (rule.date or rule.start or rule.since):
        raise DataError(f"{where}: {rule.kind}: it has no date, start or since")


@cache
def visit_words() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Finer kinds of visit with the words of a remark that tell them, the first to be tried first."""
    return tuple((str(entry["kind"]), _any(entry["words"])) for entry in read_yaml(WORDS)["visits"])


@cache
def words() -> Words:
    """The English wording, compiled once."""
    data = read_yaml(WORDS)
    title = "|".join(re.escape(str(title)) for title in sorted(data["titles"], key=len, reverse=True))
    word = r"(?:(?:[^\W\d_a-z]\w?\.)+|[^\W\d_a-z][\w'’\-]*)"
    name = rf"(?P<name>{word}(?: (?:(?:al|bin|da|de|del|den|der|di|dos|du|el|la|von|van) )?{word}){{0,4}})"
    return Words(
        titled=re.compile(rf"(?:(?:{title})(?![\w-]),? ?)+"),
        courtesy=frozenset(map(str, data["courtesy"])),
        vacant=_any(data["vacant"]),
        company=re.compile(rf"(?i:\b(?:{_alternatives(data['company'])})) (?:the )?(?P<title>{title}) {name}"),
        met=re.compile(rf"(?i:\b(?:{_alternatives(data['met'])})) (?P<rest>(?:[^.;]|(?<=\b[A-Z])\.)*)"),
        someone=re.compile(rf"\b(?P<title>{title}) {name}"),
        joint=re.compile(r"(?:,? ?and |, ?)?(?:the )?(?:(?P<whose>[^\W\d_a-z][\w'’\-]*) )?"),
        generations=frozenset(map(str, data["generations"])),
        lesser=_any(data["lesser"]),
        others=frozenset(map(str, data["others"])),
    )


def _alternatives(entries: list[str]) -> str:
    return "|".join(re.escape(str(entry)) for entry in sorted(entries, key=len, reverse=True))


def _any(entries: list[str]) -> re.Pattern[str]:
    return re.compile(rf"(?i)(?<!\w)(?:{_alternatives(entries)})(?!\w)")
