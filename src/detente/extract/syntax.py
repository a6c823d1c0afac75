"""Sentences parsed by spaCy's small English model, loaded on first use and only with the weights that are pinned.

Parsing is the dearest step of extraction, so callers hand over only the sentences that may tell something (see ``events.gate``), all of a
document at once. Offsets stay those of the stored text: what is parsed has exactly as many characters as what is stored.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterable
from functools import cache
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from detente.model.errors import ModelError
from detente.rules.language_model import LanguageModel, language_model

BATCH = 64
"""Sentences parsed together: from 32 on, larger batches were no faster on two cores (measured on 2,000 sentences of the press corpus)."""

LONGEST = 2000
"""Characters of a sentence that is still parsed. Longer ones are tables or lists run together, and their parses were of no use."""

_PLAIN = str.maketrans(
    {
        "’": "'",
        "‘": "'",
        "“": '"',
        "”": '"',
        "«": '"',
        "»": '"',
        "\n": " ",
        "\r": " ",
        "\t": " ",
        "\xa0": " ",
        "\xad": "-",
        "‐": "-",
        "‑": "-",
        "–": "-",
    }
)
"""Characters the model was not trained on, each for one that it was: one for one, so that offsets hold."""

_PREFIX = re.compile(r"\b(re|co)-(?=[a-z])", re.IGNORECASE)
"""Prefixes that are not words of their own: the hyphen behind them is made one that the tokenizer does not cut at."""

_NOTE = re.compile(r"\[[0-9]{1,3}\]")
"""The mark of a note, which stands where a space would and is read as part of the word before it: "soldiers[2] crossed"."""

_ENTRY = re.compile(r"\A((?:[A-Z][a-z]{2,8}\.? )?[0-9][-0-9A-Za-z., ]{0,22}):(?=\s)")
"""The date that opens an entry of a list. With a comma after it, it is read as a circumstance of what follows and not as a clause."""


def parse(sentences: Iterable[str]) -> list[Doc]:
    """Each sentence with its grammar, in the order given. Raises ModelError when the model is missing or is not the pinned one."""
    texts = [_plain(text[:LONGEST]) for text in sentences]
    return list(_pipeline().pipe(texts, batch_size=BATCH))


def _plain(text: str) -> str:
    """The text as the model is used to reading it, with as many characters."""
    text = _PREFIX.sub("\\1‑", text.translate(_PLAIN))
    return _NOTE.sub(lambda note: " " * len(note[0]), _ENTRY.sub("\\1,", text))


@cache
def _pipeline() -> Language:
    wanted = language_model()
    for package in wanted.packages:
        folder = _folder(package, wanted)
        if folder is not None:
            verify(folder, wanted)
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # spaCy warns of other patch versions; the weights were just checked
                return spacy.load(folder, exclude=list(wanted.exclude))
    raise ModelError(f"no language model is installed; one of {', '.join(wanted.packages)} {wanted.version} is needed (run `make setup`)")


def _folder(package: str, wanted: LanguageModel) -> Path | None:
    """Where the package keeps its model, or None when it is not installed in the wanted version."""
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        return None
    try:
        installed = version(package)
    except PackageNotFoundError:
        installed = wanted.version
    folder = Path(spec.origin).parent / f"{package}-{installed}"
    return folder if installed == wanted.version and folder.is_dir() else None


def verify(folder: Path, wanted: LanguageModel) -> None:
    """Raise ModelError naming the first file of ``folder`` whose bytes are not the pinned ones."""
    for name, digest in wanted.files.items():
        file = folder / name
        if not file.is_file():
            raise ModelError(f"{file} is missing: the language model is incomplete; install it again (run `make setup`)")
        if sha256(file.read_bytes()).hexdigest() != digest:
            raise ModelError(f"{file} is not the pinned file: another model would give other results; install it again (run `make setup`)")
