from __future__ import annotations

from dataclasses import replace

import pytest

from detente.model.fact import Review
from detente.publish.citation import Work, cite
from tests.publish.attacks import ATTACKS
from tests.publish.sample import chronicle

WORK = Work(
    "Ethiopia – Eritrea: a record",
    "0a1b2c3d4e5f",
    "2024-03-10",
    "detente 0.1.0",
    12,
    "Institute & Sons",
    "CC BY 4.0",
    "https://example.org/r/",
)
FACT = chronicle().lines[0].fact
PLACE = f"https://example.org/r/event/{FACT.id}.html"


def test_a_citation_names_edition_publisher_address_and_leaves_room_for_the_day_of_access() -> None:
    text = cite(WORK).text
    assert text == (
        "Ethiopia – Eritrea: a record. Edition of 10 March 2024, version 0a1b2c3d4e5f. Institute & Sons. "
        "Compiled by rules with detente 0.1.0 from 12 documents. <https://example.org/r/>. Accessed [day of access]."
    )


def test_an_event_that_nobody_looked_at_is_cited_as_such() -> None:
    assert "not reviewed by a person" in cite(WORK, FACT, PLACE).text
    assert "not reviewed by a person" in cite(WORK, FACT, PLACE).csl["note"]
    ruled = cite(WORK, replace(FACT, review=Review.ACCEPTED), PLACE)
    assert "not reviewed" not in ruled.text + ruled.bibtex + str(ruled.csl)


def test_reference_managers_get_the_address_and_the_day_of_the_edition() -> None:
    csl = cite(WORK, FACT, PLACE).csl
    assert (csl["type"], csl["URL"], csl["container-title"]) == ("entry", PLACE, WORK.title)
    assert csl["issued"] == {"date-parts": [[2024, 3, 10]]}
    assert cite(WORK).csl["type"] == "dataset"


def test_without_a_day_or_an_address_nothing_is_made_up() -> None:
    bare = cite(Work("A record", "00", "", "detente", 1))
    assert bare.text == "A record. Edition, version 00. Compiled by rules with detente from 1 document. Accessed [day of access]."
    assert set(bare.csl) == {"id", "type", "title", "version"}
    assert "url" not in bare.bibtex


@pytest.mark.parametrize("attack", ATTACKS)
def test_no_title_breaks_out_of_its_field(attack: str) -> None:
    entry = cite(WORK, replace(FACT, title=f"{attack} }} \\input{{x}}"), PLACE).bibtex
    plain = entry.replace("\\{", "").replace("\\}", "")
    assert plain.count("{") == plain.count("}")
    assert len(entry.splitlines()) == len(cite(WORK, FACT, PLACE).bibtex.splitlines())
    assert "\\input" not in entry.replace("\\textbackslash{}input", "")
