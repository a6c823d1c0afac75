from __future__ import annotations

import re

import pytest

from detente.publish.markdown import chronology_markdown, escaped
from tests.publish.attacks import ATTACKS, poisoned
from tests.publish.sample import chronicle


@pytest.fixture(scope="module")
def document() -> str:
    return chronology_markdown(chronicle())


def test_lines_stand_under_their_year(document: str) -> None:
    _, _, after = document.partition("### 1995\n\n")
    first = after.splitlines()[0]
    assert first.startswith("- **11 July** Bill Clinton (United States): normalization of relations with Vietnam announced (")
    assert "2 sources" in first


def test_every_call_has_one_note_and_every_note_a_call(document: str) -> None:
    calls = re.findall(r"\[\^(\d+)\](?!:)", document)
    notes = re.findall(r"^\[\^(\d+)\]: ", document, re.MULTILINE)
    assert sorted(set(calls), key=int) == notes
    assert notes == [str(number) for number in range(1, len(notes) + 1)]


def test_every_quote_is_in_a_note(document: str) -> None:
    for line in chronicle().lines:
        for evidence in line.evidence:
            assert f"“{escaped(evidence.quote)}”" in document


def test_figures_are_a_table(document: str) -> None:
    assert re.search(r"^\| 2024 \| more than 134 billion USD \| Vietnam Customs \| \[\^\d+\] \|$", document, re.MULTILINE)


def test_what_is_not_past_and_what_is_undated_says_so(document: str) -> None:
    assert "(planned; official visit; 1 source)" in document
    assert "- **Date unknown** Parliamentary friendship groups meet in Hue" in document
    assert "- **Due up to 2030** Both sides: finish the clean-up of Bien Hoa" in document


def test_discrepancies_bring_both_quotes(document: str) -> None:
    assert re.search(r"\*\*Date, cannot both be right\*\*: .*“arrived in Hanoi.*” ?\[\^\d+\] against “landed in Hanoi", document)


@pytest.mark.parametrize("attack", ATTACKS)
def test_hostile_words_stay_words(attack: str, document: str) -> None:
    hostile = chronology_markdown(poisoned(chronicle(), attack))
    shape = [re.match(r"#{1,3} |- |\| ?|\[\^\d+\]: |$|\w", line) for line in hostile.splitlines()]
    assert all(shape)
    assert len(hostile.splitlines()) == len(document.splitlines())
    rows = [line for line in hostile.splitlines() if line.startswith("|")]
    assert [row.replace("\\|", "").count("|") for row in rows] == [row.count("|") for row in document.splitlines() if row.startswith("|")]
    assert not re.search(r"(?<!\\)<|://|www\.|(?<!\\)!?\[(?!\^\d+\])|(?<!\\)`|@", hostile)
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", hostile)


@pytest.mark.parametrize(("text", "written"), [("a | b", "a &#124; b"), ("10.5 km (net)", "10.5 km (net)"), ("*x*\n# y", r"\*x\* \# y")])
def test_only_what_acts_is_escaped(text: str, written: str) -> None:
    assert escaped(text) == written
