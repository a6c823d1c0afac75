import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.model.register import Row, RowProblem
from detente.read.registers.lines import LONGEST, json_rows

COLUMNS = {"visitor": "visitor", "to": "country_visited", "start": "start_date", "number": "number"}


def rows(text: str) -> list[Row | RowProblem]:
    return list(json_rows(text, COLUMNS))


def test_a_row_is_written_to_be_read_and_knows_where_each_value_stands() -> None:
    line = '{"visitor": "Tô Lâm", "country_visited": ["Cuba", "Ireland"], "start_date": "2024-09-26", "extra": null, "number": 7}'
    (row,) = rows(f"\n{line}\r\n")
    assert isinstance(row, Row)
    assert row.place == "line 2"
    assert row.text == "visitor: Tô Lâm; country visited: Cuba, Ireland; start date: 2024-09-26; number: 7"
    assert [field.value for field in row.fields["to"]] == ["Cuba", "Ireland"]
    for fields in row.fields.values():
        assert all(field.span.of(row.text) == field.value for field in fields)
    assert row.value("number") == "7"


@pytest.mark.parametrize(
    "line",
    [
        "{",
        "[1]",
        '{"visitor": "Ana"',
        '{"visitor" "Ana"}',
        '{"visitor": "Ana"} x',
        "word",
        '{"country_visited": ["Cuba"',
        '{"visitor": nope}',
    ],
)
def test_a_bad_line_is_a_problem_and_the_rest_go_on(line: str) -> None:
    bad, good = rows(f'{line}\n{{"visitor": "Ana Brnabić"}}')
    assert isinstance(bad, RowProblem)
    assert bad.place == "line 1"
    assert isinstance(good, Row)


def test_empty_values_are_not_there() -> None:
    (row,) = rows('{"visitor": " ", "country_visited": [], "start_date": null}')
    assert isinstance(row, Row)
    assert row.fields == {}
    assert (row.first("visitor"), row.value("visitor"), row.first(None)) == (None, "", None)


def test_a_row_of_unbelievable_length_is_a_problem() -> None:
    (row,) = rows('{"visitor": "' + "a" * LONGEST + '"}')
    assert isinstance(row, RowProblem)


@given(st.text())
def test_no_text_raises(text: str) -> None:
    assert all(isinstance(row, Row | RowProblem) for row in rows(text))
