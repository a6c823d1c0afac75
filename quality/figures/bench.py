"""How fast figures are found, as a ratio to spaCy's rule tokenizer over the same texts.

usage: python -m quality.figures.bench

``quantities`` is the scan for numbers with their units, ``figures`` what makes statements of them. Each is the best of several rounds.
"""

from __future__ import annotations

import spacy

from detente.extract.actors import find_actors
from detente.extract.figures import find_figures
from detente.extract.places import find_places
from detente.extract.quantities import find_quantities
from detente.extract.times import find_times
from detente.model.document import Document
from detente.model.reading import Reading
from detente.resolve.actors import resolve_actors
from detente.resolve.times import date_document, resolve_times
from detente.segment.layout import segment
from quality.bench import stories
from quality.timing import best


def read(document: Document) -> Reading:
    """A document with all that its figures are read from."""
    layout = segment(document)
    candidates = find_times(document, layout)
    document = date_document(document, layout, candidates)
    times = resolve_times(document, layout, candidates)
    actors = resolve_actors(document, layout, find_actors(document, layout))
    places = find_places(document, layout, actors)
    return Reading(document, layout, times, actors, places, find_quantities(document, layout, times))


def main() -> None:
    """Print the ratios."""
    readings = [read(document) for document in stories()]
    tokenizer = spacy.blank("en").tokenizer
    yardstick = best(lambda r: tokenizer(r.document.text), readings)
    seconds = {
        "quantities": best(lambda r: find_quantities(r.document, r.layout, r.times), readings),
        "figures": best(lambda r: list(find_figures(r)), readings),
    }
    for name, taken in seconds.items():
        print(f"{name}: {taken / yardstick:.2f} of the tokenizer's time")


if __name__ == "__main__":
    main()
