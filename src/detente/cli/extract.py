"""``detente extract``: what each document says, for programs."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from detente.cli.console import note
from detente.cli.options import worker_count, workers_option
from detente.cli.progress import Progress
from detente.model.errors import UsageError

if TYPE_CHECKING:
    from detente.model.reading import Extraction
    from detente.pipeline.streaming import Problem

_STDIN = "-"


@click.command("extract")
@click.argument("paths", nargs=-1, metavar="PATH...")
@click.option("--jsonl", is_flag=True, help='Input is JSON lines: {"id", "text", "published"?}. Without PATH they come from stdin.')
@click.option("--only", type=click.Choice(["times"]), help="Print the times alone, and do nothing else.")
@click.option("--with-text", is_flag=True, help="Print with each document the text that its offsets refer to.")
@workers_option
@click.pass_context
def command(ctx: click.Context, paths: tuple[str, ...], jsonl: bool, only: str | None, with_text: bool, workers: int | None) -> None:
    """Print what each document says as JSON lines.

    One object a document, in the order they were named. PATH is a file, a folder, a glob, or - for stdin. A file that cannot be
    read is named on stderr with the reason, the rest are read, and the exit code is 1. Lines from stdin are read by one worker
    unless --workers says otherwise, so that each is answered before the next is waited for.
    """
    from detente.pipeline.streaming import Problem
    from detente.publish.data import dumps
    from detente.publish.extraction import extraction_json

    refused = 0
    with Progress("read") as progress:
        for answer in _answers(paths, jsonl, only is not None, workers):
            progress.clear()
            if isinstance(answer, Problem):
                refused += 1
                note(str(answer))
            else:
                click.echo(dumps(extraction_json(answer, with_text)))
            if not sys.stdout.isatty():
                progress.step()
    if refused:
        note(f"{refused} could not be read")
        ctx.exit(1)


def _answers(paths: tuple[str, ...], jsonl: bool, only_times: bool, workers: int | None) -> Iterator[Extraction | Problem]:
    from detente.pipeline.streaming import extract_files, extract_lines

    if not jsonl:
        if not paths:
            raise UsageError("name the files or folders to read, or - for stdin: detente extract FILE...")
        yield from extract_files(paths, workers=worker_count(workers), only_times=only_times)
        return
    for path in paths or (_STDIN,):
        count = workers or 1 if path == _STDIN else worker_count(workers)
        yield from extract_lines(_lines(path), workers=count, only_times=only_times, path=path)


def _lines(path: str) -> Iterable[str]:
    """The lines of a file or of stdin. Bytes that are no UTF-8 become lone surrogates, which the reader replaces one for one."""
    if path == _STDIN:
        for raw in sys.stdin.buffer:
            yield raw.decode("utf-8", "surrogateescape").removeprefix("\ufeff")
        return
    with Path(path).open(encoding="utf-8-sig", errors="surrogateescape", newline="\n") as file:
        yield from file
