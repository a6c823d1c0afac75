from __future__ import annotations

from typing import Any

import pytest

from detente.model.edtf import Edtf
from detente.reconcile.cases import DocumentInfo
from detente.reconcile.reconciling import reconcile
from detente.reconcile.titles import number
from tests.factory import document, statement

CASES: list[tuple[str, str, dict[str, Any], str]] = [
    ("state_visit", "USA>VNM", {"persons": ["Joe Biden/USA", "To Lam/VNM"]}, "Joe Biden (United States): state visit to Vietnam"),
    ("summit", "USA,VNM", {"persons": ["Joe Biden/USA", "To Lam/VNM"]}, "Joe Biden, To Lam (United States, Vietnam): summit"),
    ("sanction_lifted", "USA>VNM", {"object": "the\n arms  embargo"}, "United States → Vietnam: sanction lifted (the arms embargo)"),
    ("visit", "USA>VNM", {"status": "planned"}, "United States: planned visit to Vietnam"),
    ("visit", "USA>VNM", {"status": "denied"}, "United States: no visit to Vietnam"),
    ("visit", "USA>VNM", {"status": "hypothetical"}, "United States: possible visit to Vietnam"),
    ("visit", "VNM>USA", {}, "Vietnam: visit to the United States"),
    ("agreement_signed", "USA,VNM", {"object": "the agreement"}, "United States, Vietnam: agreement signed"),
    ("mission_opened", "USA>VNM", {"status": "planned"}, "United States → Vietnam: mission to be opened"),
    ("agreement_signed", "USA,VNM", {"status": "denied"}, "United States, Vietnam: agreement not signed"),
    ("talks_held", "USA,VNM", {"status": "ongoing"}, "United States, Vietnam: talks being held"),
    (
        "partnership_elevated",
        "USA,VNM",
        {"level": "Comprehensive Strategic Partnership"},
        "United States, Vietnam: Comprehensive Strategic Partnership",
    ),
    (
        "agreement_signed",
        "ERI,ETH",
        {"persons": ["Abiy Ahmed/ETH/Prime Minister", "Salman/SAU/King"]},
        "Abiy Ahmed (Eritrea, Ethiopia): agreement signed",
    ),
    ("commitment", "VNM>", {}, "Vietnam: they did what they did"),
    (
        "office_holder",
        "VNM>",
        {"persons": ["To Lam/VNM/President"], "detail": (("office", "President"),)},
        "To Lam (Vietnam): President",
    ),
    (
        "office_holder",
        "VNM>USA",
        {"persons": ["Ha Kim Ngoc/VNM/Ambassador"], "detail": (("office", "Ambassador"),)},
        "Ha Kim Ngoc (Vietnam): Ambassador to the United States",
    ),
    (
        "figure",
        "USA,VNM",
        {"series": "trade", "value": 134e9, "unit": "USD", "bound": ">"},
        "United States, Vietnam: trade: more than 134 billion USD",
    ),
]


@pytest.mark.parametrize(("kind", "sides", "fields", "title"), CASES)
def test_a_line_for_people(kind: str, sides: str, fields: dict[str, Any], title: str) -> None:
    doc = document("So they did what they did.")
    said = statement(doc, "they did what they did", kind, sides, "2023", **fields)
    known = {doc.sha256: DocumentInfo(doc.sha256, Edtf.parse("2024"), "2024-06-01T00:00:00Z", doc.sha256)}
    (fact,) = reconcile([said], known, ("ERI", "ETH") if "ERI" in sides else ("USA", "VNM")).facts
    assert fact.title == title


@pytest.mark.parametrize(
    ("value", "text"),
    [(134e9, "134 billion"), (85.3e9, "85.3 billion"), (5913, "5,913"), (2e6, "2 million"), (11.5, "11.5"), (1e13, "10 trillion")],
)
def test_numbers_for_people(value: float, text: str) -> None:
    assert number(value) == text
