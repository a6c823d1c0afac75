"""Where the labelled sets are, and what ``detente extract`` answers on them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent

LONGEST_RUN = 900
"""Seconds. Nothing here takes a quarter of that on two cores; what takes longer has run away."""


def data_folder() -> Path:
    """The folder of labelled sets: what ``DETENTE_DATA`` names, else ``../shared``. It need not be there."""
    return Path(os.environ.get("DETENTE_DATA") or ROOT.parent / "shared")


def run(*command: str, text: str = "") -> str:
    """Standard output of a command that reads ``text``. Raises CalledProcessError when it fails."""
    done = subprocess.run(command, input=text, cwd=ROOT, capture_output=True, text=True, timeout=LONGEST_RUN, check=False)
    if done.returncode != 0:
        sys.stderr.write(done.stderr[-4000:])
        done.check_returncode()
    return done.stdout


def extract(rows: Iterable[Mapping[str, Any]], *options: str) -> str:
    """What the command says of documents given as ``{"id", "text", "published"?}``: one JSON object a line, as printed."""
    return _answered("\n".join(json.dumps(row, ensure_ascii=False) for row in rows), options)


@lru_cache(maxsize=8)
def _answered(lines: str, options: tuple[str, ...]) -> str:
    """Kept for the run: several figures are counted on the same answers."""
    return run(sys.executable, "-m", "detente", "extract", "--jsonl", "-", *options, text=lines)


def extract_files(folder: Path, pattern: str) -> str:
    """The same for the files of a folder."""
    return run(sys.executable, "-m", "detente", "extract", *(str(path) for path in sorted(folder.glob(pattern))))
