"""Statements become the triples that PLOVER's sentences are coded in."""

from __future__ import annotations

from typing import Any

from quality.events.triples import triples


def statement(source: list[tuple[str, str]], target: list[tuple[str, str]], **changes: Any) -> dict[str, Any]:
    sides = [[{"name": name, "country": country} for name, country in side] for side in (source, target)]
    return {"fact": "event", "plover": "CONSULT", "source": sides[0], "target": sides[1], **changes}


PERU, CHILE = ("Peru", "PER"), ("Chile", "CHL")


def test_a_mutual_event_goes_both_ways() -> None:
    assert triples([statement([PERU, CHILE], [PERU, CHILE])]) == [("PER", "CHL", "CONSULT"), ("CHL", "PER", "CONSULT")]


def test_a_deed_among_compatriots_pairs_the_country_with_itself() -> None:
    assert triples([statement([("police", "PER")], [("students", "PER")])]) == [("PER", "PER", "CONSULT")]


def test_organisations_share_one_code() -> None:
    assert triples([statement([PERU], [("United Nations", "UN")])]) == [("PER", "IGO", "CONSULT")]


def test_what_has_no_type_or_is_no_event_is_left_out() -> None:
    assert triples([statement([PERU], [CHILE], plover=None), statement([PERU], [CHILE], fact="indicator")]) == []


def test_an_event_without_target_keeps_its_source() -> None:
    assert triples([statement([PERU], [])]) == [("PER", None, "CONSULT")]


def test_mutual_deeds_of_one_country_pair_nobody() -> None:
    assert triples([statement([("rebels", "KEN"), ("army", "KEN")], [("rebels", "KEN"), ("army", "KEN")])]) == []


def test_former_states_stand_under_their_heirs() -> None:
    assert triples([statement([("NATO", "NATO")], [("Soviet Union", "SUN")])]) == [("IGO", "RUS", "CONSULT")]
