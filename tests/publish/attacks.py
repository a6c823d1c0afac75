"""Strings that a hostile document may hold, for every test of what is shown or written."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import TypeVar

from detente.model.edtf import Edtf

ATTACKS = (
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "</style><img src=x onerror=alert(1)>",
    '"><svg onload=alert(1)>',
    "' onmouseover='alert(1)",
    "<!-- <b>",
    "]]><b>",
    "{{ 7 * 7 }}{% raw %}",
    "javascript:alert(1)",
    "[click](javascript:alert(1))",
    "![x](https://example.org/pixel.png)",
    "<https://example.org/auto>",
    "https://example.org/auto www.example.org",
    "a@example.org",
    "| cell | cell |",
    "`code` ``code``",
    "*bold* __bold__ ~~gone~~",
    "[^1]: a note of its own",
    "\n\n# A heading\n- an item",
    "&lt;b&gt; &#60;b&#62;",
    '=HYPERLINK("https://example.org")',
    "\x1b[31mred\x1b]0;title\x07",
    "\x9b31m",
    "\u202egpj.exe\u202c",
    "\u2066isolated\u2069",
    "null\x00byte",
    "line\u2028separator\u2029",
    "tag\U000e0041characters",
    "back\\slash \\u003cb\\u003e",
    "$$x$$ ^up^ %{x}",
)

WORDS = frozenset(
    {
        "title",
        "quote",
        "before",
        "after",
        "outlet",
        "path",
        "name",
        "explanation",
        "text",
        "reporter",
        "label",
        "advice",
        "reason",
        "level",
        "settled",
    }
)
"""The fields whose words come from documents, file names or people."""

T = TypeVar("T")


def poisoned(value: T, attack: str) -> T:
    """``value`` with ``attack`` in every field that may hold somebody else's words, however deep."""
    if isinstance(value, tuple):
        return tuple(poisoned(item, attack) for item in value)  # type: ignore[return-value]  # a tuple of the same shape
    if not is_dataclass(value) or isinstance(value, (type, Edtf)):
        return value
    changes = {
        field.name: attack
        if field.name in WORDS and getattr(value, field.name) is not None
        else poisoned(getattr(value, field.name), attack)
        for field in fields(value)
    }
    return replace(value, **changes)
