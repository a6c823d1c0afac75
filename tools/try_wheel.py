"""Build the wheel and run it where no developer tool is: a new environment with the locked run-time packages alone.

Shows that the shipped package holds its data files and needs nothing but what it declares.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tempfile
import venv
from collections.abc import Iterator
from importlib.metadata import requires
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent


def runtime_names(name: str, seen: set[str]) -> set[str]:
    """Every package that ``name`` needs here to run, at any depth, its extras left out."""
    for line in requires(name) or []:
        wanted = Requirement(line)
        key = canonicalize_name(wanted.name)
        if key not in seen and (wanted.marker is None or wanted.marker.evaluate({"extra": ""})):
            seen.add(key)
            runtime_names(key, seen)
    return seen


def lock_entries(names: set[str]) -> Iterator[str]:
    """The blocks of the lock, hashes and all, for ``names``."""
    for block in re.split(r"^(?=[a-z0-9])", (ROOT / "requirements.lock").read_text(encoding="utf-8"), flags=re.MULTILINE):
        match = re.match(r"([a-z0-9][a-z0-9._-]*)==", block)
        if match and match[1] in names:
            yield block


def run(*command: str | Path, cwd: Path = ROOT, accept: tuple[int, ...] = (0,)) -> str:
    """Standard output of a command; stops with its messages when it ends otherwise than accepted."""
    clean = {k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "VIRTUAL_ENV"))}
    done = subprocess.run([str(part) for part in command], cwd=cwd, env=clean, capture_output=True, text=True, check=False)
    if done.returncode not in accept:
        sys.exit(f"wheel: {command[0]} {command[1]} ended with {done.returncode}\n{done.stdout[-2000:]}\n{done.stderr[-4000:]}")
    return done.stdout


def install(folder: Path) -> Path:
    """A new environment in ``folder`` with the wheel and the packages it declares; answers its folder of commands."""
    run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder / "dist")
    (wheel,) = (folder / "dist").glob("*.whl")
    venv.create(folder / "env", with_pip=True)
    commands = folder / "env" / ("Scripts" if os.name == "nt" else "bin")
    lock = folder / "run.lock"
    lock.write_text("".join(lock_entries(runtime_names("detente", set()))), encoding="utf-8")
    pip = (commands / "python", "-m", "pip", "-qq", "--disable-pip-version-check", "--no-input", "install", "--no-deps")
    run(*pip, "--require-hashes", "-r", lock)
    run(*pip, wheel)
    return commands


def main() -> None:
    """Install and run: the version, the doctor, the example end to end."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        commands = install(folder)
        detente, record = commands / "detente", folder / "example.detente"
        example = ROOT / "examples" / "vietnam-us"
        run(commands / "python", "-m", "pip", "check", cwd=folder)
        version = run(detente, "--version", cwd=folder).strip()
        run(detente, "build", example, "--between", "Vietnam", "United States", "--record", record, cwd=folder, accept=(0, 1))
        run(detente, "verify", "--record", record, cwd=folder)
        rows = json.loads(run(detente, "chronology", "--record", record, "--json", cwd=folder))
        if not rows:
            sys.exit("wheel: the example gave an empty chronology")
        print(f"wheel: {version} installed without developer tools read the example")


if __name__ == "__main__":
    main()
