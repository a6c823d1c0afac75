"""Every reason for refusing a file has a row in the documentation."""

from __future__ import annotations

import re
from pathlib import Path


def test_every_reason_is_documented(root: Path) -> None:
    sources = [path.read_text(encoding="utf-8") for path in sorted((root / "src" / "detente" / "read").glob("*.py"))]
    raised = {
        reason for source in sources for reason in re.findall(r"(?:ReadError|Source)\([^,()]*(?:\([^()]*\))?[^,()]*, \"([a-z_]+)\"", source)
    }
    table = (root / "docs" / "reading.md").read_text(encoding="utf-8").split("## What is refused")[1].split("Limits:")[0]
    documented = set(re.findall(r"`([a-z_]+)`", table))
    assert {"missing", "link_loop", "encrypted", "too_large", "bad_date"} <= raised
    assert raised <= documented
