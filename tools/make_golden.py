"""Write what detente makes of the example into tests/golden, as files that a person can read and review as a difference.

A test compares; this writes. Run it (`make golden`) when a change is meant to change them, and read the difference before committing it.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
GOLDEN = ROOT / "tests" / "golden"

BUILT_AT = "1752278400"
"""When the documents came in, in seconds since 1970: 12 July 2025. A record holds that time, so it must be the same each time."""

QUESTIONS: dict[str, tuple[str, ...]] = {
    "chronology.md": ("chronology", "--to", "md"),
    "conflicts.txt": ("conflicts",),
    "status-1990.txt": ("status", "--as-of", "1990-01-01"),
    "status-2000.txt": ("status", "--as-of", "2000-01-01"),
    "status-2024.txt": ("status", "--as-of", "2024-01-01"),
}
"""File name to the command that prints it."""


def detente(*arguments: str | Path, seed: str = "0") -> str:
    """Standard output of one command, run from the repository's root as a terminal of fixed width without colour would show it."""
    plain = {"NO_COLOR": "1", "COLUMNS": "140", "SOURCE_DATE_EPOCH": BUILT_AT, "PYTHONHASHSEED": seed, "PYTHONUTF8": "1"}
    command = [sys.executable, "-m", "detente", *map(str, arguments)]
    done = subprocess.run(command, cwd=ROOT, env={**os.environ, **plain}, capture_output=True, text=True, encoding="utf-8", check=False)
    if done.returncode not in (0, 1):
        raise RuntimeError(f"detente {' '.join(map(str, arguments))} failed:\n{done.stderr[-3000:]}")
    return done.stdout


def answers(folder: Path, seed: str = "0") -> dict[str, str]:
    """Build the example's record in ``folder`` and ask every question of it."""
    record = folder / "example.detente"
    detente("build", "examples/vietnam-us", "--between", "Vietnam", "United States", "--record", record, seed=seed)
    return {name: detente(*question, "--record", record, seed=seed) for name, question in QUESTIONS.items()}


def main() -> None:
    """Write the files and say which changed."""
    GOLDEN.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        changed = []
        for name, text in answers(Path(folder)).items():
            path = GOLDEN / name
            if not path.is_file() or path.read_text(encoding="utf-8") != text:
                changed.append(name)
                path.write_text(text, encoding="utf-8")
    print(f"changed: {', '.join(changed) or 'nothing'}")


if __name__ == "__main__":
    main()
