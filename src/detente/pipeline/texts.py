"""One text given as a string: what it says, or one layer of it, without a file and without a record."""

from __future__ import annotations

from hashlib import sha256

from detente.extract.actors import find_actors
from detente.extract.times import find_times
from detente.model.document import Document, Layout, PublishedBasis
from detente.model.edtf import Edtf
from detente.model.mention import ActorMention, TimeMention
from detente.model.reading import Extraction
from detente.model.statement import FactKind, Statement
from detente.pipeline import extraction
from detente.resolve.actors import resolve_actors
from detente.resolve.times import Mode, date_document, resolve_times
from detente.rules import offices
from detente.segment.layout import segment


def analyse(text: str | Document, *, published: str | Edtf | None = None) -> Extraction:
    """Everything that ``text`` says. ``published`` is its date (EDTF), which relative dates ("on Tuesday") are counted from."""
    return extraction.analyse(_document(text, published))


def times(
    text: str | Document, *, published: str | Edtf | None = None, order: str | None = None, mode: str | None = None
) -> tuple[TimeMention, ...]:
    """The time expressions of ``text`` with their TIMEX3 values and their place on the calendar.

    ``published`` is the date (EDTF) that "yesterday" counts from, unless the text states its own. ``order`` says how numbers are read:
    "dmy" or "mdy". ``mode`` is "news" (dates without a year lie near ``published``) or "narrative" (they go on from the date the story
    has reached). Both are worked out from the text where they are not given. Raises ValueError for another order or mode.
    """
    if order not in (None, "dmy", "mdy"):
        raise ValueError(f"order is 'dmy' or 'mdy', not {order!r}")
    document, layout = _document(text, published), Layout((), ())
    candidates = find_times(document, layout)
    document = date_document(document, layout, candidates)
    month_first = None if order is None else order == "mdy"
    return resolve_times(document, layout, candidates, Mode(mode) if mode else None, month_first)


def actors(text: str | Document) -> tuple[ActorMention, ...]:
    """Who is named in ``text``, with the parties that each name, pronoun or pair stands for."""
    document = _document(text, None)
    layout = segment(document)
    return resolve_actors(document, layout, find_actors(document, layout))


def who(office: str, country: str, date: str) -> str | None:
    """Who held ``office`` ("prime minister") of ``country`` (ISO 3166 alpha-3) on ``date``; None where detente's table does not tell."""
    held = offices.who(office, country, date)
    return None if held is None else held.holder


def figures(text: str | Document, *, published: str | Edtf | None = None) -> tuple[Statement, ...]:
    """The figures that ``text`` states, each with its series, unit, bound, period and reporter."""
    return tuple(said for said in analyse(text, published=published).statements if said.fact is FactKind.INDICATOR)


def _document(text: str | Document, published: str | Edtf | None) -> Document:
    if isinstance(text, Document):
        return text
    digest = sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    date = Edtf.parse(published) if isinstance(published, str) else published
    basis = None if date is None else PublishedBasis.GIVEN
    return Document(id=digest[:16], path=None, sha256=digest, text=text, published=date, published_basis=basis)
