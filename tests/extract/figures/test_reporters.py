import pytest

from detente.extract.figures.reporters import find_reporter, reporter_of
from detente.model.span import Span


@pytest.mark.parametrize(
    ("sentence", "reporter"),
    [
        ("According to data from the General Department of Customs, trade rose.", "General Department of Customs"),
        ("Trade slid, according to customs figures compiled in Seoul, to $5bn.", "customs figures compiled in Seoul"),
        ("Trade is worth £100 billion a year, Downing Street says.", "Downing Street"),
        ("It came to $175 billion by Vietnam's count, 5 per cent more.", "Vietnam"),
        ("It comes to €100bn a year, according to No 10.", "No 10"),
        ("China puts its trade with Vietnam at $234.9 billion.", "China"),
        ("Arrivals doubled, the JNTO says, in May.", "JNTO"),
        ("Exports fell, according to Statistics Norway.", "Statistics Norway"),
        ("Figures released by the Central Bank of Kenya show a deficit.", "Central Bank of Kenya"),
    ],
)
def test_who_counted_is_named(sentence: str, reporter: str) -> None:
    found = find_reporter(sentence, Span(0, len(sentence)))
    assert found is not None
    assert found.name == reporter
    assert found.span.of(sentence) == reporter


@pytest.mark.parametrize(
    "sentence",
    [
        "Trade rose to $5bn in 2019.",
        "He said it would rain.",
        "Customs officers met.",
        "Then the president brought the first records of 300 men.",
    ],
)
def test_where_nobody_is_named_there_is_none(sentence: str) -> None:
    assert find_reporter(sentence, Span(0, len(sentence))) is None


@pytest.mark.parametrize(
    ("text", "figure", "wanted"),
    [
        ("Chad says 215 died; Niger lost 64 soldiers.", "64", None),
        ("Chad says 215 died; Niger lost 64 soldiers.", "215", "Chad"),
        ("Trade was 5 million; exports were 3 million, according to Eurostat.", "5 million", "Eurostat"),
        ("According to Eurostat, trade was 5 million; exports were 3 million.", "3 million", "Eurostat"),
    ],
)
def test_a_clause_has_its_own_reporter(text: str, figure: str, wanted: str | None) -> None:
    start = text.index(figure)
    found = reporter_of(text, Span(0, len(text)), Span(start, start + len(figure)))
    assert (found.name if found else None) == wanted
