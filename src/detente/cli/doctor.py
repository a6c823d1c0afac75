"""``detente doctor``: whether this installation can do its work, and what to do where it cannot."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import click

from detente.cli.console import print_json
from detente.cli.options import choose_record, json_option, record_option
from detente.model.errors import DetenteError, RecordError

_REINSTALL = "install detente again (make setup, or pip install --force-reinstall detente)"


@dataclass(frozen=True, slots=True)
class Check:
    """One thing looked at: whether it is well, what was found, and what to do where it is not."""

    name: str
    ok: bool
    found: str
    advice: str = ""


@click.command("doctor")
@record_option
@json_option
@click.pass_context
def command(ctx: click.Context, record: str | None, as_json: bool) -> None:
    """Look over the installation and the record.

    What is wrong comes with what to do about it. The exit code is 1 where something is.
    """
    checks = list(examine(record))
    if as_json:
        print_json({"ok": all(check.ok for check in checks), "checks": checks})
    else:
        _print(checks)
    ctx.exit(0 if all(check.ok for check in checks) else 1)


def examine(record: str | None) -> Iterator[Check]:
    """Every check, one after the other; a failing one does not keep the next from being made."""
    looks: tuple[tuple[str, Callable[[], str], str], ...] = (
        ("python", _python, _REINSTALL),
        ("detente", _version, _REINSTALL),
        ("packages", _packages, _REINSTALL),
        ("language model", _model, _REINSTALL),
        ("data files", _data_files, _REINSTALL),
        ("sqlite", _sqlite, "use a Python whose sqlite3 has FTS5 (those of python.org, Debian and conda have it)"),
        ("output", _encoding, "set PYTHONUTF8=1, or a UTF-8 locale such as LC_ALL=C.UTF-8"),
    )
    for name, look, advice in looks:
        yield _checked(name, look, advice)
    yield _record_check(record)


def _checked(name: str, look: Callable[[], str], advice: str) -> Check:
    try:
        return Check(name, True, look())
    except (DetenteError, ImportError, OSError, RuntimeError, ValueError, LookupError) as error:
        return Check(name, False, str(error) or type(error).__name__, advice)


def _python() -> str:
    import platform

    return f"{platform.python_version()} on {platform.system()} {platform.machine()}"


def _version() -> str:
    from importlib import metadata

    return metadata.version("detente")


def _packages() -> str:
    import re
    from importlib import metadata

    wanted = [line for line in metadata.requires("detente") or [] if "extra ==" not in line]
    names = [re.split(r"[^A-Za-z0-9._-]", line, maxsplit=1)[0] for line in wanted]
    missing = [name for name in names if not _installed(name)]
    if missing:
        raise RuntimeError(f"not installed: {', '.join(missing)}")
    return f"{len(names)} of {len(names)} installed"


def _installed(name: str) -> bool:
    from importlib import metadata

    try:
        metadata.version(name)
    except metadata.PackageNotFoundError:
        return False
    return True


def _model() -> str:
    from detente.extract.syntax import parse
    from detente.rules.language_model import language_model

    parse(["The two ministers met."])
    return f"English {language_model().version}, every file as pinned"


def _data_files() -> str:
    number = 0
    for loader in loaders():
        loader()
        number += 1
    return f"{number} sets load"


def loaders() -> Iterator[Callable[[], Any]]:
    """Every function of ``detente.rules`` that loads a set of data files once: public, remembered, and in want of no argument."""
    from importlib import import_module
    from inspect import signature
    from pkgutil import iter_modules

    import detente.rules

    for found in iter_modules(detente.rules.__path__, "detente.rules."):
        module = import_module(found.name)
        for name, value in sorted(vars(module).items()):
            own = hasattr(value, "cache_clear") and value.__module__ == found.name and not name.startswith("_")
            if own and all(p.default is not p.empty for p in signature(value).parameters.values()):
                yield value


def _sqlite() -> str:
    import sqlite3

    with sqlite3.connect(":memory:") as memory:
        try:
            memory.execute("create virtual table words using fts5(text)")
        except sqlite3.OperationalError as error:
            raise RuntimeError(f"SQLite {sqlite3.sqlite_version} without full-text search: {error}") from error
        finally:
            memory.rollback()
    memory.close()
    return f"SQLite {sqlite3.sqlite_version} with FTS5"


def _encoding() -> str:
    names = sys.getfilesystemencoding()
    if names.lower().replace("-", "") != "utf8":
        raise RuntimeError(f"file names are read as {names}")
    return f"{sys.stdout.encoding}, file names {names}"


def _record_check(given: str | None) -> Check:
    try:
        place = choose_record(given)
    except RecordError as error:
        return Check(
            "record", given is None, "none here" if given is None else str(error), "" if given is None else "give the right --record"
        )
    return _checked("record", lambda: _record(str(place)), "restore it from a copy, or build it again from the documents")


def _record(place: str) -> str:
    from detente.ask.record import open_record
    from detente.publish.words import counted

    with open_record(place) as record:
        problems = list(record.problems())
        if problems:
            raise RecordError(f"{place}: {problems[0]}" + (f" (and {len(problems) - 1} more)" if problems[1:] else ""))
        counts = record.counts()
        documents, facts = counts["document"], counts["fact"]
    return f"{place}: {counted(documents, 'document')}, {counted(facts, 'fact')}"


def _print(checks: list[Check]) -> None:
    from detente.cli.tables import Cell, table

    rows: list[list[Cell]] = []
    for check in checks:
        mark: Cell = ("ok", "green") if check.ok else ("WRONG", "red")
        rows.append([mark, check.name, f"{check.found}: {check.advice}" if check.advice else check.found])
    table(rows, flexible=2)
