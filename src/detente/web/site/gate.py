"""What of a page may be published: quotes cut to length, no folder names of whoever made it, no names of reviewers.

Everything that is written passes here last, so that no page has to remember it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any

from detente.ask.catalog import Entry
from detente.ask.views import Conflict, DocumentSummary, Evidence
from detente.model.edtf import Edtf
from detente.model.fact import Discrepancy, Fact
from detente.publish.evidence import document_name
from detente.rules.codebook import Kind
from detente.web.pages.figures import Told
from detente.web.selection import Selection

CONTEXT = 80
"""Characters of context on each side of a quote, at most, and never more than the quote itself may have."""

REGISTER = "register:"
"""How the path of a register begins, which is no path of a file."""

_WHOLE = (str, int, float, type(None), Fact, Kind, Edtf, Discrepancy, Entry, Selection)
"""What holds nothing to be cut: a fact has no words of a document but names."""


@dataclass(frozen=True, slots=True)
class Gate:
    """How long a quote may be. Rows of registers are quotes like any other."""

    limit: int

    def pass_on(self, value: Any) -> Any:
        """``value`` (the body of a page) as it may be published."""
        if isinstance(value, _WHOLE):
            return value
        if isinstance(value, Evidence):
            return self.evidence(value)
        if isinstance(value, Conflict):
            settled = value.settled.partition(", by ")[0] if value.settled else value.settled
            return replace(value, left=self.evidence(value.left), right=self.evidence(value.right), settled=settled)
        if isinstance(value, DocumentSummary):
            return unplaced(value)
        if isinstance(value, Told):
            return replace(value, quote=cut(value.quote, self.limit))
        return self._within(value)

    def _within(self, value: Any) -> Any:
        if isinstance(value, (tuple, list)):
            return type(value)(map(self.pass_on, value)) if type(value) in (tuple, list) else value
        if isinstance(value, Mapping):
            return {key: self.pass_on(held) for key, held in value.items()}
        if is_dataclass(value) and not isinstance(value, type):
            held = {field.name: getattr(value, field.name) for field in fields(value)}
            passed = {name: self.pass_on(item) for name, item in held.items()}
            changed = {name: item for name, item in passed.items() if item is not held[name]}
            return replace(value, **changed) if changed else value
        return value

    def evidence(self, told: Evidence) -> Evidence:
        """A quote in its context, both cut. Where the quote itself was cut, no words follow it."""
        document = unplaced(told.document)
        quote = cut(told.quote, self.limit)
        room = min(CONTEXT, self.limit)
        after = cut(told.after, room, mark="") if quote == told.quote else ""
        detail = tuple((name, cut(said, self.limit)) for name, said in told.statement.detail)
        statement = replace(told.statement, quote=quote, detail=detail)
        return replace(told, statement=statement, document=document, before=_last(told.before, room), quote=quote, after=after)


def cut(text: str, limit: int, mark: str = "…") -> str:
    """``text`` as it is, or its first words up to ``limit`` characters with a mark of having been cut."""
    if len(text) <= limit:
        return text
    kept = text[: limit - len(mark)]
    head, space, tail = kept.rpartition(" ")
    return (head if space and len(tail) < limit // 3 else kept) + mark


def unplaced(document: DocumentSummary) -> DocumentSummary:
    """A document without the folders that its file lay in, which say more about us than about it."""
    path = document.path
    return document if not path or path.startswith(REGISTER) else replace(document, path=document_name(replace(document, title=None)))


def _last(text: str, limit: int) -> str:
    if len(text) <= limit:
        return text
    kept = text[-limit:]
    _broken, space, rest = kept.partition(" ")
    return rest if space else kept
