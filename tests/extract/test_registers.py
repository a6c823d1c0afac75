import json

import pytest

from detente.extract.registers import RowError, days_of, row_statements
from detente.model.register import Row
from detente.model.statement import FactKind, Statement
from detente.read.registers.lines import json_rows
from detente.rules.registers import RegisterKind, parse_kind, register_kind

SUM = "a" * 64


def row(kind: RegisterKind, **cells: object) -> Row:
    (found,) = json_rows(json.dumps(cells, ensure_ascii=False), kind.columns)
    assert isinstance(found, Row)
    return found


def visit(**cells: object) -> list[Statement]:
    kind = register_kind("visits")
    whole = {"id": "9", "visitor": "President Kenyatta", "role": "President", "country_from": ["Kenya"], "start_date": "2014-08-04"}
    return row_statements(row(kind, **{**whole, "country_visited": "United States", **cells}), kind, SUM)


def travel(**cells: object) -> list[Statement]:
    kind = register_kind("travels")
    whole = {"id": "9", "visitor": "John Forbes Kerry", "role": "secretary", "country_visited": ["Kenya"], "start_date": "2015-05-03"}
    return row_statements(row(kind, **{**whole, **cells}), kind, SUM)


def names(said: Statement) -> list[str]:
    return [p.party.name for p in said.persons]


def test_a_visit_with_its_days_sides_and_visitor() -> None:
    (said,) = visit(end_date="2014-08-06", description="Working visit.")
    assert (said.fact, said.kind, str(said.date and said.date.edtf)) == (FactKind.EVENT, "working_visit", "2014-08-04/2014-08-06")
    assert [[p.party.country for p in side] for side in (said.source, said.target)] == [["KEN"], ["USA"]]
    assert [p.span.of(said.quote) for p in (*said.source, *said.target, *said.persons)] == ["Kenya", "United States", "President Kenyatta"]
    assert (said.rule, said.document, said.persons[0].party.office) == ("register:visits", SUM, "President")
    assert said.date is not None
    assert said.date.span is not None
    assert said.date.span.of(said.quote).startswith("2014-08-04")


def test_a_visit_of_one_day_has_one_date() -> None:
    (said,) = visit(end_date="2014-08-04")
    assert said.date is not None
    assert said.date.edtf.is_day


def test_a_row_that_stands_later_in_the_document_is_pointed_to_there() -> None:
    kind = register_kind("visits")
    found = row(kind, visitor="King Letsie III", role="King", country_from=["Lesotho"], start_date="2014-08-04")
    (said,) = row_statements(found, kind, SUM, 100)
    text = " " * 100 + found.text
    assert said.span.of(text) == said.quote == found.text
    assert said.persons[0].span.of(text) == "King Letsie III"
    assert said.target[0].span == said.span, "the kind of register tells where the visit went, and no column"


def test_whom_the_visitor_met_is_a_meeting_of_both_sides() -> None:
    said, met = sorted(visit(description="Met with President Obama at the Leaders Summit."), key=lambda s: s.kind, reverse=True)
    assert (said.kind, met.kind) == ("visit", "meeting")
    assert names(met)[1] == "Barack Obama"
    assert met.source == met.target
    assert met.persons[1].span.of(met.quote) == "President Obama"


@pytest.mark.parametrize(
    ("remark", "met"),
    [
        ("Met with President Uhuru Kenyatta and Foreign Minister Amina Mohamed.", ["Uhuru Kenyatta", "Amina Mohamed"]),
        ("Met with President Uhuru Kenyatta and paid his respects to the family of President Moi.", ["Uhuru Kenyatta"]),
        ("Met with Russian President Vladimir Putin.", []),
        ("Met with senior Kenyan officials.", []),
        ("Met with King Abdullah II.", []),
        ("Met with UN Secretary General Ban Ki-moon.", []),
    ],
)
def test_only_the_hosts_are_met(remark: str, met: list[str]) -> None:
    said = [s for s in travel(description=remark) if s.kind == "meeting"]
    assert [name for s in said for name in names(s)[1:]] == met


def test_a_journey_in_company_names_whose_journey_it_was() -> None:
    (said,) = travel(visitor="Antony John Blinken", start_date="2023-09-10", description="Accompanied President Biden.")
    assert names(said) == ["Antony Blinken", "Joe Biden"]


