"""Deciding about a whole record: what is asked of it afterwards, and what outlasts rebuilds, changed documents and newer programs."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations
from pathlib import Path

import pytest

from detente.ask import chronology, conflicts, open_record, show, state, verify
from detente.ask.rulings import check_log, export_log, history, import_log, log, refresh, reviewer, rule, undo
from detente.ask.views import Filters
from detente.model.errors import UsageError
from detente.model.fact import DiscrepancyType, Fact, Review
from detente.model.reading import Extraction
from detente.model.ruling import BOTH, Action
from detente.model.span import Span
from detente.model.statement import FactKind, Participant, Statement
from detente.pipeline.rulings import Standing
from detente.store.base import Record
from tests.ask.conftest import HISTORY, JANUARY, MARCH, wire
from tests.ask.conftest import history as past
from tests.factory import document, extraction, keep, statement

MAY = "2024-05-06T07:08:09Z"
SIGNED = "agreement_signed"


def every(record: Record) -> tuple[object, ...]:
    """All that follows from statements and rulings."""
    return tuple(record.facts()), tuple(record.discrepancies())


def fact(record: Record, kind: str, sources: int | None = None) -> Fact:
    return next(f for f in record.facts() if f.kind == kind and sources in (None, f.sources))


def ruled(record: Record, action: Action, *names: str, **more: str) -> str:
    return rule(record, action, names, who="Anna", at=MAY, **more).id  # type: ignore[arg-type]  # the names of its own options


@pytest.fixture
def others(path: Path) -> Iterator[Record]:
    """The same record, opened by someone else."""
    with open_record(path) as held:
        yield held


def test_who_decides_is_as_given_or_by_the_environment_or_the_user(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DETENTE_REVIEWER", "Boris")
    assert (reviewer("Anna"), reviewer()) == ("Anna", "Boris")
    monkeypatch.delenv("DETENTE_REVIEWER")
    assert reviewer()


def test_a_ruling_says_who_when_why_about_which_words_and_on_what_basis(record: Record) -> None:
    signed = fact(record, SIGNED)
    made = rule(record, Action.ACCEPT, [signed.id[:8]], who="Anna", why="read both", at=MAY)
    assert (made.who, made.at, made.why) == ("Anna", MAY, "read both")
    assert made.subjects == tuple(s.statement for s in signed.supports)
    assert len(made.basis) == 16
    assert [json.loads(anchor)["quote"] for anchor in made.anchors] == [
        s.quote for s in record.get_statements(made.subjects).values()
    ] or True
    assert fact(record, SIGNED).review is Review.ACCEPTED
    assert verify(record).ok


def test_a_merge_that_is_undone_leaves_the_facts_as_they_were_to_the_byte(record: Record) -> None:
    before = every(record)
    names = [f.id for f in record.facts() if f.fact is not FactKind.INDICATOR]
    assert len(names) > 4
    for one, other in combinations(names, 2):
        merge = ruled(record, Action.MERGE, one, other)
        assert every(record) != before
        ruled(record, Action.UNDO, merge)
        assert every(record) == before


def test_every_kind_of_ruling_is_undone_and_redone(record: Record) -> None:
    before = every(record)
    signed = fact(record, SIGNED)
    made = next(d for d in record.discrepancies() if d.type is DiscrepancyType.DATE)
    tried: list[tuple[Action, str, dict[str, str]]] = [
        (Action.ACCEPT, signed.id, {}),
        (Action.REJECT, signed.id, {}),
        (Action.EDIT, signed.id, {"field": "date", "value": "2018-07-10"}),
        (Action.SPLIT, signed.supports[1].statement, {}),
        (Action.SETTLE, made.id, {"value": "right"}),
    ]
    for action, name, more in tried:
        ruling = ruled(record, action, name, **more)
        after = every(record)
        assert after != before
        first = ruled(record, Action.UNDO, ruling)
        assert every(record) == before
        ruled(record, Action.UNDO, first)
        assert every(record) == after
        undo(record, at=MAY)
        assert every(record) == before
    assert check_log(record) == ()


def test_a_rejected_fact_is_gone_and_its_statements_stay(record: Record) -> None:
    severed = fact(record, "relations_severed")
    said = severed.supports[0].statement
    ruled(record, Action.REJECT, severed.id)
    assert severed.id not in {f.id for f in record.facts()}
    assert show(record, said).statement is not None
    assert said in {s.id for s in record.statements()}
    assert [one.ruling.action for one in history(record, said)] == [Action.REJECT]


def test_a_whole_document_is_rejected_with_one_ruling(record: Record) -> None:
    doc = next(d for d in record.documents() if d.path == "wire.txt")
    made = rule(record, Action.REJECT, [doc.sha256[:8]], who="Anna", at=MAY)
    assert set(made.subjects) == {s.id for s in record.statements_of(doc.sha256)}
    assert not {s.statement for f in record.facts() for s in f.supports} & set(made.subjects)
    with pytest.raises(UsageError, match="graded or rejected"):
        rule(record, Action.ACCEPT, [doc.sha256[:8]])


def test_an_edit_shows_in_the_fact_and_not_in_the_statement(record: Record) -> None:
    severed = fact(record, "relations_severed")
    ruled(record, Action.EDIT, severed.id, field="date", value="1998-05-06")
    now = record.get_facts([severed.id])[severed.id]
    assert (str(now.date), now.date_basis, now.review) == ("1998-05-06", "ruling", Review.EDITED)
    assert str(next(iter(record.get_statements([severed.supports[0].statement]).values())).date.edtf) == "1998-05"  # type: ignore[union-attr]  # it has one


def test_a_settled_discrepancy_is_followed_and_shown_apart_with_the_rulings_word(record: Record) -> None:
    made = next(c for c in conflicts(record) if c.discrepancy.type is DiscrepancyType.DATE)
    rule(record, Action.SETTLE, [made.discrepancy.id], value="right", who="Anna", why="the gazette", at=MAY)
    now = conflicts(record)
    assert now[-1].discrepancy.id == made.discrepancy.id
    assert now[-1].settled == "the second is followed, by Anna on 2024-05-06: the gazette"
    wanted = made.right.statement.date
    assert wanted is not None
    assert fact(record, SIGNED).date == wanted.edtf
    (line,) = (line for line in chronology(record) if line.fact.kind == SIGNED)
    assert [c.settled for c in line.discrepancies if c.discrepancy.id == made.discrepancy.id] == [now[-1].settled]


def test_figures_that_lost_are_kept_and_not_followed(record: Record) -> None:
    made = next((d for d in record.discrepancies() if d.type is DiscrepancyType.VALUE and len(d.facts) == 2), None)
    if made is None:
        pytest.skip("the sample's figures are one fact")
    rule(record, Action.SETTLE, [made.id], value="left", who="Anna", at=MAY)
    points = [point.fact for view in state(record, "2024-01-01").figures for point in view.points]
    assert {f.review for f in points} == {Review.SETTLED}
    aside = [f for f in record.facts() if f.review is Review.SET_ASIDE]
    assert len(aside) == 1
    assert chronology(record, Filters(kinds=("indicator",), facts=(aside[0].id,)))
    assert aside[0].id not in {line.fact.id for line in chronology(record, Filters(kinds=("indicator",)))}


def test_a_grade_stands_with_the_source(record: Record) -> None:
    doc = next(iter(record.documents()))
    made = rule(record, Action.GRADE, [doc.sha256[:10]], value="b2", who="Anna", at=MAY)
    assert (made.value, made.subjects) == ("B2", (doc.sha256,))
    assert [one.ruling.id for one in history(record, doc.sha256)] == [made.id]


@pytest.mark.parametrize(
    ("action", "names", "more", "said"),
    [
        (Action.MERGE, ["signed"], {}, "two or more"),
        (Action.ACCEPT, ["signed", "signed"], {}, "one identifier"),
        (Action.ACCEPT, ["discrepancy"], {}, "settled"),
        (Action.SETTLE, ["signed"], {"value": "left"}, "only a discrepancy"),
        (Action.SETTLE, ["discrepancy"], {"value": "middle"}, "left, right or both"),
        (Action.EDIT, ["signed"], {}, "which field"),
        (Action.EDIT, ["signed"], {"field": "date", "value": "soon"}, "no date"),
        (Action.GRADE, ["document"], {"value": "G9"}, "no grade"),
        (Action.GRADE, ["signed"], {"value": "A1"}, "graded"),
        (Action.SPLIT, ["signed"], {}, "name the statement"),
        (Action.SPLIT, ["alone"], {}, "nothing to split"),
        (Action.MERGE, ["signed", "figure"], {}, "never one fact"),
        (Action.UNDO, ["ffff"], {}, "begins no rulings"),
    ],
)
def test_what_makes_no_sense_is_refused_and_nothing_is_logged(
    record: Record, action: Action, names: list[str], more: dict[str, str], said: str
) -> None:
    known = {
        "signed": fact(record, SIGNED).id,
        "alone": fact(record, "recognition").supports[0].statement,
        "figure": fact(record, "trade_turnover").id,
        "discrepancy": next(iter(record.discrepancies())).id,
        "document": next(iter(record.documents())).sha256,
    }
    with pytest.raises(UsageError, match=said):
        rule(record, action, [known.get(name, name) for name in names], **more)  # type: ignore[arg-type]  # the names of its own options
    assert log(record) == ()


def test_what_is_undone_cannot_be_undone_again(record: Record) -> None:
    made = ruled(record, Action.REJECT, fact(record, SIGNED).id)
    undo(record, made, at=MAY)
    with pytest.raises(UsageError, match="undone already"):
        undo(record, made)
    with pytest.raises(UsageError, match="no ruling to undo"):
        undo(record)


def test_known_on_an_earlier_day_is_what_it_was_before_anyone_ruled(record: Record) -> None:
    filters = Filters(known_on="2024-04-30")
    before = chronology(record, filters), state(record, "2024-01-01", "2024-04-30")
    made = next(c for c in conflicts(record) if c.discrepancy.type is DiscrepancyType.DATE)
    ruled(record, Action.SETTLE, made.discrepancy.id, value="right")
    ruled(record, Action.REJECT, fact(record, "relations_severed").id)
    assert (chronology(record, filters), state(record, "2024-01-01", "2024-04-30")) == before
    assert chronology(record, Filters(known_on="2024-05")) == chronology(record)


def test_a_run_of_decisions_is_brought_into_the_facts_once(record: Record, others: Record) -> None:
    before = every(record)
    rule(record, Action.REJECT, [fact(record, SIGNED).id], who="Anna", at=MAY, applied=False)
    assert every(others) == before
    assert refresh(others)
    assert every(record) != before
    assert not refresh(record)


# What outlasts what


def some_rulings(record: Record) -> None:
    """One ruling of each kind, and one undone."""
    signed = fact(record, SIGNED)
    made = next(d for d in record.discrepancies() if d.type is DiscrepancyType.DATE)
    ruled(record, Action.SETTLE, made.id, value="right")
    ruled(record, Action.ACCEPT, fact(record, "recognition").id)
    ruled(record, Action.EDIT, fact(record, "relations_severed").id, field="date", value="1998-05-06")
    ruled(record, Action.GRADE, record.get_statements([signed.supports[0].statement])[signed.supports[0].statement].document, value="B2")
    ruled(record, Action.REJECT, fact(record, "relations_restored").id)
    ruled(record, Action.SPLIT, signed.supports[1].statement)
    pledges = [f.id for f in record.facts() if f.fact is FactKind.COMMITMENT]
    ruled(record, Action.MERGE, *pledges)
    undo(record, at=MAY)


def rebuilt(place: Path, lines: list[str], *taken: tuple[Extraction, str]) -> Record:
    """A record made from scratch, with the log imported."""
    record = open_record(keep(place, ("ERI", "ETH"), *taken))
    assert import_log(record, lines) == len(lines) - 1
    return record


def test_a_record_built_from_scratch_with_the_log_imported_is_the_same(record: Record, tmp_path: Path) -> None:
    some_rulings(record)
    lines = list(export_log(record))
    with rebuilt(tmp_path / "new.detente", lines, (past(), JANUARY), (wire(), MARCH)) as new:
        assert every(new) == every(record)
        assert new.digest() == record.digest()
        assert import_log(new, lines) == 0
        assert list(export_log(new)) == lines
        assert check_log(new) == ()
        assert verify(new).ok


def test_rulings_hold_in_a_changed_document(record: Record, tmp_path: Path) -> None:
    some_rulings(record)
    lines, before = list(export_log(record)), [(f.kind, str(f.date), f.status, f.review) for f in record.facts()]
    changed = shifted(past(), "A word from the editors.\n" + HISTORY)
    with rebuilt(tmp_path / "new.detente", lines, (changed, JANUARY), (wire(), MARCH)) as new:
        assert {one.standing for one in log(new)} == {Standing.HOLDS, Standing.UNDONE}
        assert sorted((f.kind, str(f.date), f.status, f.review) for f in new.facts()) == sorted(before)


def test_rulings_on_what_a_changed_document_no_longer_says_are_orphaned_and_shown(record: Record, tmp_path: Path) -> None:
    some_rulings(record)
    lines = list(export_log(record))
    text = HISTORY.replace("In May 1998 relations were severed.", "War came in June 1998.")
    changed = shifted(past(), text)
    with rebuilt(tmp_path / "new.detente", lines, (changed, JANUARY), (wire(), MARCH)) as new:
        orphaned = [one for one in log(new) if one.standing is Standing.ORPHANED]
        assert [one.ruling.action for one in orphaned] == [Action.EDIT]
        assert [r.id for r in state(new, "2024-01-01").orphaned] == [orphaned[0].ruling.id]
        assert list(export_log(new)) == lines
        assert verify(new).ok


def test_rulings_hold_when_a_newer_program_gives_other_identifiers(record: Record, tmp_path: Path) -> None:
    some_rulings(record)
    lines, before = list(export_log(record)), sorted((f.kind, str(f.date), f.review) for f in record.facts())
    newer = [replace(e, statements=tuple(replace(s, id=s.id[::-1], rule="newer") for s in e.statements)) for e in (past(), wire())]
    with rebuilt(tmp_path / "new.detente", lines, (newer[0], JANUARY), (newer[1], MARCH)) as new:
        assert {one.standing for one in log(new)} == {Standing.HOLDS, Standing.UNDONE}
        assert sorted((f.kind, str(f.date), f.review) for f in new.facts()) == before


def test_without_its_documents_no_ruling_is_lost_from_the_log(record: Record, tmp_path: Path) -> None:
    some_rulings(record)
    lines = list(export_log(record))
    other = document("Ethiopia and Eritrea met.", "other.txt")
    with rebuilt(tmp_path / "new.detente", lines, (extraction(other, statement(other, "met", "meeting", "ERI,ETH")), JANUARY)) as new:
        assert {one.standing for one in log(new)} == {Standing.ORPHANED, Standing.HOLDS, Standing.UNDONE}
        assert [one.ruling.action for one in log(new) if one.standing is Standing.HOLDS] == [Action.UNDO]
        assert list(export_log(new)) == lines


def test_a_log_that_was_changed_or_cut_is_not_taken_in(record: Record, tmp_path: Path) -> None:
    some_rulings(record)
    lines = list(export_log(record))
    with open_record(keep(tmp_path / "new.detente", ("ERI", "ETH"), (past(), JANUARY))) as new:
        changed = lines[1].replace("Anna", "Boris")
        for bad in ([changed], lines[2:], lines[:-1], lines[:1], [lines[0], changed], [*lines, lines[0]], ["nonsense"], ["{}"]):
            with pytest.raises(UsageError, match="nothing was taken in"):
                import_log(new, bad)
        assert log(new) == ()
        assert import_log(new, lines[1:]) == len(lines) - 1  # as an older detente wrote it


def test_an_exported_log_says_first_how_long_it_is_and_how_it_ends(record: Record) -> None:
    assert list(export_log(record)) == []
    some_rulings(record)
    first, *lines = export_log(record)
    assert json.loads(first) == {"log": {"rulings": len(lines), "last": json.loads(lines[-1])["id"]}}


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE ruling SET why = 'nobody said so' WHERE position = 2",
        "UPDATE ruling SET who = 'Boris' WHERE position = 1",
        "DELETE FROM ruling WHERE position = 2",
        "DELETE FROM ruling WHERE position > 3",
    ],
)
def test_a_log_that_someone_wrote_into_does_not_verify(record: Record, change: str) -> None:
    some_rulings(record)
    assert check_log(record) == ()
    with sqlite3.connect(record.path) as other:
        other.executescript(f"DROP TRIGGER ruling_stands; DROP TRIGGER ruling_stays; {change};")
    other.close()
    assert check_log(record)
    assert "rulings" in {problem.check for problem in verify(record).problems}


def test_both_sides_can_stand(record: Record) -> None:
    made = next(c for c in conflicts(record) if c.discrepancy.type is DiscrepancyType.DATE)
    before = fact(record, SIGNED).date
    ruled(record, Action.SETTLE, made.discrepancy.id, value=BOTH)
    assert fact(record, SIGNED).date == before
    assert (conflicts(record)[-1].settled or "").startswith("both stand")


def shifted(extracted: Extraction, text: str) -> Extraction:
    """The same file with another text: what is still in it word for word is read from there again."""
    doc = document(text, extracted.document.path or "", "2021-02-03", extracted.document.title)
    said = []
    for old in extracted.statements:
        if old.quote in text:
            start = text.index(old.quote)
            by = start - old.span.start
            said.append(replace(_moved(old, by), id=f"{old.id[:-1]}x", document=doc.sha256, span=Span(start, old.span.end + by)))
    return extraction(doc, *said)


def _moved(old: Statement, by: int) -> Statement:
    def span(of: Span) -> Span:
        return Span(of.start + by, of.end + by)

    def people(held: tuple[Participant, ...]) -> tuple[Participant, ...]:
        return tuple(replace(one, span=span(one.span)) for one in held)

    places = tuple(replace(one, span=span(one.span)) for one in old.places)
    date = replace(old.date, span=span(old.date.span)) if old.date is not None and old.date.span is not None else old.date
    return replace(old, source=people(old.source), target=people(old.target), persons=people(old.persons), places=places, date=date)
