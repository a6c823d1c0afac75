from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.model.edtf import Edtf
from detente.model.span import Span
from detente.model.statement import Status
from detente.publish.data import dumps, plain
from tests.publish.attacks import ATTACKS
from tests.publish.sample import chronicle, lines


@given(st.text())
def test_any_text_survives(text: str) -> None:
    assert json.loads(dumps({"quote": text}))["quote"] == text


@pytest.mark.parametrize("text", ATTACKS)
def test_a_terminal_finds_nothing_to_obey(text: str) -> None:
    written = dumps(text)
    assert json.loads(written) == text
    assert all(ord(char) >= 0x20 and not 0x7F <= ord(char) <= 0x9F and char not in "\u2028\u202e\u2066" for char in written)


def test_dates_bring_their_ends() -> None:
    assert plain(Edtf.parse("1995-07")) == {"edtf": "1995-07", "earliest": "1995-07-01", "latest": "1995-07-31"}
    assert plain(Edtf.parse("1995/.."))["latest"] is None


def test_records_become_what_json_holds() -> None:
    assert plain({"span": Span(1, 3), "status": Status.PLANNED, "many": (1, None)}) == {
        "span": {"start": 1, "end": 3},
        "status": "planned",
        "many": [1, None],
    }


def test_a_line_tells_its_fact_and_every_statement() -> None:
    line = json.loads(dumps(plain(lines()[1])))
    assert line["fact"]["kind"] == "normalization_announced"
    assert [told["statement"]["quote"] for told in line["evidence"]] == [told.quote for told in lines()[1].evidence]
    assert line["evidence"][0]["statement"]["start"] == 120


def test_a_whole_chronicle_is_data() -> None:
    told = json.loads(dumps(plain(chronicle())))
    assert len(told["lines"]) == 14
    assert told["sources"]["refused"][0]["path"] == "letters/broken.docx"
