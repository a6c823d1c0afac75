"""How fast detente is, as a ratio to a yardstick measured in the same run, so that the figure means something on any machine.

usage: python -m quality.bench

The yardstick is spaCy's rule tokenizer (no model) over the same texts: what merely splitting them into words costs. Texts are the labelled
sets' stories where they are here, else the example.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import spacy

from detente.model.document import Document
from detente.pipeline import analyse, read_times
from quality.answers import ROOT, data_folder
from quality.timing import ROUNDS, best


def stories() -> list[Document]:
    """The texts to time on, in a fixed order."""
    data = data_folder()
    paths = sorted([*data.glob("seeds/*.txt"), *data.glob("gold/press/*/*.txt")]) or sorted((ROOT / "examples").rglob("*.txt"))
    raw = [(path, path.read_bytes()) for path in paths]
    return [Document(id=p.stem, path=None, sha256=hashlib.sha256(b).hexdigest(), text=b.decode("utf-8")) for p, b in raw]


def command(*arguments: str | Path) -> tuple[float, int]:
    """Seconds and peak memory (KiB) of one ``detente`` process. Exit code 1, a refused file, is no failure."""
    start = time.perf_counter()
    child = subprocess.Popen(
        [sys.executable, "-m", "detente", *map(str, arguments)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=ROOT
    )
    _, status, usage = os.wait4(child.pid, 0)
    seconds = time.perf_counter() - start
    if os.waitstatus_to_exitcode(status) not in (0, 1):
        sys.exit(f"bench: detente {arguments[0]} failed")
    return seconds, usage.ru_maxrss // (1024 if sys.platform == "darwin" else 1)


def main() -> None:
    """Time the parts in this process and the commands as processes of their own; print one line each."""
    documents = stories()
    words = sum(len(d.text.split()) for d in documents)
    tokenizer = spacy.blank("en")
    yard = best(lambda document: tokenizer(document.text), documents)
    print(f"{len(documents)} texts, {words} words; tokenizer alone {yard * 1000:.0f} ms, best of {ROUNDS}")
    for name, work in (("times alone", read_times), ("everything", analyse)):
        seconds = best(work, documents)
        print(f"{name:24} {seconds * 1000:8.0f} ms  {seconds / yard:7.1f} x tokenizer  {words / seconds:8.0f} words/s")
    help_seconds = min(command("--help")[0] for _ in range(ROUNDS))
    print(f"{'detente --help':24} {help_seconds * 1000:8.0f} ms")
    with tempfile.TemporaryDirectory() as folder:
        record = Path(folder, "example.detente")
        arguments = ("build", ROOT / "examples" / "vietnam-us", "--between", "Vietnam", "United States", "--record", record)
        for name in ("build, first time", "build, nothing new"):
            seconds, memory = command(*arguments)
            print(f"{name:24} {seconds * 1000:8.0f} ms  peak {memory / 1024:.0f} MiB")


if __name__ == "__main__":
    main()
