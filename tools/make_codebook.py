"""Write docs/codebook.md from the codebook's data files, so that the reference cannot lag behind them.

usage: make_codebook.py [--check]

With ``--check`` nothing is written, and the exit code is 1 where the file is not what would be written.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from detente.rules.codebook import Frame, Kind, codebook

PAGE = Path(__file__).resolve().parent.parent / "docs" / "codebook.md"

HEAD = """# Codebook

The kinds of event that detente tells apart: what each means and what it is not, its PLOVER type, mode and contexts, its CAMEO code with the
Goldstein score, and for each wording one text that it must find and one that it must leave. This page is made from the files under
`src/detente/data/vocabulary/kinds`, of one family each; [how to add a kind](add-a-kind.md) needs no Python.

A frame names its trigger words and what must stand in which grammatical place beside them. A statement's `rule` begins with the frame's
name, so every statement leads back to a line here.
"""


def page() -> str:
    """The whole reference."""
    book = codebook()
    lines = [HEAD, "| family | kinds |", "|---|---|"]
    lines += [f"| [{family}](#{family}) | {', '.join(f'`{name}`' for name in names)} |" for family, names in book.families.items()]
    for family, names in book.families.items():
        lines += ["", f"## {family}"]
        for name in names:
            lines += section(book.kinds[name])
    return "\n".join(lines) + "\n"


def section(kind: Kind) -> Iterator[str]:
    """One kind: its meaning, its codes, its frames."""
    yield from ("", f"### {kind.name}", "", f"**{kind.label}.** {kind.definition} *Not:* {kind.is_not}", "")
    yield " · ".join(codes(kind))
    if kind.frames:
        yield from ("", "| frame | trigger | finds | leaves |", "|---|---|---|---|")
        yield from (row(frame) for frame in kind.frames)


def codes(kind: Kind) -> Iterator[str]:
    """The codes of a kind, those that it has."""
    yield f"PLOVER {'/'.join(part for part in (kind.plover, kind.mode) if part) or 'none'}"
    if kind.modes:
        yield "by what it is about " + ", ".join(mode for mode, _ in kind.modes)
    if kind.contexts:
        yield f"contexts {', '.join(kind.contexts)}"
    if kind.cameo is not None:
        yield f"CAMEO {kind.cameo}"
    if kind.goldstein is not None:
        yield f"Goldstein {kind.goldstein:+.1f}"
    yield f"parties {kind.shape.value}"


def row(frame: Frame) -> str:
    """One frame as a table row."""
    triggers = ", ".join(" ".join(words) for words in frame.triggers)
    return f"| {frame.name.partition('/')[2]} | {frame.part}: {_cell(triggers)} | {_cell(frame.must)} | {_cell(frame.must_not)} |"


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


def main(arguments: list[str]) -> None:
    """Write the page, or say whether it is current."""
    made = page()
    if "--check" in arguments:
        current = PAGE.read_text(encoding="utf-8") if PAGE.is_file() else ""
        sys.exit(0 if current == made else "docs/codebook.md is not current: run tools/make_codebook.py")
    PAGE.write_text(made, encoding="utf-8")
    print(f"wrote {PAGE.name}")


if __name__ == "__main__":
    main(sys.argv[1:])
