from __future__ import annotations

from detente.web.pages import check
from tests.web.client import TestClient, found, parsed


def test_the_form_takes_a_text_or_a_file(shown: TestClient) -> None:
    page = parsed(shown.get("/check"))
    (form,) = found(page, "//form[@method='post'][@action='/check']")
    assert form.get("enctype") == "multipart/form-data"
    assert {field.get("name") for field in found(form, ".//*[@name]")} == {"csrf", "text", "file"}


def test_a_message_is_shown() -> None:
    assert check.form("no").body == check.Desk("no")
