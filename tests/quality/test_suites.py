from __future__ import annotations

import pytest

from quality.suites import _figures, _triples


def test_figures_are_picked_from_what_a_scorer_prints() -> None:
    assert _figures("FULL events R 41.0 P 62.5 F1 49.5", {"event F1": r"FULL events .* F1 (\S+)"}) == {"event F1": 49.5}


def test_a_figure_that_is_no_longer_printed_is_an_error() -> None:
    with pytest.raises(ValueError, match="event F1"):
        _figures("all good", {"event F1": r"F1 (\S+)"})


def test_an_event_among_several_is_every_ordered_pair() -> None:
    both = [{"country": "ETH"}, {"country": "ERI"}]
    assert _triples({"plover": "AGREE", "source": both, "target": both}) == [["ETH", "ERI", "AGREE"], ["ERI", "ETH", "AGREE"]]


def test_an_event_without_a_target_keeps_its_source() -> None:
    assert _triples({"plover": "PROTEST", "source": [{"country": "SRB"}], "target": [{"country": None}]}) == [["SRB", None, "PROTEST"]]


def test_what_is_done_inside_a_country_has_it_on_both_sides() -> None:
    rebels, army = {"country": "KEN", "name": "rebels"}, {"country": "KEN", "name": "army"}
    assert _triples({"plover": "ASSAULT", "source": [rebels], "target": [army]}) == [["KEN", "KEN", "ASSAULT"]]
    assert _triples({"plover": "CONSULT", "source": [rebels, army], "target": [rebels, army]}) == []


def test_bodies_are_coded_by_their_class_and_former_states_under_their_heirs() -> None:
    statement = {"plover": "REQUEST", "source": [{"country": "NATO"}], "target": [{"country": "SUN"}]}
    assert _triples(statement) == [["IGO", "RUS", "REQUEST"]]
