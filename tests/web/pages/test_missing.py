from __future__ import annotations

import pytest

from detente.web.pages import missing


@pytest.mark.parametrize(("status", "title"), [(404, "Not found"), (400, "That did not work"), (413, "That did not work")])
def test_the_title_says_what_kind_of_error(status: int, title: str) -> None:
    page = missing.page(status, "why")
    assert (page.title, page.status, page.body) == (title, status, missing.Missing("why"))
