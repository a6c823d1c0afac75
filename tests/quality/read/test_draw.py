from __future__ import annotations

from pathlib import Path

from quality.read.draw import LONGEST, cut, draw, passages, sentences, text_of


def test_sentences_end_at_stops_and_lines_but_not_after_initials() -> None:
    text = "J. Moreau met Gen. Okoye on 3. May.\nA second line. And “a third.” End"
    assert [text[a:b] for a, b in sentences(text)] == ["J. Moreau met Gen. Okoye on 3. May.", "A second line.", "And “a third.”", "End"]


def test_a_passage_is_whole_sentences_with_words_enough() -> None:
    text = " ".join(f"{'word ' * 29}end{letter}." for letter in "abcdef")
    span = cut(text, 1, 80)
    assert span is not None
    drawn = text[slice(*span)]
    assert drawn.startswith("word")
    assert drawn.endswith("endd.")
    assert len(drawn.split()) == 90
    assert cut(text, 4, 80) is None
    assert cut(text, 4, 40) is not None


def test_a_passage_that_would_be_too_long_is_not_drawn() -> None:
    assert cut(f"{'word ' * (LONGEST + 1)}end.", 0, 80) is None


def test_the_passages_are_those_that_the_seed_draws(shared: Path) -> None:
    assert passages() == draw(shared)


def test_every_passage_is_short_and_in_its_document(shared: Path) -> None:
    for passage in passages():
        text = text_of(shared, passage.document)[passage.start : passage.end]
        assert text == text.strip()
        assert 40 <= len(text.split()) <= LONGEST


def test_two_in_three_or_more_are_only_measured() -> None:
    drawn = passages()
    assert len([p for p in drawn if p.part == "B"]) >= 60
    assert {p.source for p in drawn if p.part == "A"} == {p.source for p in drawn}
