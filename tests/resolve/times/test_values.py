"""TIMEX3 values and EDTF dates of each kind of expression, in news and in stories."""

from __future__ import annotations

import pytest

from detente.extract.times import find_times
from detente.model.document import Document, Layout, PublishedBasis
from detente.model.edtf import Edtf
from detente.model.mention import TimeMention
from detente.resolve.times import Mode, date_document, resolve_times


def read(text: str, published: str | None = None, mode: Mode | None = None) -> list[TimeMention]:
    date = Edtf.parse(published) if published else None
    document = Document("t", None, "t", text, published=date, published_basis=PublishedBasis.GIVEN if date else None)
    layout = Layout((), ())
    candidates = find_times(document, layout)
    return list(resolve_times(date_document(document, layout, candidates), layout, candidates, mode))


def brief(mentions: list[TimeMention]) -> list[tuple[str, str, str | None]]:
    return [(m.text, m.value, None if m.edtf is None else m.edtf.text) for m in mentions]


STATED = [
    ("on July 11, 1995", "1995-07-11", "1995-07-11"),
    ("on the 11th of July 1995", "1995-07-11", "1995-07-11"),
    ("in July 1995", "1995-07", "1995-07"),
    ("in 1995", "1995", "1995"),
    ("in 264 BC", "BC0264", "-0263"),
    ("in AD 70", "0070", "0070"),
    ("in the 1970s", "197", "197X"),
    ("in the nineteenth century", "18", "18XX"),
    ("in the middle of the 9th century BC", "BC08", "-0899/-0800"),
    ("in the summer of 2015", "2015-SU", "2015-22"),
    ("in the winter of 1944-45", "1945-WI", "1944-24"),
    ("in the first quarter of 2009", "2009-Q1", "2009-01/2009-03"),
    ("in Q3 2009", "2009-Q3", "2009-07/2009-09"),
    ("in the second half of 2024", "2024-H2", "2024-07/2024-12"),
    ("in the first five months of 2023", "P5M", "2023-01/2023-05"),
    ("on the last day of August 2016", "2016-08-31", "2016-08-31"),
    ("on the morning of April 19, 1775", "1775-04-19TMO", "1775-04-19"),
    ("on 4.4.2025", "2025-04-04", "2025-04-04"),
    ("on 2025-07-08", "2025-07-08", "2025-07-08"),
    ("by 2030", "2030", "../2030"),
    ("not before 2027", "2027", "2027/.."),
    ("pre-1975", "1975", "../1975"),
    ("post-2015", "2015", "2015/.."),
    ("in FY2024", "2024", "2024"),
    ("in March-April 2020", "2020-03", "2020-03/2020-04"),
    ("in 2024-07", "2024-07", "2024-07"),
    ("in the 18th and 19th centuries", "17", "1700/1899"),
    ("on Good Friday 1998", "1998-04-10", "1998-04-10"),
    ("every other year", "P2Y", None),
    ("at dawn on 22 June 1941", "1941-06-22TMO", "1941-06-22"),
    ("2020, 2021 and 2022", "2020", "2020"),
    ("since 1995", "1995", "1995/.."),
    ("after 1975", "1975", "1975/.."),
    ("before March 1990", "1990-03", "../1990-03"),
    ("by the end of 2011", "2011", "../2011-12-31"),
    ("in about 2013", "2013", "2013~"),
    ("at Christmas 1963", "1963-12-25", "1963-12-25"),
    ("at Easter 1949", "1949-04-17", "1949-04-17"),
    ("at Tet 1968", "1968-01-29", "1968-01-29"),
    ("on Thanksgiving 2023", "2023-11-23", "2023-11-23"),
    ("on February 30, 2020", "2020-02-30", "2020-02"),
    ("at 5:30 PM on May 7, 1954", "1954-05-07T17:30", "1954-05-07"),
    ("for two years", "P2Y", None),
    ("for half an hour", "PT0.5H", None),
    ("several days", "PXD", None),
    ("every two years", "P2Y", None),
    ("annually", "XXXX", None),
    ("every day", "XXXX-XX-XX", None),
    ("five billion per year", "P1Y", None),
    ("now", "PRESENT_REF", None),
    ("the former envoy", "PAST_REF", None),
]


@pytest.mark.parametrize(("text", "value", "edtf"), STATED)
def test_stated(text: str, value: str, edtf: str | None) -> None:
    assert brief(read(text))[0][1:] == (value, edtf)


