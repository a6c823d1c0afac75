"""``detente check``: an article set against the record, claim by claim."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from detente.cli.console import note, print_json, write
from detente.cli.options import choose_record, date, json_option, record_option
from detente.model.errors import UsageError

if TYPE_CHECKING:
    from detente.ask.check import ArticleCheck, Finding, Witness
    from detente.model.reading import Extraction


@click.command("check")
@click.argument("article", metavar="ARTICLE")
@click.option("--to", "form", type=click.Choice(["table", "html", "md", "json"]), default="table", show_default=True, help="As what.")
@click.option("-o", "--output", metavar="FILE", help="Write to FILE and not to stdout.")
@click.option("--known-on", metavar="DAY", help="Against what the record held at the end of that day.")
@record_option
@json_option
@click.pass_context
def command(
    ctx: click.Context, article: str, form: str, output: str | None, known_on: str | None, record: str | None, as_json: bool
) -> None:
    """Set an article against the record, claim by claim.

    ARTICLE is a file of any format that is read, or - for stdin. It is not added to the record; if it is in the record, it is no
    witness for itself. Each claim is supported, partly supported, contradicted, not in the record, or cannot be checked, with the
    words on both sides. The exit code is 1 when something is contradicted.
    """
    from detente.ask.check import check
    from detente.ask.record import open_record

    if form == "table" and output is not None:
        raise click.UsageError("-o needs a format for the file: --to html, --to md or --to json")
    date(known_on, "--known-on")
    place = choose_record(record)
    read = _read(article)
    with open_record(place) as opened:
        answer = check(opened, read, known_on)
    if as_json or form == "table":
        _show(answer, as_json)
    else:
        write(_rendered(answer, form), output)
    ctx.exit(1 if answer.contradicted else 0)


def _read(article: str) -> Extraction:
    """What the article says. Raises UsageError where it cannot be read or is more than one document."""
    from detente.pipeline.streaming import Problem, extract_files

    answers = list(extract_files([article]))
    problems = [answer for answer in answers if isinstance(answer, Problem)]
    read = [answer for answer in answers if not isinstance(answer, Problem)]
    if not read:
        raise UsageError(str(problems[0]) if problems else f"{article}: there is nothing to read")
    if len(read) > 1:
        raise UsageError(f"{article} holds {len(read)} documents; check one article at a time")
    for problem in problems:
        note(str(problem))
    return read[0]


def _rendered(answer: ArticleCheck, form: str) -> str:
    if form == "html":
        from detente.publish.check import check_html

        return check_html(answer)
    if form == "md":
        from detente.publish.check_markdown import check_markdown

        return check_markdown(answer)
    from detente.publish.check_data import check_data
    from detente.publish.data import dumps

    return dumps(check_data(answer), indent=2)


def _show(answer: ArticleCheck, as_json: bool) -> None:
    if as_json:
        from detente.publish.check_data import check_data

        print_json(check_data(answer))
    else:
        _print(answer)


def _print(answer: ArticleCheck) -> None:
    from detente.cli.tables import heading
    from detente.publish.check_words import article_name, lede, scope_words

    heading(article_name(answer))
    click.echo(lede(answer))
    click.echo(scope_words(answer))
    for finding in answer.findings:
        click.echo()
        _print_finding(finding)


def _print_finding(finding: Finding) -> None:
    from detente.cli.tables import heading, print_paragraph
    from detente.publish.check_words import VERDICT_MARKS, VERDICT_WORDS, register_lines

    mark = VERDICT_MARKS[finding.verdict]
    heading(f"{finding.number}. {mark} {VERDICT_WORDS[finding.verdict]}: {finding.title}")
    print_paragraph([("«", "dim"), (finding.quote, "bold"), ("»", "dim")], 2)
    print_paragraph([(" ".join([finding.reason, *finding.notes, *register_lines(finding)]), "")], 2)
    for witness in finding.witnesses:
        _print_witness(witness)


def _print_witness(witness: Witness) -> None:
    from detente.cli.tables import SHORT_ID, name_of, print_paragraph
    from detente.publish.check_words import STANCE_WORDS, source_words
    from detente.publish.evidence import whereabouts

    told = witness.evidence
    place = ", ".join([name_of(told), *whereabouts(told)])
    print_paragraph([(f"{STANCE_WORDS[witness.stance]} ({witness.why}): ", "dim"), ("«", "dim"), (told.quote, ""), ("»", "dim")], 4)
    print_paragraph([(f"— {source_words(witness)}{place} [{witness.fact[:SHORT_ID]}]", "dim")], 6)
