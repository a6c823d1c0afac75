"""Write docs/api.md from the public names of the package, so that the reference cannot lag behind them.

usage: make_api.py [--check]

With ``--check`` nothing is written, and the exit code is 1 where the file is not what would be written.
"""

from __future__ import annotations

import inspect
import sys
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

import detente

PAGE = Path(__file__).resolve().parent.parent / "docs" / "api.md"

HEAD = """# Python

`import detente` costs nothing: each name is looked up when it is first used. What stands here is the public API; the rest may move.

```python
import detente

for document in detente.extract_files("my-folder"):
    if isinstance(document, detente.Problem):
        print("refused", document)
        continue
    for statement in document.statements:
        print(statement.kind, statement.date and statement.date.edtf, statement.quote)
```
"""

GROUPS = {
    "One text": ("analyse", "times", "actors", "figures"),
    "Files": ("extract_files", "extract_lines", "Problem"),
    "A record": ("build", "BuildReport", "open_record"),
    "Questions to a record": ("chronology", "ladder", "series", "state", "conflicts", "find", "show", "sources", "verify", "Filters"),
    "Deciding": ("rule", "undo", "history", "queue", "Ruling", "Action"),
    "Who held which office": ("who", "tenures", "Tenure"),
    "What answers are made of": ("Document", "Extraction", "Statement", "Fact", "Discrepancy", "Span", "Edtf"),
    "Errors": ("DetenteError", "ReadError"),
}
"""Every public name under the heading where a reader would look for it; a test holds that none is left out."""


def page() -> str:
    """The whole reference."""
    lines = [HEAD]
    for title, names in GROUPS.items():
        lines += [f"## {title}", "", *(line for name in names for line in section(name))]
    return "\n".join(lines)


def section(name: str) -> Iterator[str]:
    """One name: how it is called, what it promises, and the fields of a record."""
    thing = getattr(detente, name)
    yield from (f"### {name}", "")
    if not inspect.isclass(thing):
        yield from ("```python", f"detente.{name}{signature(thing)}", "```", "")
    yield from (prose(inspect.getdoc(thing) or ""), "")
    if inspect.isclass(thing) and is_dataclass(thing):
        yield f"Fields: {', '.join(f'`{field.name}`' for field in fields(thing) if not field.name.startswith('_'))}."
        yield ""


def signature(function: Callable[..., Any]) -> str:
    """The parameters with their types and defaults; a record that stands as a default is written as it is made."""
    whole = inspect.signature(function)
    parameters = [
        parameter.replace(default=_Bare(f"{type(parameter.default).__name__}()")) if is_dataclass(parameter.default) else parameter
        for parameter in whole.parameters.values()
    ]
    written = [parameter.replace(annotation=_Bare(str(parameter.annotation))) for parameter in parameters]
    return str(whole.replace(parameters=written, return_annotation=_Bare(str(whole.return_annotation))))


class _Bare:
    """Words that stand in a signature without quotation marks."""

    def __init__(self, words: str) -> None:
        self._words = words

    def __repr__(self) -> str:
        return self._words


def prose(text: str) -> str:
    """A docstring as Markdown: code in single backquotes."""
    return text.replace("``", "`")


def main(arguments: list[str]) -> None:
    """Write the page, or say whether it is current."""
    made = page()
    if "--check" in arguments:
        current = PAGE.read_text(encoding="utf-8") if PAGE.is_file() else ""
        sys.exit(0 if current == made else "docs/api.md is not current: run tools/make_api.py")
    PAGE.write_text(made, encoding="utf-8")
    print(f"wrote {PAGE.name}")


if __name__ == "__main__":
    main(sys.argv[1:])
