"""The chronology as one page that needs nothing else: no network, no server, and no script to be read."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from detente.model.fact import Fact
from detente.publish.chronicle import Chronicle
from detente.publish.evidence import document_name, how, whereabouts, words_after, words_before
from detente.publish.numbers import figure_words
from detente.publish.parties import whose
from detente.publish.plain import visible
from detente.publish.sheet import Sheet
from detente.publish.words import GRADE_WORDS, STATUS_WORDS, TONE_WORDS, TYPE_WORDS, level_words, status_tag
from detente.rules.dates import date_words


def chronology_html(told: Chronicle) -> str:
    """The page. Every string in it is escaped, and what would act rather than show is made visible."""
    template = _environment().get_template("chronology.html")
    return template.render(told=told, page=Sheet(told), style=_asset("page.css"), script=_asset("page.js"))


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
    environment.filters["capital"] = lambda text: text[:1].upper() + text[1:]
    environment.filters["sentence"] = lambda text: f"{text[:1].upper()}{text[1:].rstrip('.')}."
    environment.filters["sha256"] = _hash
    environment.globals |= {
        "name": document_name,
        "before": words_before,
        "after": words_after,
        "whereabouts": whereabouts,
        "how": how,
        "date": date_words,
        "figure": _figure,
        "level": level_words,
        "tag": status_tag,
        "whose": whose,
        "STATUS": STATUS_WORDS,
        "TONE": TONE_WORDS,
        "TYPE": TYPE_WORDS,
        "GRADE": GRADE_WORDS,
    }
    return environment


def _figure(fact: Fact) -> str:
    return figure_words(fact.value, fact.unit, fact.bound)


def _finalize(value: Any) -> Any:
    return visible(value) if type(value) is str else value


def _asset(name: str) -> Markup:
    """A style sheet or script of ours, to stand in the page as it is."""
    return Markup(files("detente.publish").joinpath("templates", name).read_text(encoding="utf-8"))  # noqa: S704 - our own file, not a document's text


def _hash(text: str) -> str:
    return "sha256-" + b64encode(sha256(text.encode()).digest()).decode()
