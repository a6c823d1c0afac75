"""What kind of file some bytes are: by their first bytes, and by the name only where those leave it open."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import PurePath

from detente.model.errors import ReadError

PLAIN, MARKDOWN, HTML, PDF, MAIL, LINES = (
    "text/plain",
    "text/markdown",
    "text/html",
    "application/pdf",
    "message/rfc822",
    "application/jsonl",
)
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

_BY_NAME = {
    ".txt": PLAIN, ".text": PLAIN, ".md": MARKDOWN, ".markdown": MARKDOWN, ".htm": HTML, ".html": HTML, ".xhtml": HTML,
    ".eml": MAIL, ".jsonl": LINES, ".ndjson": LINES,
}  # fmt: skip
_NOT_DOCUMENTS = (
    ".json",
    ".csv",
    ".tsv",
    ".xml",
    ".yaml",
    ".yml",
    ".toml",
    ".ini",
    ".cfg",
    ".py",
    ".js",
    ".css",
    ".ts",
    ".sh",
    ".sql",
    ".svg",
    ".log",
    ".bib",
    ".tex",
    ".ics",
    ".vcf",
    ".srt",
    ".geojson",
    ".lock",
)
_MAGIC = (
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office file (.doc, .xls, .msg)"),
    (b"{\\rtf", "a Rich Text file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"Rar!", "a RAR archive"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3", "a database"),
)
_HTML_START = re.compile(rb"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)?<(?:!doctype\s+html|html|head|body)\b", re.I | re.S)
_MAIL_START = re.compile(
    rb"(?:(?:From|Received|Return-Path|Date|Subject|Message-ID|MIME-Version|To|Delivered-To|X-[\w-]+): ?.+\r?\n(?:[ \t].+\r?\n)*){3}", re.I
)
_PDF_WITHIN = 1024
"""Readers accept a PDF whose header stands anywhere in this many bytes."""
ADVICE = "Save it as text, HTML, DOCX or PDF and give that file."


def is_large_format(name: str, head: bytes) -> bool:
    """Whether the file is of a kind that may be larger than its text (PDF, DOCX)."""
    return (
        b"%PDF-" in head[:_PDF_WITHIN]
        or head.startswith(b"PK\x03\x04")
        or PurePath(name).suffix.lower() in (".pdf", ".docx", ".jsonl", ".ndjson")
    )


def media_type(name: str, raw: bytes, path: str) -> str:
    """The kind of file ``raw`` is. Raises ReadError naming why it is none that detente reads."""
    suffix = PurePath(name).suffix.lower()
    if b"%PDF-" in raw[:_PDF_WITHIN]:
        return PDF
    if raw.startswith(b"PK\x03\x04"):
        return _zip_type(raw, suffix, path)
    if raw.startswith(_MAGIC[0][0]) and "EncryptedPackage".encode("utf-16-le") in raw:
        raise ReadError(path, "encrypted", "The document is locked with a password. Save a copy without one.")
    for magic, what in _MAGIC:
        if raw.startswith(magic):
            raise ReadError(path, "unsupported", f"This is {what}. {ADVICE}")
    if suffix in (".pdf", ".docx"):
        raise ReadError(path, "damaged", f"The name says {suffix[1:].upper()} but the file does not begin like one. Fetch it again.")
    if suffix in _NOT_DOCUMENTS:
        raise ReadError(path, "unsupported", f"{suffix} files are not read as documents. {ADVICE}")
    return _BY_NAME.get(suffix) or _by_content(raw)


def _by_content(raw: bytes) -> str:
    head = raw[:4096].removeprefix(b"\xef\xbb\xbf")
    if _HTML_START.match(head):
        return HTML
    return MAIL if _MAIL_START.match(head) else PLAIN


def _zip_type(raw: bytes, suffix: str, path: str) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError) as error:
        reason = "The file is cut short or damaged. Fetch it again."
        raise ReadError(path, "damaged" if suffix == ".docx" else "unsupported", reason) from error
    if "word/document.xml" in names:
        return DOCX
    raise ReadError(path, "unsupported", f"This is an archive or another Office format. {ADVICE}")
