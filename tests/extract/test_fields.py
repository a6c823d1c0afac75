from __future__ import annotations

import pytest

from tests.extract.events.told import events


def field(text: str, kind: str) -> str | None:
    return next(dict(s.detail).get("field") for s in events(text) if s.kind == kind)


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("Oman and Zambia signed a memorandum of understanding on health in March 2018.", "memorandum_signed", "health"),
        ("Chad and Libya signed a defence treaty on 31 August 1989.", "agreement_signed", "defence_security"),
        ("Kenya and Ghana signed a cultural agreement in 1971.", "agreement_signed", "culture"),
        ("Serbia and Kosovo signed an agreement in Brussels in April 2013.", "agreement_signed", None),
    ],
)
def test_a_field_is_told_by_the_deeds_own_wording(text: str, kind: str, expected: str | None) -> None:
    assert field(text, kind) == expected


def test_an_office_tells_no_field() -> None:
    text = "Defence Minister Rajnath Singh of India and Prime Minister Abe of Japan signed an agreement in Tokyo in September 2021."
    assert field(text, "agreement_signed") is None


def test_several_fields_are_all_kept() -> None:
    text = "Peru and Chile signed an agreement on trade and education in May 2004."
    said = next(s for s in events(text) if s.kind == "agreement_signed")
    assert dict(said.detail)["fields"] == "economy_trade, education"


def test_a_visit_has_no_field() -> None:
    assert all("field" not in dict(s.detail) for s in events("President Macron of France visited a museum in Lebanon in September 2020."))
