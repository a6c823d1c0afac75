"""Gather changelog.d into CHANGELOG.md under a new version.

usage: make_changelog.py VERSION YYYY-MM-DD

Each change that a user can see brings one file, ``changelog.d/<what>.<kind>.md``, with a sentence or two; kinds are those of ``KINDS``.
So two changes never touch the same line. Without arguments it prints what the next version would say and changes nothing.
"""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
KINDS = {"added": "Added", "changed": "Changed", "fixed": "Fixed", "removed": "Removed"}


def fragments(folder: Path) -> dict[str, list[Path]]:
    """The files of each kind, by name. Raises ValueError naming a file of no known kind."""
    found: dict[str, list[Path]] = {kind: [] for kind in KINDS}
    for path in sorted(folder.glob("*.md")):
        kind = path.stem.rpartition(".")[2]
        if kind not in KINDS:
            raise ValueError(f"{path.name}: name it <what>.<kind>.md, with a kind of {', '.join(KINDS)}")
        found[kind].append(path)
    return found


def section(version: str, day: str, found: dict[str, list[Path]]) -> str:
    """What the changelog says of one version."""
    lines = [f"## {version} ({day})" if day else f"## {version}", ""]
    for kind, paths in found.items():
        if paths:
            lines += [f"### {KINDS[kind]}", "", *(f"- {' '.join(p.read_text(encoding='utf-8').split())}" for p in paths), ""]
    return "\n".join(lines)


def main(arguments: list[str]) -> None:
    """Print the next section, or write it and remove the files it was made of."""
    found = fragments(ROOT / "changelog.d")
    if len(arguments) != 2:
        print(section("Next version", "", found))
        return
    version, day = arguments
    log = ROOT / "CHANGELOG.md"
    head, mark, rest = log.read_text(encoding="utf-8").partition("\n## ")
    log.write_text(f"{head.rstrip()}\n\n{section(version, day, found)}{mark}{rest}", encoding="utf-8")
    for path in (p for paths in found.values() for p in paths):
        path.unlink()


if __name__ == "__main__":
    main(sys.argv[1:])
