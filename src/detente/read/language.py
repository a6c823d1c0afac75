"""Which language a text is in."""

from __future__ import annotations

_SAMPLE = 4000
"""Characters looked at: more does not change the answer, and a long text must not cost more."""
_LEAST_LETTERS = 20
"""Fewer letters than this say nothing about the language."""
_CODE = 2
"""Languages with no two-letter code (Nigerian Pidgin above all) are taken for English where an English text is short."""


def language_of(text: str) -> str | None:
    """The ISO 639-1 code of the language of ``text``; None when there is too little of it to tell."""
    middle = max(0, (len(text) - _SAMPLE) // 2) if len(text) > 2 * _SAMPLE else 0
    sample = text[middle : middle + _SAMPLE]
    if sum(character.isalpha() for character in sample) < _LEAST_LETTERS:
        return None
    from py3langid import rank

    return next((str(code) for code, _ in rank(sample) if len(code) == _CODE), None)
