from __future__ import annotations

import asyncio
import io
import threading
import zipfile
from collections.abc import Callable, Coroutine, Iterator
from pathlib import Path
from typing import Any

import pytest
from fpdf import FPDF

from detente.model.errors import UsageError
from detente.web import checking
from detente.web.checking import KEPT, LARGEST, LONGEST, LONGEST_NAME, WAITING, Checker, suffix, told
from tests.web import chores

ARTICLE = b"On 4 August 1960 President Uhuru Kenyatta of Kenya was in Nairobi for talks with the United States."


@pytest.fixture(scope="module")
def checker(held: Path) -> Iterator[Checker]:
    made = Checker(held)
    yield made
    made.close()


def run(work: Coroutine[Any, Any, Any]) -> Any:
    return asyncio.run(work)


def docx(parts: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in parts.items():
            file.writestr(name, data)
    return buffer.getvalue()


def pdf(pages: int) -> bytes:
    made = FPDF()
    made.set_font("Helvetica", size=11)
    for number in range(pages):
        made.add_page()
        words = (f"harbour{number} and {number * line} ships of the line at anchor {line}" for line in range(1, 9))
        made.multi_cell(0, 6, f"Chapter {number} tells of {', then '.join(words)}.")
    return bytes(made.output())


def test_an_article_is_checked_beside_and_kept(checker: Checker) -> None:
    key = run(checker.check("story.txt", ARTICLE))
    answer = checker.answer(key)
    assert answer.article.path == "story.txt"
    assert answer.parties == ("KEN", "USA")
    assert run(checker.check("story.txt", ARTICLE)) == key


def test_a_long_pdf_is_read(checker: Checker) -> None:
    assert checker.answer(run(checker.check("long.pdf", pdf(100)))).article.path == "long.pdf"


def test_a_bomb_costs_its_own_reading_alone(checker: Checker) -> None:
    bomb = docx({"[Content_Types].xml": b"<Types/>", "word/document.xml": b" " * 600_000_000})
    assert len(bomb) < LARGEST
    with pytest.raises(UsageError, match=r"bomb\.docx"):
        run(checker.check("bomb.docx", bomb))
    assert checker.answer(run(checker.check("after.txt", ARTICLE))).article.path == "after.txt"


@pytest.mark.parametrize(
    ("name", "data"), [("a.pdf", b"%PDF-1.7 cut"), ("a.docx", b"PK\x03\x04 cut"), ("a.txt", b"\x00\x01\x02" * 50), ("two.jsonl", b"{}\n{")]
)
def test_what_cannot_be_read_is_told_by_its_name(checker: Checker, name: str, data: bytes) -> None:
    with pytest.raises(UsageError, match=name):
        run(checker.check(name, data))


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("a.txt", b"", "paste the text"),
        ("a.txt", b" \n\t", "paste the text"),
        ("a.txt", b"x" * (LONGEST + 1), "at most 5,000,000"),
        ("a.pdf", b"x" * (LARGEST + 1), "at most 25,000,000"),
    ],
)
def test_too_little_and_too_much_is_not_read(held: Path, name: str, data: bytes, why: str) -> None:
    with pytest.raises(UsageError, match=why):
        run(Checker(held).check(name, data))


@pytest.mark.parametrize(
    ("work", "why"), [(chores.die, "ended by itself"), (chores.fail, "a fault of detente's own"), (chores.refuse, "password")]
)
def test_a_process_that_fails_spoils_no_later_check(held: Path, work: Callable[..., Any], why: str) -> None:
    made = Checker(held)

    async def both() -> str:
        with pytest.raises(UsageError, match=why):
            await made.check("a.txt", b"a", work=work)
        return await made.check("b.txt", b"b", work=chores.echo)

    given: Any = made.answer(run(both()))
    assert given == (str(held), "b.txt", b"b")
    made.close()


def test_what_takes_too_long_is_ended(held: Path) -> None:
    made = Checker(held)

    async def both() -> None:
        await made.check("a.txt", b"a", work=chores.echo)
        made._worker._seconds = 0.1
        with pytest.raises(UsageError, match="longer than"):
            await made.check("b.txt", b"b", work=chores.dawdle)

    run(both())
    made.close()


class Gate:
    """A worker that waits until it is let on."""

    def __init__(self) -> None:
        self.open = threading.Event()

    def call(self, work: Callable[..., Any], *given: Any) -> Any:
        self.open.wait(30)
        return given

    def close(self) -> None:
        self.open.set()


def test_one_article_for_each_person_and_a_short_queue(held: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made, gate = Checker(held), Gate()
    monkeypatch.setattr(made, "_worker", gate)

    async def several() -> None:
        waiting = [asyncio.ensure_future(made.check("a.txt", b"a", f"person {number}")) for number in range(WAITING + 1)]
        await asyncio.sleep(0)
        with pytest.raises(UsageError, match="wait for it"):
            await made.check("b.txt", b"b", "person 0")
        with pytest.raises(UsageError, match="try again in a minute"):
            await made.check("b.txt", b"b", "another")
        gate.open.set()
        await asyncio.gather(*waiting)
        await made.check("b.txt", b"b", "person 0")

    run(several())
    made.close()


def test_the_oldest_answer_goes_first(held: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made, gate = Checker(held), Gate()
    gate.open.set()
    monkeypatch.setattr(made, "_worker", gate)
    keys = [run(made.check("a.txt", str(number).encode())) for number in range(KEPT + 1)]
    assert len(set(keys)) == KEPT + 1
    made.answer(keys[-1])
    with pytest.raises(UsageError, match="kept no more"):
        made.answer(keys[0])
    made.close()


def test_nobody_can_work_out_under_which_name_another_article_is_kept(held: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    keys = []
    for _ in range(2):
        made, gate = Checker(held), Gate()
        gate.open.set()
        monkeypatch.setattr(made, "_worker", gate)
        keys.append(run(made.check("a.txt", b"a")))
        made.close()
    assert keys[0] != keys[1]


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("story.pdf", "story.pdf"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\x\\a.docx", "a.docx"),
        ("a\0b.txt", "a\ufffdb.txt"),
        ("\u202egpj.exe", "\ufffdgpj.exe"),
        ("", "article"),
        ("/", "article"),
        ("..", ".."),
        ("a\nb\x1b[31m.pdf", "a b\ufffd[31m.pdf"),
    ],
)
def test_a_file_name_shows_and_does_nothing(name: str, shown: str) -> None:
    assert told(name) == shown


def test_a_long_name_keeps_its_ending() -> None:
    held = told("n" * 5000 + ".pdf")
    assert len(held) <= LONGEST_NAME + 4
    assert held.endswith(".pdf")


@pytest.mark.parametrize(
    ("name", "ending"),
    [
        ("a.PDF", ".pdf"),
        ("a", ".txt"),
        ("a.b/c", ".txt"),
        ("a.\u202epdf", ".txt"),
        ("a." + "x" * 9, ".txt"),
        ("a.pdf\0", ".pdf"),
        ("a.p f", ".txt"),
    ],
)
def test_the_ending_is_a_plain_one(name: str, ending: str) -> None:
    assert suffix(name) == ending


def test_nothing_is_left_of_an_article(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, held: Path) -> None:
    seen: list[bytes] = []

    def read(files: list[str], workers: int) -> list[object]:
        seen.append(Path(files[0]).read_bytes())
        return []

    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    monkeypatch.setattr(checking, "extract_files", read)
    with pytest.raises(UsageError, match="nothing to read"):
        checking._checked(str(held), "story.txt", ARTICLE)
    assert seen == [ARTICLE]
    assert list(tmp_path.iterdir()) == []
