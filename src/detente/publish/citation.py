"""How a published record and its events are cited: as a sentence, for reference managers (CSL-JSON) and for BibTeX."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from detente.model.edtf import Edtf
from detente.model.fact import Fact, Review
from detente.publish.plain import one_line
from detente.publish.words import counted
from detente.rules.dates import date_words

ACCESSED = "Accessed [day of access]."
"""What whoever cites fills in: a page that is read from a disk cannot know the day."""

_TEX = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "&": r"\&",
    "%": r"\%",
    "$": r"\$",
    "#": r"\#",
    "_": r"\_",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}
_SPECIAL = re.compile(r"[\\{}&%$#_~^]")


@dataclass(frozen=True, slots=True)
class Work:
    """The published record as a whole."""

    title: str
    version: str
    """What changes whenever anything in it does."""
    day: str
    """``YYYY-MM-DD``: when the record was last built; empty where it is not known."""
    tool: str
    """The program that made it, with its version."""
    documents: int
    publisher: str = ""
    licence: str = ""
    address: str = ""
    """Where it is published; empty where nobody said."""


@dataclass(frozen=True, slots=True)
class Citation:
    """One suggestion in three forms."""

    text: str
    csl: dict[str, Any]
    bibtex: str


def cite(work: Work, fact: Fact | None = None, address: str = "") -> Citation:
    """How ``work``, or one fact in it that stands at ``address``, may be cited. Says of a fact that nobody has reviewed that it is so."""
    place = address if fact is not None else work.address
    key = f"detente-{fact.id if fact is not None else work.version}"
    title = one_line(fact.title) if fact is not None else work.title
    return Citation(_sentence(work, fact, place), _csl(work, fact, key, title, place), _bibtex(work, fact, key, title, place))


def _sentence(work: Work, fact: Fact | None, place: str) -> str:
    edition = f"Edition of {date_words(Edtf.parse(work.day))}" if work.day else "Edition"
    parts = [f"{work.title}. {edition}, version {work.version}"]
    if work.publisher:
        parts.append(one_line(work.publisher))
    if fact is not None:
        parts.insert(0, f"“{one_line(fact.title)}”, {date_words(fact.date)} (event {fact.id}{_unreviewed(fact, ', ')})")
    parts.append(f"Compiled by rules with {work.tool} from {counted(work.documents, 'document')}")
    if place:
        parts.append(f"<{place}>")
    return ". ".join(part.rstrip(".") for part in parts) + f". {ACCESSED}"


def _unreviewed(fact: Fact | None, before: str = "") -> str:
    return f"{before}not reviewed by a person" if fact is not None and fact.review is Review.UNREVIEWED else ""


def _csl(work: Work, fact: Fact | None, key: str, title: str, place: str) -> dict[str, Any]:
    found: dict[str, Any] = {"id": key, "type": "dataset" if fact is None else "entry", "title": title}
    if fact is not None:
        found["container-title"] = work.title
    found["version"] = work.version
    if work.day:
        found["issued"] = {"date-parts": [[int(part) for part in work.day.split("-")]]}
    notes = [_unreviewed(fact), f"Licence: {one_line(work.licence)}" if work.licence else ""]
    more = {"publisher": one_line(work.publisher), "URL": place, "note": ". ".join(filter(None, notes))}
    return found | {name: value for name, value in more.items() if value}


def _bibtex(work: Work, fact: Fact | None, key: str, title: str, place: str) -> str:
    fields = {
        "title": title,
        "booktitle": work.title if fact is not None else "",
        "year": work.day[:4],
        "month": str(int(work.day[5:7])) if work.day else "",
        "version": work.version,
        "publisher": one_line(work.publisher),
        "note": _unreviewed(fact),
    }
    lines = [f"  {name} = {{{_tex(value)}}}," for name, value in fields.items() if value]
    if place:
        lines.append(f"  url = {{{place.translate({ord('{'): '%7B', ord('}'): '%7D'})}}},")
    return "\n".join([f"@misc{{{key},", *lines, "}"])


def _tex(text: str) -> str:
    return _SPECIAL.sub(lambda match: _TEX[match.group()], text)
