from __future__ import annotations

from dataclasses import replace

from detente.web.page import View
from detente.web.pages import people
from detente.web.selection import Selection
from tests.web.client import TestClient, found, parsed


def test_those_named_most_come_first(view: View) -> None:
    body = people.page(view).body
    assert isinstance(body, people.People)
    numbers = [person.events for person in body.people]
    assert numbers == sorted(numbers, reverse=True)
    assert {"Uhuru Kenyatta", "Ana Reyes"} <= {person.name for person in body.people}
    assert body.held == len(body.tenures) > 0


def test_a_name_is_sought_without_its_accents_and_case(view: View) -> None:
    body = people.page(replace(view, selection=Selection(words="KENYATTÁ"))).body
    assert isinstance(body, people.People)
    assert [person.name for person in body.people] == ["Uhuru Kenyatta"]


def test_a_person_has_offices_company_and_a_chronology(view: View) -> None:
    body = people.person(view, "Uhuru Kenyatta").body
    assert isinstance(body, people.Life)
    assert "Ana Reyes" in {meeting.name for meeting in body.met}
    assert body.total == sum(len(year.rows) for year in body.years)
    assert body.person.countries[0] == "KEN"


def test_nobody_is_not_found(view: View) -> None:
    assert people.person(view, "Nobody At All").status == 404


def test_every_name_in_the_list_has_a_page(shown: TestClient) -> None:
    for link in found(parsed(shown.get("/people")), "//tbody//th/a/@href"):
        assert shown.get(link).status_code == 200
