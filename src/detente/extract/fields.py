"""The field of cooperation that a deed belongs to, where its own wording tells it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from detente.model.mention import ActorKind
from detente.model.reading import Reading
from detente.model.span import Span
from detente.model.statement import Statement
from detente.rules.codebook import codebook
from detente.rules.series import fields_in

FAMILIES = frozenset({"agreements", "economy", "aid and legacy", "security", "people and culture"})
"""Families of kinds whose deeds are done in a field."""
KINDS = frozenset({"dialogue_held", "talks_held", "consultation", "joint_statement"})
"""Kinds of other families that have a field where their wording names one."""
_NAMES = frozenset({ActorKind.PERSON, ActorKind.OFFICE, ActorKind.GOVERNMENT, ActorKind.ORGANISATION})


def name_fields(reading: Reading, statements: Iterable[Statement]) -> list[Statement]:
    """The same statements with ``field`` in their detail, and ``fields`` where the wording names several (``field`` is then the first).

    An office says nothing of the field: a trade minister may sign a cultural treaty.
    """
    return [_fielded(statement, reading) for statement in statements]


def _fielded(statement: Statement, reading: Reading) -> Statement:
    kind = codebook().kinds.get(statement.kind)
    if kind is None or not (kind.family in FAMILIES or kind.name in KINDS):
        return statement
    found = fields_in(statement.object or "") or fields_in(_without_names(statement.span, reading))
    if not found:
        return statement
    several = (("fields", ", ".join(found)),) if len(found) > 1 else ()
    return replace(statement, detail=(*statement.detail, ("field", found[0]), *several))


def _without_names(span: Span, reading: Reading) -> str:
    """The characters of ``span`` with people, offices and bodies left out."""
    text, reached, out = reading.document.text, span.start, []
    for mention in reading.actors:
        whole = mention.full or mention.span
        if mention.kind in _NAMES and whole.overlaps(span) and whole.end > reached:
            out.append(text[reached : max(reached, whole.start)])
            reached = whole.end
    out.append(text[reached : max(reached, span.end)])
    return " ".join(out)
