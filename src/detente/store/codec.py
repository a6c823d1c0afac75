"""Frozen records as JSON and back, worked out once from their annotations.

What is written is compact and in the order of the fields, so that equal records become equal text.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache, lru_cache
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from detente.model.calendar import Day
from detente.model.edtf import Edtf

Decode = Callable[[Any], Any]

_BARE = frozenset({str, int, float, bool, NoneType})
"""Types that stand in JSON as themselves."""


def dumps(value: Any) -> str:
    """``value``, made of records, tuples, numbers and strings, as JSON text."""
    return json.dumps(plain(value), ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def loads(text: str, kind: Any) -> Any:
    """What ``dumps`` wrote, as an object of type ``kind``."""
    return decoder(kind)(json.loads(text))


def plain(value: Any) -> Any:
    """``value`` made of lists, strings, numbers and None alone: a record is the list of its fields."""
    kind: Any = type(value)
    if kind in _BARE:
        return value
    if kind is tuple or isinstance(value, tuple | list):
        return [plain(item) for item in value]
    if kind is Edtf:
        return _plain_edtf(value)
    if isinstance(value, Enum):
        return value.value
    names = _names(kind)
    return value if names is None else [plain(getattr(value, name)) for name in names]


def decoder(kind: Any) -> Decode:
    """A function that makes an object of type ``kind`` from what ``plain`` gave."""
    return _decoder(kind)


def cell_decoder(kind: Any) -> Decode:
    """A function that makes an object of type ``kind`` from one cell of a table, as ``cell`` wrote it."""
    inner = decoder(kind)
    if _is_scalar(kind):
        return inner
    if _bare(kind) is Edtf:
        return lambda value: None if value is None else inner(json.loads(value) if value.startswith('["') else value)
    if get_origin(kind) is tuple and get_args(kind)[-1] is Ellipsis:  # most lists are empty
        return lambda value: () if value == "[]" else None if value is None else inner(json.loads(value))
    return lambda value: None if value is None else inner(json.loads(value))


def cell(value: Any) -> Any:
    """``value`` as one cell of a table: itself where SQLite can hold it, an EDTF expression as text, else JSON text."""
    if type(value) in _BARE:
        return value
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, str | int | float):
        return value
    if value == ():
        return "[]"
    if isinstance(value, Edtf) and isinstance(plain(value), str):
        return value.text
    return dumps(value)


def _bare(kind: Any) -> Any:
    args = [arg for arg in get_args(kind) if arg is not NoneType]
    return args[0] if get_origin(kind) in (Union, UnionType) else kind


def _is_scalar(kind: Any) -> bool:
    bare = _bare(kind)
    return isinstance(bare, type) and (issubclass(bare, Enum) or bare in (str, int, float))


@cache
def _decoder(kind: Any) -> Decode:
    if kind is Edtf:
        return _edtf
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind
    if isinstance(kind, type) and is_dataclass(kind):
        return _record(kind)
    if get_origin(kind) in (Union, UnionType):
        return _optional(kind)
    if get_origin(kind) is tuple:
        return _tuple(kind)
    return itself


def _record(kind: Any) -> Decode:
    hints = get_type_hints(kind)
    if not any(f.kw_only for f in fields(kind)):
        inners = [decoder(hints[f.name]) for f in fields(kind)]
        return lambda value: kind(*[decode(item) for decode, item in zip(inners, value, strict=False)])
    parts = [(f.name, decoder(hints[f.name])) for f in fields(kind)]
    return lambda value: kind(**{name: decode(item) for (name, decode), item in zip(parts, value, strict=False)})


def _optional(kind: Any) -> Decode:
    (inner,) = (decoder(arg) for arg in get_args(kind) if arg is not NoneType)
    return lambda value: None if value is None else inner(value)


def _tuple(kind: Any) -> Decode:
    args = get_args(kind)
    if args[-1] is Ellipsis:
        inner = decoder(args[0])
        return lambda value: tuple([inner(item) for item in value])
    inners = [decoder(arg) for arg in args]
    return lambda value: tuple(decode(item) for decode, item in zip(inners, value, strict=True))


@cache
def _names(kind: Any) -> tuple[str, ...] | None:
    """The fields of a kind of record; None of anything else."""
    return tuple(f.name for f in fields(kind)) if is_dataclass(kind) else None


def itself(value: Any) -> Any:
    """What stands for itself."""
    return value


def _plain_edtf(value: Edtf) -> Any:
    """The expression alone where its ends follow from it, which is nearly always; else with its ends."""
    return value.text if _parsed(value.text) == value else [value.text, _iso(value.earliest), _iso(value.latest)]


def _edtf(value: Any) -> Edtf:
    if isinstance(value, str):
        parsed = _parsed(value)
        if parsed is None:
            raise ValueError(f"not an EDTF date: {value!r}")
        return parsed
    return Edtf(value[0], _day(value[1]), _day(value[2]))


@lru_cache(maxsize=16384)
def _parsed(text: str) -> Edtf | None:
    try:
        return Edtf.parse(text)
    except ValueError:
        return None


def _iso(day: Day | None) -> str | None:
    return None if day is None else day.isoformat()


def _day(text: str | None) -> Day | None:
    if text is None:
        return None
    sign, bare = (-1, text[1:]) if text.startswith("-") else (1, text)
    year, month, day = bare.split("-")
    return Day(sign * int(year), int(month), int(day))
