from __future__ import annotations

from detente.rules.claims import _bearing, bearing, claim_patterns, number_of, record_claims
from detente.rules.codebook import codebook


def test_every_pattern_is_used() -> None:
    examples = ("the first leader to go", "the first visit by one", "for the first time in years")
    for pattern, example in zip(claim_patterns(), examples, strict=True):
        assert pattern.search(example)
        assert not pattern.search("the last leader went home in the first half")
        assert not pattern.search("the last leader " * 5000)


def test_claims_over_the_record_are_loaded_and_none_runs_away() -> None:
    rules = record_claims()
    assert {kind for kind, _ in rules.patterns} == {"every", "ordinal", "span", "superlative", "change"}
    for _, pattern in rules.patterns:
        assert not pattern.search("all the " * 5000)
        assert not pattern.search("the last leader went home in the first half")


def test_numbers_are_read_in_digits_and_words() -> None:
    assert [number_of(text) for text in ("26", "twenty-six", "third", "30th", "", "many")] == [26, 26, 3, 30, None, None]


def test_what_bears_out_what_is_of_the_codebook() -> None:
    assert bearing("relations_normalized")[0] == ("normalization_announced",)
    assert bearing("phone_call") == ((), ())
    known = codebook().kinds
    for kind, lists in _bearing().items():
        assert {kind, *lists[0], *lists[1]} <= set(known)
