"""Every command on a real record: the example folder, built once."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from tests.cli.conftest import Run

BUILD = ("build", "examples/vietnam-us", "--between", "Vietnam", "United States", "--at", "2026-01-05T09:00:00Z")


@pytest.fixture(scope="module")
def built(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The record of the example folder."""
    place = tmp_path_factory.mktemp("whole") / "vietnam-us.detente"
    command = [sys.executable, "-m", "detente", *BUILD, "--record", str(place)]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    assert done.returncode == 1, done.stderr
    assert re.search(r"^refused examples/vietnam-us/\S+: damaged: ", done.stderr, re.MULTILINE)
    return place


@pytest.fixture(autouse=True)
def chosen(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The environment names the record."""
    monkeypatch.setenv("DETENTE_RECORD", str(built))


def test_every_line_of_the_chronology_can_be_shown(detente: Run) -> None:
    lines = json.loads(detente("chronology", "--json").out)
    assert len(lines) > 30
    for line in lines[:5]:
        ran = detente("show", line["fact"]["id"][:8])
        assert ran.code == 0
        assert ran.out.startswith(line["fact"]["title"])


def test_the_page_shows_every_line_and_every_quote(detente: Run) -> None:
    lines = json.loads(detente("chronology", "--json").out)
    page: Any = html.document_fromstring(detente("chronology", "--to", "html").out)
    for line in lines:
        (details,) = page.xpath(f"//details[@id='f-{line['fact']['id']}']")
        shown = [" ".join(mark.text_content().split()) for mark in details.xpath(".//mark")]
        assert shown == [" ".join(told["quote"].replace("\r", "\n").split()) for told in line["evidence"]]
    targets = page.xpath("//@id")
    assert len(targets) == len(set(targets))
    assert {link[1:] for link in page.xpath("//@href")} <= set(targets)


def test_the_page_depends_on_the_record_alone(built: Path, root: Path) -> None:
    def page(seed: str) -> bytes:
        command = [sys.executable, "-m", "detente", "chronology", "--to", "html"]
        environment = {**os.environ, "PYTHONHASHSEED": seed, "DETENTE_RECORD": str(built)}
        return subprocess.run(command, capture_output=True, env=environment, check=True).stdout

    assert page("1") == page("2")


def test_the_document_has_a_note_for_every_quote(detente: Run) -> None:
    document = detente("chronology", "--to", "md").out
    notes = set(re.findall(r"^\[\^(\d+)\]: “", document, re.MULTILINE))
    assert notes == set(re.findall(r"\[\^(\d+)\](?!:)", document))


def test_the_other_questions_are_answered(detente: Run) -> None:
    assert "Normalized relations" in detente("status", "--as-of", "2000-01-01").out
    assert detente("conflicts", "--all").code == 0
    assert "«" in detente("find", "embargo").out
    assert detente("find", "--party", "Vietnam", "--since", "2015", "--top", "3", "--json").code == 0
    assert "spans" in detente("verify").out or "statements" in detente("verify").out


def test_a_filtered_chronology_says_so(detente: Run) -> None:
    page = detente("chronology", "--since", "2015", "--to", "html").out
    assert "The chronology is a part of the record, as it was asked for." in page
    assert 'id="y1995"' not in page
