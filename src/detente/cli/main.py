"""The ``detente`` command."""

from __future__ import annotations

import json
import sys

import click


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="detente")
def main() -> None:
    """Read what has been written about how two parties get on, and keep the sourced record of it."""


@main.command()
@click.argument("paths", nargs=-1)
@click.option("--jsonl", is_flag=True, help="Input is JSON lines: {id, text, published?}.")
@click.option("--only", type=click.Choice(["times"]), help="Print times alone.")
@click.option("--with-text", is_flag=True, help="Print the text that offsets refer to.")
def extract(paths: tuple[str, ...], jsonl: bool, only: str | None, with_text: bool) -> None:
    """Print what each document says, one JSON object a line."""
    import hashlib

    from detente.model.document import Document
    from detente.pipeline import analyse, read_times
    from detente.publish.extraction import extraction_json
    from detente.read.sources import expand, read

    documents = []
    if jsonl:
        for line in sys.stdin:
            row = json.loads(line)
            digest = hashlib.sha256(row["text"].encode()).hexdigest()
            documents.append(Document(id=row["id"], path=None, sha256=digest, text=row["text"]))
    else:
        for path in expand(paths):
            documents.extend(read(path))
    for document in documents:
        answer = (read_times if only == "times" else analyse)(document)
        click.echo(json.dumps(extraction_json(answer, with_text), ensure_ascii=False))
