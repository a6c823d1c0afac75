from __future__ import annotations

import pytest

from detente.ask import open_record, review
from detente.ask.evidence import Library
from detente.ask.review import CHOICES, Ask, Proposal, Sitting, evidence_of, queue
from detente.ask.rulings import log, refresh
from detente.model.errors import UsageError
from detente.model.fact import Review
from detente.pipeline.rulings import Standing
from detente.store.base import Record


def asked(sitting: Sitting) -> Proposal:
    proposal = sitting.current()
    assert proposal is not None
    return proposal


def test_what_hangs_most_on_comes_first(record: Record) -> None:
    waiting = queue(record)
    assert [p.value for p in waiting] == sorted((p.value for p in waiting), reverse=True)
    assert waiting[0].ask is Ask.DISCREPANCY
    assert waiting[0].discrepancy is not None
    assert {p.name for p in waiting if p.ask is Ask.FACT} == {fact.id for fact in record.facts()}
    assert queue(record, 2) == waiting[:2]
    assert queue(record) == waiting


def test_every_question_comes_with_its_quotes_and_its_keys(record: Record) -> None:
    library = Library(record)
    for proposal in queue(record):
        quotes = evidence_of(library, proposal)
        assert len(quotes) == (2 if proposal.discrepancy else len(proposal.fact.supports) if proposal.fact else 0)
    for choices in CHOICES.values():
        keys = [choice.key for choice in choices]
        assert len({*keys, "s", "u", "w", "q"}) == len(keys) + 4


def test_what_was_answered_is_not_asked_again_and_a_killed_sitting_goes_on(record: Record) -> None:
    sitting = Sitting(record, who="Anna")
    first = asked(sitting)
    sitting.decide("left", why="the treaty says so")
    second = asked(sitting)
    with open_record(record.path) as others:
        assert [one.ruling.why for one in log(others)] == ["the treaty says so"]
    again = Sitting(record, who="Anna")
    assert first.name not in {p.name for p in queue(record)}
    assert asked(again).name == second.name or asked(again).fact == first.fact


def test_a_whole_queue_is_answered_and_nothing_waits(record: Record) -> None:
    sitting = Sitting(record, who="Anna")
    while (proposal := sitting.current()) is not None:
        sitting.decide({Ask.DISCREPANCY: "both", Ask.JOIN: "same"}.get(proposal.ask, "right"))
    sitting.close()
    assert queue(record) == ()
    assert Review.UNREVIEWED not in {fact.review for fact in record.facts()}
    assert Sitting(record).current() is None


@pytest.mark.parametrize("followed", [False, True])
def test_every_step_is_undone_skips_too(record: Record, followed: bool) -> None:
    """Whether or not somebody brought the facts up to each answer in between."""
    before = tuple(record.facts()), tuple(record.discrepancies())
    sitting = Sitting(record, who="Anna")
    names = []
    for number in range(4):
        proposal = asked(sitting)
        names.append(proposal.name)
        sitting.skip() if number == 2 else sitting.decide("both" if proposal.ask is Ask.DISCREPANCY else "wrong")
        if followed:
            refresh(record)
    assert sitting.answered == 3
    for name in reversed(names):
        step = sitting.undo()
        assert step is not None
        assert step.proposal.name == name == asked(sitting).name
    assert sitting.undo() is None
    sitting.close()
    assert (tuple(record.facts()), tuple(record.discrepancies())) == before
    assert {one.standing for one in log(record)} == {Standing.UNDONE, Standing.HOLDS}


def test_an_edit_says_what_is_read_otherwise(record: Record) -> None:
    sitting = Sitting(record, who="Anna")
    while asked(sitting).ask is not Ask.FACT:
        sitting.skip()
    name = asked(sitting).name
    with pytest.raises(UsageError, match="field=value"):
        sitting.decide("edit")
    with pytest.raises(UsageError, match="no date"):
        sitting.decide("edit", edit=("date", "soon"))
    assert asked(sitting).name == name
    sitting.decide("edit", edit=("date", "2018-07-10"))
    sitting.close()
    assert str(record.get_facts([name])[name].date) == "2018-07-10"


def test_an_answer_to_another_question_is_refused(record: Record) -> None:
    sitting = Sitting(record)
    with pytest.raises(UsageError, match="no answer to that"):
        sitting.decide("same")
    assert log(record) == ()


def test_what_an_answer_changed_is_asked_about_as_it_then_is(record: Record) -> None:
    """Once the discrepancy of a fact is settled, the fact as it was before is not asked about."""
    sitting = Sitting(record, who="Anna")
    first = asked(sitting)
    assert first.fact is not None
    assert first.fact.id in {p.name for p in queue(record)}
    sitting.decide("right")
    seen = []
    while (proposal := sitting.current()) is not None:
        seen.append(proposal.name)
        sitting.skip()
    assert first.fact.id not in seen
    assert len(seen) == len(set(seen))


def test_a_short_queue_is_the_beginning_of_the_long_one(record: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = queue(record)
    monkeypatch.setattr(review, "PAGE", 2)
    assert queue(record) == whole
    assert [queue(record, number) for number in range(1, len(whole))] == [whole[:number] for number in range(1, len(whole))]
