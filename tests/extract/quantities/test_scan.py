from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.extract.marked import quantities, reading

MONEY = [
    ("Ethiopia paid 6,000 million birr.", "6,000 million birr", 6e9, "ETB", "="),
    ("It is worth 1.2 trillion yen.", "1.2 trillion yen", 1.2e12, "JPY", "="),
    ("Poland spent 12 bn zlotys on roads.", "12 bn zlotys", 12e9, "PLN", "="),
    ("India lent 4.5 lakh crore rupees.", "4.5 lakh crore rupees", 4.5e12, "INR", "="),
    ("Delhi set aside Rs 500 crore.", "Rs 500 crore", 5e9, "INR", "="),
    ("Kuala Lumpur put in RM5bn.", "RM5bn", 5e9, "MYR", "="),
    ("Canberra gave A$16.9 million.", "A$16.9 million", 16.9e6, "AUD", "="),
    ("Taipei spent NT$2 billion.", "NT$2 billion", 2e9, "TWD", "="),
    ("Brasilia paid R$ 30 billion.", "R$ 30 billion", 30e9, "BRL", "="),
    ("It came to US$10bn.", "US$10bn", 10e9, "USD", "="),
    ("It came to USD 175.6 billion.", "USD 175.6 billion", 175.6e9, "USD", "="),
    ("Trade of 175,6 billion dollars was reported.", "175,6 billion dollars", 175.6e9, "USD", "="),
    ("A deal of 12.000.000 lira was struck.", "12.000.000 lira", 12e6, "TRY", "="),
    ("They owe some £100 billion.", "some £100 billion", 100e9, "GBP", "~"),
    ("A 30-billion-yen line is planned.", "30-billion-yen", 30e9, "JPY", "="),
    ("Seoul paid 1 billion won.", "1 billion won", 1e9, "KRW", "="),
    ("Kyiv borrowed 3 billion hryvnias.", "3 billion hryvnias", 3e9, "UAH", "="),
    ("Oslo gave 50 million Norwegian kroner.", "50 million Norwegian kroner", 50e6, "NOK", "="),
    ("Moscow lent 2 billion roubles.", "2 billion roubles", 2e9, "RUB", "="),
    ("Dakar got 40 billion CFA francs.", "40 billion CFA francs", 40e9, "XOF", "="),
    ("Tehran asked for half a million rials.", "half a million rials", 5e5, "IRR", "="),
    ("They paid 10 million € in advance.", "10 million €", 10e6, "EUR", "="),
    ("Reparations of 132 billion gold marks were set.", "132 billion gold marks", 132e9, "marks", "="),
]

COUNTS = [
    ("Two and a half million tourists came.", "Two and a half million tourists", 2.5e6, "tourists", "="),
    ("Half a million Germans came.", "Half a million Germans", 5e5, "people", "="),
    ("A million and a half people fled.", "A million and a half people", 1.5e6, "people", "="),
    ("One hundred and twenty thousand troops left.", "One hundred and twenty thousand troops", 120_000, "troops", "="),
    ("Some 1 700 soldiers stayed.", "Some 1 700 soldiers", 1700, "soldiers", "~"),
    ("He freed three former Cuban agents.", "three former Cuban agents", 3, "agents", "="),
    ("They held five of our compatriots.", "five of our compatriots", 5, "compatriots", "="),
    ("They saw 36 cooperation documents.", "36 cooperation documents", 36, "documents", "="),
    ("There were 2.5m visitors.", "2.5m visitors", 2.5e6, "visitors", "="),
    ("Roughly 2.58 million South Koreans travelled.", "Roughly 2.58 million South Koreans", 2.58e6, "people", "~"),
    ("30 Japanese visitors came.", "30 Japanese visitors", 30, "visitors", "="),
    ("No fewer than 12,000 troops remain.", "No fewer than 12,000 troops", 12_000, "troops", ">="),
    ("30,000+ students enrolled.", "30,000+ students", 30_000, "students", ">="),
    ("It needs 3.5 million tons of rice.", "3.5 million tons", 3.5e6, "tonnes", "="),
    ("A line of 600 MW is built.", "600 MW", 600, "MW", "="),
]

BOUNDS = [
    ("It is nearly 150 billion USD.", "nearly 150 billion USD", 150e9, "USD", "~<"),
    ("It is close to $8 billion.", "close to $8 billion", 8e9, "USD", "~<"),
    ("It is just over $24bn.", "just over $24bn", 24e9, "USD", "~>"),
    ("It texceeded 134 billion US dollars.", "texceeded 134 billion US dollars", 134e9, "USD", ">"),
    ("It is the first to surpass the 100 billion US dollars mark.", "surpass the 100 billion US dollars", 100e9, "USD", ">"),
    ("It passed €3bn.", "passed €3bn", 3e9, "EUR", ">"),
    ("It is under 5 million dollars.", "under 5 million dollars", 5e6, "USD", "<"),
    ("Up to 300 troops left.", "Up to 300 troops", 300, "troops", "<="),
    ("It took an estimated 90 million dollars.", "an estimated 90 million dollars", 90e6, "USD", "~"),
    ("It took 10 million dollars or more.", "10 million dollars or more", 10e6, "USD", ">="),
]

