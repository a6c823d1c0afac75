"""Who did it to whom: named in the sentence, else added from the document by a rule, else nobody."""

from __future__ import annotations

import pytest

from detente.extract.events.sides import countries, is_state
from detente.model.mention import Party
from detente.model.span import Span
from detente.model.statement import Participant
from tests.extract.events.told import events, sides, told

ANDES = "Peru and Chile have been neighbours since 1821. "
HORN = "Ethiopia and Eritrea are neighbours. "
NAMED = [
    ("Ethiopia and Eritrea restored diplomatic relations in July 2018.", "relations_restored", "ERI+ETH"),
    ("Serbia and Kosovo held talks in Brussels in March 2011.", "talks_held", "SRB+XKX"),
    ("The foreign ministers of Ethiopia and Eritrea met in Asmara in July 2018.", "meeting", "ERI+ETH"),
    ("India expelled a Pakistani diplomat in 1991.", "diplomats_expelled", "IND>PAK"),
    ("A Pakistani diplomat was expelled by India in 1991.", "diplomats_expelled", "IND>PAK"),
    ("Peru suffered an attack by Chile in 1879.", "attack", "CHL>PER"),
    ("Pakistan's attack on India in 1965 failed.", "attack", "PAK>IND"),
    ("President Boric of Chile visited Lima in May 2022.", "visit", "CHL>PER"),
    ("Ethiopia opened its embassy in Asmara in July 2018.", "mission_opened", "ETH>ERI"),
    ("Ethiopia, which attacked Eritrea in 1998, recognized it in 1993.", "attack", "ETH>ERI"),
    ("Turkey was one of the first countries to recognize Kosovo.", "recognition", "TUR>XKX"),
    ("India and Pakistan attacked each other in 1965.", "attack", "IND+PAK"),
    ("Kosovo imposed tariffs on goods from Serbia and Bosnia in November 2018.", "tariff_imposed", "XKX>BIH+SRB"),
    ("The WTO signed an agreement with Peru in 1995.", "agreement_signed", "PER+WTO"),
    ("Students in Lima marched against Chile in May 2012.", "demonstration", "PER>CHL"),
    ("Ghana demanded that Nigeria accept the plan of Togo.", "demand", "GHA>NGA"),
    ("Students throughout Peru marched against Chile in May 2012.", "demonstration", "PER>CHL"),
    ("The government of Uganda arrested journalists in May 2012.", "arrest", "UGA"),
]
COMPLETED = [
    (ANDES + "Officials of both sides met in Lima in May 2012.", "meeting", "CHL+PER"),
    (ANDES + "They signed a treaty in 1929.", "agreement_signed", "CHL+PER"),
    (ANDES + "Diplomatic relations were severed in 1910.", "relations_severed", "CHL+PER"),
    (HORN + "Ethiopia signed a treaty in 1990.", "agreement_signed", "ERI+ETH"),
    ("India said it would sign a treaty with Pakistan.", "agreement_signed", "IND+PAK"),
    ("President Boric of Chile arrived in Lima in May 2022. The guest signed an agreement with Peru.", "agreement_signed", "CHL+PER"),
    ("India imposed sanctions on Pakistan in 1998. The sanctions were lifted in 2001.", "sanction_lifted", "IND>PAK"),
]
UNTOLD = [
    ("President Boric of Chile visited Santiago in May 2022.", "visit"),
    ("Negotiators of Chile and Peru returned to Geneva in May 2022.", "visit"),
    ("Officials of both sides met in Lima in May 2012.", "meeting"),
    ("Peru, Chile, Bolivia, Ecuador and Brazil share a continent. Diplomatic relations were severed in 1910.", "relations_severed"),
    ("India and Pakistan have been rivals since 1947. The NATO summit was held in May 2012.", "summit"),
    (ANDES + "Peru protested to Brazil, and fighting went on between the warlords.", "clash"),
    (ANDES + "Chile told Brazil of the note and imposed sanctions.", "sanction_imposed"),
    (ANDES + "Chile wanted to lift the embargo.", "sanction_lifted"),
    (HORN + "Rebels signed a treaty with Ethiopia in 1990.", "agreement_signed"),
    ("Rebels attacked Ethiopia in 1990.", "attack"),
    ("India imposed sanctions on Pakistan in 1998. The sanctions on Iran were lifted in 2001.", "sanction_lifted"),
]


@pytest.mark.parametrize(("text", "kind", "expected"), [*NAMED, *COMPLETED])
def test_an_event_has_its_parties(text: str, kind: str, expected: str) -> None:
    assert [sides(s) for s in events(text) if s.kind == kind] == [expected]


@pytest.mark.parametrize(("text", "kind"), UNTOLD)
def test_an_event_whose_parties_cannot_be_told_is_none(text: str, kind: str) -> None:
    assert kind not in {k for k, *_ in told(text)}


@pytest.mark.parametrize(
    ("text", "kind", "rule"),
    [
        (HORN + "Ethiopia signed a treaty in 1990.", "agreement_signed", "pair"),
        ("India imposed sanctions on Pakistan in 1998. The sanctions were lifted in 2001.", "sanction_lifted", "carried"),
    ],
)
def test_a_side_from_outside_the_sentence_is_marked_in_the_rule(text: str, kind: str, rule: str) -> None:
    (event,) = [s for s in events(text) if s.kind == kind]
    assert rule in event.rule.split("+")


def test_sides_that_the_sentence_names_need_no_rule() -> None:
    (event,) = events("Peru severed relations with Chile in 1879.")
    assert not {"pair", "carried"} & set(event.rule.split("+"))


@pytest.mark.parametrize(("code", "state"), [("PER", True), ("XKX", True), ("WTO", False), ("NATO", False), ("per", False), (None, False)])
def test_an_organisation_is_no_state(code: str | None, state: bool) -> None:
    assert is_state(code) is state


def test_whoever_has_no_country_counts_for_none() -> None:
    unknown, chilean = Participant(Party("Rebels", None), Span(0, 6)), Participant(Party("Gabriel Boric", "CHL"), Span(7, 12))
    assert countries([unknown, chilean]) == {"CHL"}


def test_violence_at_home_is_done_to_ones_own_people() -> None:
    (event,) = events("Kenyan soldiers bombed a village in Kenya.")
    assert [p.party.country for p in event.target] == ["KEN"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Chad and Libya attacked one another in May 1990.", "attack"),
        ("The presidents of Chad and Libya visited each other in May 1990.", "visit"),
        ("Chad and Libya accused each other of spying in May 1990.", "accusation"),
    ],
)
def test_what_is_done_to_each_other_is_done_both_ways(text: str, kind: str) -> None:
    assert [sides(s) for s in events(text) if s.kind == kind] == ["LBY+TCD"]


def test_another_one_is_not_one_another() -> None:
    assert [sides(s) for s in events("Chad attacked another town of Libya in May 1990.") if s.kind == "attack"] == ["TCD>LBY"]


LENDING = ("+pair", "+carried", "+part")


@pytest.mark.parametrize("text", [text for text, *_ in (*NAMED, *COMPLETED, *UNTOLD)])
def test_parties_that_the_sentence_does_not_name_come_with_the_rule_that_lent_them(text: str) -> None:
    for statement in events(text):
        begin = text.rfind(". ", 0, statement.span.start) + 1
        end = text.find(". ", statement.span.end)
        named = all(begin <= p.span.start < (end if end >= 0 else len(text)) for p in (*statement.source, *statement.target) if p.span)
        assert named or any(rule in statement.rule for rule in LENDING)
