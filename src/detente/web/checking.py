"""Articles checked beside the server, in a process of their own: pages go on while an article is read."""

from __future__ import annotations

import asyncio
import re
from collections import OrderedDict
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from hashlib import sha256
from multiprocessing import get_context
from pathlib import Path, PurePath
from tempfile import TemporaryDirectory

from detente.ask.check import ArticleCheck, check
from detente.ask.record import open_record
from detente.model.errors import UsageError
from detente.pipeline.streaming import Problem, extract_files

KEPT = 20
"""Checks that are kept to be looked at again; the oldest goes first."""

LARGEST = 5_000_000
"""Bytes of an article. A book of 500 pages has about a million letters."""


class Checker:
    """Checks one article at a time and keeps the last answers."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._answers: OrderedDict[str, ArticleCheck] = OrderedDict()
        self._pool: ProcessPoolExecutor | None = None

    async def check(self, name: str, data: bytes) -> str:
        """Under which name the answer is kept. Raises UsageError or ReadError where there is nothing to check."""
        if len(data) > LARGEST:
            raise UsageError(f"the article has {len(data):,} bytes; at most {LARGEST:,} are checked here")
        if not data.strip():
            raise UsageError("paste the text of an article, or choose its file")
        if self._pool is None:
            self._pool = ProcessPoolExecutor(1, mp_context=get_context("spawn"))
        answer = await asyncio.get_running_loop().run_in_executor(self._pool, _checked, str(self.path), name, data)
        key = sha256(name.encode() + b"\0" + data).hexdigest()[:16]
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
        """End the process."""
        if self._pool is not None:
            self._pool.shutdown(wait=False, cancel_futures=True)


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


def suffix(name: str) -> str:
    """The ending by which a file's format is known; that of plain text where there is none or an odd one."""
    ending = PurePath(name.replace("\\", "/")).suffix.lower()
    return ending if re.fullmatch(r"\.[a-z0-9]{1,8}", ending) else ".txt"
