"""``detente review``: what most needs a decision, one question after the other, from the keyboard."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from detente.cli.console import note, print_json
from detente.cli.options import choose_record, json_option, record_option
from detente.model.errors import UsageError

if TYPE_CHECKING:
    from detente.ask.evidence import Library
    from detente.ask.review import Proposal, Sitting

_ALWAYS = (("s", "skip"), ("u", "undo"), ("w", "write why"), ("q", "quit"))
"""Keys that stand under every question, beside those of its own answers."""

_QUESTIONS = {
    "orphan": "This ruling is about nothing that the record holds any longer",
    "discrepancy": "Which side is followed?",
    "join": "Do both tell of the same event?",
    "reading": "Does the quote say this?",
    "fact": "Is this right?",
}

_BURST = 64
"""Bytes taken from the keyboard at once; what begins with ESC is one key (an arrow), not several."""

Read = Callable[[str], str]


@click.command("review")
@click.option("--limit", type=click.IntRange(1), default=300, show_default=True, metavar="N", help="At most so many proposals in a round.")
@click.option("--by", metavar="NAME", help="Who decides. Default: $DETENTE_REVIEWER, else the user of this computer.")
@click.option("--list", "only_list", is_flag=True, help="Show what waits, and ask nothing.")
@record_option
@json_option
def command(limit: int, by: str | None, only_list: bool, record: str | None, as_json: bool) -> None:
    """Decide from the keyboard what most needs a decision.

    Discrepancies, statements that hardly fit their fact, readings of low confidence and facts that nobody looked at come in the order
    of what hangs on them. One key answers, and the keys are on the screen; u takes back step after step. Every answer is in the log at
    once: stop when you like, and go on where you were. Without a terminal the keys are read from stdin, one to a line, with what
    belongs to a key after it (e date=2018-07-09).
    """
    from detente.ask.record import open_record
    from detente.ask.review import Sitting, queue

    with open_record(choose_record(record)) as opened:
        if only_list or as_json:
            _list(queue(opened, limit), as_json)
            return
        sitting = Sitting(opened, limit, by)
        try:
            with _keyboard() if sys.stdin.isatty() else _lines() as read:
                _go_through(sitting, read)
        finally:
            sitting.close()
            note(f"{sitting.answered} decided; `detente rulings list` shows the log")


def _go_through(sitting: Sitting, read: Read) -> None:
    from detente.ask.evidence import Library

    library, why, shown = Library(sitting.record), "", None
    while (proposal := sitting.current()) is not None:
        if proposal is not shown:
            _show(proposal, sitting, library)
            shown = proposal
        said = read("key")
        key, text = said[:1].lower(), said[1:].strip()
        if key in ("q", "", "\x03", "\x04"):
            return
        try:
            if key == "w":
                why = text or read("why")
            elif key == "u":
                step = sitting.undo()
                click.echo("nothing to undo in this sitting" if step is None else "undone")
            elif key == "s":
                sitting.skip()
            else:
                _answer(sitting, proposal, key, text, why, read)
                why = ""
        except UsageError as error:
            click.echo(f"  {error}")
    click.echo("nothing waits for a decision")


def _answer(sitting: Sitting, proposal: Proposal, key: str, text: str, why: str, read: Read) -> None:
    from detente.ask.review import CHOICES

    choice = next((choice for choice in CHOICES[proposal.ask] if choice.key == key), None)
    if choice is None:
        raise UsageError(f"{key!r} is no key here: {_keys(proposal)}")
    change = None
    if choice.name == "edit":
        field, sign, value = (text or read("field=value")).partition("=")
        if not sign:
            raise UsageError("write field=value, such as date=2018-07-09")
        change = (field.strip(), value.strip() or None)
    ruling = sitting.decide(choice.name, why, change)
    click.echo(f"  {choice.label}: saved as {ruling.id[:8]}")


def _show(proposal: Proposal, sitting: Sitting, library: Library) -> None:
    """The question, the quotes to decide by, and every key."""
    from detente.ask.review import evidence_of
    from detente.cli.tables import heading, print_evidence, print_paragraph
    from detente.publish.rulings import subject_words

    click.echo()
    heading(f"[{sitting.answered} decided, {sitting.left} to go] {_QUESTIONS[proposal.ask]}")
    print_paragraph(
        [(proposal.title if proposal.ruling is None else f"{proposal.ruling.action}: {subject_words(proposal.ruling)}", "bold")], 2
    )
    if proposal.fact is not None and proposal.discrepancy is None:
        print_paragraph([(_read_as(proposal), "")], 2)
    for number, evidence in enumerate(evidence_of(library, proposal), 1):
        if proposal.discrepancy is not None:
            print_paragraph([(f"{number}:", "bold")], 2)
        print_evidence(evidence)
    for reason in proposal.support.reasons if proposal.support else ():
        print_paragraph([(f"{reason.score:+.2f} {reason.check}: {reason.text}", "dim")], 4)
    click.echo(_keys(proposal))


def _read_as(proposal: Proposal) -> str:
    """What the fact says, so that it can be held against the quotes."""
    from detente.publish.words import STATUS_WORDS, kind_words
    from detente.rules.dates import date_words

    fact = proposal.fact
    if fact is None:
        return ""
    parts = [kind_words(fact.kind), date_words(fact.date), STATUS_WORDS[fact.status], *fact.persons, *fact.places]
    return "; ".join(part for part in parts if part)


def _keys(proposal: Proposal) -> str:
    from detente.ask.review import CHOICES

    own = [(choice.key, choice.label) for choice in CHOICES[proposal.ask]]
    return "  ".join(f"[{key}] {label}" for key, label in (*own, *_ALWAYS))


def _list(waiting: tuple[Proposal, ...], as_json: bool) -> None:
    from detente.cli.tables import SHORT_ID, table
    from detente.publish.rulings import subject_words

    if as_json:
        print_json(waiting)
        return
    note(f"{len(waiting)} wait for a decision")
    table(
        [[f"{p.value:.2f}", p.ask.value, p.title if p.ruling is None else subject_words(p.ruling), p.name[:SHORT_ID]] for p in waiting],
        flexible=2,
    )


@contextmanager
def _keyboard() -> Iterator[Read]:
    """Single keys from the terminal; a line for what takes words. Keys struck ahead are kept: who knows the answer need not wait."""
    try:
        import termios
        import tty
    except ImportError:  # Windows
        yield lambda what: click.getchar() if what == "key" else _asked(what)
        return
    terminal = sys.stdin.fileno()
    as_it_was = termios.tcgetattr(terminal)
    struck: list[str] = []

    def read(what: str) -> str:
        if what != "key":
            termios.tcsetattr(terminal, termios.TCSADRAIN, as_it_was)
            try:
                return _asked(what)
            finally:
                tty.setcbreak(terminal, termios.TCSADRAIN)
        while not struck:
            keys = os.read(terminal, _BURST).decode("utf-8", "replace")
            struck.extend("?" if keys.startswith("\x1b") else keys or "q")
        return struck.pop(0)

    tty.setcbreak(terminal, termios.TCSADRAIN)
    try:
        yield read
    finally:
        termios.tcsetattr(terminal, termios.TCSADRAIN, as_it_was)


def _asked(what: str) -> str:
    return str(click.prompt(what, default="", show_default=False))


@contextmanager
def _lines() -> Iterator[Read]:
    """Keys from stdin, one to a line; its end is the end of the sitting."""
    lines: Iterator[str] = filter(None, (line.strip() for line in sys.stdin))
    yield lambda what: next(lines, "q" if what == "key" else "")
