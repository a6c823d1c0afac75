"""Options that several commands share, and how their words become values."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from detente.model.errors import RecordError, UsageError

if TYPE_CHECKING:
    from detente.model.edtf import Edtf

RECORD_VARIABLE = "DETENTE_RECORD"
RECORD_SUFFIX = ".detente"

F = TypeVar("F", bound=Callable[..., Any])


def json_option(function: F) -> F:
    """``--json``: the same answer for programs."""
    return click.option("--json", "as_json", is_flag=True, help="Print JSON instead of a table.")(function)


def record_option(function: F) -> F:
    """``--record``: which record to read."""
    said = f"The record to read. Default: ${RECORD_VARIABLE}, else the only *{RECORD_SUFFIX} file here."
    return click.option("--record", "record", type=click.Path(dir_okay=False), metavar="FILE", help=said)(function)


def workers_option(function: F) -> F:
    """``--workers``: how many processes read documents."""
    said = "Processes that read documents at the same time. Default: one for each core."
    return click.option("--workers", type=click.IntRange(1, 256), metavar="N", default=None, help=said)(function)


def choose_record(given: str | None) -> Path:
    """The record a command is about. Raises RecordError that says which files there are when the choice is not clear."""
    named = given or os.environ.get(RECORD_VARIABLE)
    if named:
        if not Path(named).is_file():
            origin = "" if given else f" (named by {RECORD_VARIABLE})"
            raise RecordError(f"there is no record {named}{origin}; make one with: detente build FOLDER --between A B --record {named}")
        return Path(named)
    here = sorted(Path().glob(f"*{RECORD_SUFFIX}"))
    if len(here) == 1:
        return here[0]
    if not here:
        raise RecordError(
            f"no record given and no *{RECORD_SUFFIX} file here; name one with --record FILE, "
            "or make one with: detente build FOLDER --between A B --record FILE"
        )
    names = ", ".join(path.name for path in here)
    raise RecordError(f"there are {len(here)} records here ({names}); say which with --record FILE")


def date(text: str | None, option: str) -> Edtf | None:
    """An option's date, as coarse as it was given. Raises UsageError with the forms that are understood."""
    from detente.model.edtf import Edtf

    if text is None:
        return None
    try:
        return Edtf.parse(text.strip())
    except ValueError as error:
        raise UsageError(f"{option} {text}: not a date; write 2023, 2023-09 or 2023-09-10") from error


def worker_count(given: int | None) -> int:
    """How many processes to use: as told, else as many as this process may run on."""
    if given is not None:
        return given
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
