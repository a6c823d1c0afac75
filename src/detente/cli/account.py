"""``detente account``: who may ask a server that listens beyond this machine."""

from __future__ import annotations

from pathlib import Path

import click

FILE = click.option("--accounts", "file", required=True, metavar="FILE", help="The file that keeps the accounts.")


@click.group("account")
def command() -> None:
    """Let people in to a server that others can reach.

    Each person has a token and a role: a reader looks, a reviewer decides too, an owner may do all. The file keeps hashes alone.
    """


@command.command("add")
@click.argument("name")
@click.option("--role", type=click.Choice(["reader", "reviewer", "owner"]), default="reader", show_default=True, help="What they may do.")
@FILE
def add(name: str, role: str, file: str) -> None:
    """Take in NAME, or give them a new token; it is printed once and kept nowhere."""
    from detente.web.accounts import Accounts, Role

    token = Accounts(Path(file)).add(name, Role(role))
    click.echo(token)
    click.echo(f"This is the token of {name}. It is not shown again; give it to them on a safe way.", err=True)


@command.command("remove")
@click.argument("name")
@FILE
def remove(name: str, file: str) -> None:
    """Take NAME off; a running server lets them in no more."""
    from detente.web.accounts import Accounts

    Accounts(Path(file)).remove(name)
    click.echo(f"{name} was taken off.", err=True)


@command.command("list")
@FILE
def list_(file: str) -> None:
    """List who has an account, and as what."""
    from detente.web.accounts import Accounts

    for account in Accounts(Path(file)).all():
        click.echo(f"{account.role.value:10}{account.name}")
