from __future__ import annotations

from pathlib import Path

from detente.model.document import Document, Layout
from detente.model.edtf import Edtf
from detente.model.mention import TimeMention, TimexType
from detente.model.reading import Extraction
from detente.model.span import Span
from detente.publish.extraction import extraction_json, statement_json
from tests.publish.sample import WIRE, statement

TIME = {"start", "end", "text", "type", "value", "edtf", "earliest", "latest", "basis", "alternatives"}
STATEMENT = {
    "id",
    "fact",
    "kind",
    "plover",
    "mode",
    "contexts",
    "cameo",
    "source",
    "target",
    "persons",
    "places",
    "date",
    "status",
    "attribution",
    "object",
    "series",
    "value",
    "unit",
    "bound",
    "reporter",
    "level",
    "due",
    "detail",
    "start",
    "end",
    "quote",
    "rule",
    "confidence",
}
DOCUMENT = {"id", "path", "sha256", "title", "language", "published", "published_basis", "outlet", "times", "statements"}


def extraction() -> Extraction:
    """A document with one time and one statement."""
    document = Document(id="a1", path=None, sha256="ab", text="In 1995.", published=Edtf.parse("1995-07-12"))
    time = TimeMention(Span(3, 7), "1995", TimexType.DATE, "1995", Edtf.parse("1995"), "stated")
    return Extraction(
        document, Layout((), ()), (time,), (statement(WIRE, "state_visit", "the visit of 2023", date="2023", source=("USA",)),)
    )


def test_no_field_of_the_contract_is_missing() -> None:
    told = extraction_json(extraction())
    assert set(told) == DOCUMENT
    assert set(told["times"][0]) == TIME
    assert set(told["statements"][0]) == STATEMENT


def test_values_are_plain() -> None:
    told = extraction_json(extraction(), with_text=True)
    assert told["text"] == "In 1995."
    assert told["published"] == "1995-07-12"
    assert (told["times"][0]["earliest"], told["times"][0]["latest"]) == ("1995-01-01", "1995-12-31")
    made = told["statements"][0]
    assert made["date"]["edtf"] == "2023"
    assert made["source"] == [{"country": "USA", "name": "USA", "office": None, "start": 120, "end": 123}]


def test_what_is_not_known_is_null() -> None:
    made = statement_json(statement(WIRE, "state_visit", "the visit"))
    assert made["date"] is None
    assert made["attribution"] is None
    assert made["value"] is None


def test_every_field_is_documented(root: Path) -> None:
    page = (root / "docs" / "formats.md").read_text(encoding="utf-8")
    assert [name for name in sorted(DOCUMENT | TIME | STATEMENT) if f"`{name}`" not in page] == []
