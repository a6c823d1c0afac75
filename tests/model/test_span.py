"""A span is half open, runs forward and counts code points."""

from __future__ import annotations

import pytest

from detente.model.span import Span


@pytest.mark.parametrize(("start", "end"), [(-1, 3), (5, 4)])
def test_a_span_runs_forward_from_the_start_of_the_text(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="runs forward"):
        Span(start, end)


def test_it_counts_code_points() -> None:
    text = "🎉 Asmara’s day"
    assert Span(2, 8).of(text) == "Asmara"
    assert len(Span(2, 8)) == 6


@pytest.mark.parametrize(
    ("one", "other", "overlap", "inside", "gap"),
    [
        (Span(0, 5), Span(5, 8), False, False, 0),
        (Span(0, 5), Span(4, 8), True, False, 0),
        (Span(0, 5), Span(1, 5), True, True, 0),
        (Span(0, 5), Span(9, 12), False, False, 4),
        (Span(9, 12), Span(0, 5), False, False, 4),
    ],
)
def test_two_spans_touch_overlap_or_lie_apart(one: Span, other: Span, overlap: bool, inside: bool, gap: int) -> None:
    assert (one.overlaps(other), one.contains(other), one.gap(other)) == (overlap, inside, gap)


def test_the_cover_holds_both_and_no_more() -> None:
    assert Span(9, 12).cover(Span(2, 5)) == Span(2, 12)
