"""Rows of XML registers, each written out as one line ("id: 12; visitor: ...") since an element is no line of text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from lxml import etree

from detente.model.errors import ReadError
from detente.model.register import Row, RowProblem
from detente.read.registers.lines import LONGEST, written
from detente.rules.registers import XmlShape

Parsed = tuple[str, etree._Element]


def parse(raw: bytes, file: str) -> etree._Element:
    """The root of a file. Nothing outside the file is read and no entity is filled in. Raises ReadError."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True)
    try:
        root = etree.fromstring(raw, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise ReadError(file, "not_xml", f"The file is not well-formed XML: {error}.") from error
    if root is None:
        raise ReadError(file, "not_xml", "The file holds no element.")
    return root


def xml_rows(files: Sequence[Parsed], shape: XmlShape) -> Iterator[Row | RowProblem]:
    """The rows of all ``files`` in order, persons named from the files that tell of them."""
    people = _people(files, shape.people)
    for file, root in files:
        for number, element in enumerate(root.iter(shape.row), 1):
            place = f"{file}, {shape.row} {number}"
            values = {name: _values(element, path) for name, path in shape.columns.items()}
            column = shape.people.get("column", "")
            if column in values:
                values[column] = [people.get(value) or _from_slug(value) for value in values[column]]
            row = written(place, values)
            yield row if len(row.text) <= LONGEST else RowProblem(place, f"the row is longer than {LONGEST} characters")


def _values(element: etree._Element, path: str) -> list[str]:
    """The texts at ``path``: elements below, ``..`` for the one above, ``@name`` for an attribute."""
    here: list[etree._Element] = [element]
    for step in path.split("/"):
        if step.startswith("@"):
            return [value for one in here if (value := one.get(step[1:]))]
        here = (
            [parent for one in here if (parent := one.getparent()) is not None]
            if step == ".."
            else [e for one in here for e in one.findall(step)]
        )
    return ["".join(map(str, one.itertext())) for one in here]


def _people(files: Sequence[Parsed], shape: Mapping[str, str]) -> dict[str, str]:
    if not shape:
        return {}
    found: dict[str, str] = {}
    for _, root in files:
        for element in root.iter(shape["element"]):
            key = " ".join(_values(element, shape["id"])).strip()
            parts = (_values(element, shape[part]) for part in ("given", "family", "generation") if part in shape)
            name = " ".join(" ".join(" ".join(values).split()) for values in parts).strip()
            if key and name:
                found[key] = name
    return found


def _from_slug(value: str) -> str:
    """A name from an identifier that begins with the family name ("peterson-pete-douglas"), where no file tells the name itself."""
    family, _, given = value.strip().partition("-")
    return " ".join(word[:1].upper() + word[1:] for word in (*given.split("-"), family) if word)
