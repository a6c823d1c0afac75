"""A folder that is there wholly or not at all: written beside, then put in place of the one before."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from detente.model.errors import UsageError

MARKER = ".detente-site.json"
"""What marks a folder as ours, and names what in it is. Written first, so that what a killed run left is known by it."""


@contextmanager
def written(target: Path, force: bool = False) -> Iterator[Path]:
    """A new empty folder to be filled; on leaving it takes the place of ``target``, on an error nothing has changed.

    What the old folder holds besides our own files and folders (a version control's folder, a domain's name) is carried over. Raises
    UsageError where ``target`` is a file, or a folder that holds something and that we did not make, unless ``force`` is given.
    """
    target = target.resolve()
    _refuse(target, force)
    _clear(target)
    made = target.with_name(f".{target.name}.new-{os.getpid()}")
    made.mkdir(parents=True)
    try:
        (made / MARKER).write_text("{}\n", encoding="utf-8")
        yield made
        own = sorted({path.name for path in made.iterdir()} - {MARKER})
        (made / MARKER).write_text(json.dumps({"made by": "detente site", "holds": own}, indent=1) + "\n", encoding="utf-8")
        _swap(made, target)
    finally:
        shutil.rmtree(made, ignore_errors=True)


def _refuse(target: Path, force: bool) -> None:
    if target.exists() and not target.is_dir():
        raise UsageError(f"{target} is a file; name a folder for the site")
    if target.is_dir() and not force and any(target.iterdir()) and not (target / MARKER).is_file():
        raise UsageError(f"{target} holds something that detente did not write; name another folder, or add --force to write into it")


def _clear(target: Path) -> None:
    """Put right what killed runs left beside ``target``: a folder that they had put aside comes back, or what in it is not ours."""
    for left in sorted(target.parent.glob(f".{target.name}.old-*")):
        if _runs(left.name.rpartition("-")[2]):
            continue
        if not target.exists():
            left.rename(target)
            continue
        _carry(left, target)
        if (left / MARKER).is_file():
            shutil.rmtree(left)
    for left in sorted(target.parent.glob(f".{target.name}.new-*")):
        if (left / MARKER).is_file() and not _runs(left.name.rpartition("-")[2]):
            shutil.rmtree(left)


def _runs(process: str) -> bool:
    """Whether the run that writes into a folder goes on still, as far as that can be asked without disturbing it."""
    if os.name != "posix":
        return True
    try:
        os.kill(int(process), 0)
    except (ValueError, OverflowError, ProcessLookupError):
        return False
    except PermissionError:
        return True
    return True


def _swap(made: Path, target: Path) -> None:
    aside = target.with_name(f".{target.name}.old-{os.getpid()}")
    if target.exists():
        target.rename(aside)
    try:
        made.rename(target)
    except OSError:
        if aside.exists():
            aside.rename(target)
        raise
    if aside.exists():
        _carry(aside, target)
        shutil.rmtree(aside)


def _carry(old: Path, new: Path) -> None:
    """What in ``old`` is not ours, moved to ``new``; where both have a name, the new one stands."""
    own = _own(old)
    for held in sorted(old.iterdir()):
        if held.name not in own and not (new / held.name).exists():
            held.rename(new / held.name)


def _own(folder: Path) -> frozenset[str]:
    try:
        held = json.loads((folder / MARKER).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return frozenset({MARKER})
    names = held.get("holds", []) if isinstance(held, dict) else []
    return frozenset({MARKER, *(name for name in names if isinstance(name, str))})
