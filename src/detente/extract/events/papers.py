"""Whether a document is a paper of somebody's office - a letter, a telegram, the minutes of a talk - rather than a text told to the public.

In such papers deeds are proposed, weighed and asked about far more than told, and whoever writes or speaks is left unnamed: what a
sentence does not say itself may not be added from the rest of the paper.
"""

from __future__ import annotations

import re

from detente.rules.status import status_words

SPOKEN = 0.015
"""The share of a document's words, quotations aside, that are "I", "we" or "you" above which it speaks for itself: in news and histories
they are below 1.2 %, in most letters and telegrams above 2 %."""
_WORD = re.compile(r"[^\W\d_]+")
_QUOTED = re.compile(r"[“\"][^”\"]{0,600}[”\"]")
_NUMBER = re.compile(r"[\W\d_]*")
_HEAD = 200
"""Characters at the start of a document within which it says what sort of paper it is."""
_LABELS = 1500
"""Characters at its start within which it lists who was there."""


def is_paper(text: str) -> bool:
    """Whether a document speaks in the first and second person of its own, or calls itself a letter, a telegram or minutes."""
    return _is_spoken(text) or _calls_itself(text) or _is_labelled(text)


def _is_spoken(text: str) -> bool:
    words: list[str] = _WORD.findall(_QUOTED.sub(" ", text))
    speaking = status_words()["speaking"]
    spoken = sum(word.lower() in speaking and word != "US" for word in words)
    return spoken > SPOKEN * len(words)


def _calls_itself(text: str) -> bool:
    number = _NUMBER.match(text)
    head = " ".join(text[number.end() if number else 0 :][:_HEAD].lower().split())
    first = text.lstrip().partition("\n")[0][:_HEAD].lower()
    words = status_words()
    named = any(head.startswith(name) and not head[len(name) : len(name) + 1].isalpha() for name in words["papers"])
    return named or any(name in first for name in words["reports"])


def _is_labelled(text: str) -> bool:
    lines = (line.strip().rstrip(":") for line in text[:_LABELS].splitlines())
    return any(line.isupper() and line.lower() in status_words()["paper_labels"] for line in lines)
