"""The first credentials open a mission, and relations where nothing else began them."""

from __future__ import annotations

from tests.extract.events.told import events, sides

_BEGUN = "Oman and Kenya established diplomatic relations on 3 May 1976. "
_KNOWN = "Oman recognized Kenya on 12 December 1963. "


def found(text: str, kind: str) -> list[tuple[str, str]]:
    return [(s.date.edtf.text, sides(s)) for s in events(text) if s.kind == kind and s.date is not None]


def test_the_first_minister_opens_his_mission() -> None:
    text = "Oman's first minister to Kenya, Salim Haddad, presented his credentials on 4 June 1977."
    assert found(text, "mission_opened") == [("1977-06-04", "OMN>KEN")]


def test_credentials_soon_after_relations_began_open_the_mission() -> None:
    text = _BEGUN + "On 9 July 1976 Ambassador Salim Haddad of Oman presented his credentials to the President of Kenya."
    assert found(text, "mission_opened") == [("1976-07-09", "OMN>KEN")]


def test_credentials_years_later_open_nothing() -> None:
    text = _BEGUN + "On 9 July 1996 Ambassador Salim Haddad of Oman presented his credentials to the President of Kenya."
    assert found(text, "mission_opened") == []


def test_credentials_at_a_mission_told_before_open_nothing() -> None:
    text = (
        _BEGUN
        + "Oman opened an embassy in Nairobi on 1 June 1976. Oman's first ambassador to Kenya presented his credentials on 9 July 1976."
    )
    assert found(text, "mission_opened") == [("1976-06-01", "OMN>KEN")]


def test_an_ambassador_at_work_opens_nothing() -> None:
    assert (
        found("Ambassador Salim Haddad of Oman presented his credentials to the President of Kenya on 9 July 1996.", "mission_opened") == []
    )


def test_relations_begin_with_an_envoy_after_recognition() -> None:
    text = _KNOWN + "On 2 March 1964 the ambassador of Oman presented his credentials to the President of Kenya."
    assert found(text, "relations_established") == [("1964-03-02", "KEN+OMN")]


def test_relations_begin_with_an_embassy_after_recognition() -> None:
    text = _KNOWN + "Oman opened an embassy in Nairobi on 2 March 1964."
    assert found(text, "relations_established") == [("1964-03-02", "KEN+OMN")]


def test_relations_told_elsewhere_do_not_begin_again() -> None:
    text = _KNOWN + _BEGUN + "On 2 March 1977 the ambassador of Oman presented his credentials to the President of Kenya."
    assert found(text, "relations_established") == [("1976-05-03", "KEN+OMN")]


def test_a_consulate_begins_no_relations() -> None:
    assert found(_KNOWN + "Oman opened a consulate in Mombasa on 2 March 1964.", "relations_established") == []


def test_consular_posts_before_him_do_not_keep_a_minister_from_opening_his_legation() -> None:
    text = "Oman opened a consulate in Mombasa on 2 March 1964. Oman's first minister to Kenya presented his credentials on 9 July 1976."
    assert found(text, "mission_opened") == [("1964-03-02", "OMN>KEN"), ("1976-07-09", "OMN>KEN")]


def test_a_minister_who_comes_back_as_ambassador_raises_his_legation() -> None:
    text = "On 9 July 1976 Salim Haddad of Oman, who had been serving as Minister, presented his credentials as Ambassador to Kenya."
    assert found(text, "mission_elevated") == [("1976-07-09", "OMN>KEN")]


def test_relations_begin_with_an_accredited_envoy_after_recognition() -> None:
    text = _KNOWN + "On 2 March 1964 the ambassador of Oman to Uganda was accredited to Kenya."
    assert found(text, "relations_established") == [("1964-03-02", "KEN+OMN")]
