from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from detente.ask.bits import STRIDE, Ordered, any_of, flags_of, mask_of, numbers_of

NUMBERS = st.sets(st.integers(0, 500))
DAYS = st.dates().map(lambda day: day.isoformat())


def _by_hand(numbers: set[int]) -> int:
    return sum(1 << number for number in numbers)


@given(numbers=NUMBERS)
def test_a_set_is_its_bits_and_back(numbers: set[int]) -> None:
    assert mask_of(numbers) == _by_hand(numbers)
    assert numbers_of(mask_of(numbers)) == sorted(numbers)
    assert [number for number, flag in enumerate(flags_of(mask_of(numbers))) if flag] == sorted(numbers)


@given(held=st.lists(NUMBERS))
def test_any_of_is_what_one_has_at_least(held: list[set[int]]) -> None:
    assert any_of(map(mask_of, held)) == _by_hand(set().union(*held))


@given(days=st.lists(DAYS, max_size=3 * STRIDE), asked=DAYS)
def test_what_lies_before_a_day_and_on_it(days: list[str], asked: str) -> None:
    ordered = Ordered((day, number) for number, day in enumerate(days))
    assert numbers_of(ordered.before(asked)) == [number for number, day in enumerate(days) if day < asked]
    assert numbers_of(ordered.until(asked)) == [number for number, day in enumerate(days) if day <= asked]


def test_sums_kept_ahead_tell_the_same() -> None:
    ordered = Ordered((f"{2000 + number % 7}", number) for number in range(5 * STRIDE + 3))
    for year in range(1999, 2009):
        assert numbers_of(ordered.until(str(year))) == [n for n in range(5 * STRIDE + 3) if 2000 + n % 7 <= year]
