from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace
from typing import Any

import pytest
from lxml import html

from detente.ask.views import ChronologyLine, LadderRung, Sources
from detente.publish.chronicle import Chronicle
from detente.publish.page import chronology_html
from detente.publish.plain import one_line
from tests.publish.attacks import ATTACKS, poisoned
from tests.publish.sample import UNDATED, WIRE, chronicle, event, ladder, line


@pytest.fixture(scope="module")
def source() -> str:
    return chronology_html(chronicle())


@pytest.fixture(scope="module")
def page(source: str) -> html.HtmlElement:
    return html.document_fromstring(source)


def find(element: html.HtmlElement, path: str) -> list[Any]:
    """What ``path`` finds: elements, or the texts of attributes."""
    found: Any = element.xpath(path)
    return list(found)


def words(element: html.HtmlElement) -> str:
    return one_line(element.text_content())


def test_the_page_needs_nothing_else(source: str, page: html.HtmlElement) -> None:
    assert not re.search(r"https?:|//[a-z]|url\(|@import", source)
    assert not find(page, "//link | //img | //iframe | //object | //embed | //base | //*[@src]")
    assert all(link.startswith("#") for link in find(page, "//@href"))


def test_the_policy_allows_our_own_style_and_script_alone(page: html.HtmlElement) -> None:
    (policy,) = find(page, "//meta[@http-equiv='Content-Security-Policy']/@content")
    assert policy.startswith("default-src 'none'; ")
    for tag in ("style", "script"):
        (element,) = find(page, f"//{tag}")
        digest = base64.b64encode(hashlib.sha256(element.text_content().encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy
    assert not find(page, "//*[@style]")
    assert "unsafe" not in policy


def test_links_lead_somewhere(page: html.HtmlElement) -> None:
    targets = find(page, "//@id")
    assert len(targets) == len(set(targets))
    assert {link[1:] for link in find(page, "//@href")} <= set(targets)


def test_every_line_opens_to_its_quotes_without_a_script(page: html.HtmlElement) -> None:
    told = chronicle()
    for shown in told.lines:
        (details,) = find(page, f"//details[@id='f-{shown.fact.id}']")
        assert shown.fact.title in words(find(details, "./summary")[0])
        assert [words(mark) for mark in find(details, ".//mark")] == [one_line(evidence.quote) for evidence in shown.evidence]


def test_a_quote_stands_in_its_context_with_its_place(page: html.HtmlElement) -> None:
    line = chronicle().lines[1]
    (first, second) = find(page, f"//details[@id='f-{line.fact.id}']//figure")
    assert words(first).startswith("…The embargo had gone the year before. On 11 July 1995 President Bill Clinton")
    assert "Trade and investment since normalization: a report to the committee · December 2024 · page 4, paragraph 2" in words(second)
    assert "The same event: both dates can be the same day; the same two countries." in words(second)


def test_lines_stand_under_their_year_with_what_is_left_of_the_date(page: html.HtmlElement) -> None:
    years = find(page, "//section[@class='year']/h3/text()")
    assert years == ["1994", "1995", "2006", "2012", "2013", "2018", "2019", "2023", "2025", "2026"]
    dates = [words(when) for when in find(page, "//section[@id='y1995']//span[@class='when']")]
    assert dates == ["11 July", "12 July"]


def test_undated_lines_are_shown_and_given_no_date(page: html.HtmlElement) -> None:
    (section,) = find(page, "//section[@id='undated']")
    assert "Parliamentary friendship groups meet in Hue" in words(section)
    assert "date unknown" in words(section)
    dated = event(WIRE, "meeting", None, "the groups met in Hue")
    told = chronicle(lines=(line("Groups meet", dated, event(UNDATED, "meeting", None, "met in Hue")),))
    assert "told 11 September 2023" in words(html.document_fromstring(chronology_html(told)))


def test_status_is_said_in_words_and_marks(page: html.HtmlElement) -> None:
    (planned,) = find(page, "//details[contains(@class, 'status-planned')][@data-family][.//span[@class='kind']='official visit']")
    assert "planned" in words(find(planned, "./summary")[0])
    assert find(planned, ".//svg/use/@href") == ["#s-planned"]


def test_points_of_a_chart_lead_to_their_quotes(page: html.HtmlElement) -> None:
    links = find(page, "//svg[@class='plot']/a/@href")
    assert len(links) == 6
    for link in links:
        assert find(page, f"//*[@id='{link[1:]}']//mark")


def test_discrepancies_stand_side_by_side(page: html.HtmlElement) -> None:
    first, second = find(page, "//article")
    assert "cannot both be right" in words(first)
    assert "can both be right: different reporters" in words(second)
    assert len(find(first, ".//mark")) == len(find(second, ".//mark")) == 2


def test_files_are_accounted_for(page: html.HtmlElement) -> None:
    (section,) = find(page, "//section[@id='sources']")
    assert "7 files: 5 read, 1 the same as another, 1 refused." in words(section)
    assert "Refused broken.docx truncated: the file ends too early; fetch it again" in words(section)
    assert "one of 2 that share a text: counted as one source" in words(section)


def test_nothing_found_is_said(page: html.HtmlElement) -> None:
    empty = Sources((), 0, 0, 0)
    text = words(
        html.document_fromstring(
            chronology_html(chronicle(lines=(), ladder=ladder()[:1], series=(), conflicts=(), commitments=(), sources=empty))
        )
    )
    assert "No event is told of between the two in these documents." in text
    assert "opens to the words" not in text
    assert "The relationship" not in text


def test_the_same_record_gives_the_same_page(source: str) -> None:
    assert chronology_html(chronicle()) == source


@pytest.mark.parametrize("attack", ATTACKS)
def test_hostile_words_stay_words(attack: str, page: html.HtmlElement) -> None:
    source = chronology_html(poisoned(chronicle(), attack))
    hostile = html.document_fromstring(source)
    honest = {element.tag for element in page.iter() if isinstance(element.tag, str)}
    assert {element.tag for element in hostile.iter() if isinstance(element.tag, str)} <= honest
    assert len(find(hostile, "//script")) == len(find(hostile, "//style")) == 1
    assert not find(hostile, "//@*[starts-with(name(), 'on')] | //*[@style]")
    assert all(link.startswith("#") for link in find(hostile, "//@href"))
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", source)
    assert one_line(attack) in words(find(hostile, "//details//mark")[0])


def test_a_level_that_was_lost_is_drawn_low() -> None:
    told = chronicle()
    rungs = (*told.ladder, LadderRung("severed", told.lines[-2].fact.date, None, told.lines[-2].fact, (), 0))
    page = html.document_fromstring(chronology_html(replace(told, ladder=rungs)))
    assert "Relations severed" in words(find(page, "//ol[@class='ladder']/li[last()]")[0])
    assert find(page, "//ol[@class='ladder']/li[last()]/@class") == ["shade-0"]


def test_where_the_files_lie_is_not_told() -> None:
    source = chronology_html(poisoned_paths(chronicle()))
    assert "anna" not in source
    assert "wire.txt" in source


def poisoned_paths(told: Chronicle) -> Chronicle:
    """The chronicle with every file below a folder of somebody's own."""
    sources = told.sources
    uses = tuple(replace(use, document=replace(use.document, path=f"/srv/anna/secret/{use.document.path}")) for use in sources.documents)
    refused = tuple(replace(problem, path=f"/srv/anna/secret/{problem.path}") for problem in sources.refused)
    return replace(told, sources=replace(sources, documents=uses, refused=refused))


def test_documents_that_tell_nothing_are_listed_apart() -> None:
    told = chronicle()
    first, *rest = told.sources.documents
    silent = replace(told.sources, documents=(replace(first, facts=0), *rest))
    page = html.document_fromstring(chronology_html(replace(told, sources=silent)))
    assert words(find(page, "//p[@class='lede']")[0]).startswith("4 of 5 documents tell of 14 events")
    (apart,) = find(page, "//section[@id='sources']/details")
    assert words(apart).startswith("1 document in which no fact about the two was found")
    assert str(first.document.title) in words(apart)


def test_what_is_shown_twice_has_one_anchor() -> None:
    told = chronicle()
    figures = tuple(ChronologyLine(point.fact, point.evidence) for point in told.series[0].points)
    page = html.document_fromstring(chronology_html(replace(told, lines=(*figures, *told.commitments))))
    targets = find(page, "//@id")
    assert len(targets) == len(set(targets))
    assert {link[1:] for link in find(page, "//@href")} <= set(targets)


def test_a_document_that_is_not_listed_is_named_and_not_linked() -> None:
    told = chronicle()
    page = html.document_fromstring(chronology_html(replace(told, sources=replace(told.sources, documents=told.sources.documents[:1]))))
    assert {link[1:] for link in find(page, "//@href")} <= set(find(page, "//@id"))
    assert "Leaders raise ties to highest level" in words(page)


def test_a_quote_in_another_language_says_so() -> None:
    told = chronicle()
    first = told.lines[0]
    spanish = replace(first.evidence[0], document=replace(first.evidence[0].document, language="es"))
    page = html.document_fromstring(chronology_html(replace(told, lines=(replace(first, evidence=(spanish,)), *told.lines[1:]))))
    assert find(page, "//blockquote/@lang") == ["es"]
