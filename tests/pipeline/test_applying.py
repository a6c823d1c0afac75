from __future__ import annotations

from pathlib import Path

from detente.ask import open_record
from detente.ask.rulings import rule
from detente.model.fact import Review
from detente.model.ruling import Action
from detente.pipeline.applying import apply
from detente.pipeline.reconciling import reconcile_record
from detente.store.base import Record
from tests.factory import document, extraction, keep, statement

TEXT = "Abiy Ahmed flew to Asmara on 8 July 2018.\nThey met again on 16 September 2018."


def made(place: Path) -> Path:
    doc = document(TEXT)
    said = (
        statement(doc, "flew to Asmara on 8 July 2018", "visit", "ETH>ERI", "2018-07-08", persons=["Abiy Ahmed"]),
        statement(doc, "met again on 16 September 2018", "meeting", "ERI,ETH", "2018-09-16"),
    )
    return keep(place / "r.detente", ("ERI", "ETH"), (extraction(doc, *said), "2024-01-10T08:00:00Z"))


def held(record: Record) -> tuple[object, ...]:
    return tuple(record.facts()), tuple(record.discrepancies())


def test_a_ruling_that_was_not_applied_waits_in_the_log(tmp_path: Path) -> None:
    path = made(tmp_path)
    assert not apply(path)
    with open_record(path) as record:
        first = next(record.facts()).id
        ruling = rule(record, Action.ACCEPT, [first], applied=False)
        assert record.last_rulings() == (ruling.id, "")
        assert apply(path)
        assert record.last_rulings() == (ruling.id, ruling.id)
        assert record.get_facts([first])[first].review is Review.ACCEPTED
        assert not apply(path)


def test_what_is_applied_is_what_a_rebuild_gives(tmp_path: Path) -> None:
    with open_record(made(tmp_path)) as record:
        for action, number in ((Action.ACCEPT, 1), (Action.MERGE, 2), (Action.REJECT, 1)):
            rule(record, action, [fact.id for fact in record.facts()][:number], at="2024-05-06")
            facts, discrepancies, _ = reconcile_record(record, record.parties)
            assert held(record) == (facts, discrepancies)
        assert held(record) == ((), ())
