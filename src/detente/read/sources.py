"""Which files a command line names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from detente.model.document import Document


def expand(paths: Iterable[str]) -> Iterator[Path]:
    """Every file that ``paths`` (files, folders, globs) name, in order, each once."""
    for path in paths:
        place = Path(path)
        yield from sorted(p for p in place.rglob("*") if p.is_file()) if place.is_dir() else [place]


def read(path: Path) -> list[Document]:
    """The documents in one file. Raises ReadError."""
    import hashlib

    raw = path.read_bytes()
    text = raw.decode("utf-8")
    digest = hashlib.sha256(raw).hexdigest()
    return [Document(id=digest[:16], path=str(path), sha256=digest, text=text)]
