from __future__ import annotations

import json

from tests.cli.conftest import Asked, Run


def test_facts_come_with_their_quotes_then_passages(detente: Run, record: Asked) -> None:
    ran = detente("find", "normalize", "relations")
    assert ran.code == 0
    assert ran.out.startswith("11 July 1995: Bill Clinton")
    assert "«On 11 July 1995 President Bill Clinton announced" in ran.out
    assert "In Leaders raise ties to highest level" in ran.out
    assert "  a passage with normalize relations" in ran.out
    assert ran.err == "2 found\n"


def test_nothing_found_is_no_failure(detente: Run, record: Asked) -> None:
    ran = detente("find", "nowhere")
    assert (ran.code, ran.out, ran.err) == (0, "", "nothing found\n")


def test_json_and_limit(detente: Run, record: Asked) -> None:
    (told,) = json.loads(detente("find", "relations", "--limit", "1", "--json").out)
    assert told["fact"]["kind"] == "normalization_announced"
