import hashlib
from pathlib import Path

import pytest

from detente.model.errors import ReadError
from detente.read.registers import read_register
from detente.rules.registers import parse_kind, register_kind

VISIT = (
    "<visit><id>{}</id><start-date>1962-06-29</start-date><end-date>1962-06-30</end-date><visitor>{}</visitor><from>Mexico</from></visit>"
)


def test_json_lines_with_the_sum_of_the_file(tmp_path: Path) -> None:
    place = tmp_path / "visits.jsonl"
    place.write_bytes('\ufeff{"id": "1", "visitor": "King Hassan II"}\nbroken\n'.encode())
    held = read_register(place, register_kind("visits"))
    assert held.sha256 == hashlib.sha256(place.read_bytes()).hexdigest()
    assert [row.value("visitor") for row in held.rows] == ["King Hassan II"]
    assert [problem.place for problem in held.problems] == ["line 2"]
    assert held.header == ""


def test_a_csv_file_keeps_its_line_of_headings(tmp_path: Path) -> None:
    kind = parse_kind("guests", "columns: {who: Guest, day: Day}\nstatements: [{kind: visit, source: ETH, person: who, date: day}]")
    place = tmp_path / "guests.csv"
    place.write_text("Guest;Day\nIsaias Afwerki;2018-07-14\n", encoding="utf-8")
    held = read_register(place, kind)
    assert (held.header, len(held.rows)) == ("Guest;Day", 1)


def test_a_folder_of_xml_files_is_one_register_whatever_else_lies_there(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    for year, who in (("1970", "King Kalakaua"), ("1960", "President Lopez Mateos")):
        (tmp_path / "data" / f"{year}.xml").write_text(f"<visits>{VISIT.format(year, who)}</visits>", encoding="utf-8")
    (tmp_path / "data" / "broken.xml").write_text("<visits>", encoding="utf-8")
    (tmp_path / "README.md").write_text("A list.", encoding="utf-8")
    held = read_register(tmp_path, register_kind("visits"))
    assert [row.place for row in held.rows] == ["data/1960.xml, visit 1", "data/1970.xml, visit 1"]
    assert [problem.place for problem in held.problems] == ["data/broken.xml"]
    assert held.sha256 == read_register(tmp_path, register_kind("visits")).sha256


@pytest.mark.parametrize(
    ("name", "content", "reason"), [("none", None, "missing"), ("empty.jsonl", "", "empty"), ("folder", "dir", "empty_folder")]
)
def test_what_cannot_be_read_is_refused_with_the_reason(tmp_path: Path, name: str, content: str | None, reason: str) -> None:
    place = tmp_path / name
    if content == "dir":
        place.mkdir()
    elif content is not None:
        place.write_text(content, encoding="utf-8")
    with pytest.raises(ReadError) as caught:
        read_register(place, register_kind("visits"))
    assert caught.value.reason == reason


def test_a_kind_without_xml_refuses_xml(tmp_path: Path) -> None:
    place = tmp_path / "holders.xml"
    place.write_text("<holders/>", encoding="utf-8")
    with pytest.raises(ReadError, match="no_xml"):
        read_register(place, register_kind("office-holders"))
