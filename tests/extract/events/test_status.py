"""Calls, plans, conditions and refusals are not the deed: an event's status is what the text itself says of it."""

from __future__ import annotations

import pytest

from tests.extract.events.told import events, told

DENIED = [
    ("Serbia never recognized Kosovo.", "recognition"),
    ("Serbia refused to recognize Kosovo in February 2008.", "recognition"),
    ("Ethiopia and Eritrea failed to sign the agreement in 2000.", "agreement_signed"),
    ("The summit between India and Pakistan was called off in August 2014.", "summit"),
    ("Talks between India and Pakistan were postponed in January 2016.", "talks_held"),
    ("The talks between India and Pakistan failed to take place.", "talks_held"),
    ("The visit of President Boric of Chile to Peru was put off.", "visit"),
    ("Peru and Chile signed no treaty in 1926.", "agreement_signed"),
    ("Neither Ethiopia nor Eritrea signed the agreement.", "agreement_signed"),
    ("No agreement was signed by Peru and Chile in 1926.", "agreement_signed"),
    ("Pakistan denied that it had attacked India in 2008.", "attack"),
    ("Eritrea's refusal to sign the agreement with Ethiopia surprised the mediators.", "agreement_signed"),
    ("Chile did not withdraw its ambassador from Peru.", "ambassador_recalled"),
    ("Talks between Serbia and Kosovo were not held in 2021.", "talks_held"),
    ("Serbia and Kosovo nearly signed an agreement in 2018.", "agreement_signed"),
    ("Peru left without signing a treaty with Chile.", "agreement_signed"),
    ("Instead of attacking Pakistan, India talked.", "attack"),
    ("India refrained from attacking Pakistan.", "attack"),
    ("Ethiopia said it had no plans to attack Eritrea.", "attack"),
    ("India has yet to sign the treaty with Pakistan.", "agreement_signed"),
    ("Ethiopia attacked neither Eritrea nor Sudan.", "attack"),
    ("Before Peru could recognize Chile, war broke out.", "recognition"),
    ("The king of Peru died before he could sign a treaty with Chile.", "agreement_signed"),
    ("Peru's efforts to sign a treaty with Chile failed.", "agreement_signed"),
    ("Peru withheld recognition from Chile.", "recognition"),
    ("Peru foiled an attack by Chile.", "attack"),
    ("Chile failed to persuade Peru to recognize Bolivia.", "recognition"),
]
HYPOTHETICAL = [
    ("If Serbia recognizes Kosovo, Brussels will open the door.", "recognition"),
    ("Unless Ethiopia and Eritrea sign the agreement, the border stays closed.", "agreement_signed"),
    ("Should India invade Pakistan, Beijing would answer.", "attack"),
    ("India urged Pakistan to sign the treaty.", "agreement_signed"),
    ("India demanded that Pakistan sign the treaty.", "agreement_signed"),
    ("Kosovo called on Serbia to recognize it.", "recognition"),
    ("Peru and Chile could sign a treaty.", "agreement_signed"),
    ("Ethiopia threatened to attack Eritrea in 2020.", "attack"),
    ("Eritrea warned of a possible attack by Ethiopia.", "attack"),
    ("Chile's willingness to sign a treaty with Peru was doubted.", "agreement_signed"),
    ("India did not rule out talks with Pakistan.", "talks_held"),
    ("Had India attacked Pakistan, war would have followed.", "attack"),
    ("Kenya and Somalia had little time to reach an agreement.", "agreement_signed"),
    ("The envoy begged Sudan to recognize Eritrea.", "recognition"),
    ("A clash between Chile and Peru loomed.", "clash"),
    ("King Haakon of Norway said that he would be happy to visit Finland.", "visit"),
    ("Officials of Ghana debated how to normalize relations with Togo.", "relations_normalized"),
    ("Ethiopia continued its quest to annex Eritrea.", "annexation"),
    ("Officials of Chile believed that Peru would recognize Bolivia.", "recognition"),
    ("The diplomats of Peru were permitted to open an embassy in Chile.", "mission_opened"),
    ("Chile was on the verge of attacking Peru.", "attack"),
    ("Rumours that Chile had attacked Peru were false.", "attack"),
    ("Did Peru recognize Chile?", "recognition"),
    ("It is time for Chile to recognize Peru.", "recognition"),
    ("Chile has the right to attack Peru.", "attack"),
    ("Chile sent a fleet to attack Peru.", "attack"),
    ("Chile would have attacked Peru.", "attack"),
    ("Chile suggested that Peru sign a treaty with Bolivia.", "agreement_signed"),
]
PLANNED = [
    ("Ethiopia will open an embassy in Eritrea.", "mission_opened"),
    ("Ethiopia is due to open an embassy in Eritrea.", "mission_opened"),
    ("Prime Minister Abiy of Ethiopia is scheduled to visit Eritrea.", "visit"),
    ("Peru said it would sign a treaty with Chile.", "agreement_signed"),
    ("The upcoming visit of President Boric of Chile to Peru was welcomed.", "visit"),
    ("India agreed to sign a treaty with Pakistan.", "agreement_signed"),
    ("A visit by President Boric of Chile to Peru is planned for May.", "visit"),
    ("PRISTINA, 6 May 2019 - Serbia and Kosovo sign an agreement on 12 June 2019.", "agreement_signed"),
    ("Sweden moved to sign a treaty with Finland.", "agreement_signed"),
    ("Chile guaranteed that it would recognize Peru.", "recognition"),
    ("The treaty obliged Chile to withdraw its troops from Peru.", "forces_withdrawn"),
    ("Peru hoped to sign a treaty with Chile.", "agreement_signed"),
]
ONGOING = [
    ("India and Pakistan are holding talks in Lahore.", "talks_held"),
    ("Indian and Pakistani troops are fighting in Kashmir.", "clash"),
]
HAPPENED = [
    ("Serbia did not recognize Kosovo until 2013.", "recognition"),
    ("India did not fail to sign the treaty with Pakistan.", "agreement_signed"),
    ("Pakistan's attack on India in 1965 failed.", "attack"),
    ("The talks between Serbia and Kosovo failed in 2021.", "talks_held"),
    ("Peru was the first country to recognize Chile.", "recognition"),
    ("After Peru and Chile signed the treaty in 1929, no dispute arose.", "agreement_signed"),
    ("Peru avoided a war by signing a treaty with Chile.", "agreement_signed"),
    ("India had attacked Pakistan before winter came.", "attack"),
    ("India attacked nearly all Pakistani posts in 1971.", "attack"),
    ("Ethiopia managed to sign an agreement with Eritrea.", "agreement_signed"),
    ("Ethiopia attacked Eritrea although it had promised not to.", "attack"),
    ("PRISTINA, 6 May 2019 - Serbia and Kosovo signed an agreement on 3 May 2019.", "agreement_signed"),
    ("India and Pakistan met in Tashkent in January 1966 to discuss the border.", "talks_held"),
    ("President Kibaki of Kenya travelled to Kampala in May 2008 to meet President Museveni of Uganda.", "meeting"),
    ("The president of Peru went before the parliament to announce that he had severed relations with Chile.", "relations_severed"),
    ("Peru would later recognize Chile.", "recognition"),
    ("Japan succeeded in pressuring Korea into signing the treaty.", "agreement_signed"),
    ("Chile was able to reach an agreement with Peru.", "agreement_signed"),
    ("Chile voted to recognize Peru.", "recognition"),
    ("Chile used the canal to send troops to Peru.", "forces_deployed"),
    ("The blockade led Chile to sign a treaty with Peru.", "agreement_signed"),
    ("Iraq not only attacked Kuwait but annexed it.", "attack"),
    ("Not only had Iraq attacked Kuwait, it annexed it.", "attack"),
]
CASES = [
    (text, kind, status)
    for status, cases in (
        ("denied", DENIED),
        ("hypothetical", HYPOTHETICAL),
        ("planned", PLANNED),
        ("ongoing", ONGOING),
        ("happened", HAPPENED),
    )
    for text, kind in cases
]


