import pytest

from detente.rules.register_names import known_as, may_be_of, party_of, titled


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Vietnam", "VNM"),
        ("VNM", "VNM"),
        ("Korea, South", "KOR"),
        ("China, People’s Republic of", "CHN"),
        ("Democratic Republic of the Congo (Zaire)", "COD"),
        ("Siam (Thailand)", "THA"),
        ("united-kingdom", "GBR"),
        ("south-vietnam-1975", "RVN"),
        ("The Gambia", "GMB"),
        ("Poland (government-in-exile)", "POL"),
        ("Atlantis", None),
        ("none", None),
        ("", None),
    ],
)
def test_parties_by_the_names_of_lists(name: str, code: str | None) -> None:
    assert party_of(name) == code


@pytest.mark.parametrize(
    ("text", "name", "office"),
    [
        ("Prime Minister Tran Van Huu", "Tran Van Huu", "Prime Minister"),
        ("Ambassador Ted G. OSIUS III", "Ted G. Osius III", "Ambassador"),
        ("President Tran Dai QUANG (since 2 April 2016)", "Tran Dai Quang", "President"),
        ("General Omar Torrijos Herrera", "Omar Torrijos Herrera", None),
        ("Acting President Vo Thi Anh XUAN; note", "Vo Thi Anh Xuan", "Acting President"),
        ("Valdas Adamkus", "Valdas Adamkus", None),
    ],
)
def test_persons_with_titles(text: str, name: str, office: str | None) -> None:
    person = titled(text)
    assert (person.name, person.office, person.vacant) == (name, office, False)


@pytest.mark.parametrize("text", ["ambassador (vacant)", "Ambassador (vacant); Chargé d’Affaires Christopher KLEIN", "President"])
def test_an_empty_seat_has_no_holder(text: str) -> None:
    assert titled(text).vacant


def test_a_person_is_known_by_the_name_that_other_texts_use() -> None:
    assert known_as("William J. Clinton", "President", "USA", "2000-11-16") == "Bill Clinton"
    assert known_as("Joseph R. Biden", "President", "USA", "2023-09-10") == "Joe Biden"


def test_a_register_that_names_another_than_the_holder_keeps_its_word() -> None:
    assert known_as("Nguyen Tan Dung", "Prime Minister", "VNM", "2022-05-12") == "Nguyen Tan Dung"
    assert known_as("Nobody Known", "Harbour Master", "ETH", "1999") == "Nobody Known"


def test_who_is_met_abroad_can_be_of_another_country() -> None:
    assert may_be_of("Margaret Thatcher", "Prime Minister", "GBR", "1984-01-15")
    assert not may_be_of("Hussein", "King", "GBR", "1994-04-25")
