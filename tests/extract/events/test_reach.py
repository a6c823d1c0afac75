"""Which verbs of a sentence share their time with an event. Each step has a text that takes it and one that must not."""

from __future__ import annotations

import pytest

from tests.extract.events.told import told


@pytest.mark.parametrize(
    ("text", "kind", "date"),
    [
        ("In January 2000 Jorge Pavlou became the first Greek foreign minister to visit Ankara in Turkey.", "visit", "2000-01"),
        ("On 3 May 1998 Chad and Libya signed a note in which they restored diplomatic relations.", "relations_restored", "1998-05-03"),
        ("Foreign Minister Retno Marsudi of Indonesia flew to Naypyidaw in June 2021 to meet Myanmar's leaders.", "meeting", "2021-06"),
        (
            "Diplomatic relations between Iran and Canada were cut, and the embassies closed, on 7 September 2012.",
            "relations_severed",
            "2012-09-07",
        ),
        ("Fiji recognized Kiribati the same day that it became independent on 12 July 1979.", "recognition", "1979-07-12"),
        ("India's decision to recognize Bangladesh, announced on 6 December 1971, angered Pakistan.", "recognition", "1971-12-06"),
        ("Ghana opened an embassy in what is now Benin when it appointed Kofi Mensah on 4 May 1961.", "mission_opened", "1961-05-04"),
        (
            "The visit was followed by a meeting between Presidents Mahama of Ghana and Gnassingbe of Togo in Accra in January 2014.",
            "meeting",
            "2014-01",
        ),
    ],
)
def test_the_time_of_a_verb_is_that_of_what_was_done_with_it(text: str, kind: str, date: str) -> None:
    assert date in {d for k, d, _, _ in told(text) if k == kind}


@pytest.mark.parametrize(
    ("text", "kind", "date"),
    [
        # told by a perfect: before
        ("On 3 May 1998 Chad received the envoy whom Libya had expelled.", "diplomats_expelled", "1998-05-03"),
        # what a feast looks back at
        (
            "On 25 September 2023 Norway and Cuba commemorated the establishment of diplomatic relations.",
            "relations_established",
            "2023-09-25",
        ),
        # efforts to do a thing are not the thing
        ("After many efforts to sign an agreement, Japan and Russia were at odds by 1929.", "agreement_signed", "../1929"),
        # the time of what came first
        ("The summit between India and Nepal in May 2014 was followed by an agreement between them.", "agreement_signed", "2014-05"),
        # the treaty's own date
        ("Zambia declared its intention to abrogate the treaty with Angola, signed in May 1979.", "agreement_terminated", "1979-05"),
    ],
)
def test_another_time_is_not_reached(text: str, kind: str, date: str) -> None:
    assert date not in {d for k, d, _, _ in told(text) if k == kind}


def test_the_first_to_be_received_was_received_when_he_was_the_first() -> None:
    text = "In May 2022 President Isaias Afwerki of Eritrea became the first leader to be received by President William Ruto of Kenya."
    assert [(k, d) for k, d, _, _ in told(text) if k == "meeting"] == [("meeting", "2022-05")]
