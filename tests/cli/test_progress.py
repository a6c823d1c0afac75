from __future__ import annotations

import pytest

from detente.cli.progress import Progress


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The time, which stands still until a test moves it."""
    now = [100.0]
    monkeypatch.setattr("detente.cli.progress.time.monotonic", lambda: now[0])
    return now


def on_terminal(monkeypatch: pytest.MonkeyPatch, answer: bool) -> None:
    monkeypatch.setattr("sys.stderr.isatty", lambda: answer)


def test_quick_work_says_nothing(clock: list[float], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    on_terminal(monkeypatch, True)
    with Progress("reading", 3) as progress:
        for _ in range(3):
            clock[0] += 0.3
            progress.step()
    assert capsys.readouterr() == ("", "")


def test_long_work_counts_and_says_what_is_left(
    clock: list[float], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    on_terminal(monkeypatch, True)
    with Progress("reading", 400) as progress:
        clock[0] += 18
        progress.step(120)
    assert capsys.readouterr().err == "\r\x1b[Kreading: 120 of 400, 0:42 left\r\x1b[K"


def test_a_log_gets_a_line_now_and_then(clock: list[float], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    on_terminal(monkeypatch, False)
    with Progress("reading", 100) as progress:
        for _ in range(25):
            clock[0] += 1
            progress.step()
    assert capsys.readouterr().err == "reading: 10 of 100, 1:30 left\nreading: 20 of 100, 1:20 left\n"


def test_work_of_unknown_length_is_counted(clock: list[float]) -> None:
    progress = Progress("reading")
    progress.step(7)
    assert progress.line(clock[0]) == "reading: 7"
    progress.step(4, 4, "reconciling")
    assert progress.line(clock[0]) == "reconciling: 4 of 4"
