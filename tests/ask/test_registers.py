import json
from pathlib import Path

import pytest

from detente.ask import open_record, show
from detente.ask.registers import verdicts, verdicts_on
from detente.ask.views import RegisterVerdict, Stance
from detente.model.statement import Statement
from detente.pipeline.registers import add_register
from tests.factory import document, extraction, keep, statement

KENYATTA = {"id": "1", "visitor": "President Uhuru Kenyatta", "role": "President", "country_from": ["Kenya"]}
VISITS = (
    {**KENYATTA, "start_date": "2014-08-04", "end_date": "2014-08-06"},
    {**KENYATTA, "id": "2", "start_date": "2021-10-14", "end_date": "2021-10-14"},
    {"id": "3", "visitor": "President Macky Sall", "role": "President", "country_from": ["Senegal"], "start_date": "2024-01-01"},
)
TEXT = "President Uhuru Kenyatta, President Daniel Kamau and Deputy President William Ruto of Kenya were in the United States."
AT = "2024-01-01T00:00:00Z"


def said(date: str | None, person: str = "Uhuru Kenyatta/KEN/President", sides: str = "KEN>USA", **more: object) -> Statement:
    return statement(document(TEXT), TEXT[:-1], str(more.pop("kind", "visit")), sides, date, persons=[person] if person else [], **more)


def record(folder: Path, *statements: Statement) -> Path:
    doc = document(TEXT)
    taken = [(extraction(doc, *statements), AT)] if statements else []
    place = keep(folder / "r.detente", ("KEN", "USA"), *taken)
    visits = folder / "visits.jsonl"
    visits.write_text("\n".join(json.dumps(row) for row in VISITS), encoding="utf-8")
    add_register(place, "visits", visits, at="2024-02-01")
    return place


def verdict(folder: Path, one: Statement) -> RegisterVerdict | None:
    with open_record(record(folder, one)) as held:
        fact = next(f for f in held.facts() if one.id in {s.statement for s in f.supports})
        found = verdicts(held, fact)
        assert found == show(held, fact.id).registers
        assert len(found) <= 1
        return found[0] if found else None


@pytest.mark.parametrize(
    ("one", "stance", "reason"),
    [
        (said("2014-08-04/2014-08-06"), Stance.CONFIRMS, "4–6 August 2014"),
        (said("2014-08"), Stance.NARROWS, "from August 2014 to 4–6 August 2014"),
        (said(None), Stance.CONFIRMS, "it lists 2 such, and no report tells which is meant (4–6 August 2014, 14 October 2021)"),
        (said("2020/2023"), Stance.NARROWS, "to 14 October 2021"),
        (said(None, "Daniel Kamau/KEN/President"), Stance.SILENT, "no such visit"),
        (said("2014-08-09"), Stance.CONTRADICTS, "the documents have 9 August 2014"),
        (said("2014-08-05", "Daniel Kamau/KEN/President"), Stance.CONTRADICTS, "the register names Uhuru Kenyatta"),
        (said("2016-05-05"), Stance.SILENT, "no such visit (5 May 2016)"),
        (said("2016-05-05", status="planned"), Stance.SILENT, "only planned"),
        (said("2016-05-05", status="denied"), Stance.SILENT, "did not take place"),
        (said("2014-08-05", "William Ruto/KEN/Deputy President"), Stance.OUTSIDE, "William Ruto is told of as Deputy President"),
        (said("2016-05-05", ""), Stance.OUTSIDE, "nobody is named"),
        (said("2015-07-24", "Barack Obama/USA/President", "USA>KEN"), Stance.OUTSIDE, "the other side is Kenya"),
        (said("1964-05-05"), Stance.OUTSIDE, "before 4 August 2014, where the register begins"),
        (said("2025-05-05"), Stance.OUTSIDE, "after 1 January 2024, where the register ends"),
    ],
)
def test_what_a_register_says_to_a_visit(tmp_path: Path, one: Statement, stance: Stance, reason: str) -> None:
    found = verdict(tmp_path, one)
    assert found is not None
    assert found.stance is stance
    assert reason in found.reason
    assert bool(found.rows) is (stance in (Stance.CONFIRMS, Stance.NARROWS, Stance.CONTRADICTS))


def test_a_register_says_nothing_to_what_it_is_not_about(tmp_path: Path) -> None:
    assert verdict(tmp_path, said("2014-08-05", kind="agreement_signed", sides="KEN,USA")) is None


def test_a_fact_that_only_a_register_tells_of_is_said_to_be_so(tmp_path: Path) -> None:
    with open_record(record(tmp_path)) as held:
        facts = list(held.facts())
        assert [[v.stance for v in verdicts(held, fact)] for fact in facts] == [[Stance.TELLS]] * 2


def test_a_record_without_registers_is_not_asked(tmp_path: Path) -> None:
    one = said("2014-08")
    with open_record(keep(tmp_path / "r.detente", ("KEN", "USA"), (extraction(document(TEXT), one), AT))) as held:
        assert verdicts(held, next(held.facts())) == ()
        assert verdicts_on(held, one) == ()


def test_a_claim_that_the_record_does_not_hold_is_judged_by_the_same_rules(tmp_path: Path) -> None:
    with open_record(record(tmp_path)) as held:
        stances = [verdicts_on(held, one)[0].stance for one in (said("2014-08-05"), said("2014-08"), said("2016-05-05"))]
    assert stances == [Stance.CONFIRMS, Stance.NARROWS, Stance.SILENT]
