"""``detente show``: everything under one identifier."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from detente.cli.console import print_json
from detente.cli.options import choose_record, json_option, record_option

if TYPE_CHECKING:
    from detente.ask.views import Evidence, RegisterVerdict, Shown
    from detente.cli.tables import Cell
    from detente.model.fact import Fact
    from detente.model.statement import Statement


@click.command("show")
@click.argument("identifier", metavar="ID")
@record_option
@json_option
def command(identifier: str, record: str | None, as_json: bool) -> None:
    """Show all that stands behind an identifier.

    A fact with its quotes in context and why they were merged, a statement, a document or a discrepancy. The beginning of an ID
    is enough where only one thing begins so.
    """
    from detente.ask.record import open_record
    from detente.ask.show import show

    with open_record(choose_record(record)) as opened:
        answer = show(opened, identifier)
    if as_json:
        print_json(answer)
    else:
        _print(answer)


def _print(answer: Shown) -> None:
    from detente.cli.conflicts import print_conflict
    from detente.cli.tables import SHORT_ID, fact_words, heading, table

    if answer.fact is not None:
        heading(fact_words(answer.fact))
        table([*_fact_rows(answer.fact), *([["In office until", answer.ended]] if answer.ended else [])], flexible=1)
    elif answer.document is not None:
        _print_document(answer)
    elif answer.statement is not None:
        heading(f"Statement {answer.statement.id}")
        table(_statement_rows(answer.statement), flexible=1)
    for evidence in answer.evidence:
        _print_support(evidence, answer.fact)
    for verdict in answer.registers:
        _print_verdict(verdict)
    if answer.facts:
        heading("Facts")
        table([[fact.id[:SHORT_ID], fact_words(fact)] for fact in answer.facts], flexible=1)
    if answer.discrepancies:
        click.echo()
    for conflict in answer.discrepancies:
        print_conflict(conflict)


def _print_support(evidence: Evidence, fact: Fact | None) -> None:
    from detente.cli.tables import print_evidence, print_paragraph

    click.echo()
    print_evidence(evidence)
    supports = [support for support in fact.supports if support.statement == evidence.statement.id] if fact else []
    for reason in (reason for support in supports for reason in support.reasons):
        print_paragraph([(f"{reason.score:+.2f} {reason.check}: {reason.text}", "dim")], 4)


def _print_verdict(verdict: RegisterVerdict) -> None:
    """What a register says; its rows only where they are not among the quotes already."""
    from detente.ask.views import Stance
    from detente.cli.tables import print_evidence, print_paragraph
    from detente.publish.words import STANCE_WORDS

    click.echo()
    print_paragraph([(f"Register {verdict.register} {STANCE_WORDS[verdict.stance]}: {verdict.reason}", "bold")], 0)
    for row in verdict.rows if verdict.stance is Stance.CONTRADICTS else ():
        print_evidence(row)


def _print_document(answer: Shown) -> None:
    from detente.cli.tables import heading, table
    from detente.publish.evidence import document_name
    from detente.publish.words import published_words
    from detente.rules.dates import date_words

    document = answer.document
    if document is None:
        return
    heading(document_name(document))
    dated = f"{date_words(document.published)}, {published_words(document.basis)}" if document.published else "not known"
    rows = (
        ("Id", document.id),
        ("File", document.path or ""),
        ("Outlet", document.outlet or ""),
        ("Date", dated),
        ("SHA-256", document.sha256),
    )
    table([[label, value] for label, value in rows if value], flexible=1)


def _fact_rows(fact: Fact) -> list[list[Cell]]:
    from detente.publish.parties import party_name
    from detente.publish.words import REVIEW_WORDS, STATUS_WORDS, basis_words, counted, kind_words
    from detente.rules.dates import date_words

    basis = f" ({basis_words(fact.date_basis)})" if fact.date is not None and fact.date_basis else ""
    rows = (
        ("Id", fact.id),
        ("Kind", f"{fact.fact.value}: {kind_words(fact.kind)}"),
        ("Date", f"{date_words(fact.date)}{basis}"),
        ("Due", date_words(fact.due) if fact.due else ""),
        ("Status", STATUS_WORDS[fact.status]),
        ("From", ", ".join(map(party_name, fact.source))),
        ("To", ", ".join(map(party_name, fact.target))),
        ("Persons", ", ".join(fact.persons)),
        ("Places", ", ".join(fact.places)),
        ("Object", fact.object or ""),
        ("Reporter", fact.reporter or ""),
        ("Sources", counted(fact.sources, "independent source")),
        ("Review", REVIEW_WORDS[fact.review]),
    )
    return [[label, value] for label, value in rows if value]


def _statement_rows(said: Statement) -> list[list[Cell]]:
    from detente.publish.words import STATUS_WORDS, basis_words, kind_words
    from detente.rules.dates import date_words

    date = f"{date_words(said.date.edtf)} ({basis_words(said.date.basis)})" if said.date else "not stated"
    rows = (
        ("Kind", f"{said.fact.value}: {kind_words(said.kind)}"),
        ("Date", date),
        ("Status", STATUS_WORDS[said.status]),
        ("From", ", ".join(p.party.name for p in said.source)),
        ("To", ", ".join(p.party.name for p in said.target)),
        ("Persons", ", ".join(p.party.name for p in said.persons)),
        ("Rule", f"{said.rule}, confidence {said.confidence:.2f}"),
        ("Place", f"characters {said.span.start} to {said.span.end}"),
    )
    return [[label, value] for label, value in rows if value]
