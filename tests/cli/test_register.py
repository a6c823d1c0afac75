import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.factory import keep

ROW = {"id": "1", "visitor": "President Uhuru Kenyatta", "role": "President", "country_from": ["Kenya"], "start_date": "2014-08-04"}


@pytest.fixture
def record(tmp_path: Path) -> str:
    return str(keep(tmp_path / "r.detente", ("KEN", "USA")))


@pytest.fixture
def visits(tmp_path: Path) -> str:
    place = tmp_path / "visits.jsonl"
    place.write_text(json.dumps(ROW), encoding="utf-8")
    return str(place)


def test_a_register_is_added_listed_and_removed(detente: Run, record: str, visits: str) -> None:
    ran = detente("register", "add", "visits", visits, "--record", record, "--at", "2024-02-01")
    assert ran.code == 0
    assert "1 row: 1 kept, 0 about others" in ran.out
    ran = detente("register", "list", "--record", record)
    assert "visits" in ran.out
    assert "4 August 2014" in ran.out
    assert detente("register", "add", "visits", visits, "--record", record, "--at", "2024-02-01").out.startswith("replaced visits")
    assert "removed visits" in detente("register", "remove", "visits", "--record", record).out
    ran = detente("register", "list", "--record", record)
    assert (ran.code, ran.out) == (0, "")
    assert "no registers" in ran.err


def test_rows_that_cannot_be_used_are_named_and_the_rest_are_used(detente: Run, record: str, visits: str) -> None:
    with Path(visits).open("a", encoding="utf-8") as file:
        file.write("\nbroken" * 12)
    ran = detente("register", "add", "visits", visits, "--record", record)
    assert ran.code == 1
    assert "not used: line 2: the line is not an object of JSON" in ran.err
    assert "... and 2 more" in ran.err
    assert "12 not used" in ran.out
    assert detente("register", "list", "--rows", "--record", record).out.count("not an object of JSON") == 12


def test_answers_for_programs(detente: Run, record: str, visits: str) -> None:
    added = json.loads(detente("register", "add", "visits", visits, "--record", record, "--at", "2024-02-01", "--json").out)
    assert (added["entry"]["kept"], added["statements"], added["replaced"]) == (1, 1, False)
    (listed,) = json.loads(detente("register", "list", "--record", record, "--json").out)
    assert (listed["name"], listed["since"]) == ("visits", "2024-02-01T00:00:00Z")
    assert json.loads(detente("register", "remove", "visits", "--record", record, "--json").out) == {"removed": "visits", "facts": 0}


def test_show_says_what_registers_say(detente: Run, record: str, visits: str) -> None:
    detente("register", "add", "visits", visits, "--record", record)
    (line,) = json.loads(detente("chronology", "--record", record, "--json").out)
    assert "Register visits alone tells of it" in detente("show", line["fact"]["id"], "--record", record).out


@pytest.mark.parametrize("arguments", [("treaties",), ("visits", "--name", "A b"), ("visits", "--at", "soon")])
def test_what_makes_no_sense_ends_with_2(detente: Run, record: str, visits: str, arguments: tuple[str, ...]) -> None:
    kind, *options = arguments
    assert detente("register", "add", kind, visits, *options, "--record", record).code == 2
