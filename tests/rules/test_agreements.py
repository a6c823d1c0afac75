from __future__ import annotations

import pytest

from detente.rules.agreements import agreement_rules


@pytest.mark.parametrize(
    ("kind", "quote", "stage"),
    [
        ("agreement_signed", "Chad and Libya signed the treaty", "signed"),
        ("agreement_signed", "negotiated a border treaty", "negotiated"),
        ("agreement_ratified", "Chile ratified it", "ratified"),
        ("agreement_in_force", "entered into force", "in force"),
        ("agreement_suspended", "India suspended the treaty", "suspended"),
        ("agreement_terminated", "Washington withdrew from the pact", "withdrawn from"),
        ("agreement_terminated", "Algeria denounced the treaty", "terminated"),
        ("joint_statement", "issued a joint statement", "issued"),
        ("visit", "signed the guest book", None),
    ],
)
def test_a_stage_is_told_by_kind_and_wording(kind: str, quote: str, stage: str | None) -> None:
    assert agreement_rules().stage(kind, quote) == stage


def test_every_head_has_its_plural() -> None:
    heads = agreement_rules().of_head
    assert heads["treaties"] == heads["treaty"] == ("pact", "treaty")
    assert heads["agreements"] == ("pact", "agreement")
    assert agreement_rules().head.search("the Treaties of Rome")
    assert not agreement_rules().head.search("mistreatyed")


def test_the_words_are_text() -> None:
    rules = agreement_rules()
    for words in (
        rules.weak,
        rules.followers,
        rules.subjects,
        rules.fillers,
        rules.joiners,
        rules.about,
        rules.stops,
        rules.definite,
        rules.traps,
    ):
        assert all(isinstance(word, str) and word for word in words)
