"""Rulings as constraints, and what reconciling makes of them."""

from __future__ import annotations

import random
from collections.abc import Sequence

from detente.model.document import Document
from detente.model.fact import Fact, Review
from detente.model.ruling import BOTH, Action, Ruling, sealed
from detente.model.statement import Statement
from detente.reconcile.cases import DocumentInfo
from detente.reconcile.reconciling import Reconciled, reconcile
from detente.reconcile.rulings import FREE, Constraints, constraints, merged_grade, settled_words
from tests.factory import document, statement

DYAD = ("ERI", "ETH")
DOCS = [document(f"{n}: Abiy Ahmed flew to Asmara on {day} July 2018. Crowds sang.", f"{n}.txt") for n, day in enumerate((8, 8, 9, 20))]


def said(doc: Document, day: int, kind: str = "visit") -> Statement:
    return statement(doc, f"flew to Asmara on {day} July 2018", kind, "ETH>ERI", f"2018-07-{day:02d}", persons=["Abiy Ahmed"])


A, B, C, D = (said(doc, day) for doc, day in zip(DOCS, (8, 8, 9, 20), strict=True))


def log(*rulings: tuple[Action, Sequence[str], str | None, str | None]) -> list[Ruling]:
    made: list[Ruling] = []
    for action, subjects, name, value in rulings:
        draft = Ruling(at="2024-05-06T07:08:09Z", who="Anna", action=action, subjects=tuple(subjects), field=name, value=value, why="seen")
        made.append(sealed(draft, made[-1].id if made else ""))
    return made


def asked(*rulings: tuple[Action, Sequence[str], str | None, str | None]) -> Constraints:
    return constraints(log(*rulings), lambda ruling: ruling.subjects)


def reconciled(ruled: Constraints = FREE, statements: Sequence[Statement] = (A, B, C, D), lead: str | None = None) -> Reconciled:
    known = {doc.sha256: DocumentInfo(doc.sha256, doc.published, f"2024-01-0{n + 1}", lead or doc.sha256) for n, doc in enumerate(DOCS)}
    return reconcile(statements, known, DYAD, ruled)


def groups(ruled: Constraints = FREE) -> list[set[str]]:
    name = {A.id: "A", B.id: "B", C.id: "C", D.id: "D"}
    return sorted(({name[s.statement] for s in fact.supports} for fact in reconciled(ruled).facts), key=min)


def fact_of(ruled: Constraints, statement: Statement) -> Fact:
    (fact,) = (fact for fact in reconciled(ruled).facts if statement.id in {s.statement for s in fact.supports})
    return fact


def test_without_rulings_the_checks_decide() -> None:
    assert constraints([], lambda ruling: ()) == FREE
    assert groups()[-1] == {"D"}
    assert any({"A", "B"} <= group for group in groups())
    assert {fact.review for fact in reconciled().facts} == {Review.UNREVIEWED}


def test_what_was_merged_is_one_fact_whatever_the_checks_say() -> None:
    ruled = asked((Action.MERGE, [A.id, D.id], None, None))
    assert any({"A", "B", "D"} <= group for group in groups(ruled))
    fact = fact_of(ruled, D)
    assert fact.review is Review.REGROUPED
    assert "put together by Anna on 2024-05-06: seen" in [r.text for s in fact.supports for r in s.reasons]


def test_what_was_split_is_two_facts_however_well_it_fits() -> None:
    ruled = asked((Action.SPLIT, [B.id, A.id, C.id], None, None))
    assert {"B"} in groups(ruled)
    assert fact_of(ruled, B).id != fact_of(ruled, A).id


def test_of_two_rulings_at_odds_the_later_holds() -> None:
    together, apart = (Action.MERGE, [A.id, D.id], None, None), (Action.SPLIT, [D.id, A.id], None, None)
    assert {"D"} in groups(asked(together, apart))
    assert any({"A", "D"} <= group for group in groups(asked(apart, together)))


def test_a_chain_of_merges_does_not_bring_back_what_was_split_later() -> None:
    ruled = asked(
        (Action.MERGE, [A.id, B.id], None, None), (Action.MERGE, [B.id, D.id], None, None), (Action.SPLIT, [D.id, A.id], None, None)
    )
    assert fact_of(ruled, D).id != fact_of(ruled, A).id


def test_one_that_joins_a_merged_fact_need_not_fit_all_of_it() -> None:
    """B fits A, which a person put together with D; that D is another day's does not keep B out."""
    assert any({"A", "B", "D"} <= group for group in groups(asked((Action.MERGE, [A.id, D.id], None, None))))


def test_a_rejected_statement_supports_nothing_and_the_rest_stays() -> None:
    ruled = asked((Action.REJECT, [D.id], None, None))
    assert not any("D" in group for group in groups(ruled))
    assert groups(ruled) == [group for group in groups() if "D" not in group]


def test_whoever_edits_or_accepts_what_was_rejected_takes_it_back_in() -> None:
    assert any("D" in group for group in groups(asked((Action.REJECT, [D.id], None, None), (Action.ACCEPT, [D.id], None, None))))
    assert any("D" in group for group in groups(asked((Action.REJECT, [D.id], None, None), (Action.EDIT, [D.id], "object", "peace"))))


