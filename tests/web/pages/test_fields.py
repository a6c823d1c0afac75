from __future__ import annotations

from detente.web.page import View
from detente.web.pages import fields


def test_rows_have_a_cell_for_each_column_and_add_up(view: View) -> None:
    body = fields.page(view).body
    assert isinstance(body, fields.Fields)
    for row in body.rows:
        assert len(row.cells) == len(body.columns)
        assert sum(cell.number for cell in row.cells) <= row.total
        assert all(0 <= cell.shade <= fields.SHADES for cell in row.cells)
        assert all((cell.shade == 0) == (cell.number == 0) for cell in row.cells)
