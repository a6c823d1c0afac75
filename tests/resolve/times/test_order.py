"""Which of day and month a document writes first."""

from __future__ import annotations

import pytest

from tests.resolve.times.test_values import read


@pytest.mark.parametrize(
    ("text", "edtf", "alternatives"),
    [
        ("They met on 08/07/2025.", "2025-07-08", ["2025-08-07"]),
        ("They met on 08/07/2025 and on 07/25/2025.", "2025-08-07", ["2025-07-08"]),
        ("They met on 08/07/2025, that is on August 7, 2025.", "2025-08-07", ["2025-07-08"]),
        ("They met on 25/07/2025.", "2025-07-25", []),
        ("They met on 4.4.2025.", "2025-04-04", []),
        ("They met on 11/2.2025.", "2025-02-11", ["2025-11-02"]),
        ("They met on 2025/02/11.", "2025-02-11", []),
    ],
)
def test_order(text: str, edtf: str, alternatives: list[str]) -> None:
    first = read(text)[0]
    assert (str(first.edtf), [str(a) for a in first.alternatives]) == (edtf, alternatives)
