from __future__ import annotations

import pytest

from detente.rules.actors import country_names
from detente.rules.files import read_csv
from detente.rules.outlets import FILE, home_of


@pytest.mark.parametrize(
    ("outlet", "home"),
    [
        ("Vietnam News Agency", "VNM"),
        ("https://www.bbc.co.uk/news", "GBR"),
        ("vietnamnews.vn", "VNM"),
        ("Ethiopian Herald", "ETH"),
        ("someone@mofa.go.kr", "KOR"),
        ("The Times", None),
        ("startup.io", None),
        ("China-Vietnam Review", None),
        ("", None),
        (None, None),
    ],
)
def test_where_an_outlet_is_at_home(outlet: str | None, home: str | None) -> None:
    assert home_of(outlet) == home


def test_every_domain_is_of_a_known_country() -> None:
    rows = list(read_csv(FILE))
    assert len({row["domain"] for row in rows}) == len(rows) > 190
    assert {row["country"] for row in rows} <= set(country_names())
