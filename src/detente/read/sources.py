"""Which files a command line names, and the one way to read any of them."""

from __future__ import annotations

import glob
import hashlib
import os
import stat
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from detente.model.document import Document, PublishedBasis
from detente.model.errors import ReadError
from detente.read.content import Content
from detente.read.decode import decode
from detente.read.html import read_html
from detente.read.jsonl import read_jsonl
from detente.read.language import language_of
from detente.read.limits import VARIABLE, Limits
from detente.read.mail import read_mail
from detente.read.markdown import read_markdown
from detente.read.pdf import read_pdf
from detente.read.plain import read_plain
from detente.read.report import log_error
from detente.read.sniff import DOCX, HTML, LINES, MAIL, MARKDOWN, PDF, PLAIN, is_large_format, media_type
from detente.read.word import read_docx

STANDARD_INPUT = "-"
_MAIL_DEPTH = 4
"""A message in a message in a message: deeper is no correspondence."""
_HEAD = 1024
_READERS: dict[str, Callable[[bytes, str], Content]] = {
    PLAIN: read_plain,
    MARKDOWN: read_markdown,
    HTML: read_html,
    PDF: read_pdf,
    DOCX: read_docx,
    MAIL: read_mail,
}
"""One reader for each format; each imports the library it needs when first called."""


@dataclass(frozen=True, slots=True)
class Source:
    """A file to read, or the reason why what was named is none."""

    path: str
    reason: str | None = None
    advice: str = ""

    def __str__(self) -> str:
        return self.path


def expand(paths: Iterable[str | Path]) -> Iterator[Source]:
    """Every file that ``paths`` (files, folders, globs, ``-``) name, each once; folders in order of name, hidden files left out.

    What cannot be read as named (a missing file, a loop of links) comes as a Source with a reason, which ``read`` raises.
    """
    seen: set[str] = set()
    for path in map(str, paths):
        for source in _named(path):
            key = str(Path(source.path).absolute()) if source.path != STANDARD_INPUT else STANDARD_INPUT
            if key not in seen:
                seen.add(key)
                yield _speakable(source)


def _speakable(source: Source) -> Source:
    """A name that is no valid UTF-8 can be neither printed nor stored: such a file is refused under the nearest name that can."""
    shown = source.path.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    return source if shown == source.path else Source(shown, "bad_name", "Its name is not valid UTF-8; rename it.")


def _named(path: str) -> Iterator[Source]:
    if path == STANDARD_INPUT or os.path.lexists(path):
        yield from _walk(Path(path)) if path != STANDARD_INPUT and Path(path).is_dir() else [Source(path)]
        return
    matches = sorted(glob.glob(path, recursive=True)) if glob.has_magic(path) else []  # noqa: PTH207 - Path.glob takes no absolute pattern
    if not matches:
        yield Source(path, "missing", "There is no such file or folder.")
    for match in matches:
        yield from _named(match)


def _walk(top: Path) -> Iterator[Source]:
    """The files below ``top``. Each real folder is entered once, so links cannot loop or multiply."""
    entered: set[tuple[int, int]] = set()
    found = 0
    for source in _folder(top, entered, ()):
        found += 1
        yield source
    if not found:
        yield Source(str(top), "empty_folder", "The folder holds no files to read.")


def _folder(folder: Path, entered: set[tuple[int, int]], above: tuple[tuple[int, int], ...]) -> Iterator[Source]:
    try:
        about = folder.stat()
        names = sorted(entry.name for entry in folder.iterdir())
    except OSError as error:
        yield Source(str(folder), "unreadable", f"The folder cannot be opened: {error.strerror}.")
        return
    here = (about.st_dev, about.st_ino)
    if here in above:
        yield Source(str(folder), "link_loop", "The link leads back to a folder above it; its files are read once.")
        return
    if here in entered:
        return
    entered.add(here)
    for name in names:
        if name.startswith((".", "~$")):
            continue
        place = folder / name
        if place.is_dir():
            yield from _folder(place, entered, (*above, here))
        else:
            yield Source(str(place))


def read(source: Source | Path | str, on_error: Callable[[ReadError], None] = log_error) -> list[Document]:
    """The documents in one file: one, or more for a mail with attachments and for JSON lines.

    Raises ReadError when the file itself is refused or fails. A part that fails (an attachment, a line) goes to ``on_error`` and
    the other parts are still read.
    """
    source = source if isinstance(source, Source) else Source(str(source))
    if source.reason is not None:
        raise ReadError(source.path, source.reason, source.advice)
    raw = _bytes(source.path)
    return _documents(raw, source.path, source.path, on_error, 0)


def _documents(raw: bytes, name: str, path: str, on_error: Callable[[ReadError], None], depth: int) -> list[Document]:
    if not raw.strip():
        raise ReadError(path, "empty", "The file is empty.")
    kind = media_type(name, raw, path)
    if kind == LINES:
        return list(read_jsonl(decode(raw, path).split("\n"), on_error, path))
    content = _READERS[kind](raw, path)
    if not content.text.strip():
        raise ReadError(path, "empty", "The file holds no words.")
    documents = [_finish(content, raw, path)]
    for part in content.parts:
        place = f"{path}!{part.name}"
        try:
            if depth >= _MAIL_DEPTH:
                raise ReadError(place, "too_deep", "Mails are nested too deeply.")
            documents.extend(_documents(part.raw, part.name, place, on_error, depth + 1))
        except ReadError as error:
            on_error(error)
    return documents


def _finish(content: Content, raw: bytes, path: str) -> Document:
    digest = hashlib.sha256(raw).hexdigest()
    return Document(
        id=digest[:16],
        path=path,
        sha256=digest,
        text=content.text,
        title=content.title,
        title_span=content.title_span,
        outlet=content.outlet,
        published=content.published,
        published_basis=PublishedBasis.METADATA if content.published is not None else None,
        language=language_of(content.text),
        media_type=content.media_type,
        blocks=content.blocks,
    )


def _bytes(path: str) -> bytes:
    """The bytes of a file, its size checked before it is read."""
    limits = Limits.current()
    if path == STANDARD_INPUT:
        raw = sys.stdin.buffer.read(limits.text + 1)
        _check_size(path, len(raw), limits.text)
        return raw
    try:
        about = Path(path).stat()
        if not stat.S_ISREG(about.st_mode):
            raise ReadError(path, "not_a_file", "This is not a regular file.")
        with Path(path).open("rb") as file:
            head = file.read(_HEAD)
            limit = limits.file if is_large_format(path, head) else limits.text
            _check_size(path, about.st_size, limit)
            raw = head + file.read(limit + 1 - len(head))
    except FileNotFoundError as error:
        raise ReadError(path, "missing", "There is no such file (or the link leads nowhere).") from error
    except PermissionError as error:
        raise ReadError(path, "unreadable", "You have no permission to read it.") from error
    except OSError as error:
        raise ReadError(path, "unreadable", f"It cannot be read: {error.strerror}.") from error
    _check_size(path, len(raw), limit)
    return raw


def _check_size(path: str, size: int, limit: int) -> None:
    if size > limit:
        megabytes = limit // (1024 * 1024)
        raise ReadError(path, "too_large", f"It is larger than {megabytes} MB; split it, or set {VARIABLE} to allow more.")
