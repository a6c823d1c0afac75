"""Parsing keeps offsets and trusts no other model than the pinned one."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from detente.extract import syntax
from detente.extract.syntax import parse, verify
from detente.model.errors import ModelError
from detente.rules.language_model import language_model


def test_offsets_are_those_of_the_stored_text() -> None:
    text = "“Xi’s visit”\n– a first –\u00a0re-opened\tthe door 🎉."
    doc = parse([text])[0]
    assert len(doc.text) == len(text)
    word = next(t for t in doc if t.text == "door")
    assert text[word.idx : word.idx + len(word)] == "door"


def test_a_prefix_stays_with_its_verb() -> None:
    assert "re‑opened" in [t.text for t in parse(["The embassy re-opened."])[0]]


def test_a_note_mark_is_no_part_of_a_word() -> None:
    assert "soldiers" in [t.text for t in parse(["Some soldiers[2] crossed the river."])[0]]


def test_the_date_of_an_entry_is_a_circumstance() -> None:
    doc = parse(["March 4, 2009: Chad sends a note to Libya."])[0]
    assert next(t for t in doc if t.dep_ == "ROOT").text == "sends"
    assert doc.text == "March 4, 2009: Chad sends a note to Libya."


def test_what_an_entry_tells_is_parsed_without_its_date() -> None:
    doc = parse(["8 March 2011: Belgrade and Pristina open talks in Brussels."])[0]
    assert next(t for t in doc if t.dep_ == "ROOT").text == "open"
    assert doc[0].head.text == "open"
    assert doc[0].dep_ == "npadvmod"


def test_sentences_come_back_in_order() -> None:
    assert [d.text for d in parse(["One met two.", "", "Three left."])] == ["One met two.", "", "Three left."]


def test_another_model_is_refused(tmp_path: Path) -> None:
    wanted = replace(language_model(), files={"parser/model": "0" * 64})
    with pytest.raises(ModelError, match="missing"):
        verify(tmp_path, wanted)
    (tmp_path / "parser").mkdir()
    (tmp_path / "parser" / "model").write_bytes(b"not the weights")
    with pytest.raises(ModelError, match="not the pinned file"):
        verify(tmp_path, wanted)


def test_a_missing_model_is_named_with_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(syntax, "language_model", lambda: replace(language_model(), packages=("no_such_model",)))
    with pytest.raises(ModelError, match="make setup"):
        syntax._pipeline.__wrapped__()
