"""What the office-holder table and a name's own words tell of a country that the text does not state."""

from __future__ import annotations

from detente.resolve.actors.register import owner_of
from tests.resolve.actors.test_actors import read, who


def test_a_word_for_an_office_that_one_country_uses_tells_the_country() -> None:
    assert owner_of("Taoiseach", ()) == "IRL"
    assert owner_of("taoiseach", ("GBR",)) == "IRL"
    assert owner_of("Prime Minister", ("GBR",)) is None


def test_the_table_gives_a_family_name_its_full_name_in_its_holder_s_years() -> None:
    mention = read("Venezuela and Colombia argued. President Chavez of Venezuela spoke.", "2010-06-01")["Chavez"]
    assert who(mention) == [("Hugo Chávez", "VEN")]


def test_a_family_name_at_home_in_one_of_the_countries_tells_the_country() -> None:
    mention = read("Vietnam and Norway traded. Mr. Nguyen Van Quyet of the fish company spoke.")["Nguyen Van Quyet"]
    assert who(mention) == [("Nguyen Van Quyet", "VNM")]


def test_a_name_that_is_at_home_in_neither_stays_without_a_country() -> None:
    mention = read("Vietnam and Norway traded. Mr. Gareth Pugh of the fish company spoke.")["Gareth Pugh"]
    assert who(mention) == [("Gareth Pugh", None)]


def test_a_name_is_known_in_other_spellings() -> None:
    old = read("Chou En-lai received the envoy of Mali.", "1964-02-01")["Chou En-lai"]
    assert who(old) == [("Chou En-lai", "CHN")]
    long = read("Anthony C. L. Blair spoke in Mali.", "2001-02-01")["Anthony C. L. Blair"]
    assert who(long) == [("Anthony C. L. Blair", "GBR")]


def test_a_family_name_alone_means_nobody_of_long_ago() -> None:
    mention = read("Mr. Polk of the shipping office spoke in Mali.", "1984-02-01")["Polk"]
    assert who(mention) == [("Polk", None)]
