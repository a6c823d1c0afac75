"""A checked article as one page that needs nothing else: no network, no server, no script."""

from __future__ import annotations

from jinja2 import Environment

from detente.ask.check.views import ArticleCheck, Verdict
from detente.publish.check_page import rows
from detente.publish.check_words import (
    KIND_WORDS,
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
from detente.publish.templating import asset, environment


def check_html(answer: ArticleCheck) -> str:
    """The page. Every string in it is escaped, and what would act rather than show is made visible."""
    template = _environment().get_template("check.html")
    return template.render(answer=answer, called=article_name(answer), rows=rows(answer), style=asset("check.css"), verdicts=list(Verdict))


def _environment() -> Environment:
    made = environment()
    made.globals |= {
        "VERDICT": VERDICT_WORDS,
        "MARK": VERDICT_MARKS,
        "STANCE": STANCE_WORDS,
        "KIND": KIND_WORDS,
        "finding_title": title_of,
        "lede": lede,
        "scope": scope_words,
        "source": source_words,
        "registers": register_lines,
    }
    return made
