from __future__ import annotations

from time import perf_counter

from detente.rules.claims import claim_patterns


def test_every_pattern_is_used_and_costs_little() -> None:
    examples = ("the first leader to go", "the first visit by one", "for the first time in years")
    for pattern, example in zip(claim_patterns(), examples, strict=True):
        assert pattern.search(example)
        assert not pattern.search("the last leader went home in the first half")
    began = perf_counter()
    for pattern in claim_patterns():
        pattern.search("the first leader " * 5000)
    assert perf_counter() - began < 5
