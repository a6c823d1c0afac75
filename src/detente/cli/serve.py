"""``detente serve``: the record in a browser."""

from __future__ import annotations

from pathlib import Path

import click

from detente.cli.options import choose_record, record_option


@click.command("serve")
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on. Beyond this machine people must sign in.")
@click.option("--port", default=8765, show_default=True, type=click.IntRange(0, 65535), help="0 takes any free port.")
@click.option("--open", "browser", is_flag=True, help="Open the first page in the browser.")
@click.option(
    "--name", "names", multiple=True, metavar="HOST", help="A name under which others reach it (behind a proxy). Several may be given."
)
@click.option("--accounts", metavar="FILE", help="Who may sign in; `detente account add` makes it. Needed beyond this machine.")
@click.option("--proxy", default="", metavar="ADDRESS", help="The proxy whose X-Forwarded-For and -Proto are believed, such as 127.0.0.1.")
@record_option
def command(host: str, port: int, browser: bool, names: tuple[str, ...], accounts: str | None, proxy: str, record: str | None) -> None:
    """Show the record in a browser, until Ctrl-C.

    The server answers this machine alone unless --host says otherwise, and then everybody signs in. Nothing is asked of the network.
    """
    from detente.web.serving import serve

    path = Path(choose_record(record))
    people = Path(accounts) if accounts is not None else None
    serve(path, host, port, names=names, accounts=people, proxy=proxy, ready=lambda address: _ready(address, browser))


def _ready(address: str, browser: bool) -> None:
    click.echo(f"The record is at {address} (Ctrl-C ends it)", err=True)
    if browser:
        click.launch(address)
