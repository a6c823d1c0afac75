from __future__ import annotations

import pytest

import detente
from tools import make_api


def test_the_reference_is_current() -> None:
    assert make_api.PAGE.read_text(encoding="utf-8") == make_api.page(), "run tools/make_api.py"


def test_every_public_name_has_its_place() -> None:
    placed = [name for names in make_api.GROUPS.values() for name in names]
    assert sorted(placed) == sorted(detente.__all__)


@pytest.mark.parametrize("name", detente.__all__)
def test_every_name_is_explained_without_telling_where_it_lives(name: str) -> None:
    section = "\n".join(make_api.section(name))
    assert section.startswith(f"### {name}\n\n")
    assert "``" not in section.replace("```", "")
    assert "detente." not in section.replace(f"detente.{name}(", "")


def test_a_stale_page_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(make_api, "page", lambda: "something else")
    with pytest.raises(SystemExit, match="not current"):
        make_api.main(["--check"])
