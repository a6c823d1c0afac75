from pathlib import Path

import pytest
import yaml

from detente.model.errors import DataError, UsageError
from detente.rules.codebook import codebook
from detente.rules.registers import TENURE, mapped_kind, parse_kind, register_kind, register_names, visit_words, words

KINDS = register_names()


def definition(**changes: object) -> str:
    whole: dict[str, object] = {
        "columns": {"who": "Guest", "from": "Country", "day": "Date"},
        "statements": [{"kind": "visit", "source": "from", "target": "ETH", "person": "who", "date": "day"}],
    }
    return yaml.safe_dump({**whole, **changes})


def test_the_shipped_kinds() -> None:
    assert KINDS == ("chiefs-of-mission", "office-holders", "travels", "visits")


@pytest.mark.parametrize("name", KINDS)
def test_every_shipped_kind_loads_and_names_kinds_of_the_codebook(name: str) -> None:
    kind = register_kind(name)
    assert kind.label
    assert kind.licence == "CC0"
    assert {rule.kind for rule in kind.statements} <= {*codebook().kinds, TENURE}


def test_a_kind_tells_of_finer_kinds_where_its_remarks_do() -> None:
    assert register_kind("visits").tells("state_visit")
    assert not register_kind("chiefs-of-mission").tells("state_visit")


def test_an_unknown_kind_is_refused_with_the_names_there_are() -> None:
    with pytest.raises(UsageError, match="visits"):
        register_kind("treaties")


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"columns": ["who"]}, "columns"),
        ({"statements": [{"source": "from"}]}, "kind"),
        ({"statements": [{"kind": "tea_party", "source": "from", "date": "day"}]}, "tea_party"),
        ({"statements": [{"kind": "visit", "date": "day"}]}, "source"),
        ({"statements": [{"kind": "visit", "source": "from"}]}, "no date"),
        ({"statements": [{"kind": "visit", "source": "land", "date": "day"}]}, "land is no column"),
        ({"statements": [{"kind": "visit", "source": "from", "date": "day", "colour": "red"}]}, "colour"),
        ({"scope": {"to": ["Ethiopia"]}}, "Ethiopia"),
        ({"xml": {"columns": {}}}, "row"),
    ],
)
def test_a_wrong_definition_is_refused_with_what_is_wrong(changes: dict[str, object], said: str) -> None:
    with pytest.raises(DataError, match=said):
        parse_kind("guests", definition(**changes))


def test_a_mapping_file_defines_a_kind(tmp_path: Path) -> None:
    place = tmp_path / "guests.yaml"
    place.write_text(definition(label="Guests of state"), encoding="utf-8")
    kind = mapped_kind("guests", place)
    assert (kind.label, kind.statements[0].target) == ("Guests of state", "ETH")


def test_a_mapping_file_that_is_none_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="cannot be read"):
        mapped_kind("guests", tmp_path / "none.yaml")
    (tmp_path / "bad.yaml").write_text("columns: [", encoding="utf-8")
    with pytest.raises(DataError, match=r"bad\.yaml"):
        mapped_kind("guests", tmp_path / "bad.yaml")


@pytest.mark.parametrize(
    ("remark", "kind"),
    [
        ("State Visit. Also visited Boston.", "state_visit"),
        ("Official Working Visit.", "working_visit"),
        ("Working visit", "working_visit"),
        ("Official visit to the Emperor.", "official_visit"),
        ("Private visit", None),
        ("Met the estate visitors.", None),
    ],
)
def test_what_a_remark_says_of_the_kind_of_visit(remark: str, kind: str | None) -> None:
    assert next((name for name, pattern in visit_words() if pattern.search(remark)), None) == kind


@pytest.mark.parametrize(
    ("remark", "title", "name"),
    [
        ("Accompanied President Carter.", "President", "Carter"),
        ("Met with officials and accompanied President George H.W. Bush to the summit", "President", "George H.W. Bush"),
        ("Accompanied Vice President Mondale", "Vice President", "Mondale"),
    ],
)
def test_in_whose_company_a_remark_says_that_a_journey_was_made(remark: str, title: str, name: str) -> None:
    match = words().company.search(remark)
    assert match is not None
    assert (match["title"], match["name"]) == (title, name)


@pytest.mark.parametrize("remark", ["Accompanied the President.", "Was received by President Ford.", "Accompanied by his wife."])
def test_what_tells_of_no_company(remark: str) -> None:
    assert words().company.search(remark) is None
