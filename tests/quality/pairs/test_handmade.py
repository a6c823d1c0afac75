from __future__ import annotations

import pytest

from detente.model.statement import FactKind, Status
from quality.pairs.handmade import statement


def test_a_label_becomes_the_statement_that_faultless_extraction_would_make() -> None:
    row = {
        "fact": "event",
        "kind": "agreement_signed",
        "quote": "signed in Asmara",
        "source": ["ETH"],
        "target": ["ERI"],
        "date": "2018-07-09",
    }
    made = statement({**row, "persons": ["Abiy Ahmed"], "place": "Asmara", "status": "planned"}, "doc", "s1")
    assert (made.id, made.document, made.kind, made.status) == ("s1", "doc", "agreement_signed", Status.PLANNED)
    assert [p.party.country for p in (*made.source, *made.target)] == ["ETH", "ERI"]
    assert (made.places[0].country, made.places[0].kind, made.persons[0].party.name) == ("ERI", "city", "Abiy Ahmed")


@pytest.mark.parametrize(
    ("series", "unit", "kind"), [("bilateral trade", "USD", "trade_turnover"), ("islands with visas", "islands", "indicator")]
)
def test_a_figure_in_free_words_is_of_the_series_that_they_name(series: str, unit: str, kind: str) -> None:
    row = {"fact": "indicator", "quote": "worth", "series": series, "unit": unit, "value": 5e9, "source": ["TUR"], "target": ["GRC"]}
    made = statement(row, "doc", "s1")
    assert (made.fact, made.kind, made.value) == (FactKind.INDICATOR, kind, 5e9)


def test_what_is_no_label_is_refused() -> None:
    with pytest.raises(KeyError):
        statement({"fact": "event"}, "doc", "s1")
    with pytest.raises(ValueError, match="rumour"):
        statement({"fact": "rumour", "quote": "x"}, "doc", "s1")
