from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from detente.model.errors import RecordError
from detente.store.locking import opening, replacing, writing

HOLD = "import sys; from pathlib import Path; from detente.store.locking import writing\n"
HOLD += "with writing(Path(sys.argv[1])): print('held', flush=True); sys.stdin.read()"


def test_one_writes_at_a_time_and_a_killed_one_lets_go(tmp_path: Path) -> None:
    path = tmp_path / "r.detente"
    other = subprocess.Popen([sys.executable, "-c", HOLD, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert other.stdout is not None
    assert other.stdin is not None
    assert other.stdout.readline() == b"held\n"
    with pytest.raises(RecordError, match="another program"), writing(path, wait=0.1):
        pass
    other.kill()
    other.wait()
    with writing(path, wait=5):
        pass
    other.stdout.close()
    other.stdin.close()


def test_nothing_is_left_beside_the_record(tmp_path: Path) -> None:
    with writing(tmp_path / "r.detente"):
        assert [p.name for p in tmp_path.iterdir()] == [".r.detente.writing"]
    assert list(tmp_path.iterdir()) == []


def test_many_open_at_once_and_none_while_the_file_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "r.detente"
    with opening(path), opening(path), pytest.raises(RecordError, match="another program"), replacing(path):
        pass
    with replacing(path), pytest.raises(RecordError, match="another program"), replacing(path):
        pass
    assert list(tmp_path.iterdir()) == []
