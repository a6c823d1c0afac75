from __future__ import annotations

import json

import pytest
from jinja2 import UndefinedError

from detente.web import render
from detente.web.page import Page, View
from detente.web.pages import missing


def test_every_string_is_escaped_and_what_acts_is_made_visible(view: View) -> None:
    shown = render.html(missing.page(400, "<img src=x onerror=alert(1)>\x1b[31m\u202e"), view)
    assert "&lt;img src=x onerror=alert(1)&gt;\ufffd[31m\ufffd" in shown


def test_a_page_as_data_says_what_was_chosen(view: View) -> None:
    told = json.loads(render.json(missing.page(404, "why"), view))
    assert told == {"page": "", "title": "Not found", "parties": ["KEN", "USA"], "selection": {}, "shows": {"why": "why"}}


def test_a_template_that_asks_for_what_is_not_there_fails(view: View) -> None:
    with pytest.raises(UndefinedError):
        render.html(Page("", "missing.page.html", "x", object()), view)


def test_the_form_that_asks_for_a_token_is_escaped() -> None:
    assert "&lt;b&gt;" in render.sign_in("<b>", '"')
    assert 'value="&#34;"' in render.sign_in("", '"')
