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


RETOLD = (
    "The flag of Eritrea flies in Addis Ababa once more. On Monday, 16 July 2018, Isaias Afwerki walked through the gate of the villa "
    "that his diplomats left in 1998, and Abiy Ahmed gave him its key. The guest had landed at Bole on Saturday with Osman Saleh and "
    "Yemane Gebreab beside him; Lemma Megersa and Workneh Gebeyehu were at the steps. On Sunday he spoke in the Millennium Hall, where "
    "Teddy Afro had sung before 25,000 people and where Mulatu Teshome sat in the first row. Ethiopian Airlines will fly to Asmara from "
    "Wednesday, its head Tewolde Gebremariam told Fana, with a Boeing 787. Ethio Telecom put the lines back on 8 July. In Asmara the "
    "two had put their names to five points, which Antonio Guterres and Moussa Faki have praised. Badme, said Meles Alem, comes later."
)
AGAIN = (
    "Isaias Afwerki has opened a door that stayed locked since 1998. Abiy Ahmed handed over what unlocks it on Monday, 16 July 2018, at "
    "the mission in Addis Ababa. Since Saturday, when he touched down at Bole in the company of Osman Saleh and Yemane Gebreab and was "
    "met by Lemma Megersa and Workneh Gebeyehu, the visitor has hardly been alone: Sunday brought him to the stage of the Millennium "
    "Hall, to songs of Teddy Afro, a crowd put at 25,000 and a handshake with Mulatu Teshome. A Boeing 787 of Ethiopian Airlines leaves "
    "for Asmara on Wednesday, Fana quoted Tewolde Gebremariam as saying; calls go through Ethio Telecom from 8 July on. Antonio Guterres "
    "and, for the union, Moussa Faki welcomed what was agreed at Asmara. Of Badme nothing was decided, according to Meles Alem."
)
APART = (
    "Berhane Tesfay, who sells coffee near the Piazza, counted the motorcade at forty cars. In them on Saturday sat Isaias Afwerki, once "
    "a comrade in arms of Meles Zenawi, and on Monday, 16 July 2018, he was gone again. What stays is a flag: the embassy of Eritrea in "
    "Addis Ababa is open, as Fitsum Arega wrote on Twitter. Abiy Ahmed had flown to Asmara on 8 July and ended there what the treaty of "
    "Algiers of 2000 had not. The border commission under Elihu Lauterpacht gave Badme to Eritrea in 2002; Hailemariam Desalegn never "
    "handed it over. Diaspora radio from Toronto asked Saleh Younis and Dawit Isaak's brother what they make of it. Ethiopian Airlines "
    "sells its first tickets for Wednesday. At the Ghion hotel Zemedeneh Negatu reckons with 1,500 guests a month from Massawa and Assab."
)


def test_a_rewrite_that_goes_through_the_same_names_in_the_same_order_is_found() -> None:
    assert groups({"a": sketch(RETOLD), "b": sketch(AGAIN)}) == [("a", "b")]


def test_the_same_names_in_another_order_are_another_witness() -> None:
    assert groups({"a": sketch(RETOLD), "b": sketch(APART)}) == []


def test_the_order_of_a_menu_says_nothing() -> None:
    menu = "\n".join(f"Land{chr(97 + i)}a Stadt{chr(97 + i)}o" for i in range(26))
    runs_alone = 2 * 26 + 4
    assert len(set(sketch(f"{RETOLD}\n{menu}")) - set(sketch(RETOLD))) < runs_alone
