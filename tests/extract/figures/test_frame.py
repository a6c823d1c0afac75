from detente.extract.figures.frame import frames
from detente.model.document import BlockKind
from tests.extract.marked import reading


def test_a_frame_reaches_from_figure_to_figure_within_its_clause() -> None:
    (group,) = frames(reading("Trade of [IND|India] was $3bn in {1995|1995} and $7bn in {2020|2020}; tariffs fell."))
    assert [(frame.lead, frame.tail) for frame in group] == [("Trade of India was ", " in 1995 and "), (" in 1995 and ", " in 2020")]
    assert [frame.unit_class for frame in group] == ["money", "money"]
    assert group[1].opening == "Trade of India was $3bn in 1995 and "


def test_sentences_without_quantities_and_what_is_no_prose_have_none() -> None:
    assert list(frames(reading("They met in [VNM|Hanoi]."))) == []
    assert list(frames(reading("Trade was $3bn.", kind=BlockKind.BOILERPLATE))) == []


def test_a_document_that_names_a_pair_is_about_relations() -> None:
    (group,) = frames(reading("[VNM+USA|The two] traded $3bn."))
    assert group[0].related
    (alone,) = frames(reading("[VNM|Hanoi] spent $3bn."))
    assert not alone[0].related
