from __future__ import annotations

import json

from tests.cli.conftest import Asked, Run


def test_the_state_of_things_is_a_table(detente: Run, record: Asked) -> None:
    ran = detente("status", "--as-of", "2014-06-01")
    assert ran.code == 0
    rows = ran.out.splitlines()
    assert rows[0] == "United States – Vietnam on 1 June 2014"
    assert rows[1].startswith("Level       Comprehensive Partnership, since 25 July 2013")
    assert any(
        row.startswith("Agreements  United States: permanent normal trade relations granted to Vietnam (December 2006, in force)")
        for row in rows
    )
    assert any(row.startswith("Promised    Both sides: finish the clean-up of Bien Hoa (due up to 2030)") for row in rows)
    assert any("two-way trade: more than 134 billion USD (2024, Vietnam Customs)" in row for row in rows)


def test_it_says_what_was_known_when(detente: Run, record: Asked) -> None:
    assert detente("status", "--as-of", "2014", "--known-on", "2020-01-01").out.startswith(
        "United States – Vietnam on 2014, as known on 1 January 2020"
    )


def test_json(detente: Run, record: Asked) -> None:
    told = json.loads(detente("status", "--as-of", "2014-06-01", "--json").out)
    assert told["level"]["level"] == "Comprehensive Partnership"
    assert told["level"]["since"]["edtf"] == "2013-07-25"


def test_a_bad_day_could_not_run(detente: Run, record: Asked) -> None:
    assert detente("status", "--as-of", "then").code == 2
