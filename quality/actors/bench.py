"""How fast actors are found, as a ratio to spaCy's rule tokenizer over the same texts.

usage: python -m quality.actors.bench

``scan`` is the look-up of every name in the text (folding and automaton), ``find`` all of finding actors, ``resolve`` and ``places`` what
comes after. A ratio under 1 is faster than merely splitting the text into words. Each figure is the best of several rounds.
"""

from __future__ import annotations

import spacy

from detente.extract.actors import find_actors
from detente.extract.places import find_places
from detente.resolve.actors import resolve_actors
from detente.rules.actors import lexicon
from detente.rules.folding import fold
from detente.segment.layout import segment
from quality.bench import stories
from quality.timing import best


def main() -> None:
    """Print the ratios."""
    pairs = [(document, segment(document)) for document in stories()]
    tokenizer = spacy.blank("en").tokenizer
    found = [(d, layout, find_actors(d, layout)) for d, layout in pairs]
    resolved = [(d, layout, resolve_actors(d, layout, mentions)) for d, layout, mentions in found]
    yardstick = best(lambda pair: tokenizer(pair[0].text), pairs)
    seconds = {
        "scan": best(lambda pair: lexicon().hits(fold(pair[0].text).text), pairs),
        "find": best(lambda pair: find_actors(*pair), pairs),
        "resolve": best(lambda triple: resolve_actors(*triple), found),
        "places": best(lambda triple: find_places(*triple), resolved),
    }
    for name, taken in seconds.items():
        print(f"{name}: {taken / yardstick:.2f} of the tokenizer's time")


if __name__ == "__main__":
    main()
