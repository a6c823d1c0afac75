"""Documents that are copies or rewrites of one text: they count as one source.

A text is known by its runs of five words. Only one run in ``KEPT`` is kept, chosen by its own hash, so that the same run is kept in
every text and the cost is linear; what two texts share is then found by looking up and not by comparing every text with every other.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from hashlib import blake2b

from detente.model.folding import words

RUN = 5
"""Words in a run: long enough that two writers hardly ever hit on the same one."""

KEPT = 4
"""One run in so many is kept."""

COPY = 0.2
"""Share of the shorter text's runs that the other must hold. Texts by two writers on one event share less than a tenth of that, and
a rewrite that keeps a fifth of the sentences is no second witness. Measured on eighteen press documents with four labelled pairs of
near copies; those that were written anew from the first word share no runs and are not found by this."""

ENOUGH = 3
"""Shared runs below this number are chance: a name, a title, a stock phrase."""

COMMON = 50
"""A run found in more texts than this is boilerplate and says nothing."""

LONGEST = 200_000
"""Words of a text that are looked at."""


def sketch(text: str) -> tuple[int, ...]:
    """The kept runs of ``text`` as numbers, sorted."""
    found = set()
    every = words(text)[:LONGEST]
    for i in range(len(every) - RUN + 1):
        run = " ".join(every[i : i + RUN])
        number = int.from_bytes(blake2b(run.encode("utf-8", "surrogatepass"), digest_size=6).digest(), "big")
        if number % KEPT == 0:
            found.add(number)
    return tuple(sorted(found))


def groups(sketches: Mapping[str, tuple[int, ...]]) -> list[tuple[str, ...]]:
    """Documents that share text, each group sorted, by their sha256 sums. Documents that stand alone are in no group."""
    holders: dict[int, list[str]] = defaultdict(list)
    for document in sorted(sketches):
        for number in sketches[document]:
            holders[number].append(document)
    shared: Counter[tuple[str, str]] = Counter()
    for members in holders.values():
        if 1 < len(members) <= COMMON:
            shared.update((a, b) for i, a in enumerate(members) for b in members[i + 1 :])
    lead = {document: document for document in sketches}
    for (a, b), number in sorted(shared.items()):
        if number >= ENOUGH and number >= COPY * min(len(sketches[a]), len(sketches[b])):
            low, high = sorted((_lead(lead, a), _lead(lead, b)))
            lead[high] = low
    found: dict[str, list[str]] = defaultdict(list)
    for document in sorted(sketches):
        found[_lead(lead, document)].append(document)
    return [tuple(members) for _, members in sorted(found.items()) if len(members) > 1]


def _lead(lead: Mapping[str, str], document: str) -> str:
    while lead[document] != document:
        document = lead[document]
    return document
