from __future__ import annotations

import pytest

from detente.model.statement import Status
from tests.extract.events.told import events


@pytest.mark.parametrize(
    ("text", "named"),
    [
        (
            "Clinton announced the end of the embargo on Vietnam in the late afternoon of Feb. 3, 1994.",
            "embargo on Vietnam",
        ),
        ("The United States and Vietnam signed an agreement on copyright in Hanoi on 27 June 1997.", "agreement on copyright"),
        ("Britain signed the Anglo-Japanese Treaty of 1902 with Japan.", "Treaty of 1902"),
        ("China and Vietnam signed the General Agreement on Tariffs (GAT) in 1999.", "Agreement on Tariffs"),
    ],
)
def test_what_a_thing_is_called_ends_where_the_phrase_goes_on_to_say_when_or_where(text: str, named: str) -> None:
    assert (events(text)[0].object or "").endswith(named)


def test_two_levels_of_one_sentence_are_each_named_by_their_own_words() -> None:
    text = "From the Comprehensive Partnership of 2017 to the Strategic Partnership of 2023, Vietnam and Canada came far."
    assert [(str(s.date.edtf), s.level) for s in events(text) if s.date and s.level] == [
        ("2017", "Comprehensive Partnership"),
        ("2023", "Strategic Partnership"),
    ]


def test_the_first_to_do_it_did_it_whatever_circumstance_opens_the_sentence() -> None:
    text = (
        "During the tenure of President Barack Obama, Prime Minister Nguyen Xuan Phuc became the first leader of a bloc to visit America."
    )
    (visit,) = [s for s in events(text) if s.kind == "visit"]
    assert visit.status is Status.HAPPENED
    assert [p.party.name for p in visit.source] == ["Nguyen Xuan Phuc"]


@pytest.mark.parametrize(
    ("text", "kind", "status"),
    [
        ("In 1861 Britain demanded the release of the envoys and a formal apology from the United States.", "apology", Status.HYPOTHETICAL),
        ("The minister doubted that Japan had the strength to attack the United States.", "attack", Status.HYPOTHETICAL),
        ("In 1861 the United States gave Britain a formal apology.", "apology", Status.HAPPENED),
    ],
)
def test_what_is_demanded_or_could_be_done_has_not_happened(text: str, kind: str, status: Status) -> None:
    assert [s.status for s in events(text) if s.kind == kind] == [status]


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        (
            "In 1998 Pakistan tested a weapon, and India and Pakistan signed an agreement in Lahore on 21 February 1999.",
            "India and Pakistan signed an agreement in Lahore on 21 February 1999",
        ),
        (
            "They say that Chile, which is long, attacked Peru in 1879.",
            "Chile, which is long, attacked Peru in 1879",
        ),
    ],
)
def test_a_quote_is_the_events_own_part_of_its_sentence(text: str, quote: str) -> None:
    assert [s.quote for s in events(text)] == [quote]


@pytest.mark.parametrize(
    ("surer", "less"),
    [
        ("Peru signed a treaty with Chile in 1929.", "Peru signed a treaty with Chile."),
        ("Peru signed a treaty with Chile in 1929.", "Peru will sign a treaty with Chile in 1929."),
        ("Peru signed a treaty with Chile in 1929.", "Peru and Chile are neighbours. They signed a treaty in 1929."),
    ],
)
def test_what_is_said_outright_is_surer_than_what_is_added(surer: str, less: str) -> None:
    (one,), (other,) = events(surer), events(less)
    assert one.confidence > other.confidence


@pytest.mark.parametrize(
    ("text", "persons"),
    [
        ("President Boric of Chile visited Peru at the invitation of President Castillo.", ["Gabriel Boric", "Pedro Castillo"]),
        ("Chile attacked Peru in 1879. President Castillo of Peru was born later.", []),
    ],
)
def test_the_persons_of_an_event_are_those_who_took_part(text: str, persons: list[str]) -> None:
    assert [p.party.name for s in events(text) for p in s.persons] == persons


def test_a_wish_for_cooperation_is_no_event() -> None:
    assert events("Ethiopia hopes for cooperation with Eritrea.") == []
    assert [s.kind for s in events("Ethiopia and Eritrea cooperated on trade in 2019.")] == ["cooperation"]
