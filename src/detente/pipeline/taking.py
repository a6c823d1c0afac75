"""One file, from its path to everything it gives: what runs in a worker."""

from __future__ import annotations

import logging
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from detente.model.document import Document
from detente.model.errors import DetenteError, ReadError
from detente.model.reading import Extraction
from detente.store.base import FileEntry, Outcome, TakenFile

log = logging.getLogger(__name__)

_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class Job:
    """A file to take in. Refused ones come with the reason that was found when folders were listed."""

    path: str
    sha256: str | None
    config: str
    reason: str | None = None
    advice: str = ""


def shown(path: str) -> str:
    """``path`` as the record keeps it: bytes of a name that are no text are written out, since no table can hold them."""
    return path.encode("utf-8", "backslashreplace").decode("utf-8")


def take(job: Job) -> TakenFile:
    """Read the file, extract from each of its documents, and say what became of it.

    A fault in one file is kept as that file's outcome. Only what would befall every file (no language model, a damaged data file)
    is raised.
    """
    refused: list[ReadError] = []
    try:
        extractions = [_analysed(document) for document in _read(job, refused)]
        sketches = tuple(_sketch(extraction.document.text) for extraction in extractions)
    except ReadError as error:
        return TakenFile(FileEntry(shown(job.path), job.sha256, job.config, Outcome.REFUSED, error.reason, error.advice))
    except DetenteError:
        raise
    except Exception as error:
        log.debug("%s failed", job.path, exc_info=True)
        said = shown(f"{type(error).__name__}: {error}".split("\n")[0][:300])
        return TakenFile(FileEntry(shown(job.path), job.sha256, job.config, Outcome.FAILED, "error", said))
    parts = tuple(FileEntry(shown(e.path), None, job.config, Outcome.REFUSED, e.reason, e.advice, part_of=shown(job.path)) for e in refused)
    entry = FileEntry(shown(job.path), job.sha256, job.config, Outcome.USED, documents=tuple(e.document.sha256 for e in extractions))
    return TakenFile(entry, tuple(extractions), sketches, parts)


def bytes_sum(path: str) -> str | None:
    """The sha256 of a file's bytes; None where they cannot be read (reading it will say why)."""
    whole = sha256()
    try:
        if not Path(path).is_file():
            return None
        with Path(path).open("rb") as file:
            while chunk := file.read(_CHUNK):
                whole.update(chunk)
    except OSError:
        return None
    return whole.hexdigest()


def _read(job: Job, refused: list[ReadError]) -> list[Document]:
    from detente.read.sources import Source, read

    return read(Source(job.path, job.reason, job.advice), refused.append)


def _analysed(document: Document) -> Extraction:
    """What a document says; it is kept with the layout that was found, so that a quote can be shown with its page and paragraph."""
    from detente.pipeline.extraction import analyse

    extraction = analyse(document)
    return replace(extraction, document=replace(extraction.document, blocks=extraction.layout.blocks))


def _sketch(text: str) -> tuple[int, ...]:
    from detente.reconcile.copies import sketch

    return sketch(text)
