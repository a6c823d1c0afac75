from __future__ import annotations

from lxml import etree

from detente.publish.sitemap import MOST, robots, sitemaps

BASE = "https://example.org/r/"


def places(text: str) -> list[str]:
    return [str(element.text) for element in etree.fromstring(text.encode()).iter("{*}loc")]


def test_every_page_is_listed_under_its_whole_address_with_its_day() -> None:
    made = sitemaps(BASE, ["", "people.html", "people/a&b.html"], "2024-03-10")
    assert places(made["sitemap.xml"]) == [BASE, f"{BASE}people.html", f"{BASE}people/a&b.html"]
    assert made["sitemap.xml"].count("<lastmod>2024-03-10</lastmod>") == 3


def test_more_pages_than_a_file_may_hold_are_spread_over_several() -> None:
    made = sitemaps(BASE, [f"{number}.html" for number in range(MOST + 1)])
    assert list(made) == ["sitemap.xml", "sitemap-1.xml", "sitemap-2.xml"]
    assert places(made["sitemap.xml"]) == [f"{BASE}sitemap-1.xml", f"{BASE}sitemap-2.xml"]
    assert [len(places(made[name])) for name in ("sitemap-1.xml", "sitemap-2.xml")] == [MOST, 1]


def test_robots_may_read_all_and_learn_of_the_list_where_there_is_one() -> None:
    assert robots(BASE) == f"User-agent: *\nAllow: /\nSitemap: {BASE}sitemap.xml\n"
    assert robots("") == "User-agent: *\nAllow: /\n"
