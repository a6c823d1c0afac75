from __future__ import annotations

import itertools
from collections.abc import Iterator
from pathlib import Path

import pytest

from detente.model.document import Document
from detente.model.errors import ModelError
from detente.model.reading import Extraction
from detente.pipeline import streaming
from detente.pipeline.extraction import read_times
from detente.pipeline.streaming import Problem, extract_files, extract_lines


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A dozen small documents and an empty file."""
    for number in range(12):
        (tmp_path / f"{number:02}.txt").write_text(f"They met on {number + 1} May 2019.\n", encoding="utf-8")
    (tmp_path / "05b.txt").touch()
    return tmp_path


@pytest.mark.parametrize("workers", [1, 2])
def test_documents_and_problems_come_in_the_order_of_the_files(workers: int, folder: Path) -> None:
    answers = list(extract_files(folder, workers=workers, only_times=True))
    assert len(answers) == 13
    assert [answer for answer in answers if isinstance(answer, Problem)] == [answers[6]]
    dates = [str(answer.times[0].edtf) for answer in answers if isinstance(answer, Extraction)]
    assert dates == [f"2019-05-{day:02}" for day in range(1, 13)]


def test_a_problem_says_what_where_and_what_to_do(tmp_path: Path) -> None:
    (problem,) = extract_files([tmp_path / "gone.txt"])
    assert isinstance(problem, Problem)
    assert (problem.path, problem.reason) == (str(tmp_path / "gone.txt"), "missing")
    assert str(problem) == f"{problem.path}: missing: {problem.advice}"


def test_a_line_is_answered_before_the_next_is_read() -> None:
    asked = []

    def lines() -> Iterator[str]:
        for number in itertools.count():
            asked.append(number)
            yield f'{{"id": "{number}", "text": "In 199{number % 10}."}}'

    answers = extract_lines(lines(), only_times=True)
    assert isinstance(next(answers), Extraction)
    assert asked == [0]


@pytest.mark.parametrize("workers", [1, 2])
def test_bad_lines_are_problems_in_their_place(workers: int) -> None:
    lines = ['{"text": "In 1995."}', "[]", '{"text": "In 1996."}', '{"text": ""}']
    answers = list(extract_lines(lines, workers=workers, only_times=True, path="news.jsonl"))
    assert [answer.path if isinstance(answer, Problem) else str(answer.times[0].edtf) for answer in answers] == [
        "1995",
        "news.jsonl:2",
        "1996",
        "news.jsonl:4",
    ]


def test_a_fault_of_our_own_costs_one_document(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def faulty(document: Document) -> Extraction:
        if document.text.startswith("They met on 3 May"):
            raise KeyError("no such key")
        return read_times(document)

    monkeypatch.setattr(streaming, "read_times", faulty)
    answers = list(extract_files(folder, only_times=True))
    (failed,) = [answer for answer in answers if isinstance(answer, Problem) and answer.reason == "failed"]
    assert failed.path.endswith("02.txt")
    assert "KeyError: 'no such key' (test_streaming.py:" in failed.advice
    assert len([answer for answer in answers if isinstance(answer, Extraction)]) == 11


def test_what_no_document_can_mend_is_raised(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def without_model(document: Document) -> Extraction:
        raise ModelError("no language model is installed")

    monkeypatch.setattr(streaming, "read_times", without_model)
    with pytest.raises(ModelError):
        list(extract_files(folder, only_times=True))
