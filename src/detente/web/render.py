"""Pages as HTML and as JSON. Every string is escaped, and what would act rather than show is made visible."""

from __future__ import annotations

from functools import cache

from jinja2 import Environment

from detente.ask.check.views import Verdict
from detente.publish.check_words import STANCE_WORDS, VERDICT_MARKS, VERDICT_WORDS, scope_words, title_of
from detente.publish.data import dumps, plain
from detente.publish.evidence import register_row
from detente.publish.parties import party_name
from detente.publish.plain import shorten
from detente.publish.templating import environment
from detente.publish.words import (
    STANCE_WORDS as REGISTER_WORDS,
)
from detente.publish.words import (
    basis_words,
    kind_words,
    label_of,
    published_words,
)
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
    made = environment("detente.web")
    made.filters |= {"shorten": shorten, "party_of": party_name, "thousands": lambda number: f"{number:,}"}
    made.globals |= {
        "register_row": register_row,
        "basis": basis_words,
        "published": published_words,
        "kind": kind_words,
        "label": label_of,
        "facet": facet_label,
        "VERDICT": VERDICT_WORDS,
        "REGISTER": REGISTER_WORDS,
        "MARK": VERDICT_MARKS,
        "STANCE": STANCE_WORDS,
        "verdicts": tuple(Verdict),
        "finding_title": title_of,
        "scope": scope_words,
        "tones": tuple(Tone),
    }
    return made
