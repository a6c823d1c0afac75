from __future__ import annotations

from pathlib import Path

import pytest

from detente.ask import open_record
from detente.ask.rulings import rule
from detente.model.ruling import Action, Ruling, sealed
from detente.pipeline.rulings import Located, Standing, constraints_of, decided_since, locate, lost_rulings, standing_of
from detente.reconcile.anchors import How
from detente.reconcile.rulings import FREE
from detente.store.sqlite import create_sqlite
from tests.factory import document, extraction, keep, statement

FIRST, SECOND = "2024-01-10T08:00:00Z", "2024-03-10T08:00:00Z"
LINE = "Abiy Ahmed flew to Asmara on 8 July 2018."


def told(text: str) -> object:
    doc = document(text)
    return extraction(doc, statement(doc, LINE[:-1], "visit", "ETH>ERI", "2018-07-08")) if LINE in text else extraction(doc)


def record_at(place: Path, *texts: str) -> Path:
    """One file that changed: its texts, the first in January, the second in March."""
    return keep(place / "r.detente", ("ERI", "ETH"), *((told(text), at) for text, at in zip(texts, (FIRST, SECOND), strict=False)))  # type: ignore[arg-type]  # extractions all


def log(*rulings: tuple[Action, tuple[str, ...]]) -> list[Ruling]:
    made: list[Ruling] = []
    for action, subjects in rulings:
        before = made[-1].id if made else ""
        subjects = tuple(made[int(s)].id if s.isdigit() else s for s in subjects)
        made.append(sealed(Ruling(at=FIRST, who="Anna", action=action, subjects=subjects), before))
    return made


def test_a_ruling_follows_its_words_into_the_newer_version_of_a_file(tmp_path: Path) -> None:
    path = record_at(tmp_path, LINE)
    with open_record(path) as record:
        ruling = rule(record, Action.REJECT, [next(record.facts()).id], at="2024-02-01")
        assert constraints_of(record, "2024-01-31") is FREE
    with create_sqlite(path, ()) as record:
        newer = keep(tmp_path / "other.detente", ("ERI", "ETH"), (told("News.\n" + LINE), SECOND))  # type: ignore[arg-type]  # an extraction
        with open_record(newer) as other:
            (now,) = other.statements()
            other.take_rulings([ruling])
            (found,) = locate(other, [ruling])
            assert (found.now, found.how, standing_of(found)) == ((now.id,), (How.MOVED,), Standing.HOLDS)
            assert constraints_of(other).rejected == {now.id}


def test_a_ruling_whose_words_are_gone_is_lost_and_said_to_be(tmp_path: Path) -> None:
    with open_record(record_at(tmp_path, LINE)) as record:
        ruling = rule(record, Action.REJECT, [next(record.facts()).id], at="2024-02-01")
    gone = keep(tmp_path / "other.detente", ("ERI", "ETH"), (told("Nothing."), SECOND))  # type: ignore[arg-type]  # an extraction
    with open_record(gone) as other:
        other.take_rulings([ruling])
        assert lost_rulings(other) == (ruling,)
        assert lost_rulings(other, "2024-01-31") == ()


@pytest.mark.parametrize(
    ("action", "now", "standing"),
    [
        (Action.MERGE, ("a", None, "c"), Standing.PARTLY),
        (Action.MERGE, ("a", None), Standing.ORPHANED),
        (Action.SPLIT, (None, "b", "c"), Standing.ORPHANED),
        (Action.SPLIT, ("a", None, "c"), Standing.PARTLY),
        (Action.SETTLE, ("a", None), Standing.ORPHANED),
        (Action.ACCEPT, ("a", None), Standing.PARTLY),
        (Action.ACCEPT, (None,), Standing.ORPHANED),
        (Action.GRADE, ("a",), Standing.HOLDS),
    ],
)
def test_what_is_left_decides_whether_a_ruling_holds(action: Action, now: tuple[str | None, ...], standing: Standing) -> None:
    (ruling,) = log((action, tuple("abc"[: len(now)])))
    assert standing_of(Located(ruling, now, (How.SAME,) * len(now))) is standing


def test_what_hangs_together_by_rulings_is_looked_at_together() -> None:
    rulings = log((Action.MERGE, ("a", "b")), (Action.MERGE, ("b", "c")), (Action.REJECT, ("x",)), (Action.SPLIT, ("c", "d")))
    found = [Located(r, r.subjects, (How.SAME,) * len(r.subjects)) for r in rulings]
    since = {one.ruling.id for one in decided_since(rulings, rulings[2].id, found)}
    assert since == {rulings[0].id, rulings[1].id, rulings[3].id}
    undone = [*rulings, *log(*((r.action, r.subjects) for r in rulings), (Action.UNDO, ("2",)))[4:]]
    assert {one.ruling.id for one in decided_since(undone, rulings[3].id, found)} == {rulings[2].id}
