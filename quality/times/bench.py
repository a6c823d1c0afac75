"""How fast times are read, beside spaCy's tokenizer in the same run, and how the time grows with the text.

usage: python -m quality.times.bench

WikiWars and the corpora are read where they are; each figure is the best of several runs in processor time.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import spacy

from detente.pipeline.texts import times
from quality.answers import data_folder
from quality.timing import best

HEIDELTIME = 0.15
"""WikiWars documents a second that HeidelTime 2.2.1 reads on a machine like the one this was written on."""
LARGE = 5_000_000
"""Characters of the large document."""
HOSTILE = ("one ", "12 May ", "1995-", "two and a half ", "30 years of ", "9 ", "a", "May\n\n", "2025-07-", "During President A B tenure ")
"""What a text repeats that would make a careless pattern look back again and again."""


def corpora(data: Path) -> Iterator[tuple[str, list[str]]]:
    """Each collection with its texts."""
    stories = [json.loads(p.read_text(encoding="utf-8"))["text"] for p in sorted((data / "gold/timex/wikiwars").glob("*.json"))]
    yield "WikiWars", stories
    for folder in ("milestones", "frus_sample"):
        paths = sorted((data / "corpora" / folder).rglob("*.txt"))
        if paths:
            yield folder, [p.read_text(encoding="utf-8") for p in paths]


def main() -> None:
    """Print a line a collection, then how a document of five million characters compares with one of a tenth."""
    tokenizer = spacy.blank("en").tokenizer
    stories: list[str] = []
    for name, texts in corpora(data_folder()):
        stories = stories or texts
        words = sum(len(text.split()) for text in texts)
        ours, theirs = best(times, texts), best(tokenizer, texts)
        rate = len(texts) / ours
        beside = f", {rate / HEIDELTIME:.0f} x HeidelTime" if name == "WikiWars" else ""
        print(
            f"{name:12s} {len(texts):4d} texts {words:8d} words: {words / ours:8.0f} words/s, {rate:7.1f} texts/s{beside}; "
            f"tokenizer {words / theirs:8.0f} words/s; ours takes {ours / theirs:.2f} of its time"
        )
    if not stories:
        print("skipped: the labelled sets are not here: set DETENTE_DATA to their folder")
        return
    story = "\n\n".join(stories)
    large = (story * (LARGE // len(story) + 1))[:LARGE]
    small_seconds, large_seconds = best(times, [large[: LARGE // 10]], 2), best(times, [large], 1)
    print(f"{LARGE} characters in {large_seconds:.2f} s: {large_seconds / small_seconds:.1f} times as long as a tenth of them")
    growths = {unit: best(times, [unit * (400_000 // len(unit))], 1) / best(times, [unit * (40_000 // len(unit))], 3) for unit in HOSTILE}
    worst = max(growths, key=lambda unit: growths[unit])
    print(f"hostile texts ten times as long take at most {growths[worst]:.1f} times as long ({worst!r})")


if __name__ == "__main__":
    main()
