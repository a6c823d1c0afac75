"""What the check of an article is called on every screen and page."""

from __future__ import annotations

from detente.ask.check.views import ArticleCheck, Finding, Stance, Verdict, Witness
from detente.publish.evidence import document_name
from detente.publish.parties import party_name
from detente.publish.words import STANCE_WORDS as REGISTER_WORDS
from detente.publish.words import counted

VERDICT_WORDS = {
    Verdict.SUPPORTED: "supported",
    Verdict.PARTLY: "partly",
    Verdict.CONTRADICTED: "contradicted",
    Verdict.NO_RECORD: "no record",
    Verdict.UNCHECKABLE: "cannot be checked",
}

VERDICT_MARKS = {
    Verdict.SUPPORTED: "✓",
    Verdict.PARTLY: "≈",
    Verdict.CONTRADICTED: "✗",
    Verdict.NO_RECORD: "○",
    Verdict.UNCHECKABLE: "–",
}
"""A shape for each verdict, so that none is told by colour alone."""

STANCE_WORDS = {
    Stance.AGREES: "agrees",
    Stance.DIFFERS: "differs",
    Stance.CONTRADICTS: "contradicts",
    Stance.NEAR: "nearest",
}

KIND_WORDS = {
    "first": "a first",
    "every": "all of a row of office holders",
    "ordinal": "how many times",
    "span": "a length of time",
    "superlative": "a largest or smallest",
    "change": "a rise or fall",
}
"""Claims over the record, by what they claim."""


def article_name(answer: ArticleCheck) -> str:
    """What the article is called; one from standard input has no name."""
    name = document_name(answer.article)
    return "Article" if name in ("", "-") else name


def lede(answer: ArticleCheck) -> str:
    """How many claims met which verdict: "14 claims: 3 supported, 2 partly, 9 no record"."""
    parts = [f"{answer.counts[verdict.value]} {VERDICT_WORDS[verdict]}" for verdict in Verdict if answer.counts[verdict.value]]
    number = len(answer.findings)
    return f"{counted(number, 'claim')}{': ' if parts else ''}{', '.join(parts)}"


def scope_words(answer: ArticleCheck) -> str:
    """What the article was set against, and what that cannot know."""
    names = " and ".join(party_name(code) for code in answer.parties)
    years = f", telling of {answer.first_year} to {answer.last_year}" if answer.first_year and answer.last_year else ""
    left = f" No witnesses for it, since they share its text: {counted(len(answer.left_out), 'document')}." if answer.left_out else ""
    number = len(answer.elsewhere)
    others = f" {counted(number, 'statement')} about others than the two {'was' if number == 1 else 'were'} not checked." if number else ""
    return f"Set against the record of {names}: {counted(answer.documents, 'document')}{years}.{left}{others}"


def source_words(witness: Witness) -> str:
    """What kind of source a witness is, to be said before its name; empty for a text."""
    return "register: " if witness.register else ""


def register_lines(finding: Finding) -> list[str]:
    """What each register says, in a sentence: also that it does not go so far, and that it would list such a thing and does not."""
    return [f"Register {v.register} {REGISTER_WORDS[v.stance]}: {v.reason}." for v in finding.registers]


def title_of(finding: Finding) -> str:
    """What is claimed, in one line; of a claim over the record, what sort it is."""
    sort = KIND_WORDS.get(finding.kind)
    return finding.title if finding.statement is not None or sort is None else f"{sort}: {finding.title}"
