import pytest

from detente.model.errors import ReadError
from detente.model.register import Row
from detente.read.registers.lines import written
from detente.read.registers.xml import parse, xml_rows
from detente.rules.registers import XmlShape, register_kind

MISSION = b"""<country-mission><territory-id>ireland</territory-id><chiefs><chief>
<id>ei-1993-smit-01</id><person-id>smith-jean-kennedy</person-id>
<role-title-id>ambassador-e-p</role-title-id><appointed><date>1993-06-17</date><note/></appointed><started><date>1993-06-24</date></started>
<ended><date>1998-09-17</date><note>Left post; with
thanks</note></ended></chief></chiefs></country-mission>"""
PERSON = b"<person><id>smith-jean-kennedy</id><persName><surname>Smith</surname><forename>Jean Kennedy</forename></persName></person>"


def shape() -> XmlShape:
    found = register_kind("chiefs-of-mission").xml
    assert found is not None
    return found


def test_an_element_becomes_one_line_whose_values_can_be_pointed_to() -> None:
    (row,) = xml_rows([("ireland.xml", parse(MISSION, "m")), ("p.xml", parse(PERSON, "p"))], shape())
    assert isinstance(row, Row)
    assert row.place == "ireland.xml, chief 1"
    assert "\n" not in row.text
    assert row.text.startswith("id: ei-1993-smit-01; person: Jean Kennedy Smith; role: ambassador-e-p; to: ireland; appointed: 1993-06-17")
    assert row.value("how") == "Left post; with thanks"
    assert all(field.span.of(row.text) == field.value for fields in row.fields.values() for field in fields)


def test_a_person_whom_no_file_names_is_named_by_the_identifier() -> None:
    (row,) = xml_rows([("ireland.xml", parse(MISSION, "m"))], shape())
    assert isinstance(row, Row)
    assert row.value("person") == "Jean Kennedy Smith"


@pytest.mark.parametrize("raw", [b"", b"<a>", b"no xml", b"\xff\xfe"])
def test_what_is_no_xml_is_refused(raw: bytes) -> None:
    with pytest.raises(ReadError, match="not_xml"):
        parse(raw, "bad.xml")


def test_entities_are_not_filled_in() -> None:
    raw = b'<!DOCTYPE v [<!ENTITY e SYSTEM "file:///etc/hostname">]><visits><visit><id>&e;</id><visitor>X</visitor></visit></visits>'
    kind = register_kind("visits").xml
    assert kind is not None
    (row,) = xml_rows([("v.xml", parse(raw, "v.xml"))], kind)
    assert isinstance(row, Row)
    assert row.value("id") == "&e;"


def test_attributes_and_several_values() -> None:
    given = XmlShape("trip", {"who": "@who", "to": "country"}, {})
    (row,) = xml_rows([("t", parse(b'<trips><trip who="a-b"><country>Chad</country><country>Niger</country></trip></trips>', "t"))], given)
    assert isinstance(row, Row)
    assert row.text == "who: a-b; to: Chad, Niger"
    assert [field.span.of(row.text) for field in row.fields["to"]] == ["Chad", "Niger"]


def test_a_row_without_values_is_empty() -> None:
    assert written("here", {"a": [""], "b": []}).text == ""
