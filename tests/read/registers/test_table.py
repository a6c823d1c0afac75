import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.model.errors import ReadError
from detente.model.register import Row, RowProblem
from detente.read.registers.table import csv_rows, header_of

COLUMNS = {"who": "Guest", "from": "Country", "day": "Day"}


def rows(text: str) -> list[Row | RowProblem]:
    return list(csv_rows(text, COLUMNS, "guests.csv"))


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_cells_are_found_by_their_headings_whatever_separates_them(separator: str) -> None:
    text = "\n".join(separator.join(cells) for cells in (["Country", "Guest", "Day"], ["Eritrea", "Isaias Afwerki", "2018-07-14"]))
    (row,) = rows(text + "\n")
    assert isinstance(row, Row)
    assert (row.value("who"), row.value("from"), row.value("day")) == ("Isaias Afwerki", "Eritrea", "2018-07-14")
    assert all(field.span.of(row.text) == field.value for fields in row.fields.values() for field in fields)


def test_quoted_cells_hold_separators_marks_and_line_ends() -> None:
    first, second = rows('Guest,Country,Day\n"Abiy ""Ahmed"", PM","Ethiopia\nAddis",2018\nSahle-Work Zewde,Ethiopia,2019')
    assert isinstance(first, Row)
    assert first.value("who") == 'Abiy "Ahmed", PM'
    assert first.value("from") == "Ethiopia\nAddis"
    assert isinstance(second, Row)
    assert second.place == "line 4"


def test_a_row_with_too_few_cells_is_a_problem_and_the_rest_go_on() -> None:
    bad, good = rows("Guest,Country,Day\nSomebody,Kenya\nWilliam Ruto,Kenya,2024-05-23")
    assert isinstance(bad, RowProblem)
    assert "2 cells for 3 headings" in bad.reason
    assert isinstance(good, Row)


def test_a_file_with_none_of_the_columns_is_refused() -> None:
    with pytest.raises(ReadError, match="heading"):
        rows("a,b\n1,2\n")


def test_the_line_of_headings_is_the_first_that_says_anything() -> None:
    assert header_of("\n \nGuest,Day\r\nx,y") == "Guest,Day"


@given(st.text())
def test_no_text_below_the_headings_raises(text: str) -> None:
    assert all(isinstance(row, Row | RowProblem) for row in rows(f"Guest,Country,Day\n{text}"))
