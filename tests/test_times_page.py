"""Everything that the page about times shows is what the program does."""

from __future__ import annotations

import re
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path

import pytest

import detente

PAGE = (Path(__file__).parents[1] / "docs" / "times.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)
ROWS = [
    tuple(cell.strip() for cell in cells)
    for row in re.findall(r"^\| (.+) \| (.+) \| (.+) \|$", PAGE.split("## What the values look like")[1].split("##")[0], re.MULTILINE)
    for cells in zip(*(cell.split(";") for cell in row), strict=False)
]
SHOWN = [row for row in ROWS if row[0] != "text" and "written in" not in row[0] and " and " not in row[1] and "none" not in row[2]]


def test_the_first_example_prints_what_stands_below_it() -> None:
    out = StringIO()
    with redirect_stdout(out):
        exec(BLOCKS[0], {})
    told = [line.removeprefix("# ").split() for line in BLOCKS[0].splitlines() if line.startswith("# ")]
    assert [line.split() for line in out.getvalue().splitlines()] == told


def test_the_examples_of_edtf_say_what_they_give() -> None:
    names: dict[str, object] = {}
    for line in BLOCKS[1].splitlines():
        code, _, told = line.partition("  # ")
        if told and "the first" not in told:
            value = eval(code, names)
            assert getattr(value, "text", str(value)) == told.strip()
        else:
            exec(code, names)


@pytest.mark.parametrize(("text", "value", "edtf"), SHOWN)
def test_every_value_of_the_table(text: str, value: str, edtf: str) -> None:
    sentence = text if text[:1].isupper() or text[:1].isdigit() else f"It was so {text}."
    first = detente.times(sentence, published="2025-05-01")[0]
    assert (first.value, first.edtf and first.edtf.text) == (value, edtf)


def test_the_table_is_read() -> None:
    assert len(SHOWN) > 20
