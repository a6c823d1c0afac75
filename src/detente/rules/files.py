"""Opening the shipped data files, wherever the package is installed (a folder or a zipped wheel)."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping
from importlib.resources import files
from typing import Any

import yaml

from detente.model.errors import DataError

_TRUTH = "tag:yaml.org,2002:bool"


def read_text(name: str) -> str:
    """The text of ``data/<name>``. Raises DataError when there is none."""
    try:
        return files("detente").joinpath("data", *name.split("/")).read_text(encoding="utf-8")
    except FileNotFoundError as error:
        raise DataError(f"data/{name} is missing from the installation; install detente again") from error


class _Loader(yaml.CSafeLoader):
    """YAML in which only ``true`` and ``false`` are truth values, as in its version 1.2: "on", "off", "yes" and "no" are words."""


_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in found if tag != _TRUTH] for first, found in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}
_Loader.add_implicit_resolver(_TRUTH, re.compile(r"(?:true|True|TRUE|false|False|FALSE)\Z"), list("tTfF"))


def read_yaml(name: str) -> Any:
    """``data/<name>`` parsed as YAML. Raises DataError with the file and the line, or the key where a truth value stands for a word."""
    return parse_yaml(read_text(name), f"data/{name}")


def parse_yaml(text: str, where: str) -> Any:
    """``text`` parsed as YAML; only bare ``true`` and ``false`` are truth values. Raises DataError with ``where`` and what is wrong."""
    try:
        data = yaml.load(text, Loader=_Loader)  # noqa: S506 - derived from the safe loader, it only reads fewer words as truth values
    except yaml.YAMLError as error:
        raise DataError(f"{where}: {error}") from error
    _refuse_truth(data, where, "the top")
    return data


def flag(entry: Mapping[str, Any], name: str, where: str) -> bool:
    """Whether ``name`` is set in an entry. Raises DataError for anything but true or false: "no" would count as yes."""
    value = entry.get(name, False)
    if not isinstance(value, bool):
        raise DataError(f"{where}: {name}: {value!r} is neither true nor false")
    return value


def _refuse_truth(data: Any, where: str, key: str) -> None:
    """Raises DataError where a truth value or nothing is a key or stands in a list: there a word was meant, and it wants quotes."""
    if isinstance(data, dict):
        for name, value in data.items():
            if isinstance(name, bool) or name is None:
                raise DataError(f"{where}: {key}: a key is read as {name}; put the word in quotes")
            _refuse_truth(value, where, str(name))
    elif isinstance(data, list):
        for item in data:
            if isinstance(item, bool) or item is None:
                raise DataError(f"{where}: {key}: a word of the list is read as {item}; put it in quotes")
            _refuse_truth(item, where, key)


def read_csv(name: str) -> Iterator[Mapping[str, str]]:
    """The rows of ``data/<name>`` by column name; lines that start with ``#`` are remarks."""
    lines = (line for line in io.StringIO(read_text(name)) if not line.startswith("#"))
    yield from csv.DictReader(lines)


def names_in(folder: str, suffix: str) -> list[str]:
    """The files of ``data/<folder>`` that end in ``suffix``, as ``<folder>/<file>``, sorted."""
    place = files("detente").joinpath("data", *folder.split("/"))
    return sorted(f"{folder}/{entry.name}" for entry in place.iterdir() if entry.name.endswith(suffix))
