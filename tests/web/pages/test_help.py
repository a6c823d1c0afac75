from __future__ import annotations

from detente.model.fact import Grade
from detente.web.page import View
from detente.web.pages import help as help_page


def test_every_grade_is_explained(view: View) -> None:
    body = help_page.page(view).body
    assert isinstance(body, help_page.Help)
    assert [grade for grade, _ in body.grades] == [grade.value for grade in Grade]
