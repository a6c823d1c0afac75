"""Sets of facts as whole numbers: bit N is the N-th fact in order of time."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import compress, count

STRIDE = 256
"""How many of an order are summed up at once: at twenty thousand facts 80 sums of 2.5 KB."""

_TRUTH = bytes.maketrans(b"01", b"\0\1")


def mask_of(numbers: Iterable[int]) -> int:
    """The set of these numbers."""
    digits = bytearray()
    for number in numbers:
        if number >> 3 >= len(digits):
            digits.extend(bytes((number >> 3) - len(digits) + 1))
        digits[number >> 3] |= 1 << (number & 7)
    return int.from_bytes(digits, "little")


def numbers_of(mask: int) -> list[int]:
    """The places of the set bits, lowest first."""
    return list(compress(count(), flags_of(mask)))


def flags_of(mask: int) -> bytes:
    """One byte for each place up to the highest set bit: 1 where it is set."""
    return bin(mask)[:1:-1].encode().translate(_TRUTH)


def any_of(masks: Iterable[int]) -> int:
    """What is in one set at least."""
    found = 0
    for mask in masks:
        found |= mask
    return found


class Ordered:
    """Facts in the order of a day of theirs. Those up to a day are wanted often, so that the sums of every so many are kept."""

    def __init__(self, days: Iterable[tuple[str, int]]) -> None:
        held = sorted(days)
        self._days = [day for day, _ in held]
        self._numbers = [number for _, number in held]
        self._sums = [0]
        for start in range(0, len(held), STRIDE):
            self._sums.append(self._sums[-1] | mask_of(self._numbers[start : start + STRIDE]))

    def before(self, day: str) -> int:
        """Those whose day lies before ``day``."""
        return self._first(bisect_left(self._days, day))

    def until(self, day: str) -> int:
        """Those whose day is ``day`` or lies before it."""
        return self._first(bisect_right(self._days, day))

    def _first(self, many: int) -> int:
        whole = many // STRIDE
        return self._sums[whole] | mask_of(self._numbers[whole * STRIDE : many])