def test_an_edit_is_followed_and_the_identifier_stays() -> None:
    ruled = asked((Action.EDIT, [D.id], "date", "2018-07-21"))
    fact = fact_of(ruled, D)
    assert (str(fact.date), fact.review) == ("2018-07-21", Review.EDITED)
    assert fact.id == fact_of(FREE, D).id
    assert D.date is not None
    assert str(D.date.edtf) == "2018-07-20"


def test_an_edit_outweighs_any_number_of_sources() -> None:
    ruled = asked((Action.MERGE, [A.id, B.id, D.id], None, None), (Action.EDIT, [D.id], "date", "2018-07-21"))
    assert str(fact_of(ruled, A).date) == "2018-07-21"


def test_accepting_a_fact_changes_nothing_but_its_state() -> None:
    whole = fact_of(FREE, A)
    ruled = asked((Action.ACCEPT, [s.statement for s in whole.supports], None, None))
    before, after = reconciled(), reconciled(ruled)
    assert [fact.id for fact in after.facts] == [fact.id for fact in before.facts]
    assert fact_of(ruled, A).review is Review.ACCEPTED
    assert fact_of(asked((Action.ACCEPT, [A.id], None, None)), A).review is Review.PARTLY


def test_a_settled_date_is_followed() -> None:
    together = (Action.MERGE, [A.id, B.id, C.id], None, None)
    assert str(fact_of(asked(together), C).date) == "2018-07-08"
    ruled = asked(together, (Action.SETTLE, [A.id, C.id], "date", C.id))
    assert str(fact_of(ruled, C).date) == "2018-07-09"
    (made,) = (d for d in reconciled(ruled).discrepancies if {d.left, d.right} == {A.id, C.id})
    words = settled_words(made, ruled)
    assert words is not None
    assert words.startswith("the first" if made.left == C.id else "the second")
    assert words.endswith("by Anna on 2024-05-06: seen")


def test_of_two_settlements_the_later_holds_and_both_can_stand() -> None:
    together = (Action.MERGE, [A.id, B.id, C.id], None, None)
    for last, date in ((A.id, "2018-07-08"), (BOTH, "2018-07-08"), (C.id, "2018-07-09")):
        ruled = asked(together, (Action.SETTLE, [A.id, C.id], "date", C.id), (Action.SETTLE, [C.id, A.id], "date", last))
        assert str(fact_of(ruled, C).date) == date


def test_a_fact_that_lost_to_another_is_set_aside_and_kept() -> None:
    ruled = asked((Action.SETTLE, [A.id, D.id], "actor", A.id))
    assert fact_of(ruled, D).review is Review.SET_ASIDE
    assert fact_of(ruled, A).review is Review.SETTLED
    assert fact_of(asked((Action.SETTLE, [A.id, D.id], "actor", BOTH)), D).review is Review.SETTLED


def test_a_side_that_was_followed_and_then_rejected_sets_nothing_aside() -> None:
    ruled = asked((Action.SETTLE, [A.id, D.id], "actor", A.id), (Action.REJECT, [A.id], None, None))
    assert fact_of(ruled, D).review is not Review.SET_ASIDE


def test_a_doubted_source_is_heard_only_where_nobody_else_speaks() -> None:
    together = (Action.MERGE, [A.id, B.id, C.id], None, None)
    ruled = asked(together, (Action.GRADE, [DOCS[0].sha256], None, "E"), (Action.GRADE, [B.id], None, "5"))
    assert str(fact_of(ruled, C).date) == "2018-07-09"
    assert str(fact_of(asked((Action.GRADE, [DOCS[3].sha256], None, "E5")), D).date) == "2018-07-20"
    assert str(fact_of(asked(together, (Action.GRADE, [DOCS[0].sha256], None, "F6")), C).date) == "2018-07-08"


def test_a_letter_and_a_digit_are_graded_apart() -> None:
    assert merged_grade("", "B2") == "B2"
    assert merged_grade("C2", "B") == "B2"
    assert merged_grade("B", "3") == "B3"


def test_a_ruling_of_which_a_side_is_lost_holds_for_the_rest() -> None:
    rulings = log((Action.MERGE, [A.id, "gone", D.id], None, None), (Action.SETTLE, [A.id, "gone"], "date", A.id))
    ruled = constraints(rulings, lambda ruling: [None if s == "gone" else s for s in ruling.subjects])
    assert ruled.groups == (tuple(sorted((A.id, D.id))),)
    assert not ruled.settled


def test_the_result_does_not_depend_on_the_order_of_statements() -> None:
    ruled = asked(
        (Action.MERGE, [A.id, D.id], None, None), (Action.SPLIT, [B.id, A.id], None, None), (Action.EDIT, [C.id], "date", "2018-07-20")
    )
    shuffled = [A, B, C, D]
    for seed in range(5):
        random.Random(seed).shuffle(shuffled)
        assert reconciled(ruled, shuffled) == reconciled(ruled)
