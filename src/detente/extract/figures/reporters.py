"""Who counted: "according to customs data", "by Vietnam's count", "Downing Street says"."""

from __future__ import annotations

from detente.model.span import Span
from detente.model.statement import Attribution
from detente.rules.clauses import figure_clauses
from detente.rules.series import figure_rules

_TRAILING = figure_clauses()["not_of_name"]


def find_reporter(text: str, sentence: Span) -> Attribution | None:
    """The reporter of the figures of one sentence, with the characters that name it; None where none is named."""
    rules = figure_rules()
    words = sentence.of(text)
    lowered = words.lower()
    if not any(piece in lowered for piece in rules.reporter_gate):
        return None
    for pattern in rules.reporters:
        for match in pattern.finditer(words):
            name = _TRAILING.sub("", match.group("reporter"))
            start = sentence.start + match.start("reporter")
            if name and name.lower() not in rules.not_reporters:
                return Attribution(name, Span(start, start + len(name)))
    return None
