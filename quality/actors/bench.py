"""How fast actors are found, as a ratio to spaCy's rule tokenizer over the same texts.

usage: python -m quality.actors.bench

``scan`` is the look-up of every name in the text (folding and automaton), ``find`` all of finding actors, ``resolve`` and ``places`` what
comes after. A ratio under 1 is faster than merely splitting the text into words. Each figure is the best of several rounds.
"""

from __future__ import annotations

import time
from collections.abc import Callable

import spacy

from detente.extract.actors import find_actors
from detente.extract.places import find_places
from detente.resolve.actors import resolve_actors
from detente.rules.actors import lexicon
from detente.rules.folding import fold
from detente.segment.layout import segment
from quality.bench import stories

ROUNDS = 5


def best(work: Callable[[], object]) -> float:
    """Seconds of the fastest of ``ROUNDS`` runs, after one that warms caches."""
    times = []
    for _ in range(ROUNDS + 1):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times[1:])


def main() -> None:
    """Print the ratios."""
    pairs = [(document, segment(document)) for document in stories()]
    tokenizer = spacy.blank("en").tokenizer
    found = [(d, layout, find_actors(d, layout)) for d, layout in pairs]
    resolved = [(d, layout, resolve_actors(d, layout, mentions)) for d, layout, mentions in found]
    yardstick = best(lambda: [tokenizer(d.text) for d, _ in pairs])
    for name, work in (
        ("scan", lambda: [lexicon().hits(fold(d.text).text) for d, _ in pairs]),
        ("find", lambda: [find_actors(d, layout) for d, layout in pairs]),
        ("resolve", lambda: [resolve_actors(d, layout, mentions) for d, layout, mentions in found]),
        ("places", lambda: [find_places(d, layout, mentions) for d, layout, mentions in resolved]),
    ):
        print(f"{name}: {best(work) / yardstick:.2f} of the tokenizer's time")


if __name__ == "__main__":
    main()
