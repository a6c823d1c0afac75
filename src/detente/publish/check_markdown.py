"""A checked article as a Markdown document: verdict by verdict, each with the words on both sides."""

from __future__ import annotations

from collections.abc import Iterator

from detente.ask.check.views import ArticleCheck, Finding, Verdict, Witness
from detente.publish.check_words import (
    STANCE_WORDS,
    VERDICT_MARKS,
    VERDICT_WORDS,
    article_name,
    lede,
    register_lines,
    scope_words,
    source_words,
    title_of,
)
from detente.publish.evidence import document_name, whereabouts
from detente.publish.markdown import escaped
from detente.publish.plain import one_line


def check_markdown(answer: ArticleCheck) -> str:
    """The whole check. Claims stand in the order of the text, what is contradicted is named first."""
    lines = [f"# Checked: {escaped(article_name(answer))}", "", f"{lede(answer)}.", "", escaped(scope_words(answer)), ""]
    against = [finding for finding in answer.findings if finding.verdict is Verdict.CONTRADICTED]
    if against:
        numbers = ", ".join(str(finding.number) for finding in against)
        lines += [f"**Contradicted: {numbers}.**", ""]
    for finding in answer.findings:
        lines += _finding(finding)
    return "\n".join(lines)


def _finding(finding: Finding) -> Iterator[str]:
    yield f"## {finding.number}. {VERDICT_MARKS[finding.verdict]} {VERDICT_WORDS[finding.verdict]}: {escaped(title_of(finding))}"
    yield ""
    yield f"> {escaped(one_line(finding.quote))}"
    yield ""
    yield escaped(" ".join([finding.reason, *finding.notes, *register_lines(finding)]))
    yield ""
    for witness in finding.witnesses:
        yield _witness(witness)
    if finding.witnesses:
        yield ""


def _witness(witness: Witness) -> str:
    told = witness.evidence
    place = ", ".join([document_name(told.document), *whereabouts(told)])
    said = f"*{STANCE_WORDS[witness.stance]}* ({escaped(witness.why)})"
    return f"- {said}: “{escaped(one_line(told.quote))}” — {source_words(witness)}{escaped(place)}"
