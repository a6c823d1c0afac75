"""The slots around a word, with what English leaves unsaid filled in."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc, Token

from detente.extract.events.grammar import core, governor, is_negated, is_passive, joined, noun_slots, phrase, slots_of, until, words
from detente.extract.syntax import parse
from tests.extract.events.told import events, sides


def word(text: str, wanted: str) -> Token:
    """The first token of a sentence that reads ``wanted``."""
    doc: Doc = parse([text])[0]
    return next(t for t in doc if t.text == wanted)


def slot(text: str, wanted: str, name: str) -> list[str]:
    """What stands in one slot of a word, each once."""
    return list(dict.fromkeys(t.text for t in slots_of(word(text, wanted)).get(name, [])))


@pytest.mark.parametrize(
    ("text", "at", "name", "expected"),
    [
        ("Serbia recognized Kosovo.", "recognized", "subject", ["Serbia"]),
        ("Serbia recognized Kosovo.", "recognized", "object", ["Kosovo"]),
        ("Kosovo was recognized by Serbia.", "recognized", "object", ["Kosovo"]),
        ("Kosovo was recognized by Serbia.", "recognized", "subject", ["Serbia"]),
        ("Kosovo was recognized in 2008.", "recognized", "subject", []),
        ("India sent Pakistan a letter.", "sent", "indirect", ["Pakistan"]),
        ("Peru signed a treaty alongside Chile.", "signed", "with", ["Chile"]),
        ("A truce between Peru and Chile took hold.", "took", "between", ["Peru"]),
        ("A minister from Peru took hold of it.", "took", "from", []),
        ("Kagame received in Kigali the foreign minister of Korea.", "received", "object", ["minister"]),
        ("Kagame stayed in Kigali, the capital of Rwanda.", "stayed", "object", []),
        ("Peru came to Lima and attacked Chile.", "attacked", "subject", ["Peru"]),
        ("Peru left Lima, and Chile attacked it.", "attacked", "subject", ["Chile"]),
        ("Ethiopia, which attacked Eritrea, lost.", "attacked", "subject", ["Ethiopia"]),
        ("The towns that Ethiopia attacked were empty.", "attacked", "object", ["towns"]),
        ("The towns attacked by Ethiopia were empty.", "attacked", "object", ["towns"]),
        ("India urged Pakistan to sign the treaty.", "sign", "subject", ["Pakistan"]),
        ("India promised to sign the treaty.", "sign", "subject", ["India"]),
        ("Pakistan was asked by India to sign the treaty.", "sign", "subject", ["Pakistan"]),
        ("Peru was the first country to recognize Chile.", "recognize", "subject", ["Peru"]),
        ("Turkey was one of the first countries to recognize Kosovo.", "recognize", "subject", ["Turkey"]),
        ("Peru and Chile signed and ratified the treaty.", "signed", "object", ["treaty"]),
    ],
)
def test_a_verb_has_its_slots_said_or_unsaid(text: str, at: str, name: str, expected: list[str]) -> None:
    assert slot(text, at, name) == expected


@pytest.mark.parametrize(
    ("text", "at", "name", "expected"),
    [
        ("Chile's visit to Peru was short.", "visit", "owner", ["Chile"]),
        ("Chile's visit to Peru was short.", "visit", "to", ["Peru"]),
        ("The visit was short.", "visit", "owner", []),
        ("India held talks with Pakistan.", "talks", "support", ["India"]),
        ("India held talks with Pakistan.", "talks", "with", ["Pakistan"]),
        ("The talks held by India lasted.", "talks", "by", ["India"]),
        ("Peru, whose embassy stood in Santiago, spoke.", "embassy", "owner", ["Peru"]),
        ("The Chilean embassy stood in Lima.", "embassy", "modifier", ["Chilean"]),
    ],
)
def test_a_noun_borrows_the_slots_of_its_verb(text: str, at: str, name: str, expected: list[str]) -> None:
    assert slot(text, at, name) == expected


@pytest.mark.parametrize(
    ("text", "at", "passive"),
    [
        ("Kosovo was recognized by Turkey.", "recognized", True),
        ("The towns attacked by Ethiopia were empty.", "attacked", True),
        ("Turkey has recognized Kosovo.", "recognized", False),
        ("Turkey recognized Kosovo.", "recognized", False),
    ],
)
def test_in_a_passive_the_subject_is_the_object(text: str, at: str, passive: bool) -> None:
    assert is_passive(word(text, at)) is passive


@pytest.mark.parametrize(
    ("text", "at", "negated"),
    [
        ("Serbia did not recognize Kosovo.", "recognize", True),
        ("Serbia never recognized Kosovo.", "recognized", True),
        ("Peru signed no treaty.", "treaty", True),
        ("Serbia soon recognized Kosovo.", "recognized", False),
        ("Peru signed a treaty.", "treaty", False),
    ],
)
def test_a_denial_is_one_on_the_word_itself(text: str, at: str, negated: bool) -> None:
    assert is_negated(word(text, at)) is negated


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Serbia did not recognize Kosovo until 2013.", True),
        ("Serbia did not recognize Kosovo in 2013.", False),
        ("Serbia will recognize Kosovo until 2013.", False),
    ],
)
def test_only_a_denied_verb_has_its_until(text: str, expected: bool) -> None:
    assert until(word(text, "recognize")) is expected


@pytest.mark.parametrize(
    ("text", "at", "expected"),
    [
        ("India, Pakistan and Nepal met.", "India", ["India", "Pakistan", "Nepal"]),
        ("Peru and Chile signed a number of treaties.", "number", ["number", "treaties"]),
        ("Peru and Chile held ten days of talks.", "days", ["days", "talks"]),
        ("The prime minister of India spoke.", "minister", ["minister"]),
    ],
)
def test_what_is_joined_to_a_head_counts_with_it(text: str, at: str, expected: list[str]) -> None:
    assert [t.text for t in joined(word(text, at))] == expected


def test_the_core_of_a_phrase_leaves_out_clauses_and_what_is_joined() -> None:
    text = "The border treaty that Bolivia rejected and the pact of 1929 held."
    treaty = word(text, "treaty")
    assert {t.text for t in core(treaty)} == {"The", "border", "treaty"}
    assert {"pact", "1929"} <= {t.text for t in phrase(treaty)}
    assert "Bolivia" not in {t.text for t in phrase(treaty)}


@pytest.mark.parametrize(
    ("text", "at", "expected"),
    [
        ("India held talks.", "talks", ("held", True)),
        ("India spoke at the talks.", "talks", ("spoke", False)),
        ("India held ten days of talks.", "talks", ("held", True)),
        ("The end of the talks was near.", "talks", ("end", False)),
    ],
)
def test_a_noun_hangs_on_its_verb_or_on_another_noun(text: str, at: str, expected: tuple[str, bool]) -> None:
    above, direct = governor(word(text, at))
    assert (above.text if above is not None else None, direct) == expected


@pytest.mark.parametrize(
    ("text", "at", "form", "found"),
    [
        ("Serbia signed treaties.", "treaties", "treaty", True),
        ("Serbia signed treaties.", "signed", "sign", True),
        ("Serbia re‑opened the door.", "re‑opened", "re-open", True),
        ("According to Peru, Chile left.", "According", "accord", False),
    ],
)
def test_a_word_is_looked_up_under_its_forms(text: str, at: str, form: str, found: bool) -> None:
    assert (form in words(word(text, at))) is found


def test_whose_without_a_noun_before_it_stands_for_itself_and_ends() -> None:
    troops = word("Iran said whose troops attacked Iraq.", "troops")
    assert [t.text for t in noun_slots(troops)["owner"]] == ["whose"]


def test_one_of_the_first_to_do_something_did_it() -> None:
    text = "Ghana was one of the first countries to recognize the Yemen Arab Republic, doing so on 19 December 1962."
    assert [(sides(s), str(s.status)) for s in events(text) if s.kind == "recognition"] == [("GHA>YEM", "happened")]
