"""Table rows, signatures and speakers are told by their shape."""

from __future__ import annotations

import pytest

from detente.model.document import BlockKind, Document
from detente.segment.layout import segment

LEAD = "The ministers met in Kampala on Monday to talk about the crossing that has been closed since the spring of 2019."


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("2018\t212.0\t10.1", BlockKind.TABLE_ROW),
        ("Year     Exports     Imports", BlockKind.TABLE_ROW),
        ("Rwanda | 212.0", BlockKind.TABLE_ROW),
        ("Secretary Hale: What about the timing?", BlockKind.PARAGRAPH),
        ("What about the timing?", BlockKind.HEADING),
        ("(a) customs duties of either side", BlockKind.LIST_ITEM),
        ("1962 - The treaty is signed.", BlockKind.LIST_ITEM),
        ("2005: Elections and a new government", BlockKind.HEADING),
        ("3.5 per cent is what they ask.", BlockKind.PARAGRAPH),
    ],
)
def test_lines_between_prose(line: str, kind: BlockKind) -> None:
    text = f"{LEAD}\n\n{line}\n\n{LEAD}"
    assert segment(Document(id="x", path=None, sha256="x", text=text)).blocks[1].kind is kind


@pytest.mark.parametrize(
    ("line", "kind"), [("Rufus C. Hale", BlockKind.BYLINE), ("The end", BlockKind.PARAGRAPH), ("Nolte", BlockKind.BYLINE)]
)
def test_the_last_line(line: str, kind: BlockKind) -> None:
    text = f"{LEAD}\n\n{line}\n"
    assert segment(Document(id="x", path=None, sha256="x", text=text)).blocks[-1].kind is kind
