"""Articles checked beside the server, in a process of their own: pages go on while an article is read."""

from __future__ import annotations

import asyncio
import re
import secrets
from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from hashlib import sha256
from pathlib import Path, PurePath
from tempfile import TemporaryDirectory

from detente.ask.check import ArticleCheck, check
from detente.ask.record import open_record
from detente.model.errors import UsageError
from detente.pipeline.streaming import Problem, extract_files
from detente.publish.plain import shorten
from detente.web.worker import Worker

KEPT = 20
"""Checks that are kept to be looked at again; the oldest goes first."""

LARGEST = 25_000_000
"""Bytes of an article's file: a report of a hundred pages with its pictures."""

LONGEST = 5_000_000
"""Bytes of text alone. A book of 500 pages has about a million letters."""

PACKED = (".pdf", ".docx")
"""Files that hold more than text."""

WAITING = 4
"""Articles of different people that may wait for the one that is being read."""

SECONDS = 180.0
"""What the longest article that is worth checking takes, several times over."""

LONGEST_NAME = 120


class Checker:
    """Checks one article at a time, one for each person, and keeps the last answers."""

    def __init__(self, path: Path, seconds: float = SECONDS) -> None:
        self.path = path
        self._answers: OrderedDict[str, ArticleCheck] = OrderedDict()
        self._worker = Worker(seconds)
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="check")
        self._asking: set[str] = set()
        self._salt = secrets.token_bytes(16)

    async def check(self, name: str, data: bytes, who: str = "", work: Callable[[str, str, bytes], ArticleCheck] | None = None) -> str:
        """Under which name the answer is kept. Raises UsageError with what is to be done where there is nothing to check, or too much."""
        most = LARGEST if suffix(name) in PACKED else LONGEST
        if len(data) > most:
            raise UsageError(f"the article has {len(data):,} bytes; at most {most:,} are checked here")
        if not data.strip():
            raise UsageError("paste the text of an article, or choose its file")
        if who in self._asking:
            raise UsageError("the article that you sent before is still being read; wait for it")
        if len(self._asking) > WAITING:
            raise UsageError("others are having articles checked; try again in a minute")
        self._asking.add(who)
        try:
            call = (work or _checked, str(self.path), told(name), data)
            answer: ArticleCheck = await asyncio.get_running_loop().run_in_executor(self._thread, self._worker.call, *call)
        finally:
            self._asking.discard(who)
        key = sha256(self._salt + name.encode("utf-8", "surrogatepass") + b"\0" + data).hexdigest()[:16]
        self._answers[key] = answer
        self._answers.move_to_end(key)
        while len(self._answers) > KEPT:
            self._answers.popitem(last=False)
        return key

    def answer(self, key: str) -> ArticleCheck:
        """An answer that was given. Raises UsageError where it is kept no more."""
        if key not in self._answers:
            raise UsageError("this check is kept no more; check the article again")
        return self._answers[key]

    def close(self) -> None:
        """End the process, and what it is reading."""
        self._thread.shutdown(wait=False, cancel_futures=True)
        self._worker.close()


def _checked(path: str, name: str, data: bytes) -> ArticleCheck:
    """Runs in the process beside. The article is read as any file is, and its file is gone when it has been read."""
    with TemporaryDirectory(prefix="detente-") as folder:
        file = Path(folder, f"article{suffix(name)}")
        file.write_bytes(data)
        answers = list(extract_files([str(file)], workers=1))
    problems = [answer for answer in answers if isinstance(answer, Problem)]
    read = [answer for answer in answers if not isinstance(answer, Problem)]
    if not read:
        raise UsageError(f"{name}: {problems[0].reason}. {problems[0].advice}" if problems else f"{name}: there is nothing to read")
    if len(read) > 1:
        raise UsageError(f"{name} holds {len(read)} documents; check one article at a time")
    article = replace(read[0], document=replace(read[0].document, path=name, id=name))
    with open_record(Path(path)) as record:
        return check(record, article)


def told(name: str) -> str:
    """What a file is called here: its last part, on one line, its ending kept, with nothing that acts."""
    last = re.split(r"[/\\]", name)[-1]
    ending = suffix(last)
    line = shorten(last, LONGEST_NAME) or "article"
    return line if line.lower().endswith(ending) or ending == ".txt" else f"{line}{ending}"


def suffix(name: str) -> str:
    """The ending by which a file's format is known; that of plain text where there is none or an odd one."""
    ending = PurePath(name.replace("\\", "/").replace("\0", "")).suffix.lower()
    return ending if re.fullmatch(r"\.[a-z0-9]{1,8}", ending) else ".txt"
