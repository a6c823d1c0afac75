"""Documents that are copies or rewrites of one text: they count as one source.

A text is known by its runs of five words. Only one run in ``KEPT`` is kept, chosen by its own hash, so that the same run is kept in
every text and the cost is linear; what two texts share is then found by looking up and not by comparing every text with every other.

A rewrite shares no runs, but it goes through the same names and numbers in the same order. So a text is also known by which rare name
or number soon follows which; two writers who tell of one event name much the same people, but hardly ever in one order.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from hashlib import blake2b

from detente.model.folding import fold, words

RUN = 5
"""Words in a run: long enough that two writers hardly ever hit on the same one."""

KEPT = 4
"""One run in so many is kept."""

COPY = 0.2
"""Share of what a short text is known by that the other must hold. Texts by two writers on one event share less than a tenth of that, and
a rewrite that keeps a fifth of the sentences is no second witness."""

REWRITE = 0.08
"""The same for a text that is known by at least ``MUCH``: there chance has less room. Measured on eighteen press documents, three seeds
and the example: rewrites share 0.08 to 0.21, the most alike of all others 0.03. One labelled rewrite that also moves its
paragraphs about shares little more than those, and is not found."""

MUCH = 150
"""What a text of some two hundred words full of names is known by."""

ENOUGH = 3
"""What is shared in a smaller number is chance: a name, a title, a stock phrase."""

RARE = 2
"""A name or number met more often than this in a text stands too close to everything."""

NEXT = 6
"""So many rare names and numbers follow one closely."""

NAMES = 25
"""A text with fewer rare names and numbers is known by its runs alone: any two notes on one event name the same few in one order."""

LINE = 12
"""A line with fewer words is no prose: a menu or a list names the same things in one order whoever prints it."""

COMMON = 50
"""A run found in more texts than this is boilerplate and says nothing."""

LONGEST = 200_000
"""Words of a text that are looked at."""


_WORD = re.compile(r"\d[\d.,]*\d|\d|[^\W\d_]+")


def sketch(text: str) -> tuple[int, ...]:
    """What ``text`` is known by, as numbers, sorted: the kept runs, and which rare name or number follows which."""
    every = words(text)[:LONGEST]
    runs = (" ".join(every[i : i + RUN]) for i in range(len(every) - RUN + 1))
    kept = {number for number in map(_number, runs) if number % KEPT == 0}
    return tuple(sorted(kept.union(map(_number, _orders(_rare(text))))))


def _orders(named: list[str]) -> Iterator[str]:
    """Which rare name or number soon follows which. Next neighbours are left out: they are the words of one name or date."""
    if len(named) < NAMES:
        return
    for place, one in enumerate(named):
        for other in named[place + 2 : place + 2 + NEXT]:
            if one != other:
                yield f"{one}\x1f{other}"


def _rare(text: str) -> list[str]:
    """The names and numbers of the prose of ``text`` that it does not keep coming back to, in order."""
    lines = [line for line in map(_WORD.findall, text.splitlines()) if _is_prose(line)]
    every = [word for line in lines for word in line][:LONGEST]
    plain = {fold(word) for word in every if word[0].islower()}
    named = [fold(word) for word in every if (word[0].isupper() and len(word) > 2) or word[0].isdigit()]
    often = Counter(named)
    return [word for word in named if often[word] <= RARE and word not in plain]


def _is_prose(line: list[str]) -> bool:
    return len(line) >= LINE and 2 * sum(word[0].islower() for word in line) >= len(line)


def _number(of: str) -> int:
    return int.from_bytes(blake2b(of.encode("utf-8", "surrogatepass"), digest_size=6).digest(), "big")


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
    return joined(sketches, (pair for pair, number in shared.items() if enough(number, *(len(sketches[document]) for document in pair))))


def enough(shared: int, runs: int, others: int) -> bool:
    """Whether two texts that are known by so much and share so much are copies of one."""
    least = min(runs, others)
    return shared >= ENOUGH and shared >= (REWRITE if least >= MUCH else COPY) * least


def joined(documents: Iterable[str], pairs: Iterable[tuple[str, str]]) -> list[tuple[str, ...]]:
    """The groups into which ``pairs`` join ``documents``, each sorted; what stands alone is left out."""
    lead = {document: document for document in documents}
    for a, b in sorted(pairs):
        low, high = sorted((_lead(lead, a), _lead(lead, b)))
        lead[high] = low
    found: dict[str, list[str]] = defaultdict(list)
    for document in sorted(lead):
        found[_lead(lead, document)].append(document)
    return [tuple(members) for _, members in sorted(found.items()) if len(members) > 1]


def _lead(lead: Mapping[str, str], document: str) -> str:
    while lead[document] != document:
        document = lead[document]
    return document
