from __future__ import annotations

from pathlib import Path

import pytest

from detente.ask.record import open_record
from detente.store.briefs import Memo
from quality.record.generate import generate
from tests.factory import document, extraction, keep, statement

AT = "2024-06-01T00:00:00Z"


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("briefs") / "made.detente"
    generate(place, 400)
    return place


def test_briefs_say_what_whole_statements_do_in_the_order_of_support(path: Path) -> None:
    with open_record(path) as record:
        whole = record.get_statements(brief.statement for brief in record.briefs())
        facts = {fact.id: [support.statement for support in fact.supports] for fact in record.facts()}
        found: dict[str, list[str]] = {}
        for brief in record.briefs():
            said = whole[brief.statement]
            found.setdefault(brief.fact, []).append(said.id)
            assert (brief.document, brief.quote, brief.plover, brief.confidence) == (
                said.document,
                said.quote,
                said.plover,
                said.confidence,
            )
            parties = [participant.party for participant in said.persons]
            assert [(p.name, p.country, p.office) for p in brief.persons] == [(p.name, p.country, p.office) for p in parties]
            assert [(p.name, p.country, p.lat) for p in brief.places] == [(p.name, p.country, p.lat) for p in said.places]
    assert found == facts
    assert list(found) == sorted(found)


def test_use_counts_statements_and_facts_of_each_document_held(path: Path) -> None:
    with open_record(path) as record:
        told = {name: (statements, facts) for name, statements, facts in record.use()}
        said = {d.sha256: record.statements_of(d.sha256) for d in record.documents()}
        by_hand = {name: (len(held), len(record.facts_of(one.id for one in held))) for name, held in said.items() if held}
    assert told == by_hand
    assert list(told) == sorted(told)


def test_a_person_keeps_country_and_office_and_a_field_its_name(tmp_path: Path) -> None:
    doc = document("Biden went to Hanoi in 2023 for talks on chips.")
    people = ("Joe Biden/USA/President", "Harris")
    said = statement(doc, "Biden went to Hanoi in 2023", "visit", "USA>VNM", "2023", persons=people, places=("Hanoi",))
    with open_record(keep(tmp_path / "a.detente", ("USA", "VNM"), (extraction(doc, said), AT))) as record:
        (brief,) = record.briefs()
    assert [(p.name, p.country, p.office) for p in brief.persons] == [("Joe Biden", "USA", "President"), ("Harris", None, None)]
    assert [place.name for place in brief.places] == ["Hanoi"]
    assert brief.fields == tuple(value for name, value in said.detail if name == "field")


def test_read_again_what_did_not_change_is_the_same(path: Path) -> None:
    memo = Memo()
    with open_record(path) as record:
        first, again = ([*record.facts_again(memo)] for _ in range(2))
        assert first == list(record.facts())
        assert [id(fact) for fact in again] == [id(fact) for fact in first]
        briefs, more = ([*record.briefs(memo)] for _ in range(2))
        assert briefs == list(record.briefs())
        assert [id(brief) for brief in more] == [id(brief) for brief in briefs]
        assert len(memo.facts) == len(first)
