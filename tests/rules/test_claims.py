from __future__ import annotations

from detente.rules.claims import claim_patterns


def test_every_pattern_is_used() -> None:
    examples = ("the first leader to go", "the first visit by one", "for the first time in years")
    for pattern, example in zip(claim_patterns(), examples, strict=True):
        assert pattern.search(example)
        assert not pattern.search("the last leader went home in the first half")
        assert not pattern.search("the last leader " * 5000)
