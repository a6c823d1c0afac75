"""Mentions as they are written: traps by their own texts, offices with what belongs to them, names, and whose spans they hold."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.extract.actors import find_actors
from detente.extract.actors.names import name_runs
from detente.extract.actors.offices import office_phrases
from detente.extract.actors.scan import scan
from detente.model.document import Document
from detente.model.mention import ActorKind, ActorMention
from detente.rules.actors import country_names, traps
from detente.segment.layout import segment


def document(text: str) -> Document:
    return Document(id="a", path=None, sha256="a", text=text)


def found(text: str) -> tuple[ActorMention, ...]:
    whole = document(text)
    return find_actors(whole, segment(whole))


def surfaces(text: str, kind: ActorKind | None = None) -> list[str]:
    return [m.span.of(text) for m in found(text) if kind is None or m.kind is kind]


TRAPS = [*traps()["phrases"], *traps()["contexts"]]


@pytest.mark.parametrize("rule", TRAPS, ids=[rule["must"] for rule in TRAPS])
def test_a_trap_refuses_its_text_and_lets_the_other_stand(rule: dict[str, object]) -> None:
    words = [str(w) for w in rule.get("refuse", rule.get("words"))]  # type: ignore[attr-defined]  # either key holds a list
    must, must_not = str(rule["must"]), str(rule["must_not"])
    caught = [w for w in words if re.search(rf"\b{re.escape(w)}\b", must)]
    assert caught, "the text to refuse holds none of the rule's words"
    names = set(country_names().values())
    for mention in found(must):
        assert not any(mention.span.of(must) in word for word in caught), must
    kept = found(must_not)
    assert kept or not any(name in must_not for name in names)


@pytest.mark.parametrize(
    ("text", "title", "country"),
    [
        ("the former US Deputy Secretary of State", "Deputy Secretary of State", "USA"),
        ("Vietnam's Minister of Foreign Affairs", "Minister of Foreign Affairs", "VNM"),
        ("the President of the Republic of Korea", "President of the Republic of Korea", "KOR"),
        ("the Eritrean foreign minister", "foreign minister", "ERI"),
        ("Deputy Minister of National Defense", "Deputy Minister of National Defense", None),
        (
            "the Assistant Secretary of State for East Asian and Pacific Affairs",
            "Assistant Secretary of State for East Asian and Pacific Affairs",
            None,
        ),
        ("Serbian Prime Minister", "Prime Minister", "SRB"),
    ],
)
def test_an_office_takes_its_grade_its_department_and_its_country(text: str, title: str, country: str | None) -> None:
    looked = scan(document(text))
    phrases = office_phrases(looked)
    assert len(phrases) == 1
    assert text[phrases[0].title : phrases[0].end] == title
    assert phrases[0].country == country


def test_an_envoy_is_of_one_country_and_at_another() -> None:
    text = "US Ambassador to Vietnam Marc Knapper spoke."
    person = next(m for m in found(text) if m.kind is ActorKind.PERSON)
    assert person.parties[0].country == "USA"
    assert person.parties[0].office == "Ambassador to Vietnam"
    assert "Vietnam" in surfaces(text)


def test_past_offices_and_titles_stay_with_the_name() -> None:
    text = "Former Taoiseach Bertie Ahern met Gen. Min Aung Hlaing and Dr. Salim Salim."
    people = {m.span.of(text): m for m in found(text) if m.kind is ActorKind.PERSON}
    assert people["Bertie Ahern"].parties[0].office == "Taoiseach"
    assert people["Min Aung Hlaing"].parties[0].sector == "MIL"
    assert "Salim Salim" in people


@pytest.mark.parametrize("title", ["H.E.", "H.E. Dr.", "Mr."])
def test_a_courtesy_title_is_no_part_of_the_name(title: str) -> None:
    assert "Park Jin" in surfaces(f"Foreign Minister {title} Park Jin of Korea flew home.", ActorKind.PERSON)


@pytest.mark.parametrize(
    "name",
    [
        "Nguyễn Thị Kim Ngân",
        "Park Geun-hye",
        "Xi Jinping",
        "Andrés Manuel López Obrador",
        "Ursula von der Leyen",
        "Osama bin Laden",
        "Abdel Fattah el-Sisi",
        "J. William Fulbright",
        "Charles de Gaulle",
        "George H. W. Bush",
    ],
)
def test_names_in_the_order_of_their_language(name: str) -> None:
    assert surfaces(f"They had met {name} the day before.", ActorKind.PERSON) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "The Central Committee met on Monday.",
        "Foreign Exchange Reserves Rose Sharply.",
        "The Strategic Dialogue Framework Agreement lapsed.",
    ],
)
def test_things_with_capitals_are_no_persons(text: str) -> None:
    assert surfaces(text, ActorKind.PERSON) == []


def test_a_bare_name_is_believed_by_its_uses() -> None:
    text = "Lansdow said the plan was sound. Others disagreed with Lansdow, and Lansdow's staff left."
    assert surfaces(text, ActorKind.PERSON) == ["Lansdow"] * 3
    assert surfaces("They crossed the Zambex at dawn and camped in Zambex.", ActorKind.PERSON) == []


def test_a_name_in_brackets_belongs_to_the_office_before_it() -> None:
    text = "Telegram from the Ambassador in France (Dillon) to the Department"
    person = next(m for m in found(text) if m.kind is ActorKind.PERSON)
    assert person.span.of(text) == "Dillon"
    assert person.parties[0].office == "Ambassador in France"


def test_the_office_that_acts_next_is_not_that_of_the_name_before() -> None:
    text = "After his talk with Mr. Piotr Nowak, the Under Secretary personally clarified the offer."
    (person,) = [m for m in found(text) if m.kind is ActorKind.PERSON and m.parties]
    assert person.parties[0].office is None
    told = "They met Piotr Nowak, the deputy prime minister, at noon."
    (other,) = [m for m in found(told) if m.kind is ActorKind.PERSON]
    assert other.parties[0].office == "deputy prime minister"


def test_a_capital_with_a_day_is_where_it_was_written() -> None:
    (place,) = found("Rabat, May 9, 1955.")
    assert place.rule == "locative"
    assert found("Rabat sent 9 men.")[0].rule == "metonym"


def test_plain_capitals_do_not_join_over_a_full_stop_or_a_paragraph() -> None:
    runs = [run.words for run in name_runs("He met Kofi Annan. Boutros Ghali left.\nMary Robinson came.", [])]
    assert runs == [("Kofi", "Annan"), ("Boutros", "Ghali"), ("Mary", "Robinson")]


def test_attributive_and_sector() -> None:
    text = "Egyptian police stopped Sudanese workers; the Vietnam-US relationship and US troops."
    by_text = {m.span.of(text): m for m in found(text)}
    assert by_text["Egyptian police"].parties[0].sector == "COP"
    assert by_text["Sudanese"].attributive
    assert by_text["Sudanese"].parties[0].sector == "CVL"
    assert by_text["Vietnam"].attributive
    assert by_text["US troops"].parties[0].sector == "MIL"


HOSTILE = st.text(
    alphabet=st.one_of(st.sampled_from("AaBbÉéđĐ .,'’-–\n\u00ad\u0301\u200bUSvon de Mr.KimXi2"), st.characters()),
    max_size=120,
)


@settings(max_examples=150, deadline=None)
@given(HOSTILE, st.sampled_from(["Hanoi and Washington", "President Nguyễn Phú Trọng", "🇻🇳 Việt Nam\r\n", "the two countries", "Gen. "]))
def test_any_text_is_read_and_every_mention_is_in_it(noise: str, words: str) -> None:
    text = noise + words + noise
    for mention in found(text):
        assert 0 <= mention.span.start < mention.span.end <= len(text)
        assert mention.full is None or (mention.full.contains(mention.span) and mention.full.end <= len(text))


@pytest.mark.parametrize(
    "text",
    [
        "Pfizer said it would send doses to Ghana.",
        "The planemaker Lorvik sold ten jets to Kenya. Lorvik said it was pleased with Kenya.",
        "Zandrell Corp built the port. Later Zandrell said its plant was safe.",
        "New York City-based lenders met Michigan Steel.",
    ],
)
def test_firms_and_towns_are_no_persons(text: str) -> None:
    assert surfaces(text, ActorKind.PERSON) == []


def test_a_name_beside_a_person_is_a_person() -> None:
    text = "It was signed by Micheál Martin and Oona Tavistock in Dublin."
    assert surfaces(text, ActorKind.PERSON) == ["Micheál Martin", "Oona Tavistock"]


def test_several_holders_share_their_countries_out() -> None:
    text = "The Serbian and Croatian presidents Boris Tadić and Ivo Josipović met."
    people = [m.parties[0] for m in found(text) if m.kind is ActorKind.PERSON]
    assert [(p.country, p.office) for p in people] == [("SRB", "president"), ("HRV", "president")]


@pytest.mark.parametrize(
    ("text", "persons"),
    [
        ("Albright opened a consulate in Ho Chi Minh City.", []),
        ("In March the Theodore Roosevelt lay off Da Nang.", []),
        ("The carrier Theodore Roosevelt lay off Da Nang.", []),
        ("In 1945 Ho Chi Minh declared independence.", ["Ho Chi Minh"]),
        ("In 1905 Theodore Roosevelt mediated.", ["Theodore Roosevelt"]),
    ],
)
def test_what_is_called_after_a_person_is_no_person(text: str, persons: list[str]) -> None:
    assert [name for name in surfaces(text, ActorKind.PERSON) if " " in name] == persons


def test_a_rank_that_begins_the_name_of_a_treaty_is_nobody() -> None:
    assert surfaces("Both signed the General Agreement on Tariffs.", ActorKind.OFFICE) == []
    assert surfaces("After lunch the General left.", ActorKind.OFFICE) == ["General"]
