"""Names that are no country's: by the word before or behind them, and by what the document says of their bearer elsewhere."""

from __future__ import annotations

import pytest

from detente.extract.actors import find_actors
from detente.extract.actors.scan import scan
from detente.model.document import Document
from detente.model.mention import ActorKind
from detente.rules.actors import Label, traps
from detente.segment.layout import segment


def document(text: str) -> Document:
    return Document(id="a", path=None, sha256="a", text=text)


def countries(text: str) -> list[str]:
    whole = document(text)
    return [p.country for m in find_actors(whole, segment(whole)) if m.kind is not ActorKind.PERSON for p in m.parties if p.country]


@pytest.mark.parametrize("head", traps()["of_country"])
def test_what_is_called_after_a_country_is_not_the_country(head: str) -> None:
    assert countries(f"Ships left the {head} of Guinea.") == []
    assert countries("Ships left the coast of Guinea.") == ["GIN"]


@pytest.mark.parametrize("head", traps()["of_capital"])
def test_what_is_called_after_a_capital_is_not_its_country(head: str) -> None:
    assert "TGO" not in countries(f"It cited the {head} of Lomé.")
    assert "TGO" in countries("It cited the government of Lomé.")


@pytest.mark.parametrize("word", traps()["before_country"])
def test_a_word_before_a_name_makes_it_another(word: str) -> None:
    assert countries(f"They saw {word} Malawi there.") == []
    assert countries("They saw all Malawi there.") == ["MWI"]


@pytest.mark.parametrize("word", traps()["after_country"])
def test_a_word_behind_a_name_makes_it_another(word: str) -> None:
    assert countries(f"They saw Malawi {word} there.") == []
    assert countries("They saw Malawi there.") == ["MWI"]


@pytest.mark.parametrize("word", traps()["after_money"])
def test_a_currency_is_no_country(word: str) -> None:
    assert countries(f"They paid in Malawian {word} there.") == []
    assert countries("They paid in Malawian goods there.") == ["MWI"]


@pytest.mark.parametrize("word", traps()["after_capital"])
def test_a_word_behind_a_capital_makes_it_a_thing_s(word: str) -> None:
    assert "TGO" not in countries(f"They praised the Lomé {word} there.")
    assert countries("They praised Lomé there.") == ["TGO"]


@pytest.mark.parametrize("word", traps()["after_language"])
def test_a_language_is_no_country(word: str) -> None:
    assert countries(f"He read the Polish {word} aloud.") == []
    assert countries("He read the Polish plan aloud.") == ["POL"]


@pytest.mark.parametrize("people", traps()["of_descent"])
def test_descent_is_no_country(people: str) -> None:
    assert countries(f"Greek-{people} wrote, and Polish {people} as well.") == []
    assert countries("The Greeks wrote.") == ["GRC"]


@pytest.mark.parametrize("province", [name for names in traps()["provinces"].values() for name in names])
def test_a_town_in_a_province_is_no_country(province: str) -> None:
    assert countries(f"She was born in Lebanon, {province}, in 1950.") == []
    assert countries("She was born in Lebanon, Syria or Iraq.") == ["LBN", "SYR", "IRQ"]


def test_a_capital_before_a_province_of_its_own_state_stays() -> None:
    assert countries("He flew to Washington, New York and Texas.") == ["USA"]
    assert countries("He flew to Ottawa, Ontario and Quebec.") == ["CAN"]
    assert countries("He flew to Paris, Ontario.") == []


def test_a_namesake_is_the_same_all_over_a_document() -> None:
    assert countries("Barbara Jordan spoke first. Jordan was cheered.") == []
    assert "JOR" in countries("Barbara Jordan flew to Amman. Jordan was cheered.")
    assert countries("The governor of Georgia lost. Georgia was quiet.") == []
    assert "GEO" in countries("He left Atlanta, Georgia, for Tbilisi. Georgia was quiet.")


@pytest.mark.parametrize("place", traps()["namesake_places"])
def test_a_preposition_says_nothing_of_a_place_of_two_countries(place: str) -> None:
    assert any(h.entry.label in (Label.NAME, Label.METONYM) for h in scan(document(f"They lived in {place}.")).hits)


def test_what_was_refused_is_no_part_of_a_person_s_name() -> None:
    whole = document("It allowed French Canadians to stay.")
    assert find_actors(whole, segment(whole)) == ()


@pytest.mark.parametrize("money", ["US $5 million", "Canadian $5 million", "US$5 million"])
def test_a_sign_of_money_makes_a_name_no_country(money: str) -> None:
    assert countries(f"The bill came to {money}.") == []


def test_whoever_stands_before_a_sum_is_no_money() -> None:
    assert countries("Norway lent Kenya $5 million.") == ["NOR", "KEN"]
