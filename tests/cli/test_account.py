from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from detente.cli.main import run
from detente.web.accounts import Accounts


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "people.json"


def test_somebody_is_taken_in_listed_and_taken_off(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["account", "add", "Ana Reyes", "--role", "reviewer", "--accounts", str(file)]) == 0
    told = capsys.readouterr()
    token = told.out.strip()
    assert token not in told.err
    assert token not in file.read_text(encoding="utf-8")
    account = Accounts(file).signed_in(token)
    assert account is not None
    assert account.name == "Ana Reyes"
    run(["account", "list", "--accounts", str(file)])
    assert capsys.readouterr().out == "reviewer  Ana Reyes\n"
    assert run(["account", "remove", "Ana Reyes", "--accounts", str(file)]) == 0
    assert Accounts(file).all() == ()


def test_what_cannot_be_done_is_told(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["account", "remove", "Nobody", "--accounts", str(file)]) == 2
    assert "no account 'Nobody'" in capsys.readouterr().err
    file.write_text("{", encoding="utf-8")
    assert run(["account", "list", "--accounts", str(file)]) == 2
    assert "is no file of accounts" in capsys.readouterr().err
    assert run(["account", "add", "a\x1b[31m", "--accounts", str(file)]) == 2
    assert "\x1b" not in capsys.readouterr().err


def test_a_role_is_one_of_three(file: Path) -> None:
    from detente.cli.main import detente

    done = CliRunner().invoke(detente, ["account", "add", "Ana", "--role", "king", "--accounts", str(file)])
    assert done.exit_code == 2
    assert not file.exists()
