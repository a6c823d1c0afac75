"""Whether a figure is actual, planned, hypothetical, denied, or the target of a commitment."""

from __future__ import annotations

from detente.extract.figures.frame import Frame
from detente.model.statement import Status
from detente.rules.clauses import figure_clauses
from detente.rules.series import figure_rules

NEAR = 70
"""Characters before a figure in which the verb that governs it is looked for."""

_DIRECT = figure_clauses()["direct"]

_CLAUSE = figure_clauses()["new_clause"]
_ACTUAL = figure_clauses()["actual"]


def is_target(frame: Frame) -> bool:
    """Whether the figure is what someone aims at: then it belongs to the commitment, not to an indicator."""
    rules = figure_rules()
    if _ACTUAL.search(frame.lead.rpartition(",")[2]):
        return False
    if rules.targets.search(frame.lead):
        return True
    if frame.before.start == frame.sentence.span.start:
        return False
    direct = _DIRECT.search(frame.lead[-12:]) or _DIRECT.match(frame.quantity.span.of(frame.text))
    return direct is not None and rules.targets.search(frame.opening) is not None


def status_of(frame: Frame) -> Status:
    """The status of a figure by the last telling verb before it in its clause."""
    rules = figure_rules()
    lead = _CLAUSE.split(frame.opening[-NEAR:])[-1]
    verbs = [
        (match.start(), status)
        for pattern, status in ((rules.planned, Status.PLANNED), (rules.hypothetical, Status.HYPOTHETICAL), (rules.denied, Status.DENIED))
        for match in pattern.finditer(lead)
    ]
    return max(verbs, default=(0, Status.HAPPENED))[1]
