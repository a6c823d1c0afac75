"""Every frame of the codebook finds the text that it must match and leaves the one that it must not."""

from __future__ import annotations

import pytest

from detente.extract.events.frames import find_triggers, head_words, noun_phrase
from detente.extract.events.scene import Scene
from detente.extract.syntax import parse
from detente.model.document import BlockKind, Sentence
from detente.model.span import Span
from detente.rules.codebook import Frame, codebook
from tests.extract.events.told import kinds

FRAMES = list(codebook().frames())


def scene(text: str) -> Scene:
    return Scene(Sentence(Span(0, len(text)), BlockKind.PARAGRAPH, 0), 0, parse([text])[0], (), (), ())


@pytest.mark.parametrize("frame", FRAMES, ids=lambda f: f.name)
def test_a_frame_finds_its_example(frame: Frame) -> None:
    assert frame.kind in kinds(frame.match)


@pytest.mark.parametrize("frame", FRAMES, ids=lambda f: f.name)
def test_a_frame_leaves_its_counterexample(frame: Frame) -> None:
    assert frame.kind not in kinds(frame.no_match)


def test_a_verb_and_its_particle_are_one_trigger() -> None:
    found = {t.frame.name for t in find_triggers(scene("The two sides broke off diplomatic relations."))}
    assert "relations_severed/1" in found


def test_the_closest_fit_outranks_a_looser_one() -> None:
    ranks = {t.frame.kind: t.rank for t in find_triggers(scene("A delegation visited the project site."))}
    assert ranks["site_visit"] > ranks["delegation_visit"]


def test_a_noun_takes_its_words_before_and_after_it() -> None:
    doc = parse(["After the signing of the trade agreement they left."])[0]
    signing = next(t for t in doc if t.text == "signing")
    found = noun_phrase(signing, ("signing", "of", "agreement"))
    assert found is not None
    assert [t.text for t in found] == ["signing", "of", "agreement"]
    assert noun_phrase(signing, ("signing", "of", "treaty")) is None


def test_head_words_are_lower_case() -> None:
    assert all(word == word.lower() for word in head_words())
