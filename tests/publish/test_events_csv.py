from __future__ import annotations

import csv
import io
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.model.edtf import Edtf
from detente.publish.events_csv import COLUMNS, cell, codebook_csv, events_csv, precision
from tests.publish import sample
from tests.publish.attacks import ATTACKS, poisoned

STARTS = ("=", "+", "-", "@", "\t", "\r", "|", "%")


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_a_line_is_a_row_and_comes_back_as_it_went() -> None:
    lines = sample.lines()
    read = rows(events_csv(lines))
    assert [row["id"] for row in read] == [line.fact.id for line in lines]
    assert [row["title"] for row in read] == [line.fact.title for line in lines]
    assert [int(row["sources"]) for row in read] == [line.fact.sources for line in lines]
    assert [int(row["statements"]) for row in read] == [len(line.evidence) for line in lines]
    assert all(set(row) == set(COLUMNS) for row in read)


def test_codes_and_dates_are_those_of_the_fact() -> None:
    clinton = rows(events_csv(sample.lines()))[1]
    assert (clinton["plover"], clinton["date"], clinton["precision"]) == ("AGREE", "1995-07-11", "day")
    assert (clinton["earliest"], clinton["latest"], clinton["date_basis"]) == ("1995-07-11", "1995-07-11", "stated")
    assert (clinton["source"], clinton["persons"]) == ("USA; VNM", "Bill Clinton")
    assert clinton["quote"].startswith("On 11 July 1995")


def test_nothing_told_is_a_header_alone() -> None:
    assert events_csv(()) == ",".join(COLUMNS) + "\r\n"


def test_the_page_explains_every_column_in_the_words_of_the_codebook(root: Path) -> None:
    text = (root / "docs/exports.md").read_text(encoding="utf-8")
    assert [name for name, meaning in COLUMNS.items() if f"| `{name}` | {meaning} |" not in text] == []


def test_the_codebook_tells_every_column_and_every_code_that_is_used() -> None:
    told = rows(codebook_csv())
    assert [row["column"] for row in told if not row["value"]] == list(COLUMNS)
    meant = {(row["column"], row["value"]) for row in told if row["meaning"]}
    for row in rows(events_csv(sample.lines())):
        for name in ("kind", "quadrant", "date_basis", "status", "review"):
            assert not row[name] or (name, row[name]) in meant


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("2018-07-09", "day"),
        ("2018-07-09~", "day"),
        ("2018-07", "month"),
        ("2018", "year"),
        ("-0043", "year"),
        ("-0043-03-15", "day"),
        ("197X", "interval"),
        ("2018-21", "interval"),
        ("1998/2000", "interval"),
        ("../2030", "interval"),
    ],
)
def test_precision_is_how_finely_the_date_is_written(text: str, told: str) -> None:
    line = sample.lines()[0]
    assert precision(replace(line, fact=replace(line.fact, date=Edtf.parse(text)))) == told


def test_an_undated_line_has_no_precision() -> None:
    line = sample.lines()[0]
    assert precision(replace(line, fact=replace(line.fact, date=None))) == "unknown"


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "|calc", "%0A=1", "\t=1", " =1", "\r\n=1"])
def test_a_cell_that_a_spreadsheet_would_act_on_is_marked(text: str) -> None:
    assert cell(text).startswith("'")


@given(st.text())
def test_no_text_starts_a_formula_and_all_of_it_comes_back(text: str) -> None:
    shown = cell(text)
    assert not shown.startswith(STARTS)
    buffer = io.StringIO(newline="")
    csv.writer(buffer).writerow([shown, "x"])
    assert list(csv.reader(io.StringIO(buffer.getvalue(), newline=""))) == [[shown, "x"]]


def test_numbers_stay_numbers() -> None:
    assert [cell(value) for value in (-2.0, 134e9, 0.1, 3, None)] == ["-2", "134000000000", "0.1", "3", ""]


@pytest.mark.parametrize("attack", ATTACKS)
def test_hostile_words_stay_in_their_cell(attack: str) -> None:
    lines = poisoned(sample.lines(), attack)
    read = rows(events_csv(lines))
    assert len(read) == len(lines)
    assert not any(row["title"].startswith(STARTS) or row["quote"].startswith(STARTS) for row in read)
