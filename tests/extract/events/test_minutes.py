"""The head of a letter or of minutes tells who met or wrote, where and on which day, and nothing where it does not say so."""

from __future__ import annotations

import pytest

from tests.extract.events.told import events, told


def paper(*lines: str) -> str:
    """A paper of these paragraphs."""
    return "\n\n".join(lines)


DYADS = [
    (
        paper(
            "Memorandum of Conversation",
            "New Delhi, March 4, 1965.",
            "PARTICIPANTS",
            "India",
            "Sardar Swaran Singh",
            "Mr. C.S. Jha",
            "Pakistan",
            "Mr. Arshad Husain",
            "SUBJECT",
            "The Rann of Kutch",
            "Mr. Jha spoke of the border at length and asked for patience.",
        ),
        ("meeting", "1965-03-04", "IND+PAK", "happened"),
    ),
    (
        paper(
            "Minutes of a Meeting",
            "Algiers, June 18, 2000",
            "PRESENT",
            "The Foreign Minister of Ethiopia",
            "The Foreign Minister of Eritrea",
            "The two sides went through the draft.",
        ),
        ("meeting", "2000-06-18", "ERI+ETH", "happened"),
    ),
    (
        paper(
            "3. Record of a Conversation",
            "Pristina, May 5, 2009.",
            "PARTICIPANTS:",
            "Serbian side:",
            "Mr. Goran Bogdanović",
            "For Kosovo:",
            "Mr. Hajredin Kuçi",
            "Mr. Kuçi: I want to speak of the north.",
        ),
        ("meeting", "2009-05-05", "SRB+XKX", "happened"),
    ),
    (
        paper(
            "Memorandum of a Telephone Conversation",
            "Lima, May 2, 1941, 10 a.m.",
            "PARTICIPANTS",
            "The Foreign Minister of Peru",
            "The Ambassador of Ecuador",
            "The minister asked about the frontier.",
        ),
        ("phone_call", "1941-05-02", "ECU+PER", "happened"),
    ),
    (
        paper(
            "7. Letter From Indian Prime Minister Nehru to Pakistani Prime Minister Bogra",
            "New Delhi, August 3, 1953.",
            "Dear Mr. Prime Minister: I have read your words.",
        ),
        ("letter", "1953-08-03", "IND>PAK", "happened"),
    ),
]
NOTHING = [
    paper(
        "Memorandum of Conversation",
        "New Delhi, March 4, 1965.",
        "PARTICIPANTS",
        "The Foreign Minister of India",
        "The Indian Ambassador to Pakistan",
        "The minister asked about the frontier.",
    ),
    paper("Memorandum of Conversation", "PARTICIPANTS", "The Foreign Minister of Peru", "The Ambassador of Ecuador", "The minister spoke."),
    paper(
        "Letter From the Ambassador in Peru (Solano) to the Director of Ecuadorian Affairs (Vega)",
        "Lima, May 2, 1941.",
        "Dear friend: I am well.",
    ),
    "The memorandum of conversation was lost in Lima on May 2, 1941. "
    "The Foreign Minister of Peru and the Ambassador of Ecuador looked for it.",
    "",
]


@pytest.mark.parametrize(("text", "expected"), DYADS)
def test_a_head_tells_who_met_or_wrote_and_when(text: str, expected: tuple[str, str, str, str]) -> None:
    assert expected in told(text)


@pytest.mark.parametrize("text", NOTHING)
def test_a_head_without_two_states_or_a_day_tells_nothing(text: str) -> None:
    assert not [s for s in events(text) if "/head" in s.rule]


def test_the_state_whose_paper_it_is_stands_for_those_whose_state_is_not_said() -> None:
    text = paper(
        "Memorandum of Conversation",
        "Lima, May 2, 1941.",
        "PARTICIPANTS",
        "The Ambassador of Ecuador",
        "The Secretary of War",
        "The Secretary said that Peru was patient. Peru would wait, and Peru wanted peace.",
    )
    heads = [s for s in events(text) if "/head" in s.rule]
    assert [(s.rule, sorted({p.party.country for p in s.source if p.party.country})) for s in heads] == [
        ("meeting/head+home", ["ECU", "PER"])
    ]


def test_the_first_line_and_the_day_are_the_quote_and_the_place_is_kept() -> None:
    statement = next(s for s in events(DYADS[1][0]) if "/head" in s.rule)
    assert (statement.quote, [p.name for p in statement.places]) == ("Minutes of a Meeting\n\nAlgiers, June 18, 2000", ["Algiers"])
