"""Templates as every page uses them: all strings escaped, what would act made visible, and one name for what each of them says."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256
from importlib.resources import files
from typing import Any

from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from detente.model.fact import Fact
from detente.publish.evidence import document_name, how, whereabouts, words_after, words_before
from detente.publish.numbers import figure_words
from detente.publish.parties import party_name, whose
from detente.publish.plain import visible
from detente.publish.words import GRADE_WORDS, STATUS_WORDS, TONE_WORDS, TYPE_WORDS, counted, level_words, status_tag
from detente.rules.dates import date_words

HERE = "detente.publish"


def environment(*packages: str) -> Environment:
    """An environment for the templates of this package and, before them, those of ``packages``."""
    made = Environment(
        loader=ChoiceLoader([PackageLoader(package, "templates") for package in (*packages, HERE)]),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_shown,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
    )
    made.filters |= {
        "capital": lambda text: text[:1].upper() + text[1:],
        "sentence": lambda text: f"{text[:1].upper()}{text[1:].rstrip('.')}.",
        "sha256": _sum,
    }
    made.globals |= {
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
        "party": party_name,
        "counted": counted,
        "STATUS": STATUS_WORDS,
        "TONE": TONE_WORDS,
        "TYPE": TYPE_WORDS,
        "GRADE": GRADE_WORDS,
    }
    return made


def asset(name: str) -> Markup:
    """A style sheet or script of ours, to stand in a page as it is."""
    return Markup(files(HERE).joinpath("templates", name).read_text(encoding="utf-8"))  # noqa: S704 - our own file, not a document's text


def _figure(fact: Fact) -> str:
    return figure_words(fact.value, fact.unit, fact.bound)


def _shown(value: Any) -> Any:
    return visible(value) if type(value) is str else value


def _sum(text: str) -> str:
    """What a content security policy knows a style or script by."""
    return "sha256-" + b64encode(sha256(text.encode()).digest()).decode()
