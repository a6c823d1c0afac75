"""What the text around a sentence lends it of a date. Each rule has a text that must have it and one that must not."""

from __future__ import annotations

import pytest

from detente.model.statement import Statement
from tests.extract.events.told import events


def dated(text: str, kind: str) -> tuple[str, str] | None:
    """The last event of a kind in a text: its date and the rule that found it."""
    found: list[Statement] = [e for e in events(text) if e.kind == kind]
    assert found, f"no {kind}"
    date = found[-1].date
    return None if date is None else (date.edtf.text, date.basis)


VISIT = "President Sauli of Finland paid a state visit to Latvia on 10-11 September 2013. "


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        (VISIT + "During this visit Finland and Latvia signed a border agreement.", "agreement_signed", ("2013-09-10/2013-09-11", "visit")),
        (
            VISIT + "On the second day Finland and Latvia signed a border agreement.",
            "agreement_signed",
            ("2013-09-11", "visit_day"),
        ),
        (
            "In 1952 the king of Nepal fell ill. Indian troops withdrew, and Nepal expelled two diplomats of China.",
            "diplomats_expelled",
            ("1952", "carried_on"),
        ),
        (
            "LIMA, 6 May 2014 - President Humala of Peru met President Bachelet of Chile on Monday.\n\nPeru and Chile signed a treaty.",
            "agreement_signed",
            ("2014-05-05", "story"),
        ),
        (
            "LIMA, 6 May 2014 - President Humala of Peru met President Bachelet of Chile on Monday.\n\n"
            "Bachelet's visit to Peru comes after a long quarrel.",
            "visit",
            ("2014-05-05", "story"),
        ),
    ],
)
def test_the_text_around_dates_what_is_told(text: str, kind: str, expected: tuple[str, str]) -> None:
    assert dated(text, kind) == expected


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        # another visit's days
        (VISIT + "During earlier visits Finland and Latvia had signed a border agreement.", "agreement_signed"),
        # which day of which visit
        ("On the second day Finland and Latvia signed a border agreement.", "agreement_signed"),
        # a day does not last
        ("On 4 May 1952 the king of Nepal fell ill. Nepal expelled two diplomats of China.", "diplomats_expelled"),
        # nor the year of an aside
        ("The king of Nepal, crowned in 1952, fell ill. Nepal expelled two diplomats of China.", "diplomats_expelled"),
        # nor that of a name
        ("The 1952 treaty was forgotten. Nepal expelled two diplomats of China.", "diplomats_expelled"),
        # nor what came before it
        ("In 1952 the king of Nepal fell ill. Nepal had expelled two diplomats of China.", "diplomats_expelled"),
        # nor what came later
        ("In 1952 the king of Nepal fell ill. Eventually Nepal expelled two diplomats of China.", "diplomats_expelled"),
        # a story's own other time
        (
            "LIMA, 6 May 2014 - President Humala of Peru met President Bachelet of Chile on Monday.\n\n"
            "Peru sent rescuers to Chile days after the earthquake of last February.",
            "aid_delivered",
        ),
        (
            "LIMA, 6 May 2014 - President Humala of Peru met President Bachelet of Chile on Monday.\n\n"
            "Peru broke off relations with Chile after the outbreak of fighting around Arica in April 1881.",
            "relations_severed",
        ),
        # the day under a title is that of writing
        (
            "Peru and Chile: a brief\nPolicy note, 20 March 2021\n\n"
            "Peru signed a treaty with Chile in 1929. Chile raised tariffs on Peru's goods.",
            "tariff_imposed",
        ),
        # a sentence of another time is no entry under a heading
        (
            "May 2011\n\nThe queen spoke well. After the shooting of 1972 Ireland recalled its ambassador from Britain.",
            "ambassador_recalled",
        ),
    ],
)
def test_a_date_is_not_lent_further(text: str, kind: str) -> None:
    assert dated(text, kind) is None


ENTRIES = (
    "Chad and Libya: a chronology\n\n3 May 1981: Libya withdraws its troops from Chad.\n"
    "24 July 1987: Gunmen attack a post. Chad accuses Libya.\n"
)


def test_an_entry_of_a_list_dates_all_its_sentences() -> None:
    assert dated(ENTRIES, "accusation") == ("1987-07-24", "heading")


def test_a_date_inside_an_entry_is_not_that_of_its_other_sentences() -> None:
    assert dated(ENTRIES.replace("24 July 1987: Gunmen attack a post.", "- Gunmen attack a post."), "accusation") is None
