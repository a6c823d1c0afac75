import pytest

from detente.rules.commitments import Need, commitment_rules, tenure_rules


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("pledged to withdraw", "pledge"),
        ("promised on Monday to lift", "pledge"),
        ("made a commitment to reform", "pledge"),
        ("held out the prospect of opening", "pledge"),
        ("offered wider market access", "pledge"),
        ("agreed in principle to resume", "undertaking"),
        ("undertook to scrap", "undertaking"),
        ("commits the two parties not to complicate", "undertaking"),
        ("have decided to resume", "undertaking"),
        ("will hold a summit", "undertaking"),
        ("is aiming to become", "goal"),
        ("set a target of", "goal"),
        ("their aim was to", "goal"),
    ],
)
def test_promises_are_recognised_by_their_wording(words: str, kind: str) -> None:
    assert kind in {promise.kind for promise in commitment_rules().promises if promise.words.match(words)}


@pytest.mark.parametrize("words", ["met in Hanoi", "agreed with him", "committed the crime", "promised land", "plan"])
def test_other_wording_is_no_promise_without_more(words: str) -> None:
    assert [promise.kind for promise in commitment_rules().promises if promise.words.match(words) and promise.need is Need.NOTHING] == []


@pytest.mark.parametrize(
    ("words", "office"),
    [
        (", president", "president"),
        (" the US ambassador to Vietnam", "US ambassador to Vietnam"),
        (" prime minister of Ethiopia", "prime minister of Ethiopia"),
    ],
)
def test_an_office_is_read_with_what_it_is_over(words: str, office: str) -> None:
    match = tenure_rules().office.match(words)
    assert match is not None
    assert match.group("office") == office


def test_no_office_is_read_in_other_words() -> None:
    assert tenure_rules().office.match(" a carpenter") is None


def test_the_gate_lets_every_wording_through() -> None:
    gate = commitment_rules().gate
    examples = [
        "pledged to go",
        "made a vow to",
        "undertook to",
        "bound itself to",
        "will hold",
        "is due",
        "is aiming to",
        "their ambition is to",
        "offered free access",
    ]
    assert [words for words in examples if not any(piece in words for piece in gate)] == []
