"""Which language model may be used and what its files must be: pins kept as data, so that results do not drift unseen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from detente.rules.files import read_yaml

FILE = "patterns/en/model.yaml"


@dataclass(frozen=True, slots=True)
class LanguageModel:
    """The packages that may hold the model, and the sha256 of each file of it that is used."""

    packages: tuple[str, ...]
    version: str
    exclude: tuple[str, ...]
    files: Mapping[str, str]


@cache
def language_model() -> LanguageModel:
    """The pinned English model."""
    data = read_yaml(FILE)
    return LanguageModel(tuple(data["packages"]), str(data["version"]), tuple(data["exclude"]), dict(data["files"]))