NEWS = [
    ("He arrived yesterday.", "2023-12-06", "2023-12-06"),
    ("They signed on Thursday.", "2023-12-07", "2023-12-07"),
    ("They met on Tuesday.", "2023-12-05", "2023-12-05"),
    ("They will meet on Tuesday.", "2023-12-12", "2023-12-12"),
    ("He met her last week.", "2023-W48", "2023-11-27/2023-12-03"),
    ("Exports rose last year.", "2022", "2022"),
    ("It will end next month.", "2024-01", "2024-01"),
    ("They spoke in October.", "2023-10", "2023-10"),
    ("They will speak in March.", "2024-03", "2024-03"),
    ("He left last December.", "2022-12", "2022-12"),
    ("It broke three years ago.", "2020", "2020"),
    ("They met ten days ago.", "2023-11-27", "2023-11-27"),
    ("It will double within five years.", "P5Y", "../2028"),
    ("Over the last ten years trade grew.", "P10Y", "2013/2023"),
    ("They will meet from now on in Bern.", "FUTURE_REF", "2023-12-07/.."),
    ("On July 20 he resigned.", "2023-07-20", "2023-07-20"),
    ("They meet this Friday.", "2023-12-08", "2023-12-08"),
    ("They met a year and a half ago.", "2022-06", "2022-06~"),
    ("They met this summer.", "2023-SU", "2023-22"),
    ("The pact was kept for two decades.", "P2DE", None),
]


@pytest.mark.parametrize(("text", "value", "edtf"), NEWS)
def test_news(text: str, value: str, edtf: str | None) -> None:
    assert brief(read(text, "2023-12-07"))[0][1:] == (value, edtf)


STORIES = [
    ("War came in December 1944. In January they lost.", [("January", "1945-01", "1945-01")]),
    (
        "War came on 10 May 1940. That same day they fled. Twelve days later they sued.",
        [("That same day", "1940-05-10", "1940-05-10"), ("Twelve days later", "1940-05-22", "1940-05-22")],
    ),
    (
        "They met in June 1962. Two years earlier they had fought. In August they signed.",
        [("Two years earlier", "1960", "1960"), ("August", "1962-08", "1962-08")],
    ),
    (
        "They met on 12 May 1962 (a map of 1904 hung there). In August they signed.",
        [("1904", "1904", "1904"), ("August", "1962-08", "1962-08")],
    ),
    ("They met on 12 May 1962. He came on the 14th.", []),
    ("It fell on 2 August 2019; on the 28th, they left.", [("the 28th", "2019-08-28", "2019-08-28")]),
    ("A treaty of 24 July 1923 and one of January of that year held.", [("January of that year", "1923-01", "1923-01")]),
    ("It met in October 2005 and on 27 April of the following year.", [("27 April of the following year", "2006-04-27", "2006-04-27")]),
    ("On 20 July 1974, five days after the coup, troops landed.", [("five days after", "1974-07-15", "1974-07-15")]),
    ("The line was kept until 1980. It was not opened until 1990.", [("1990", "1990", "1990")]),
    ("1936\n\nHe died on 20 July in a crash.", [("20 July", "1936-07-20", "1936-07-20")]),
    (
        "On 13 November 1968 ties were resumed.\n\nOn May 11, 1989, he was recalled. On December 20 troops landed.",
        [("December 20", "1989-12-20", "1989-12-20")],
    ),
    ("They fought in 1961. Since then they have met.", [("Since then", "1961", "1961/..")]),
]


@pytest.mark.parametrize(("text", "wanted"), STORIES)
def test_stories(text: str, wanted: list[tuple[str, str, str | None]]) -> None:
    told = brief(read(text))
    for row in wanted:
        assert row in told


def test_ranges_share_their_stretch_and_keep_their_ends() -> None:
    assert brief(read("He stayed on September 10-11, 2023.")) == [
        ("September 10", "2023-09-10", "2023-09-10/2023-09-11"),
        ("11, 2023", "2023-09-11", "2023-09-10/2023-09-11"),
    ]
    first, second = read("from 1995 to 2013")
    assert (first.anchor, second.anchor) == (second.span, first.span)


def test_a_bygone_title_is_a_time_in_histories_only() -> None:
    assert brief(read("The former envoy spoke.", "2023-12-07", Mode.NEWS)) == []
    assert brief(read("The former envoy spoke.", "2023-12-07", Mode.NARRATIVE)) == [("former", "PAST_REF", None)]


def test_mode_may_be_chosen() -> None:
    text = "In May 1990 they met. In July they signed."
    assert brief(read(text, "2023-12-07", Mode.NARRATIVE))[1][1] == "1990-07"
    assert brief(read("They fought. In July they signed.", "2023-12-07", Mode.NEWS))[0][1] == "2023-07"


def test_every_mention_points_at_its_characters() -> None:
    text = "On 🙂 11 July 1995, and since 1996 — “two years later” — Việt Nam …"
    for mention in read(text):
        assert mention.span.of(text) == mention.text


def test_numbers_too_large_for_a_calendar() -> None:
    for text in ("99999999 years ago", "20,000 years ago", "3000000 days later", "200,000 months ago", "900 centuries ago"):
        read(f"In June 1995 it was found. It is from {text}.", "2023-12-07")


