from __future__ import annotations

import pytest

from detente.rules.inflexion import forms_of


@pytest.mark.parametrize(
    ("lemma", "form"),
    [
        ("sign", "signed"),
        ("meet", "met"),
        ("ratify", "ratified"),
        ("visit", "visits"),
        ("cut", "cutting"),
        ("impose", "imposing"),
        ("treaty", "treaties"),
        ("break", "broken"),
    ],
)
def test_a_lemma_gives_the_forms_that_texts_use(lemma: str, form: str) -> None:
    assert form in set(forms_of(lemma))


def test_a_lemma_is_one_of_its_forms() -> None:
    assert "embargo" in set(forms_of("embargo"))
