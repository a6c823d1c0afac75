"""A checked article as one page that needs nothing else: no network, no server, no script."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

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
from detente.publish.evidence import document_name, how, whereabouts, words_after, words_before
from detente.publish.parties import party_name
from detente.publish.plain import visible
from detente.publish.words import counted
from detente.rules.dates import date_words


def check_html(answer: ArticleCheck) -> str:
    """The page. Every string in it is escaped, and what would act rather than show is made visible."""
    style = Markup(files("detente.publish").joinpath("templates", "check.css").read_text(encoding="utf-8"))  # noqa: S704 - our own file, not a document's text
    template = _environment().get_template("check.html")
    return template.render(answer=answer, called=article_name(answer), rows=rows(answer), style=style, verdicts=list(Verdict))


def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("detente.publish", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_finalize,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["sha256"] = lambda text: f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"
    environment.globals |= {
        "VERDICT": VERDICT_WORDS,
        "MARK": VERDICT_MARKS,
        "STANCE": STANCE_WORDS,
        "KIND": KIND_WORDS,
        "title": title_of,
        "name": document_name,
        "before": words_before,
        "after": words_after,
        "whereabouts": whereabouts,
        "how": how,
        "date": date_words,
        "party": party_name,
        "lede": lede,
        "scope": scope_words,
        "source": source_words,
        "registers": register_lines,
        "counted": counted,
    }
    return environment


def _finalize(value: Any) -> Any:
    return visible(value) if type(value) is str else value
