"""The table of office holders as it is derived: names without titles, offices by wording, unbroken tenures as one row."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest


@pytest.fixture(scope="module")
def derive() -> ModuleType:
    path = Path(__file__).parents[2] / "tools" / "derive_offices.py"
    spec = importlib.util.spec_from_file_location("derive_offices", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(
    ("text", "name", "short"),
    [
        ("President Joseph R. BIDEN, Jr. (since 20 January 2021)", "Joseph R. Biden", "Biden"),
        ("Lt. Col. Paul-Henri Sandaogo DAMIBA", "Paul-Henri Sandaogo Damiba", "Damiba"),
        ("President NGUYEN Phu Trong", "Nguyen Phu Trong", "Nguyen"),
        ("Prime Minister Andrew HOLNESS", "Andrew Holness", "Holness"),
    ],
)
def test_a_holder_without_titles(derive: ModuleType, text: str, name: str, short: str) -> None:
    assert derive.holder_name(text) == (name, short)


def test_an_empty_seat_has_no_holder(derive: ModuleType) -> None:
    assert derive.holder_name("Ambassador (vacant); Charge d'Affaires Mounir KOUDMANI") is None


def test_countries_by_name_and_by_slug(derive: ModuleType) -> None:
    assert derive.country_code("Cote d'Ivoire") == "CIV"
    assert derive.country_code("south-sudan") == "SSD"
    assert derive.country_code("korea") == "KOR"
    assert derive.country_code("Akrotiri") is None
    assert derive.country_code(None) is None


def test_days(derive: ModuleType) -> None:
    assert derive.full_day("2015", True) == "2015-01-01"
    assert derive.full_day("2015", False) == "2015-12-31"
    assert derive.full_day("2015-04", True) == "2015-04-01"
    assert derive.full_day("", False) == ""


def test_unbroken_tenures_become_one_row(derive: ModuleType) -> None:
    rows = [
        ("ARM", "prime_minister", "Nikol Pashinyan", "Pashinyan", "2018-05-08", "2021-08-02", "factbook"),
        ("ARM", "prime_minister", "Nikol Pashinyan", "Pashinyan", "2021-08-02", "", "factbook"),
        ("AUS", "prime_minister", "Anthony Albanese", "Albanese", "2022-05-23", "", "factbook"),
    ]
    assert [(r[0], r[4], r[5]) for r in derive.joined(rows)] == [("ARM", "2018-05-08", ""), ("AUS", "2022-05-23", "")]
