"""A command line to test: run in this process, with a record made by hand in the place of a real one."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any

import pytest

from detente.ask.views import EVERYTHING, Filters, Found, Shown, Standing, State, VerifyProblem, VerifyReport
from detente.cli.main import run
from detente.model.statement import FactKind
from tests.publish import sample


@dataclass(frozen=True)
class Ran:
    """What a command printed and ended with."""

    code: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture
def detente(capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command line as the installed program would."""

    def ran(*arguments: str) -> Ran:
        code = run(arguments)
        told = capsys.readouterr()
        return Ran(code, told.out, told.err)

    return ran


class HandMade:
    """As much of a record as the commands touch themselves."""

    parties = ("USA", "VNM")

    def runs(self) -> Iterator[Any]:
        return iter(())

    def problems(self) -> Iterator[str]:
        return iter(())

    def counts(self) -> dict[str, int]:
        return {"document": 0, "fact": 0}

    def __enter__(self) -> HandMade:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        return None


ALL_WELL = VerifyReport((("spans", 212), ("facts", 14)))


@dataclass
class Asked:
    """The record's file, and what the commands asked of it."""

    path: Path
    filters: Filters = EVERYTHING
    verified: VerifyReport = ALL_WELL


@pytest.fixture
def record(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Asked:
    """The only record in an otherwise empty folder, which is made the current one."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("DETENTE_RECORD", raising=False)
    asked = Asked(tmp_path / "vn-us.detente")
    asked.path.write_bytes(b"")
    lines = sample.lines()

    def chronology(_: Any, filters: Filters = EVERYTHING) -> Any:
        asked.filters = filters if filters.kinds != (FactKind.COMMITMENT,) else asked.filters
        return sample.commitments() if filters.kinds == (FactKind.COMMITMENT,) else lines

    def find(_: Any, query: str, filters: Filters, limit: int) -> Any:
        asked.filters = filters
        passage = Found(document=sample.WIRE, snippet=f"a passage with {query}")
        return (Found(lines[1].evidence, lines[1].fact), passage)[:limit] if query != "nowhere" else ()

    def state(_: Any, as_of: str, known_on: str | None, published_by: str | None = None) -> State:
        embassy = Standing(lines[3].fact, lines[3].evidence, "in force")
        promise = Standing(sample.commitments()[0].fact, (), "")
        return State(
            as_of=as_of,
            known_on=known_on,
            parties=("USA", "VNM"),
            level=sample.ladder()[2],
            relations=Standing(lines[1].fact, lines[1].evidence),
            agreements=(embassy,),
            figures=sample.series(),
            open=(promise,),
        )

    def show(_: Any, identifier: str) -> Shown:
        line, conflict = lines[1], sample.conflicts()[0]
        shown = {
            "fact": Shown("f", fact=line.fact, evidence=line.evidence, discrepancies=(conflict,)),
            "statement": Shown("s", statement=line.evidence[0].statement, evidence=line.evidence[:1], facts=(line.fact,)),
            "document": Shown("d", document=sample.WIRE, facts=(line.fact,)),
            "discrepancy": Shown("x", discrepancy=conflict.discrepancy, discrepancies=(conflict,)),
        }
        return shown[identifier]

    answers: dict[str, dict[str, Any]] = {
        "record": {"open_record": lambda path: HandMade()},
        "chronology": {"chronology": chronology},
        "conflicts": {"conflicts": lambda _, explained=False, top=None: sample.conflicts()[:top]},
        "ladder": {"ladder": lambda _, known_on=None: sample.ladder()},
        "search": {"find": find},
        "series": {"series": lambda _, known_on=None: sample.series()},
        "show": {"show": show},
        "sources": {"sources": lambda _: sample.sources()},
        "state": {"state": state},
        "verify": {"verify": lambda _: asked.verified},
    }
    import detente.ask
    import detente.publish.chronicle

    for module, names in answers.items():
        for name, answer in names.items():
            monkeypatch.setattr(sys.modules[f"detente.ask.{module}"], name, answer)
            if hasattr(detente.publish.chronicle, name):
                monkeypatch.setattr(detente.publish.chronicle, name, answer)
    return asked


PROBLEM = VerifyProblem("spans", "a1b2", "the quote is not at its place")
