"""One text given as a string: what it says, or one layer of it, without a file and without a record."""

from __future__ import annotations

from hashlib import sha256

from detente.extract.actors import find_actors
from detente.model.document import Document, PublishedBasis
from detente.model.edtf import Edtf
from detente.model.mention import ActorMention, TimeMention
from detente.model.reading import Extraction
from detente.model.statement import FactKind, Statement
from detente.pipeline import extraction
from detente.resolve.actors import resolve_actors
from detente.segment.layout import segment


def analyse(text: str | Document, *, published: str | Edtf | None = None) -> Extraction:
    """Everything that ``text`` says. ``published`` is its date (EDTF), which relative dates ("on Tuesday") are counted from."""
    return extraction.analyse(_document(text, published))


def times(text: str | Document, *, published: str | Edtf | None = None) -> tuple[TimeMention, ...]:
    """The time expressions of ``text`` with their place on the calendar."""
    return extraction.read_times(_document(text, published)).times


def actors(text: str | Document) -> tuple[ActorMention, ...]:
    """Who is named in ``text``, with the parties that each name, pronoun or pair stands for."""
    document = _document(text, None)
    layout = segment(document)
    return resolve_actors(document, layout, find_actors(document, layout))


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
