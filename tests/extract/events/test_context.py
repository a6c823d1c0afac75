"""What a document as a whole lends its sentences: its two parties, the day of its story."""

from __future__ import annotations

import pytest

from detente.extract.events.context import is_current, read_context, times_in
from detente.model.edtf import Edtf
from detente.model.span import Span
from tests.extract.events.told import reading_of

PAIRS = [
    ("Ethiopia and Eritrea talked. Ethiopia and Eritrea agreed.", ("ERI", "ETH"), True),
    ("Serbia spoke. Kosovo answered. Serbia spoke again, and so did Kosovo.", ("SRB", "XKX"), True),
    ("India and Pakistan talked. India and Pakistan met in China. India smiled, and Pakistan did.", ("IND", "PAK"), True),
    ("India and Pakistan talked. India agreed, and so did Pakistan. Iran and Nepal watched.", ("IND", "PAK"), False),
    ("Peru, Chile, Bolivia, Ecuador and Brazil share a continent.", None, False),
    ("Peru lies on the coast.", None, False),
]


@pytest.mark.parametrize(("text", "pair", "firm"), PAIRS)
def test_a_document_has_two_main_parties_only_when_they_fill_it(text: str, pair: tuple[str, str] | None, firm: bool) -> None:
    context = read_context(reading_of(text))
    assert (tuple(sorted(context.pair)) if context.pair else None, context.firm) == (pair, firm)


def test_each_of_the_two_is_the_others_other_and_a_third_is_nobodys() -> None:
    context = read_context(reading_of("Serbia spoke. Kosovo answered. Serbia spoke again."))
    others = [context.other(code) for code in ("SRB", "XKX", "PER")]
    assert [o.party.country if o else None for o in others] == ["XKX", "SRB", None]
    assert sorted(str(p.party.country) for p in context.both()) == ["SRB", "XKX"]


def test_without_a_pair_there_is_no_other() -> None:
    context = read_context(reading_of("Peru lies on the coast."))
    assert (context.other("PER"), context.both()) == (None, [])


def test_a_country_is_named_by_its_own_name_before_its_officers() -> None:
    context = read_context(reading_of("Ethiopia's foreign minister spoke to Eritrea. Ethiopia is large."))
    assert context.names["ETH"].party.office is None


@pytest.mark.parametrize(
    ("date", "published", "current"),
    [
        ("2018-07-09", "2018-07-09", True),
        ("2018-07-02", "2018-07-09", True),
        ("2018-07-01", "2018-07-09", False),
        ("2018-07-10", "2018-07-09", False),
        ("2018-07", "2018-07-31", False),
        ("2018-07-08/2018-07-09", "2018-07-09", True),
        ("2018-07-09", None, False),
    ],
)
def test_current_is_a_day_of_the_week_before_publication(date: str, published: str | None, current: bool) -> None:
    assert is_current(Edtf.parse(date), Edtf.parse(published) if published else None) is current


@pytest.mark.parametrize(
    ("text", "story"),
    [
        ("ASMARA, 9 July 2018 - Ethiopia and Eritrea ended their war on 8 July 2018.", "2018-07-08"),
        ("ASMARA, 9 July 2018 - Ethiopia and Eritrea began their war on 6 May 1998.", None),
    ],
)
def test_the_day_of_the_story_is_the_first_shortly_before_publication(text: str, story: str | None) -> None:
    found = read_context(reading_of(text)).story
    assert (found.edtf.text if found else None) == story


def test_times_of_a_stretch_are_those_wholly_inside_it() -> None:
    text = "Peru and Chile signed in 1929 and met in 1976."
    times = reading_of(text).times
    inside = times_in(times, Span(0, text.index(" and met")))
    assert [t.span.of(text) for t in inside] == ["1929"]
