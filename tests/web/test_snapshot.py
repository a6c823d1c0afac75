from __future__ import annotations

from pathlib import Path

import pytest

from detente.ask import open_record
from detente.ask.rulings import rule
from detente.model.errors import RecordError
from detente.model.ruling import Action
from detente.web.page import View
from detente.web.snapshot import Keeper
from tests.web.record import made


def test_a_snapshot_is_kept_until_the_record_is_written(path: Path) -> None:
    keeper = Keeper(path)
    first = keeper.snapshot
    assert keeper.snapshot is first
    with open_record(path) as record:
        rule(record, Action.ACCEPT, [next(iter(record.facts())).id], who="Ana")
    second = keeper.snapshot
    assert second is not first
    assert second.ruled
    keeper.close()


def test_a_file_put_in_the_place_of_another_is_opened(path: Path, tmp_path: Path) -> None:
    keeper = Keeper(path)
    before = len(keeper.snapshot.documents)
    made(tmp_path / "other.detente", ("Bomas",)).replace(path)
    assert len(keeper.snapshot.documents) < before
    keeper.close()


def test_a_file_that_is_gone_is_told(path: Path) -> None:
    keeper = Keeper(path)
    assert keeper.snapshot
    path.unlink()
    with pytest.raises(RecordError, match=path.name):
        _ = keeper.snapshot
    keeper.close()


def test_what_needs_no_weighing_comes_last(view: View) -> None:
    grades = [d.grade for d in view.snapshot.discrepancies]
    assert grades == sorted(grades, key=list(dict.fromkeys(grades)).index)
    assert set(view.snapshot.differing) == {fact for d in view.snapshot.open_discrepancies for fact in d.facts}
    assert view.snapshot.years == (1960, 1962)


def test_what_is_looked_up_is_looked_up_once(view: View) -> None:
    snapshot = view.snapshot
    assert snapshot.offices(view.record) is snapshot.offices(view.record)
    assert snapshot.sides(view.record)["Ana Reyes"] == "USA"
    assert snapshot.places(view.record)["Nairobi"][2] == "KEN"
