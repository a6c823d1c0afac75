from detente.model.identity import ID_LENGTH, statement_id
from detente.model.span import Span
from detente.model.statement import FactKind

SHA = "0" * 64


def test_the_same_content_has_the_same_identifier_on_any_machine() -> None:
    assert statement_id(SHA, FactKind.EVENT, "visit", Span(3, 9), "VNM") == statement_id(SHA, "event", "visit", Span(3, 9), "VNM")
    assert statement_id(SHA, "event", "visit", Span(3, 9)) == "7bc910de96cd7a6e"


def test_every_field_tells_statements_apart() -> None:
    ids = {
        statement_id(SHA, "event", "visit", Span(3, 9)),
        statement_id("1" * 64, "event", "visit", Span(3, 9)),
        statement_id(SHA, "agreement", "visit", Span(3, 9)),
        statement_id(SHA, "event", "meeting", Span(3, 9)),
        statement_id(SHA, "event", "visit", Span(3, 10)),
        statement_id(SHA, "event", "visit", Span(3, 9), "ab", "c"),
        statement_id(SHA, "event", "visit", Span(3, 9), "a", "bc"),
        statement_id(SHA, "event", "visit", Span(3, 9), None),
        statement_id(SHA, "event", "visit", Span(3, 9), ""),
    }
    assert len(ids) == 9


def test_an_identifier_is_short_and_survives_any_text() -> None:
    identifier = statement_id(SHA, "event", "visit", Span(0, 0), "Việt Nam \ud800 🇻🇳", 1.5)
    assert len(identifier) == ID_LENGTH
    assert set(identifier) <= set("0123456789abcdef")
