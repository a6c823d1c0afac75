"""Any answer of detente as JSON: the same names as the records, dates with their ends, nothing that a terminal acts on."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

from detente.model.edtf import Day, Edtf
from detente.model.statement import Statement
from detente.publish.extraction import statement_json

_RAW = re.compile("[\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufff9-\ufffb\U000e0000-\U000e007f]")
"""Characters that JSON lets stand but that a terminal, a script element or a strict decoder trips over."""


def plain(value: Any) -> Any:
    """``value`` (a record, a view, or any nesting of them) as dicts, lists, strings and numbers."""
    if isinstance(value, Statement):
        return {"document": value.document, **statement_json(value)}
    if isinstance(value, Edtf):
        return {"edtf": value.text, "earliest": plain(value.earliest), "latest": plain(value.latest)}
    if isinstance(value, Path):
        return str(value)
    if isinstance(value, Day):
        return value.isoformat()
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, (tuple, list)):
        return [plain(item) for item in value]
    if isinstance(value, frozenset):
        return sorted(map(plain, value))
    return value


def dumps(value: Any, indent: int | None = None) -> str:
    """JSON that any reader decodes to the same value and that is safe to print: odd characters stand as escapes."""
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    return _RAW.sub(lambda match: json.dumps(match.group())[1:-1], text)
