"""One register from a file or a folder, whichever format it is in."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path

from detente.model.errors import ReadError
from detente.model.register import Contents, Row, RowProblem
from detente.read.decode import decode
from detente.read.limits import Limits
from detente.read.registers.lines import json_rows
from detente.read.registers.table import csv_rows, header_of
from detente.read.registers.xml import parse, xml_rows
from detente.rules.registers import RegisterKind, XmlShape

MOST_FILES = 20_000
"""Files of a folder: more than any list has, and an end to a path given by mistake."""

_TABLES = frozenset({".csv", ".tsv", ".tab"})
_XML = ".xml"


def read_register(path: Path, kind: RegisterKind) -> Contents:
    """The rows of the register at ``path``, a file or a folder of XML files. Raises ReadError where nothing can be read at all."""
    if path.is_dir():
        return _folder(path, kind)
    raw = _bytes(path, Limits.current().text)
    digest = hashlib.sha256(raw).hexdigest()
    if path.suffix.lower() == _XML or raw.lstrip()[:1] == b"<":
        return _contents(digest, xml_rows([(path.name, parse(raw, str(path)))], _shape(kind, path)))
    text = decode(raw, str(path)).lstrip("\ufeff").replace("\x00", "\ufffd")
    if not text.strip():
        raise ReadError(str(path), "empty", "The file is empty.")
    if path.suffix.lower() in _TABLES or text.lstrip()[:1] not in ("{", ""):
        return _contents(digest, csv_rows(text, kind.columns, str(path)), header_of(text))
    return _contents(digest, json_rows(text, kind.columns))


def _folder(path: Path, kind: RegisterKind) -> Contents:
    """All XML files below a folder, in order of name: the sum is over their names and bytes."""
    shape = _shape(kind, path)
    files = sorted(p for p in path.rglob("*") if p.suffix.lower() == _XML and p.is_file() and not p.name.startswith("."))
    if not files:
        raise ReadError(str(path), "empty_folder", "The folder holds no XML files; give a file of JSON lines or CSV as a file.")
    if len(files) > MOST_FILES:
        raise ReadError(str(path), "too_many", f"The folder holds more than {MOST_FILES} XML files.")
    whole = hashlib.sha256()
    parsed = []
    problems: list[RowProblem] = []
    left = Limits.current().file
    for file in files:
        name = file.relative_to(path).as_posix().encode("utf-8", "backslashreplace").decode()
        raw = _bytes(file, left)
        left -= len(raw)
        whole.update(f"{name}\n{len(raw)}\n".encode() + raw)
        try:
            parsed.append((name, parse(raw, name)))
        except ReadError as error:
            problems.append(RowProblem(name, error.advice))
    held = _contents(whole.hexdigest(), xml_rows(parsed, shape))
    return Contents(held.sha256, held.rows, (*problems, *held.problems))


def _contents(digest: str, found: Iterable[Row | RowProblem], header: str = "") -> Contents:
    every = list(found)
    rows = tuple(one for one in every if isinstance(one, Row))
    return Contents(digest, rows, tuple(one for one in every if isinstance(one, RowProblem)), header)


def _shape(kind: RegisterKind, path: Path) -> XmlShape:
    if kind.xml is None:
        raise ReadError(str(path), "no_xml", f"The kind {kind.name} says nothing of XML; give JSON lines or CSV.")
    return kind.xml


def _bytes(path: Path, most: int) -> bytes:
    try:
        if not path.is_file():
            raise ReadError(str(path), "missing", "There is no such file or folder.")
        if path.stat().st_size > most:
            raise ReadError(str(path), "too_large", "It is larger than what may be read at once; set DETENTE_MAX_MB to allow more.")
        return path.read_bytes()
    except OSError as error:
        raise ReadError(str(path), "unreadable", f"It cannot be read: {error.strerror}.") from error
