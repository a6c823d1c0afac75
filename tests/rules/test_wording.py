import re

from detente.rules.wording import spaced


def test_a_space_is_any_white_space() -> None:
    assert re.fullmatch(spaced("line of credit"), "line  of\ncredit")


def test_an_optional_space_may_be_missing() -> None:
    assert re.fullmatch(spaced("write ?off"), "writeoff")
    assert re.fullmatch(spaced("write ?off"), "write off")
