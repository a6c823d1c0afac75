"""Who counted: "according to customs data", "by Vietnam's count", "Downing Street says"."""

from __future__ import annotations

from detente.model.span import Span
from detente.model.statement import Attribution
from detente.rules.clauses import figure_clauses
from detente.rules.series import figure_rules

_TRAILING = figure_clauses()["not_of_name"]


_CITED = figure_clauses()["cited"]
CITED_REACH = 60
"""Characters before a reporter in which the words that cite it stand."""


def reporter_of(text: str, sentence: Span, figure: Span) -> Attribution | None:
    """The reporter of one figure: of its own clause; of a later one; of an earlier one only where that is cited for them all."""
    low = max(sentence.start, text.rfind(";", sentence.start, figure.start) + 1)
    end = text.find(";", figure.end, sentence.end)
    clause = Span(low, sentence.end if end < 0 else end)
    own = find_reporter(text, clause)
    if own is not None or clause == sentence:
        return own
    said = find_reporter(text, sentence)
    if said is None or said.span.start > low:
        return said
    return said if _CITED.search(text[max(sentence.start, said.span.start - CITED_REACH) : said.span.start]) else None


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
