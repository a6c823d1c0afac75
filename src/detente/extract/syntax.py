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

_ENTRY = re.compile(r"\A((?:[A-Z][a-z]{2,8}\.? )?[0-9][-0-9A-Za-z., ]{0,22}):\s+(?=\S)")
"""The date that opens an entry of a list. The model takes what follows for a heading, so that is parsed by itself (see ``_under_date``)."""


def parse(sentences: Iterable[str]) -> list[Doc]:
    """Each sentence with its grammar, in the order given. Raises ModelError when the model is missing or is not the pinned one."""
    texts = [_plain(text[:LONGEST]) for text in sentences]
    heads = [match[0] if (match := _ENTRY.match(text)) else "" for text in texts]
    docs = _pipeline().pipe((text[len(head) :] for text, head in zip(texts, heads, strict=True)), batch_size=BATCH)
    return [_under_date(head, doc) if head else doc for head, doc in zip(heads, docs, strict=True)]


def _under_date(head: str, told: Doc) -> Doc:
    """The parse of an entry's words with its date put back before them, as a circumstance of their main verb."""
    dated = _pipeline().make_doc(head)
    first = len(dated)
    root = next((t.i for t in told if t.dep_ == "ROOT"), 0) + first
    tokens = [*dated, *told]
    return Doc(
        told.vocab,
        words=[t.text for t in tokens],
        spaces=[bool(t.whitespace_) for t in tokens],
        tags=["CD"] * first + [t.tag_ for t in told],
        pos=["NUM"] * first + [t.pos_ for t in told],
        lemmas=[t.text for t in dated] + [t.lemma_ for t in told],
        heads=[root if i == 0 else 0 for i in range(first)] + [t.head.i + first for t in told],
        deps=["npadvmod"] + ["dep"] * (first - 1) + [t.dep_ for t in told],
    )


def _plain(text: str) -> str:
    """The text as the model is used to reading it, with as many characters."""
    text = _PREFIX.sub("\\1‑", text.translate(_PLAIN))
    return _NOTE.sub(lambda note: " " * len(note[0]), text)


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
