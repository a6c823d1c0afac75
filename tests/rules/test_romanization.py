"""Old spellings of Chinese names, and names that are none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.rules.romanization import MOST, pinyin


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Chou En-lai", "Zhou Enlai"),
        ("Teng Hsiao-p'ing", "Deng Xiaoping"),
        ("Ch'iao Kuan-hua", "Qiao Guanhua"),
        ("Hua Kuo-feng", "Hua Guofeng"),
        ("Li Hsien-nien", "Li Xiannian"),
        ("Chi P’eng-fei", "Ji Pengfei"),
    ],
)
def test_an_old_spelling_is_read(old: str, new: str) -> None:
    assert new in list(pinyin(old))


@pytest.mark.parametrize("name", ["Jean-Pierre Raffarin", "Lavrov", "Maria del Pilar Soto", "", "Ban Ki-moon of Korea"])
def test_other_names_have_no_reading(name: str) -> None:
    assert list(pinyin(name)) == []


@given(st.text(max_size=20))
def test_no_text_raises_and_readings_are_few(name: str) -> None:
    assert len(list(pinyin(name))) <= MOST
