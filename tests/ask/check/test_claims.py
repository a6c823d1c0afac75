from __future__ import annotations

import pytest

from detente.ask.check.claims import codes, find, year_in, year_of
from detente.model.edtf import Edtf
from tests.ask.check.conftest import article


@pytest.mark.parametrize(
    ("text", "kind", "quote"),
    [
        ("With all US presidents since the war, he came.", "every", "all US presidents since the war"),
        ("It marks 12 years of the Comprehensive Partnership and more.", "span", "12 years of the Comprehensive Partnership"),
        ("It marks 30 years of relations between Chad and Sudan.", "span", "30 years of relations between Chad and Sudan"),
        ("He came for the third time since 2010.", "ordinal", "for the third time since 2010"),
        ("It was his second visit.", "ordinal", "his second visit"),
        ("It is the largest deal ever signed.", "superlative", "the largest deal ever"),
        ("Chad is one of Sudan's main trading partners.", "superlative", "one of Sudan's main trading partners"),
        ("Trade has more than doubled since 2010.", "change", "has more than doubled since 2010"),
        ("Trade has grown five-fold since 2010.", "change", "grown five-fold since 2010"),
        ("She is the first leader to visit Asmara.", "first", "the first leader to visit Asmara"),
    ],
)
def test_a_claim_is_found_by_its_wording(text: str, kind: str, quote: str) -> None:
    (claim,) = find(article(text))
    assert (claim.kind, claim.span.of(text)) == (kind, quote)


@pytest.mark.parametrize(
    "text",
    [
        "It took two years.",
        "All parties agreed.",
        "In the first half he left.",
        "His second wife came.",
        "Most trade is in oil.",
        "Time passed.",
    ],
)
def test_other_words_are_no_claim(text: str) -> None:
    assert list(find(article(text))) == []


def test_long_texts_without_claims_cost_no_time() -> None:
    assert list(find(article("all the first of the years since his " * 2000))) is not None


def test_parts_of_wording() -> None:
    assert codes("Vietnam-China ties and ASEAN") == {"VNM", "CHN", "ASEAN"}
    assert (year_in("since 1995"), year_in("since then")) == (1995, None)
    assert (year_of(Edtf.parse("1995-07")), year_of(Edtf.parse("1995/1996")), year_of(None)) == (1995, None, None)