def test_places_are_found_in_the_country_visited() -> None:
    (said,) = travel(locale="Nairobi, Somewhere Unheard Of")
    assert [(p.name, p.country, p.lat is not None) for p in said.places] == [
        ("Nairobi", "KEN", True),
        ("Somewhere Unheard Of", "KEN", False),
    ]
    assert [p.span.of(said.quote) for p in said.places] == ["Nairobi", "Somewhere Unheard Of"]


def test_an_ambassador_is_appointed_presents_credentials_and_serves() -> None:
    kind = register_kind("chiefs-of-mission")
    cells = {"person": "Jean Kennedy Smith", "role": "ambassador-e-p", "territory": "ireland", "appointed": "1993-06-17"}
    said = row_statements(row(kind, **cells, credentials="1993-06-24", ended="1998-09-17"), kind, SUM)
    assert {s.kind: str(s.date and s.date.edtf) for s in said} == {
        "ambassador_appointed": "1993-06-17",
        "credentials_presented": "1993-06-24",
        "tenure": "1993-06-24/1998-09-17",
    }
    assert dict(next(s for s in said if s.kind == "tenure").detail)["office"] == "Ambassador Extraordinary and Plenipotentiary"


def test_a_charge_daffaires_only_serves_and_an_end_that_is_not_listed_stays_open() -> None:
    kind = register_kind("chiefs-of-mission")
    cells = {"person": "L. Desaix Anderson", "role": "charge-daffaires-ad-interim", "territory": "vietnam", "credentials": "1995-08-26"}
    (said,) = row_statements(row(kind, **cells), kind, SUM)
    assert (said.kind, str(said.date and said.date.edtf)) == ("tenure", "1995-08-26/..")


def test_an_office_holder_is_known_to_have_served_until_last_seen() -> None:
    kind = register_kind("office-holders")
    cells = {"country": "Kenya", "role": "chief of state", "holder": "President William RUTO", "since": "2022-09-13"}
    (said,) = row_statements(row(kind, **cells, last_seen="2026-01-22"), kind, SUM)
    assert (said.fact, names(said), str(said.date and said.date.edtf)) == (FactKind.TENURE, ["William Ruto"], "2022-09-13/2026-01-22")
    assert said.target == ()


@pytest.mark.parametrize(("holder", "office"), [("President William RUTO", "President"), ("William RUTO", "chief of state")])
def test_an_office_is_the_title_before_the_name_or_else_what_the_column_says(holder: str, office: str) -> None:
    kind = register_kind("office-holders")
    (said,) = row_statements(row(kind, country="Kenya", role="chief of state", holder=holder, since="2022-09-13"), kind, SUM)
    assert dict(said.detail) == {"office": office}


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        ({"country_from": ["Atlantis"]}, "Atlantis"),
        ({"country_from": []}, "no party stands in the column country_from"),
        ({"start_date": "soon"}, "'soon' is no date"),
        ({"start_date": "2014-02-31"}, "no date"),
        ({"start_date": None}, "no date stands in the column start_date"),
        ({"end_date": "2013-08-04"}, "before it begins"),
    ],
)
def test_a_row_that_cannot_be_read_says_why(cells: dict[str, object], said: str) -> None:
    with pytest.raises(RowError, match=said):
        visit(**cells)


def test_a_seat_that_is_empty_says_whose_it_is() -> None:
    kind = register_kind("office-holders")
    with pytest.raises(RowError, match="vacant") as caught:
        row_statements(row(kind, country="Chad", role="ambassador to the US", holder="ambassador (vacant)", since="2021"), kind, SUM)
    assert caught.value.codes == {"TCD", "USA"}


def test_both_sides_of_what_is_done_together() -> None:
    text = "columns: {a: A, b: B, d: D}\nstatements: [{kind: agreement_signed, source: a, target: b, mutual: true, date: d}]"
    kind = parse_kind("treaties", text)
    (said,) = row_statements(row(kind, A="Ethiopia", B="Eritrea", D="2018-07-09"), kind, SUM)
    assert said.fact is FactKind.AGREEMENT
    assert [p.party.country for p in said.source] == [p.party.country for p in said.target] == ["ETH", "ERI"]


def test_the_days_of_a_row() -> None:
    kind = register_kind("visits")
    assert days_of(row(kind, start_date="2014-08-04", end_date="2014-08"), kind) == ("2014-08-01", "2014-08-31")
    assert days_of(row(kind, start_date="never"), kind) == (None, None)
