"""What every command prints with: results on stdout, everything else on stderr."""

from __future__ import annotations

import os
import shutil
import sys
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from rich.console import Console

_UNBOUNDED = 10_000
"""Columns for output that goes to a file or a pipe: lines are never wrapped there."""


def note(text: str) -> None:
    """A message for the person at the keyboard, on stderr."""
    from detente.publish.plain import one_line

    click.echo(one_line(text), err=True)


def print_json(value: Any) -> None:
    """``value`` as JSON on stdout, indented on a terminal."""
    from detente.publish.data import dumps, plain

    click.echo(dumps(plain(value), indent=2 if sys.stdout.isatty() else None))


def write(text: str, place: str | None) -> None:
    """``text`` to the file ``place``, or to stdout where ``place`` is None or ``-``; as ``write_bytes`` writes."""
    if place is None or place == "-":
        click.echo(text, nl=not text.endswith("\n"))
        return
    write_bytes(text.encode(), place)


def write_bytes(data: bytes, place: str) -> None:
    """``data`` to the file ``place``.

    A file is replaced in one step, so that nobody ever reads half a page; what is no plain file (a device, a pipe, a link) is
    written through.
    """
    from pathlib import Path

    target = Path(place)
    if target.is_symlink() or (target.exists() and not target.is_file()):
        target.write_bytes(data)
        note(f"wrote {target}")
        return
    draft = target.with_name(f"{target.name}.{os.getpid()}.part")
    try:
        draft.write_bytes(data)
        draft.replace(target)
    finally:
        draft.unlink(missing_ok=True)
    note(f"wrote {target}")


def rich_console() -> Console:
    """A console on stdout: as wide as the terminal, plain and unwrapped where there is none, without colour under NO_COLOR."""
    from rich.console import Console

    terminal = sys.stdout.isatty()
    width = shutil.get_terminal_size().columns if terminal else _UNBOUNDED
    return Console(file=sys.stdout, width=width, highlight=False, markup=False, emoji=False, soft_wrap=False, force_terminal=terminal)
