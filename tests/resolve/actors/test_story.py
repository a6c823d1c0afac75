"""What a document is about, how far back is looked, and what is named together."""

from __future__ import annotations

from detente.model.document import Block, BlockKind, Document, Layout, Sentence
from detente.model.edtf import Edtf
from detente.model.mention import ActorKind, ActorMention, Party
from detente.model.span import Span
from detente.resolve.actors.story import Story, country_of, is_named_state

TEXT = "Eritrea signs\nEthiopia and Eritrea met at the UN. The UN spoke. The UN left. Kenya watched."
NAMES = {"Eritrea": "ERI", "Ethiopia": "ETH", "UN": "UN", "Kenya": "KEN"}


def story(published: str | None = None) -> Story:
    places = sorted((i, name) for name in NAMES for i in range(len(TEXT)) if TEXT.startswith(name, i))
    found = tuple(ActorMention(Span(i, i + len(n)), ActorKind.COUNTRY, (Party(n, NAMES[n]),), "name") for i, n in places)
    starts = [0, 14, *(i + 2 for i in range(14, len(TEXT)) if TEXT.startswith(". ", i))]
    spans = [Span(a, b) for a, b in zip(starts, [*starts[1:], len(TEXT)], strict=True)]
    layout = Layout((Block(Span(0, len(TEXT)), BlockKind.PARAGRAPH),), tuple(Sentence(span, BlockKind.PARAGRAPH, 0) for span in spans))
    document = Document(id="s", path=None, sha256="s", text=TEXT, published=Edtf.parse(published) if published else None)
    return Story(document, layout, found)


def test_the_title_counts_for_more_and_a_forum_is_no_party() -> None:
    told = story()
    assert told.states() == {"ERI": 4, "UN": 3, "ETH": 1, "KEN": 1}
    assert told.dyad() == ("ERI", "ETH")
    assert told.about() == ("ERI", "UN", "ETH", "KEN")


def test_looking_back_ends_after_so_many_sentences() -> None:
    told = story()
    last = len(told.mentions) - 1
    assert [country_of(mention) for _, mention in told.before(last, 1)] == ["UN"]
    assert [country_of(mention) for _, mention in told.before(last, 3)] == ["UN", "UN", "UN", "ERI", "ETH"]


def test_two_names_with_and_between_are_named_together() -> None:
    told = story()
    title, ethiopia, eritrea, forum, *_ = told.mentions
    assert told.together(ethiopia, eritrea)
    assert not told.together(eritrea, forum)
    assert not told.together(eritrea, ethiopia)
    assert not told.together(title, ethiopia)


def test_a_document_speaks_on_the_last_day_its_date_can_mean() -> None:
    assert story("2018-07").day == "2018-07-31"
    assert story().day is None


def test_a_pair_has_no_one_country_and_a_person_is_no_state() -> None:
    pair = ActorMention(Span(0, 1), ActorKind.PAIR, (Party("Peru", "PER"), Party("Chile", "CHL")), "pair")
    person = ActorMention(Span(0, 1), ActorKind.PERSON, (Party("Alan Garcia", "PER"),), "name")
    assert country_of(pair) is None
    assert country_of(person) == "PER"
    assert not is_named_state(person)
