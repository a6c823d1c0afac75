"""Pages as HTML and as JSON. Every string is escaped, and what would act rather than show is made visible."""

from __future__ import annotations

from functools import cache
from typing import Any

from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined

from detente.ask.check.views import Verdict
from detente.model.fact import Fact
from detente.publish.check_words import STANCE_WORDS, VERDICT_MARKS, VERDICT_WORDS, scope_words, title_of
from detente.publish.data import dumps, plain
from detente.publish.evidence import document_name, how, register_row, whereabouts, words_after, words_before
from detente.publish.numbers import figure_words
from detente.publish.parties import party_name, whose
from detente.publish.plain import shorten, visible
from detente.publish.words import (
    GRADE_WORDS,
    STATUS_WORDS,
    TONE_WORDS,
    TYPE_WORDS,
    basis_words,
    counted,
    kind_words,
    label_of,
    level_words,
    published_words,
    status_tag,
)
from detente.publish.words import (
    STANCE_WORDS as REGISTER_WORDS,
)
from detente.rules.dates import date_words
from detente.rules.tone import Tone
from detente.web.facets import facet_label
from detente.web.page import MENU, Entry, Page, View


def html(page: Page, view: View, menu: tuple[tuple[str, tuple[Entry, ...]], ...] = MENU) -> str:
    """The whole page."""
    template = _environment().get_template(page.template)
    return template.render(page=page, it=page.body, view=view, links=view.links, menu=menu, names=view.snapshot.names)


def sign_in(message: str, csrf: str) -> str:
    """The page that asks who somebody is."""
    return _environment().get_template("sign-in.html").render(message=message, csrf=csrf)


def json(page: Page, view: View) -> str:
    """What the page shows, as data."""
    told = {"page": page.name, "title": page.title, "parties": view.snapshot.parties, "selection": dict_of(view), "shows": page.body}
    return dumps(plain(told), indent=1)


def dict_of(view: View) -> dict[str, list[str]]:
    """What the address chose, by name."""
    found: dict[str, list[str]] = {}
    for name, value in view.selection.pairs():
        found.setdefault(name, []).append(value)
    return found


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=ChoiceLoader([PackageLoader("detente.web", "templates"), PackageLoader("detente.publish", "templates")]),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_finalize,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    environment.filters |= {
        "capital": lambda text: text[:1].upper() + text[1:],
        "sentence": lambda text: f"{text[:1].upper()}{text[1:].rstrip('.')}.",
        "shorten": shorten,
        "party_of": party_name,
        "thousands": lambda number: f"{number:,}",
    }
    environment.globals |= {
        "name": document_name,
        "before": words_before,
        "after": words_after,
        "register_row": register_row,
        "whereabouts": whereabouts,
        "how": how,
        "date": date_words,
        "basis": basis_words,
        "published": published_words,
        "figure": _figure,
        "kind": kind_words,
        "label": label_of,
        "facet": facet_label,
        "level": level_words,
        "tag": status_tag,
        "whose": whose,
        "party": party_name,
        "VERDICT": VERDICT_WORDS,
        "REGISTER": REGISTER_WORDS,
        "MARK": VERDICT_MARKS,
        "STANCE": STANCE_WORDS,
        "verdicts": tuple(Verdict),
        "finding_title": title_of,
        "scope": scope_words,
        "counted": counted,
        "tones": tuple(Tone),
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