def test_fortnights_and_long_waits() -> None:
    assert brief(read("It took a fortnight.")) == [("a fortnight", "P2W", None)]
    assert brief(read("It took a century and a half.")) == [("a century and a half", "P1.5CE", None)]


def test_a_heading_says_where_the_story_goes_on() -> None:
    text = "They met in May 1975.\n\nThe long war, 1961-1963\n\nIn July they fought. In August they lost."
    assert [value for _, value, _ in brief(read(text))][3:] == ["1961-07", "1961-08"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("They met at 8.30 am on 4 March 2024.", ["2024-03-04T08:30", "2024-03-04"]),
        ("It began at 8.30 p.m. (GMT+7) on 4 March 2024.", ["2024-03-04T20:30+07:00", "2024-03-04"]),
        ("He landed at 19:42 UTC-3 on 3 May 2022.", ["2022-05-03T19:42-03:00", "2022-05-03"]),
        ("They met at 10.15 a.m. local time on Monday.", ["2024-06-10T10:15", "2024-06-10"]),
        ("Exports fell in 4Q23.", ["2023-Q4"]),
        ("Exports fell in 3Q 2023 and 1H23.", ["2023-Q3", "2023-H1"]),
        ("It earned more in Q3 FY2024.", ["2024-Q3"]),
        ("Trade grew in the third quarter of fiscal 2022.", ["2022-Q3"]),
        ("Trade fell in the 1st quarter of '09.", ["2009-Q1"]),
        ("Trade fell in the last quarter of 1999.", ["1999-Q4"]),
        ("He was born in '68 and left in Jan '72.", ["1968", "1972-01"]),
        ("They signed on 4. 4. 2025 in Vienna.", ["2025-04-04"]),
        ("Two decades later, in 2010, they met.", ["2010", "2010"]),
        ("A year earlier, in 1971, war came.", ["1971", "1971"]),
        ("They marked the 20th anniversary of ties in 2015.", ["2015", "2015"]),
        ("Call +84 1900 1999 now.", ["PRESENT_REF"]),
        ("They met in the second week of May 2010.", ["P1W"]),
        ("Trade grew in the second half of the 1990s.", ["199"]),
    ],
)
def test_wordings_of_reports(text: str, wanted: list[str]) -> None:
    assert [m.value for m in read(text, "2024-06-14")] == wanted


def test_parts_of_months_and_decades_have_their_place() -> None:
    text = "They met in the second week of May 2010, in the fifth week of May 2010, and in the second half of the 1990s."
    assert [edtf for _, _, edtf in brief(read(text))] == ["2010-05-08/2010-05-14", None, "1995/1999"]


def test_from_a_year_on_is_open() -> None:
    assert [t for _, _, t in brief(read("It grew from 2001 on. It shrank from 2004 onwards. It ran from 2007."))] == [
        "2001/..",
        "2004/..",
        "2007",
    ]


def test_a_story_that_turns_firmly_to_a_year_does_not_go_back_past_the_last_stand() -> None:
    text = (
        "In May 1865 they met. On 5 August they met again, and on 6 December the king fell.\n"
        "In March 1867 the queen fell too.\nThe victory in November was the last."
    )
    assert read(text, mode=Mode.NARRATIVE)[-1].value == "1867-11"


def test_what_had_been_lies_behind_the_story() -> None:
    text = "On 17 December 1869 the town fell. The general had spent the spring with an army abroad."
    assert read(text, mode=Mode.NARRATIVE)[-1].value == "1869-SP"


@pytest.mark.parametrize(
    ("told", "value"),
    [
        ("The airline will resume flights on July 17.", "2018-07-17"),
        ("The president is due to go to Togo on January 9.", "2019-01-09"),
        ("The airline said it would resume flights on July 17.", "2002-07-17"),
        ("A protocol was signed on July 17.", "2002-07-17"),
    ],
)
def test_what_will_be_lies_ahead_of_a_report_whatever_year_was_told(told: str, value: str) -> None:
    mentions = read(f"The court in Accra ruled in April 2002 that the flights were unsafe. {told}", "2018-07-02")
    assert mentions[-1].value == value


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("He was in Accra on 18-23.6.2007.", "2007-06-18/2007-06-23"),
        ("He was in Accra from 19 to 25.6.2005.", "2005-06-19/2005-06-25"),
        ("13-15/3/2000: talks in Accra", "2000-03-13/2000-03-15"),
        ("He wrote 40 to 23.6.2007 of them.", "2007-06-23"),
    ],
)
def test_a_stretch_of_days_in_figures(text: str, edtf: str) -> None:
    found = read(text)[-1].edtf
    assert found is not None
    assert found.text == edtf
