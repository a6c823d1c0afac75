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
