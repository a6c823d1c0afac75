"""Two hundred hard cases of our own, over more than forty countries: what each name stands for, and what stands for nobody."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from detente.model.document import Document
from detente.model.mention import ActorMention
from detente.pipeline.texts import actors
from detente.rules.folding import fold

LINES = [
    line for line in Path(__file__).with_name("cases.txt").read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")
]


def found_as(mentions: tuple[ActorMention, ...], text: str, surface: str) -> list[ActorMention]:
    """The mentions that are, or within their full phrase hold, ``surface``."""
    return [m for m in mentions if surface in (m.span.of(text), (m.full or m.span).of(text)) or m.span.of(text).endswith(surface)]


def check_wanted(mentions: tuple[ActorMention, ...], text: str, wanted: str) -> None:
    place, _, codes = wanted.rpartition("=")
    surface, _, full = place.partition(">")
    hits = found_as(mentions, text, surface.strip())
    assert hits, f"{surface!r} is not found in {text!r}: {[m.span.of(text) for m in mentions]}"
    parties = [tuple(p.country for p in m.parties) for m in hits]
    assert any(sorted(map(str, answer)) == sorted(codes.split("+")) for answer in parties), f"{surface!r} is {parties}, not {codes}"
    if full:
        names = {fold(p.name).text for m in hits for p in m.parties}
        assert fold(full).text in names


@pytest.mark.parametrize("line", LINES)
def test_case(line: str) -> None:
    text, wanted, refused = (part.strip() for part in (line + "||").split("|")[:3])
    mentions = actors(text)
    for one in filter(None, (w.strip() for w in wanted.split(";"))):
        check_wanted(mentions, text, one)
    for one in filter(None, (r.strip() for r in refused.split(";"))):
        assert not [m for m in mentions if m.span.of(text) == one], f"{one!r} is taken for an actor in {text!r}"


def test_cases_are_many_and_spread() -> None:
    codes = {code for line in LINES for code in re.findall(r"[=+]([A-Z]{3})\b", line)}
    assert len(LINES) >= 170
    assert len(codes) >= 80


def test_every_mention_is_tied_to_its_characters() -> None:
    for line in LINES:
        text = line.split("|")[0]
        for mention in actors(Document(id="x", path=None, sha256="x", text=text)):
            assert mention.span.of(text)
            assert mention.full is None or mention.full.contains(mention.span)
