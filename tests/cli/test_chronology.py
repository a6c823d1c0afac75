from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.cli.conftest import Asked, Run
from tests.publish.sample import lines


def test_a_table_in_a_pipe_is_plain_lines(detente: Run, record: Asked) -> None:
    ran = detente("chronology")
    assert ran.code == 0
    rows = ran.out.splitlines()
    assert len(rows) == 14
    assert re.match(r"1995 +11 July +●  Bill Clinton \(United States\): normalization of relations", rows[1])
    assert "2 sources" in rows[1]
    assert rows[1].endswith(lines()[1].fact.id[:8])
    assert "(denied, refused or put off)" in rows[7]
    assert rows[-1].startswith("undated")
    assert not any(row.endswith(" ") for row in rows)
    assert ran.err == "United States – Vietnam: 14 events\n"


def test_json_is_the_lines_with_their_evidence(detente: Run, record: Asked) -> None:
    told = json.loads(detente("chronology", "--json").out)
    assert [line["fact"]["title"] for line in told] == [line.fact.title for line in lines()]
    assert told[1]["evidence"][1]["page"] == 4


def test_a_page_goes_to_stdout_or_to_a_file(detente: Run, record: Asked, tmp_path: Path) -> None:
    page = detente("chronology", "--to", "html").out
    assert page.startswith("<!doctype html>")
    ran = detente("chronology", "--to", "html", "-o", "page.html")
    assert (ran.out, ran.err) == ("", "wrote page.html\n")
    assert (tmp_path / "page.html").read_text(encoding="utf-8") == page


@pytest.mark.parametrize(("form", "start"), [("md", "# United States – Vietnam"), ("json", '{"parties": ["USA", "VNM"]')])
def test_other_forms(form: str, start: str, detente: Run, record: Asked) -> None:
    assert detente("chronology", "--to", form).out.startswith(start)


def test_a_table_has_no_file(detente: Run, record: Asked) -> None:
    ran = detente("chronology", "-o", "lines.txt")
    assert ran.code == 2
    assert "-o needs a format" in ran.err


def test_a_terminal_gets_columns_that_fit_it(detente: Run, record: Asked, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm")
    out = detente("chronology").out
    plain = re.sub(r"\x1b\[[0-9;]*m", "", out)
    assert max(map(len, plain.splitlines())) <= 100
    assert out.count("1995") == 1
    assert "\x1b[3" not in out
