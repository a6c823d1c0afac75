"""JSON lines: good lines are documents, bad ones are named by their number and the rest go on."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from detente.model.document import PublishedBasis
from detente.model.errors import ReadError
from detente.read.jsonl import read_jsonl
from detente.read.sources import read

GOOD = {
    "id": "a1",
    "text": "Talks in Oslo\n\nThey met.",
    "published": "2019-05",
    "title": "Talks in Oslo",
    "outlet": "Fjord Post",
    "path": "oslo.txt",
}


def test_all_fields_are_taken() -> None:
    (document,) = read_jsonl([json.dumps(GOOD)])
    assert (document.id, document.path, document.title, document.outlet) == ("a1", "oslo.txt", "Talks in Oslo", "Fjord Post")
    assert (str(document.published), document.published_basis) == ("2019-05", PublishedBasis.GIVEN)
    assert document.sha256 == hashlib.sha256(GOOD["text"].encode()).hexdigest()
    assert document.title_span is not None
    assert document.title_span.of(document.text) == "Talks in Oslo"


def test_id_and_text_are_enough() -> None:
    (document,) = read_jsonl(['{"id": 7, "text": "They met."}'])
    assert (document.id, document.published, document.published_basis) == ("7", None, None)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{not json", "not_json"),
        ("[" * 100_000, "not_json"),
        ('["a"]', "no_text"),
        ('{"id": "a"}', "no_text"),
        ('{"id": "a", "text": 5}', "no_text"),
        ('{"id": "a", "text": "  "}', "empty"),
        ('{"id": "a", "text": "They met.", "published": "3 May"}', "bad_date"),
    ],
)
def test_a_bad_line_is_named_and_the_rest_go_on(line: str, reason: str) -> None:
    refused: list[ReadError] = []
    documents = list(read_jsonl(["", json.dumps(GOOD), line, json.dumps(GOOD)], refused.append))
    assert len(documents) == 2
    assert [(error.path, error.reason) for error in refused] == [("-:3", reason)]


def test_what_cannot_be_stored_is_replaced_one_for_one() -> None:
    (document,) = read_jsonl(['{"id": "a", "text": "They \\ud800met\\u0000 in Oslo 🤝."}'])
    assert document.text == "They \ufffdmet\ufffd in Oslo 🤝."


def test_a_file_of_lines(tmp_path: Path) -> None:
    place = tmp_path / "news.jsonl"
    place.write_text(json.dumps(GOOD) + "\n{bad\n" + json.dumps({**GOOD, "id": "a2"}) + "\n")
    refused: list[ReadError] = []
    assert [document.id for document in read(place, refused.append)] == ["a1", "a2"]
    assert [error.path for error in refused] == [f"{place}:2"]
