"""What every template may lean on."""

from __future__ import annotations

import pytest
from jinja2 import UndefinedError

from detente.publish.templating import asset, environment


def test_strings_are_escaped_and_what_acts_is_made_visible() -> None:
    shown = environment().from_string("{{ text }}").render(text="<b>\u202eevil\x1b[0m")
    assert shown == "&lt;b&gt;\ufffdevil\ufffd[0m"


def test_a_name_that_nobody_gave_is_an_error_and_not_a_gap() -> None:
    with pytest.raises(UndefinedError):
        environment().from_string("{{ nobody }}").render()


def test_templates_of_the_app_stand_beside_those_of_the_pages() -> None:
    made = environment("detente.web")
    assert made.get_template("layout.html")
    assert made.get_template("drawings.html")


def test_a_style_stands_as_it_is_and_is_known_by_its_sum() -> None:
    assert "<" not in asset("page.css")
    assert environment().from_string("{{ style | sha256 }}").render(style="a{}").startswith("sha256-")
