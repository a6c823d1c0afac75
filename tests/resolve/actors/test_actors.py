"""Who a mention stands for: one test for each named rule, and for where it must stay silent."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from detente.model.document import Document, PublishedBasis
from detente.model.edtf import Edtf
from detente.model.mention import ActorKind, ActorMention
from detente.pipeline.texts import actors


def read(text: str, published: str | None = None) -> dict[str, ActorMention]:
    """The last mention of each surface form."""
    date = Edtf.parse(published) if published else None
    basis = PublishedBasis.GIVEN if published else None
    document = Document(id="r", path=None, sha256="r", text=text, published=date, published_basis=basis)
    return {m.span.of(text): m for m in actors(document)}


def who(mention: ActorMention) -> list[tuple[str, str | None]]:
    return [(p.name, p.country) for p in mention.parties]


def test_an_office_without_a_name_is_whoever_held_it_on_the_document_s_day() -> None:
    text = "The Vietnamese prime minister landed in Washington."
    mention = read(text, "2017-05-30")["Vietnamese prime minister"]
    assert who(mention) == [("Nguyen Xuan Phuc", "VNM")]
    assert mention.rule == "office_table"
    assert read(text)["Vietnamese prime minister"].rule == "office"


def test_a_person_named_before_goes_before_the_table() -> None:
    text = "Acting Vietnamese Prime Minister Tran Van Binh spoke. The prime minister left."
    assert who(read(text, "2017-05-30")["prime minister"]) == [("Tran Van Binh", "VNM")]


def test_an_office_of_another_country_is_not_taken() -> None:
    text = "Greek Prime Minister Kyriakos Mitsotakis spoke. The Turkish prime minister did not."
    assert who(read(text)["Turkish prime minister"])[0][0] != "Kyriakos Mitsotakis"


def test_a_short_name_never_given_in_full_is_the_table_s_holder() -> None:
    text = "Russia said so. Putin said nothing of Ukraine, and Putin's aides left."
    assert who(read(text, "2022-03-01")["Putin"]) == [("Vladimir Putin", "RUS")]


def test_of_two_holders_of_a_name_the_one_of_the_day_counts() -> None:
    text = "President Bush of the United States flew to Mexico."
    assert who(read(text, "2001-02-16")["Bush"]) == [("George W. Bush", "USA")]
    assert who(read(text, "1990-11-26")["Bush"]) == [("George H. W. Bush", "USA")]
    assert who(read(text)["Bush"]) == [("Bush", "USA")]


def test_one_person_under_many_spellings() -> None:
    text = "Nguyễn Phú Trọng of Vietnam spoke. Nguyen Phu Trong left. Mr. Trong returned; Trọng said so."
    mentions = [m for m in actors(text) if m.kind == "person"]
    assert {m.parties[0].name for m in mentions} == {"Nguyễn Phú Trọng"}
    assert {m.parties[0].country for m in mentions} == {"VNM"}


def test_two_persons_of_one_family_name_stay_two() -> None:
    text = "McGeorge Bundy wrote to William Bundy."
    assert [m.parties[0].name for m in actors(text)] == ["McGeorge Bundy", "William Bundy"]


@pytest.mark.parametrize(
    ("text", "surface", "codes", "rule"),
    [
        ("Ties between Addis Ababa and Asmara froze. Both sides blamed a third.", "Both sides", {"ETH", "ERI"}, "pair_near"),
        (
            "Serbia spoke. Kosovo spoke. Rain fell. Snow fell. It was cold. The two countries met.",
            "two countries",
            {"SRB", "XKX"},
            "pair_dyad",
        ),
        ("Peru thanked Chile. The EU and Peru then signed. Both sides were pleased.", "Both sides", {"EU", "PER"}, "pair_near"),
    ],
)
def test_pairs(text: str, surface: str, codes: set[str], rule: str) -> None:
    mention = next(m for found, m in read(text).items() if found.endswith(surface))
    assert {p.country for p in mention.parties} == codes
    assert mention.rule == rule


def test_a_pair_without_two_countries_stays_open() -> None:
    assert read("Both sides agreed.")["Both sides"].parties == ()


def test_the_two_presidents_are_presidents() -> None:
    text = (
        "Serbian President Boris Tadić and his guest, Croatian President Ivo Josipović, met the singer Ana Lukić. The two presidents left."
    )
    mention = next(m for found, m in read(text).items() if found.endswith("two presidents"))
    assert who(mention) == [("Boris Tadić", "SRB"), ("Ivo Josipović", "HRV")]


def test_his_counterpart_is_named_or_of_the_other_country() -> None:
    named = "Turkish Foreign Minister Hakan Fidan met his counterpart Nikos Dendias in Greece."
    assert who(read(named)["his counterpart"])[0][0] == "Nikos Dendias"
    unnamed = "Turkey and Greece met. Turkish Foreign Minister Hakan Fidan thanked his counterpart."
    assert who(read(unnamed)["his counterpart"]) == [("Greece", "GRC")]


def test_the_former_and_the_latter() -> None:
    text = "Chile and Peru spoke. The former protested."
    assert who(read(text)["The former"]) == [("Chile", "CHL")]
    assert "the former" not in read("Chile thanked the former president of Peru.")


def test_a_pronoun_is_the_first_person_of_the_sentence_before() -> None:
    text = "Paul Kagame of Rwanda met Yoweri Museveni of Uganda. He spoke first."
    assert who(read(text)["He"]) == [("Paul Kagame", "RWA")]
    assert "He" not in read("He spoke first of Rwanda.")


def test_an_embassy_is_of_the_country_where_it_does_not_stand() -> None:
    text = "The United States and Cameroon agreed. The Embassy in Yaounde reopened."
    assert read(text)["Embassy"].parties[0].country == "USA"
    assert read("Cuba spoke. The Embassy closed.")["Embassy"].parties[0].country is None


def test_a_capital_of_the_same_name_elsewhere() -> None:
    assert "Tripoli" not in read("Lebanese troops entered Tripoli.")
    assert read("Libyan troops left Tripoli.")["Tripoli"].parties[0].country == "LBY"


def test_a_seat_of_a_former_state() -> None:
    assert read("The Soviet Union replied. Moscow refused.")["Moscow"].parties[0].country == "SUN"
    assert read("Russia replied. Moscow refused.")["Moscow"].parties[0].country == "RUS"


def test_an_office_that_one_country_words_so() -> None:
    text = "Ireland and Britain spoke. The Taoiseach and Home Secretary Amber Wexley met."
    found = read(text)
    assert found["Taoiseach"].parties[0].country == "IRL"
    assert found["Amber Wexley"].parties[0].country == "GBR"


def test_a_family_name_at_home_in_one_country_of_the_document() -> None:
    assert read("Vietnam and France agreed. Tran Van Binh signed.")["Tran Van Binh"].parties[0].country == "VNM"
    assert read("Kenya and France agreed. Tran Van Binh signed.")["Tran Van Binh"].parties[0].country is None


def test_nobody_is_given_a_country_that_nothing_tells() -> None:
    assert read("John Fairweather wrote to Peru and Chile.")["John Fairweather"].parties[0].country is None


def test_the_answer_does_not_hang_on_the_hash_seed() -> None:
    code = (
        "from detente.pipeline.texts import actors\n"
        "print(actors('Greek Prime Minister Kyriakos Mitsotakis met Erdogan in Ankara, Turkey. Both sides agreed. '"
        "'He and the Turkish leader left.'))"
    )
    said = {
        subprocess.run(
            [sys.executable, "-c", code], capture_output=True, text=True, check=True, env={**os.environ, "PYTHONHASHSEED": seed}
        ).stdout
        for seed in ("1", "2", "77")
    }
    assert len(said) == 1


@pytest.mark.parametrize("words", ["both sides ", "President ", "he said ", "Joe Biden and ", "Vietnam-US ", "the prime minister "])
def test_a_text_that_only_repeats_itself_is_read_to_its_end(words: str) -> None:
    """It would not end in a lifetime if a pattern backtracked; `make bench` shows how the time grows."""
    text = words * 4000
    assert all(mention.span.end <= len(text) for mention in actors(text))


def test_his_counterpart_is_the_one_person_named_in_that_office() -> None:
    text = "Foreign Minister Hakan Fidan of Turkey met Greek Foreign Minister Giorgos Gerapetritis. Fidan thanked his counterpart."
    assert who(read(text)["his counterpart"])[0][0] == "Giorgos Gerapetritis"


def test_a_counterpart_is_of_the_country_said_of_him() -> None:
    text = "President Kagame of Rwanda met President Museveni of Uganda in Kampala. His Kenyan counterpart stayed away."
    assert [code for _, code in who(read(text)["counterpart"])] == ["KEN"]


def test_a_first_name_alone_is_the_only_one_who_bears_it() -> None:
    read_ = read("President Saddam Hussein of Iraq invaded Kuwait in 1990. In 1991 Saddam withdrew.")
    assert who(read_["Saddam"]) == [("Saddam Hussein", "IRQ")]
    two = "President Hugo Chavez of Venezuela met Hugo Banzer of Bolivia. In 2001 Hugo spoke."
    assert who(read(two)["Hugo"])[0][0] == "Hugo"


@pytest.mark.parametrize(
    "text", ["McDonnell Douglas sold jets to Iran.", "Morrison-Knudsen built the port.", "He flew to Ho Chi Minh City from Hue."]
)
def test_a_firm_or_city_is_no_person(text: str) -> None:
    assert all(m.kind is not ActorKind.PERSON for m in read(text).values())