SHARES = [
    ("Growth of 5.5 per cent was seen.", "5.5 per cent", 5.5, "percent", "="),
    ("It fell by -3.2 per cent.", "-3.2 per cent", -3.2, "percent", "="),
    ("Nearly a third of all arrivals were Korean.", "Nearly a third", 33.3, "percent", "~<"),
    ("One in five exports goes there.", "One in five", 20, "percent", "="),
    ("Trade fell by a third in June.", "a third", 33.3, "percent", "="),
    ("About a fifth of the trade is gas.", "About a fifth", 20, "percent", "~"),
    ("Trade rose 90-fold.", "90-fold", 90, "times", "="),
    ("Trade more than doubled.", "more than doubled", 2, "times", ">"),
    ("It ranks 11th among 140 countries and territories.", "ranks 11th among 140 countries and territories", 11, "rank", "="),
    ("It is an economy in the Top 20 globally.", "Top 20", 20, "rank", "<="),
    ("It is its third-largest trading partner.", "third-largest trading partner", 3, "rank", "="),
    ("It is its largest trading partner.", "largest trading partner", 1, "rank", "="),
]


@pytest.mark.parametrize(("sentence", "words", "value", "unit", "bound"), [*MONEY, *COUNTS, *BOUNDS, *SHARES])
def test_a_quantity_has_its_value_unit_and_bound(sentence: str, words: str, value: float, unit: str, bound: str) -> None:
    ((found, number, of, how),) = quantities(sentence)
    assert (found, of, how) == (words, unit, bound)
    assert number == pytest.approx(value)


@pytest.mark.parametrize(
    "sentence",
    [
        "Article 5 of Resolution 2231 was quoted.",
        "They met at 10 Downing Street.",
        "Flight 370 left Gate 12.",
        "The goods were packed by a third party.",
        "A 21-gun salute was fired.",
        "The 26-year journey went on.",
        "He flew an F-16 and a Su-30 over the 5G mast.",
        "They drew 2–0.",
        "He was aged 34.",
        "In 1979 Vietnamese forces crossed the river.",
        "Since 2017 Turkish firms have built it.",
        "Several dozen died.",
        "The Group of 20 met.",
        "One side agreed.",
        "The quake of magnitude 7.6 killed many.",
        "It is one of its largest trading partners.",
        "It was nineteen ninety-five.",
        "The post stands 500m from the border.",
        "He waited 45 minutes and two days.",
    ],
)
def test_labels_years_ages_scores_and_durations_are_no_quantities(sentence: str) -> None:
    assert quantities(sentence) == []


def test_numbers_that_are_part_of_a_time_are_none() -> None:
    assert quantities("On {2023-12-12|12 December 2023} they signed 36 documents.") == [("36 documents", 36, "documents", "=")]


def test_a_range_keeps_both_ends() -> None:
    found = reading("Between 3 and 4 million refugees fled, fifteen to sixteen thousand men died, growth was 3-4 per cent.").quantities
    assert [(q.value, q.upper) for q in found] == [(3e6, 4e6), (15_000, 16_000), (3, 4)]


def test_from_and_to_are_two_figures_that_share_scale_and_unit() -> None:
    assert [(value, unit) for _, value, unit, _ in quantities("It rose from 3 to 4 million dollars.")] == [(3e6, "USD"), (4e6, "USD")]


@pytest.mark.parametrize(
    ("sentence", "unit"),
    [
        ("Mexico paid 10 million pesos.", "MXN"),
        ("Manila paid 10 million pesos to the Philippine fleet.", "PHP"),
        ("Belgrade paid 1,000,000 dinars.", "RSD"),
        ("Amman paid 1,000,000 dinars.", "JOD"),
        ("Islamabad spent 3 billion rupees.", "PKR"),
        ("Rabat spent 3 billion dirhams.", "MAD"),
        ("Cairo spent 3 billion pounds.", "EGP"),
        ("Of the C$3 billion, $2 billion went to Canadian dollar bonds.", "CAD"),
        ("Someone paid 10 million pesos.", "pesos"),
    ],
)
def test_a_contested_word_is_the_money_of_the_country_that_the_document_names(sentence: str, unit: str) -> None:
    assert quantities(sentence)[-1][2] == unit


def test_a_converted_sum_is_two_quantities() -> None:
    assert [unit for _, _, unit, _ in quantities("It is worth £100 billion (€120 billion).")] == ["GBP", "EUR"]


@given(st.text())
def test_no_text_raises_and_every_quantity_is_in_it(text: str) -> None:
    plain = text.replace("[", "").replace("{", "")
    whole = reading(plain)
    assert all(quantity.span.of(whole.document.text) for quantity in whole.quantities)
    assert list(whole.quantities) == sorted(whole.quantities, key=lambda q: q.span)


MIXED = re.findall(
    r"\S+",
    "nearly 3 million - to $ € 12,5 % and one half hundred . , 1995 rank top 20th of (",
)


@given(st.lists(st.sampled_from(MIXED), max_size=30))
def test_no_mixture_of_number_words_raises(words: list[str]) -> None:
    whole = reading(" ".join(words) or "x")
    assert all(a.span.end <= b.span.start for a, b in zip(whole.quantities, whole.quantities[1:], strict=False))
