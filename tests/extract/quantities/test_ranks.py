import pytest

from detente.extract.quantities.ranks import find_ranks
from detente.model.span import Span
from detente.rules.units import unit_rules


def ranks(text: str) -> list[float]:
    return [quantity.value for quantity in find_ranks(text, Span(0, len(text)), unit_rules())]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Chile is Bolivia's third-largest export market.", 3),
        ("Peru is its No. 4 trading partner.", 4),
        ("It came fifth out of 20 donors.", 5),
        ("India is its second biggest supplier.", 2),
        ("Mexico became the largest trading partner of the United States.", 1),
    ],
)
def test_places_in_an_order(text: str, value: float) -> None:
    assert value in ranks(text)


@pytest.mark.parametrize(
    "text",
    [
        "It is one of its largest trading partners.",
        "the top three leaders",
        "It was the first visit.",
        "a third of the market",
        "once the largest trading partner",
    ],
)
def test_what_claims_no_place(text: str) -> None:
    assert ranks(text) == []
