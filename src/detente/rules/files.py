"""Opening the shipped data files, wherever the package is installed (a folder or a zipped wheel)."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from importlib.resources import files
from typing import Any

import yaml

from detente.model.errors import DataError


def read_text(name: str) -> str:
    """The text of ``data/<name>``. Raises DataError when there is none."""
    try:
        return files("detente").joinpath("data", *name.split("/")).read_text(encoding="utf-8")
    except FileNotFoundError as error:
        raise DataError(f"data/{name} is missing from the installation; install detente again") from error


def read_yaml(name: str) -> Any:
    """``data/<name>`` parsed as YAML. Raises DataError naming the file and the line."""
    try:
        return yaml.load(read_text(name), Loader=yaml.CSafeLoader)
    except yaml.YAMLError as error:
        raise DataError(f"data/{name}: {error}") from error


def read_csv(name: str) -> Iterator[Mapping[str, str]]:
    """The rows of ``data/<name>`` by column name; lines that start with ``#`` are remarks."""
    lines = (line for line in io.StringIO(read_text(name)) if not line.startswith("#"))
    yield from csv.DictReader(lines)


def names_in(folder: str, suffix: str) -> list[str]:
    """The files of ``data/<folder>`` that end in ``suffix``, as ``<folder>/<file>``, sorted."""
    place = files("detente").joinpath("data", *folder.split("/"))
    return sorted(f"{folder}/{entry.name}" for entry in place.iterdir() if entry.name.endswith(suffix))
