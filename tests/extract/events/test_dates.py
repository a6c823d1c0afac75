"""When an event was, by the words of its own sentence. Each rule has a text that must have the date and one that must not."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.extract.events.told import events, told


def when(text: str, kind: str) -> str | None:
    """The date of the only event of a kind in a text."""
    (date,) = {d for k, d, _, _ in told(text) if k == kind}
    return date


@pytest.mark.parametrize(
    ("text", "kind", "date"),
    [
        # in brackets behind the event's noun
        ("The visit of President Salva Kiir of South Sudan to Khartoum (3-5 June 2008) calmed Sudan.", "visit", "2008-06-03/2008-06-05"),
        # right behind the event's noun, where another date follows
        ("The visit of Mongolia's president to Japan in 2013 and the treaty in 2023 changed little.", "visit", "2013"),
        # a noun's participle clause that the date closes
        (
            "Kosovo welcomed the recognition announced by Foreign Minister Carlos Lopez of Panama on 16 January 2009.",
            "recognition",
            "2009-01-16",
        ),
        # between "and" and the second verb
        ("Kenya recognized Eritrea in 1993 and on 4 May 1995 opened an embassy in Asmara.", "mission_opened", "1995-05-04"),
        ("Kenya recognized Eritrea in 1993 and on 4 May 1995 opened an embassy in Asmara.", "recognition", "1993"),
        # a full date before a title is no part of it
        ("On 25 July 2013 President Uhuru Kenyatta of Kenya met President Isaias Afwerki of Eritrea.", "meeting", "2013-07-25"),
        # the letter's date is that of what it did
        ("Brazil recognized Angola in a note dated 11 November 1975.", "recognition", "1975-11-11"),
        # what has lasted since then began then, and so did what happened when it began
        ("The embassy of Rwanda in Uganda had been closed since June 1994.", "mission_closed", "1994-06"),
        ("The crossing had been shut since 2019, when Rwanda accused Uganda of harbouring rebels.", "accusation", "2019"),
        # the year, then the day within it
        (
            "Denmark recognized Namibia in 1990, when Queen Margrethe received President Sam Nujoma of Namibia on 21 March 1990.",
            "recognition",
            "1990-03-21",
        ),
    ],
)
def test_a_date_is_the_events_whose_words_it_stands_with(text: str, kind: str, date: str) -> None:
    assert when(text, kind) == date


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        # the year is in the name of what was done away with
        ("Bolivia rescinded the sanctions list of 2017 against Chile.", "sanction_lifted"),
        # what has not been said since then was said at another time
        ("Rwanda, at odds with its neighbour since 2019, recalled its ambassador from Uganda.", "ambassador_recalled"),
        # what was not seen since then did not happen then
        ("Peru recalled its ambassador from Venezuela for the first time since the quarrel of 2011.", "ambassador_recalled"),
        # the other half of the sentence
        ("Peru recalled its ambassador from Venezuela; the quarrel had begun in May 2011.", "ambassador_recalled"),
        # an aside between dashes
        ("Georgia and Armenia - the king had last come in November 1917 - signed an agreement.", "agreement_signed"),
        # when it was agreed, not when it is done
        ("On 4 March 2019 President Yoweri Museveni of Uganda agreed to visit Rwanda.", "visit"),
        # what was imposed earlier is not lifted then
        ("Qatar said it would lift the sanctions imposed four years earlier, in 2017, on Bahrain.", "sanction_lifted"),
        # what came of the talks has a day of its own
        ("The talks between Serbia and Kosovo in May 2012 led to an agreement between them.", "agreement_signed"),
        # the accords' years are not that of the talks at which they were upheld
        ("At talks in Oslo Norway and Russia upheld the fishing accords of 1975, 1978 and 2010.", "talks_held"),
    ],
)
def test_a_date_of_something_else_is_not_the_events(text: str, kind: str) -> None:
    assert {date for k, date, _, _ in told(text) if k == kind} <= {None}


def test_a_distance_is_the_date_of_what_it_is_counted_from() -> None:
    text = "PRISTINA, 19 April 2013 - Serbia and Kosovo signed an agreement on Friday, three months after their presidents met in Brussels."
    dates = {kind: date for kind, date, _, _ in told(text)}
    assert dates["agreement_signed"] == "2013-04-19"
    assert dates.get("meeting") in (None, "2013-01")


def test_a_list_of_years_dates_the_agreements_named_with_it() -> None:
    found = {d for k, d, _, _ in told("The fishing agreements of 1995, 2000 and 2007 between Spain and Morocco are forgotten.")}
    assert found == {"1995", "2000", "2007"}


@given(st.text(alphabet="ab (),;.-–—1990 May\n", max_size=60))
@settings(max_examples=40, deadline=None)
def test_no_wording_around_a_visit_breaks_its_date(tail: str) -> None:
    for event in events("The visit of the president of Chad to Niger " + tail):
        assert event.date is None or event.date.span is not None


@pytest.mark.parametrize(
    ("text", "kind", "dates"),
    [
        # by when something is to be done, and not what was done before then
        ("Peru and Chile will reopen the border crossing at Tacna before 25 December 2031.", "border_opened", {"../2031-12-25"}),
        ("Peru and Chile reopened the border crossing at Tacna before the elections of 2011.", "border_opened", {None}),
        # hours after something dated, and not days after it
        ("Kenya sent rescuers to Somalia hours after the floods of 7 May 2018.", "aid_delivered", {"2018-05-07"}),
        ("Kenya sent rescuers to Somalia days after the floods of 7 May 2018.", "aid_delivered", {None}),
        # the same done once more, and another deed at another time
        (
            "President Vucic of Serbia and Prime Minister Kurti of Kosovo met in Ohrid in March 2023 and again in Brussels on 2 May 2023.",
            "meeting",
            {"2023-03", "2023-05-02"},
        ),
        (
            "President Vucic of Serbia and Prime Minister Kurti of Kosovo met in Ohrid in March 2023 and envoys in Bern on 2 May 2023.",
            "meeting",
            {"2023-03"},
        ),
        # the third of three deeds that the parser takes for a complement
        (
            "On 4 May 2019 Peru had warned Chile, had recalled its ambassador from Chile and had suspended the treaty with Chile.",
            "agreement_suspended",
            {"2019-05-04"},
        ),
    ],
)
def test_a_time_is_that_of_what_is_told_with_it(text: str, kind: str, dates: set[str | None]) -> None:
    assert {d for k, d, _, _ in told(text) if k == kind} == dates


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # what is done every so often is no event, but the first of them is
        ("Kenya and Somalia will hold a summit every year, the first in March 2031.", {("summit", "2031-03")}),
        ("Kenya and Somalia will hold a summit every year.", set()),
        ("Kenya and Somalia will hold a summit next year, the first in Mombasa.", {("summit", None)}),
        # what is arranged for a day
        ("Peru and Chile quarrel, with a summit of Peru and Chile slated for 4 May 2031.", {("summit", "2031-05-04")}),
    ],
)
def test_what_recurs_is_told_by_its_first_time(text: str, found: set[tuple[str, str | None]]) -> None:
    assert {(k, d) for k, d, _, _ in told(text) if k == "summit"} == found
