"""Reads what has been written about how two parties get on, and keeps the sourced record of their relationship.

Everything listed in ``__all__`` is the public API; the rest may move. Names are looked up when first used, so that
``import detente`` costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from detente.ask.chronology import chronology
    from detente.ask.conflicts import conflicts
    from detente.ask.ladder import ladder
    from detente.ask.record import open_record
    from detente.ask.review import queue
    from detente.ask.rulings import history, rule, undo
    from detente.ask.search import find
    from detente.ask.series import series
    from detente.ask.show import show
    from detente.ask.sources import sources
    from detente.ask.state import state
    from detente.ask.verify import verify
    from detente.ask.views import Filters
    from detente.model.document import Document
    from detente.model.edtf import Edtf
    from detente.model.errors import DetenteError, ReadError
    from detente.model.fact import Discrepancy, Fact
    from detente.model.reading import Extraction
    from detente.model.ruling import Action, Ruling
    from detente.model.span import Span
    from detente.model.statement import Statement
    from detente.pipeline.building import BuildReport, build
    from detente.pipeline.streaming import Problem, extract_files, extract_lines
    from detente.pipeline.texts import actors, analyse, figures, times, who
    from detente.rules.offices import Tenure, tenures

_HOMES = {
    "Action": "model.ruling",
    "BuildReport": "pipeline.building",
    "DetenteError": "model.errors",
    "Discrepancy": "model.fact",
    "Document": "model.document",
    "Edtf": "model.edtf",
    "Extraction": "model.reading",
    "Fact": "model.fact",
    "Filters": "ask.views",
    "Problem": "pipeline.streaming",
    "ReadError": "model.errors",
    "Ruling": "model.ruling",
    "Span": "model.span",
    "Statement": "model.statement",
    "Tenure": "rules.offices",
    "actors": "pipeline.texts",
    "analyse": "pipeline.texts",
    "build": "pipeline.building",
    "chronology": "ask.chronology",
    "conflicts": "ask.conflicts",
    "extract_files": "pipeline.streaming",
    "extract_lines": "pipeline.streaming",
    "figures": "pipeline.texts",
    "find": "ask.search",
    "history": "ask.rulings",
    "ladder": "ask.ladder",
    "open_record": "ask.record",
    "queue": "ask.review",
    "rule": "ask.rulings",
    "series": "ask.series",
    "show": "ask.show",
    "sources": "ask.sources",
    "state": "ask.state",
    "tenures": "rules.offices",
    "times": "pipeline.texts",
    "undo": "ask.rulings",
    "verify": "ask.verify",
    "who": "pipeline.texts",
}
"""Each public name and the module it comes from; a test holds that this, ``__all__`` and the imports above agree."""

__all__ = [
    "Action",
    "BuildReport",
    "DetenteError",
    "Discrepancy",
    "Document",
    "Edtf",
    "Extraction",
    "Fact",
    "Filters",
    "Problem",
    "ReadError",
    "Ruling",
    "Span",
    "Statement",
    "Tenure",
    "actors",
    "analyse",
    "build",
    "chronology",
    "conflicts",
    "extract_files",
    "extract_lines",
    "figures",
    "find",
    "history",
    "ladder",
    "open_record",
    "queue",
    "rule",
    "series",
    "show",
    "sources",
    "state",
    "tenures",
    "times",
    "undo",
    "verify",
    "who",
]


def __getattr__(name: str) -> Any:
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module 'detente' has no attribute {name!r}")
    return getattr(import_module(f"detente.{home}"), name)


def __dir__() -> list[str]:
    return sorted(__all__)
