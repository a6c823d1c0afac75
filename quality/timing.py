"""One way to take the time of work on many texts."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from typing import TypeVar

Item = TypeVar("Item")

ROUNDS = 5


def best(work: Callable[[Item], object], items: Sequence[Item], rounds: int = ROUNDS) -> float:
    """Processor seconds of the fastest of ``rounds`` runs over all items, after one that warms caches and loads what is loaded once.

    The fastest, since other work on the machine only ever adds; processor time, so that waiting for it does not count.
    """
    taken = []
    for _ in range(rounds + 1):
        begun = time.process_time()
        for item in items:
            work(item)
        taken.append(time.process_time() - begun)
    return min(taken[1:])
