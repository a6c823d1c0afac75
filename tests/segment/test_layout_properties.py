"""What holds for every text whatever is in it: true offsets, blocks in order, sentences within the text."""

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from detente.model.document import Document, Layout
from detente.read.markdown import read_markdown
from detente.read.sources import expand, read
from detente.segment.layout import segment

WORDS = [
    "The two presidents met in Asmara on 9 July 2018.",
    "Việt Nam",
    "Vie\u0323\u0302t Nam",
    "đối tác chiến lược",
    "🇪🇷🤝🇪🇹",
    "👩🏽\u200d⚖️",
    "word",
]
BREAKS = ["\r\n", "\n", "\n\n", "\t", "\u2028", "\x0b", "\x0c", "\x85", "\ufeff", "\u200b", "\x00", "so\u00adft hy\u00adphen", " ", "  "]
MARKS = ["...", ". . .", "“", "”", "‘", "’", "and", ",", ".", "!", "?", ":", "[1]", "1. ", "(a) ", "• ", "- "]
CUES = [
    "U.S.",
    "Gen.",
    "No. 5",
    "4.4.2025",
    "date 2019-05-02 Ministers meet",
    "Photo: ENA",
    "Read more: What next?",
    "(Reporting by staff)",
]
OPENINGS = ["By Hana Tesfaye", "TO: the Minister", "July 2000: ", "ASMARA, July 9 — ", "In the photo: "]
PIECES = WORDS + BREAKS + MARKS + CUES + OPENINGS
JOINED = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=8)), max_size=40).map(" ".join)
TEXTS = JOINED | st.lists(st.sampled_from(PIECES), max_size=60).map("".join)


def layout_of(text: str) -> Layout:
    return segment(Document(id="x", path=None, sha256="x", text=text))


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_blocks_are_in_order_disjoint_and_inside_the_text(text: str) -> None:
    blocks = layout_of(text).blocks
    end = 0
    for number, block in enumerate(blocks, 1):
        assert end <= block.span.start < block.span.end <= len(text)
        assert block.span.of(text) == block.span.of(text).strip()
        assert block.paragraph == number
        end = block.span.end


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_sentences_are_in_order_disjoint_and_begin_in_their_block(text: str) -> None:
    layout = layout_of(text)
    end = 0
    for sentence in layout.sentences:
        assert end <= sentence.span.start < sentence.span.end <= len(text)
        assert layout.blocks[sentence.block].span.start <= sentence.span.start < layout.blocks[sentence.block].span.end
        assert sentence.kind is layout.blocks[sentence.block].kind
        assert all(index < sentence.block for index in sentence.headings)
        end = sentence.span.end


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_every_word_of_a_block_is_in_a_sentence(text: str) -> None:
    layout = layout_of(text)
    covered = {i for s in layout.sentences for i in range(s.span.start, s.span.end)}
    lost = [i for b in layout.blocks for i in range(b.span.start, b.span.end) if i not in covered and not text[i].isspace()]
    assert lost == []


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_every_letter_of_a_plain_text_is_in_a_block(text: str) -> None:
    covered = {i for b in layout_of(text).blocks for i in range(b.span.start, b.span.end)}
    assert [i for i, c in enumerate(text) if c.isalnum() and i not in covered] == []


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_quotations_hold_their_marks(text: str) -> None:
    for quote in layout_of(text).quotations:
        assert quote.of(text)[0] in '“«„"‘'
        assert quote.of(text)[-1] in '”»“"’'


@settings(max_examples=100, deadline=None)
@given(TEXTS)
def test_the_same_text_gives_the_same_layout(text: str) -> None:
    assert layout_of(text) == layout_of(text)


def test_the_layout_of_every_format_is_true(inputs: Path) -> None:
    for source in expand([inputs]):
        for document in read(source, lambda _: None):
            layout = segment(document)
            ends = [0]
            for block in layout.blocks:
                assert ends[-1] <= block.span.start < block.span.end <= len(document.text)
                ends.append(block.span.end)
            assert layout.sentences
            assert all(s.span.of(document.text).strip() for s in layout.sentences)
            assert layout == segment(document)


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_markdown_keeps_its_promises_too(text: str) -> None:
    plain = "The talks began in Oslo. " + "".join(c for c in text if c in "\t\r\n\f" or c >= " ")
    content = read_markdown(plain.encode(), "x.md")
    layout = segment(Document(id="x", path=None, sha256="x", text=content.text, blocks=content.blocks, title_span=content.title_span))
    end = 0
    for sentence in layout.sentences:
        assert end <= sentence.span.start < sentence.span.end <= len(content.text)
        end = sentence.span.end
