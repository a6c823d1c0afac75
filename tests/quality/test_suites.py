from __future__ import annotations

import pytest

from quality.suites import _figures


def test_figures_are_picked_from_what_a_scorer_prints() -> None:
    assert _figures("FULL events R 41.0 P 62.5 F1 49.5", {"event F1": r"FULL events .* F1 (\S+)"}) == {"event F1": 49.5}


def test_a_figure_that_is_no_longer_printed_is_an_error() -> None:
    with pytest.raises(ValueError, match="event F1"):
        _figures("all good", {"event F1": r"F1 (\S+)"})
