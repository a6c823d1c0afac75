from __future__ import annotations

import json

from tests.cli.conftest import Asked, Run


def test_a_fact_comes_with_quotes_places_and_reasons(detente: Run, record: Asked) -> None:
    ran = detente("show", "fact")
    assert ran.code == 0
    assert ran.out.startswith("Bill Clinton (United States): normalization of relations with Vietnam announced\n")
    assert "Date     11 July 1995 (as stated)" in ran.out
    assert "Sources  2 independent sources" in ran.out
    assert "«Washington announced normalization in July 1995», and grow from there." in ran.out
    assert "— Trade and investment since normalization: a report to the committee, December 2024, page 4, paragraph 2" in ran.out
    assert "    +1.00 dates: both dates can be the same day" in ran.out
    assert "Date, cannot both be right" in ran.out


def test_a_statement_leads_to_its_fact(detente: Run, record: Asked) -> None:
    out = detente("show", "statement").out
    assert "Rule    made_by_hand, confidence 0.90" in out
    assert "Facts\n" in out


def test_a_document(detente: Run, record: Asked) -> None:
    out = detente("show", "document").out
    assert out.startswith("Leaders raise ties to highest level\n")
    assert "Date     11 September 2023, as the text states" in out


def test_a_discrepancy(detente: Run, record: Asked) -> None:
    assert "Date, cannot both be right" in detente("show", "discrepancy").out


def test_json(detente: Run, record: Asked) -> None:
    told = json.loads(detente("show", "fact", "--json").out)
    assert told["fact"]["supports"][1]["reasons"][0]["check"] == "dates"
