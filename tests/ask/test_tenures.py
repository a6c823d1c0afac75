from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from detente.ask import open_record, show, state
from detente.model.reading import Extraction
from detente.model.statement import FactKind
from tests.factory import document, extraction, keep, statement

TEXT = (
    "Anna Berg was ambassador to Chad from 2010 to 2012. Omar Diallo came as ambassador in March 2013. "
    "Idriss Koma took office as president on 1 May 2014. Saleh Nour left office as president on 30 April 2014. "
    "Saleh Nour became president in 2006. Mai Adum was last seen as premier in June 2015. Ali Haroun was premier from 2018."
)


def held(tmp_path: Path, *more: tuple[Extraction, str]) -> Path:
    doc = document(TEXT, "a.txt", "2020-01-01")

    def tenure(quote: str, sides: str, date: str, person: str, kind: str = "tenure", **more: Any) -> Any:
        fact = FactKind.EVENT if kind.startswith("office") else FactKind.TENURE
        return statement(doc, quote, kind, sides, date, persons=[person], fact=fact, **more)

    said = extraction(
        doc,
        tenure("Anna Berg was ambassador to Chad from 2010 to 2012", "SDN>TCD", "2010/2012", "Anna Berg/SDN/ambassador"),
        tenure("Omar Diallo came as ambassador in March 2013", "SDN>TCD", "2013-03/..", "Omar Diallo/SDN/ambassador"),
        tenure("Idriss Koma took office as president on 1 May 2014", "TCD>SDN", "2014-05-01", "Idriss Koma/TCD/president", "office_taken"),
        tenure("Saleh Nour left office as president on 30 April 2014", "TCD>SDN", "2014-04-30", "Saleh Nour/TCD/president", "office_left"),
        tenure("Saleh Nour became president in 2006", "TCD>SDN", "2006/..", "Saleh Nour/TCD/president"),
        tenure("Mai Adum was last seen as premier in June 2015", "TCD>SDN", "2012/2015-06", "Mai Adum/TCD/premier"),
        tenure("Ali Haroun was premier from 2018", "TCD>SDN", "2018/..", "Ali Haroun/TCD/premier"),
    )
    return keep(tmp_path / "r.detente", ("SDN", "TCD"), (said, "2024-01-01T00:00:00Z"), *more)


@pytest.mark.parametrize(
    ("day", "name", "note"),
    [
        ("2011-06-01", "Anna Berg", "in office"),
        ("2013-02-01", "Anna Berg", "inferred: told of up to 31 December 2012, and the next one began on 1 March 2013"),
        ("2013-04-01", "Omar Diallo", "in office, inferred: no end is told, and nobody after"),
        ("2014-04-30", "Saleh Nour", "in office"),
        ("2014-06-01", "Idriss Koma", "in office, inferred: no end is told, and nobody after"),
        ("2016-01-01", "Mai Adum", "inferred: told of up to 30 June 2015, and the next one began on 1 January 2018"),
    ],
)
def test_who_was_in_office(tmp_path: Path, day: str, name: str, note: str) -> None:
    with open_record(held(tmp_path)) as record:
        found = {s.fact.persons[0]: s.note for s in state(record, day).tenures}
    assert found.get(name) == note


def test_a_holder_gives_way_to_the_next(tmp_path: Path) -> None:
    with open_record(held(tmp_path)) as record:
        after = [s.fact.persons[0] for s in state(record, "2019-01-01").tenures]
        before = state(record, "2005-01-01").tenures
    assert sorted(after) == ["Ali Haroun", "Idriss Koma", "Omar Diallo"]
    assert before == ()


@pytest.mark.parametrize(
    ("name", "ended"),
    [
        ("Anna Berg", ""),
        ("Omar Diallo", ""),
        ("Idriss Koma", ""),
        ("Saleh Nour", "30 April 2014, as is told elsewhere of leaving"),
        ("Zenab Issa", "by May 2021: no end is told, and Abakar Sy came then"),
        ("Abakar Sy", ""),
    ],
)
def test_an_end_that_is_not_told_is_the_leaving_or_the_coming_of_the_next(tmp_path: Path, name: str, ended: str) -> None:
    text = "Zenab Issa has been consul since 2019. Abakar Sy came as consul in May 2021. Zenab Issa still was consul in 2020."
    doc = document(text, "b.txt", "2022-01-01")

    def consul(quote: str, date: str, person: str) -> Any:
        return statement(doc, quote, "tenure", "SDN>TCD", date, persons=[f"{person}/SDN/consul"], fact=FactKind.TENURE)

    said = extraction(
        doc,
        consul("Zenab Issa has been consul since 2019", "2019/..", "Zenab Issa"),
        consul("Abakar Sy came as consul in May 2021", "2021-05/..", "Abakar Sy"),
    )
    with open_record(held(tmp_path, (said, "2024-01-01T00:00:00Z"))) as record:
        fact = next(f for f in record.facts() if f.persons == (name,) and f.kind in ("tenure", "office_taken"))
        assert show(record, fact.id).ended == ended
