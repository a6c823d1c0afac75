from __future__ import annotations

from detente.web.links import FileLinks, ServerLinks, Shelf
from detente.web.selection import Selection

DAY = Selection(words="x", asof="2001-01-01")


def test_a_server_keeps_the_day() -> None:
    links = ServerLinks(DAY)
    assert links.to("overview") == "/?asof=2001-01-01"
    assert links.to("chronology", DAY) == "/chronology?q=x&asof=2001-01-01"
    assert links.year(1999) == "/chronology?asof=2001-01-01&year=1999"
    assert links.event("ab") == "/event/ab?asof=2001-01-01"
    assert links.document("a" * 64, "s1") == f"/document/{'a' * 16}?asof=2001-01-01#s-s1"
    assert links.static("app.css") == "/static/app.css"


def test_a_name_is_one_part_of_an_address() -> None:
    assert ServerLinks(Selection()).person("../a?b#c/d \u202e") == "/people/..%2Fa%3Fb%23c%2Fd%20%E2%80%AE"


def test_files_lie_beside_each_other() -> None:
    links = FileLinks(1, shelf=Shelf({"1999": "chronology-2.html#y1999"}, {"Ana": "people/ana.html"}, {"s1": 2}))
    assert links.to("overview") == "../index.html"
    assert links.to("figures", Selection(page=2)) == "../figures-2.html"
    assert (links.year(1999), links.year(1)) == ("../chronology-2.html#y1999", "../chronology.html")
    assert links.document("a" * 64, "s1") == f"../document/{'a' * 16}-2.html#s-s1"
    assert (links.person("Ana"), links.person("../../x")) == ("../people/ana.html", "../people.html")
    assert not links.live