@pytest.mark.parametrize(("text", "kind", "status"), CASES)
def test_an_event_has_the_status_that_its_text_gives_it(text: str, kind: str, status: str) -> None:
    assert [s for k, _, _, s in told(text) if k == kind] == [status]


@pytest.mark.parametrize(
    ("text", "kind", "status"),
    [
        ("A planned attack by Chad on Libya was stopped in May 1990.", "attack", "denied"),
        ("Chad's attack on Libya was stopped in May 1990.", "attack", "happened"),
        ("Chad abandoned plans to attack Libya in May 1990.", "attack", "denied"),
        ("Chad stopped short of attacking Libya in May 1990.", "attack", "denied"),
        ("Chad decided against sending troops to Libya.", "forces_deployed", "denied"),
        ("Chad ruled out attacking Libya.", "attack", "denied"),
        ("Chad did not rule out attacking Libya.", "attack", "hypothetical"),
        ("It is unlikely that Chad will recognize Libya.", "recognition", "hypothetical"),
        ("The visit of Chad's king to Libya in May 1990 failed to break the deadlock.", "visit", "happened"),
        ("The visit of Chad's king to Libya in May 1990 failed to take place.", "visit", "denied"),
        ("Chad refused to withdraw and began attacking Libya in May 1990.", "attack", "happened"),
        ("Chad came to Libya's help, attacking the rebels of Libya in May 1990.", "attack", "happened"),
    ],
)
def test_what_was_left_undone_or_given_up_was_not_done(text: str, kind: str, status: str) -> None:
    assert {str(s.status) for s in events(text) if s.kind == kind} == {status}


def test_what_someone_is_able_to_do_is_not_done() -> None:
    assert {s for k, _, _, s in told("Iran built rockets capable of attacking Saudi Arabia.") if k == "attack"} <= {"hypothetical"}
