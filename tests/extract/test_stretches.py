import pytest

from detente.extract.commitments import find_commitments
from detente.extract.figures import find_figures
from detente.extract.stretches import LONGEST, prose
from detente.extract.tenures import find_tenures
from detente.model.document import Block, BlockKind, Layout, Sentence
from detente.model.span import Span
from tests.extract.marked import reading


def layout(text: str, kind: BlockKind = BlockKind.PARAGRAPH) -> Layout:
    span = Span(0, len(text))
    return Layout((Block(span, kind),), (Sentence(span, kind, 0),))


@pytest.mark.parametrize("text", ["", "short", "word " * 3000, "x" * 9000])
def test_nothing_is_lost_and_nothing_is_long(text: str) -> None:
    spans = [sentence.span for sentence in prose(layout(text), text)]
    assert "".join(span.of(text) for span in spans) == text
    assert all(len(span) <= LONGEST for span in spans)


def test_what_is_no_prose_is_left_out() -> None:
    assert list(prose(layout("Share this", BlockKind.BOILERPLATE), "Share this")) == []


def test_text_without_a_full_stop_is_read_stretch_by_stretch() -> None:
    once = "trade of [KEN|Kenya] rose to $3 billion in {2019|2019} and it pledged to cut 12 tariffs by {2030|2030} "
    whole = reading(once * 400)
    found = [statement for find in (find_figures, find_commitments, find_tenures) for statement in find(whole)]
    assert len(found) > 400
    assert all(len(statement.span) <= LONGEST for statement in found)
