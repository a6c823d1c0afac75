from __future__ import annotations

from pathlib import Path

import pytest

from tools import make_changelog
from tools.make_changelog import fragments, main, section


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(make_changelog, "ROOT", tmp_path)
    (tmp_path / "changelog.d").mkdir()
    (tmp_path / "CHANGELOG.md").write_text("# Changes\n\n## 0.1.0 (2026-01-05)\n\n### Added\n\n- The first.\n", encoding="utf-8")
    (tmp_path / "changelog.d" / "pdf-pages.fixed.md").write_text("Page numbers\nno longer count as text.\n", encoding="utf-8")
    (tmp_path / "changelog.d" / "dark-mode.added.md").write_text("The page follows the reader's colours.\n", encoding="utf-8")
    return tmp_path


def test_a_version_gathers_its_changes_by_kind(project: Path) -> None:
    found = fragments(project / "changelog.d")
    assert section("0.2.0", "2026-12-01", found).splitlines() == [
        "## 0.2.0 (2026-12-01)",
        "",
        "### Added",
        "",
        "- The page follows the reader's colours.",
        "",
        "### Fixed",
        "",
        "- Page numbers no longer count as text.",
    ]


def test_writing_a_version_puts_it_first_and_uses_the_files_up(project: Path) -> None:
    main(["0.2.0", "2026-12-01"])
    headings = [line for line in (project / "CHANGELOG.md").read_text(encoding="utf-8").splitlines() if line.startswith("#")]
    assert headings == ["# Changes", "## 0.2.0 (2026-12-01)", "### Added", "### Fixed", "## 0.1.0 (2026-01-05)", "### Added"]
    assert list((project / "changelog.d").iterdir()) == []


def test_showing_the_next_version_changes_nothing(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = (project / "CHANGELOG.md").read_bytes()
    main([])
    assert "## Next version" in capsys.readouterr().out
    assert (project / "CHANGELOG.md").read_bytes() == before
    assert len(list((project / "changelog.d").iterdir())) == 2


def test_a_file_of_no_known_kind_is_named(project: Path) -> None:
    (project / "changelog.d" / "oops.md").write_text("x", encoding="utf-8")
    with pytest.raises(ValueError, match=r"oops\.md"):
        fragments(project / "changelog.d")


def test_the_files_waiting_here_are_in_order(root: Path) -> None:
    for path in (p for paths in fragments(root / "changelog.d").values() for p in paths):
        assert path.read_text(encoding="utf-8").strip().endswith((".", ")")), path.name
