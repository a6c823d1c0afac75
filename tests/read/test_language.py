"""The language is told from a little text and is left open where there is too little."""

from __future__ import annotations

import pytest

from detente.read.language import language_of


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The two foreign ministers signed an agreement on the border in Asmara on Monday.", "en"),
        ("Hai bộ trưởng ngoại giao đã ký hiệp định về biên giới tại Hà Nội hôm thứ Hai.", "vi"),
        ("Les deux ministres des affaires étrangères ont signé lundi un accord à Alger.", "fr"),
        ("", None),
        ("2019-05-03 12:00", None),
        ("🤝🤝🤝", None),
    ],
)
def test_languages(text: str, code: str | None) -> None:
    assert language_of(text) == code


def test_a_long_text_is_sampled_in_the_middle() -> None:
    assert language_of("1234 " * 3000 + "The two foreign ministers signed an agreement. " * 200 + "1234 " * 3000) == "en"
