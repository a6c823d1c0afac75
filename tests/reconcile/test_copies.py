from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from detente.reconcile.copies import COMMON, groups, sketch

STORY = (
    "ADDIS ABABA, July 16, 2018 - Eritrea's president Isaias Afwerki reopened his country's embassy in the Ethiopian "
    "capital on Monday, the last day of a visit that ended twenty years of silence. Prime Minister Abiy Ahmed handed him "
    "the keys to the building, which had stood shut since war broke out in 1998. Crowds had lined the road from the airport"
    " on Saturday, waving the flags of both countries, and a concert was given in the millennium hall on Sunday night. "
    "Flights between the two capitals are to begin on Wednesday, the state airline said, and telephone lines that had been "
    "cut for two decades work again. The two men had met for the first time in Asmara a week earlier and signed a "
    "declaration that the state of war was over. Some families on both sides of the border learned only now whether their "
    "relatives were alive."
)
OTHER = (
    "The customs office in Hanoi counted 134 billion dollars of trade with the United States last year, a tenth more than "
    "the year before. Machines, clothes and shoes made up most of what was shipped; cotton, soya and aircraft came the "
    "other way. The surplus has drawn complaints from Washington, whose trade envoy wants more farm produce let in. "
    "Officials in Hanoi point to a list of purchases that airlines have agreed on."
)


def test_a_copy_with_a_new_head_and_a_cut_tail_is_found() -> None:
    rewritten = "By our own staff. " + STORY[: len(STORY) // 2]
    found = groups({"a": sketch(STORY), "b": sketch(rewritten), "c": sketch(OTHER)})
    assert found == [("a", "b")]


def test_two_texts_on_one_event_are_two_sources() -> None:
    own = "After twenty years Eritrea's embassy in Addis Ababa is open again. Isaias Afwerki cut the ribbon himself on 16 July 2018."
    assert groups({"a": sketch(STORY), "b": sketch(own)}) == []


def test_boilerplate_that_everyone_carries_makes_no_copies() -> None:
    footer = " Subscribe to our newsletter for the latest news and analysis from the region every morning." * 2
    texts = {f"{i:03}": sketch(f"{' '.join(f'word{i}x{j}' for j in range(300))}{footer}") for i in range(COMMON + 10)}
    assert groups(texts) == []


def test_copies_of_copies_are_one_group_whatever_the_order() -> None:
    half = len(STORY) // 2
    texts = {"c": STORY, "a": STORY[:half], "b": STORY[half:]}
    one = groups({name: sketch(text) for name, text in texts.items()})
    other = groups({name: sketch(texts[name]) for name in sorted(texts)})
    assert one == other == [("a", "b", "c")]


@given(st.text())
def test_no_text_raises(text: str) -> None:
    assert sketch(text) == sketch(text)
