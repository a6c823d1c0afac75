from __future__ import annotations

import detente
from detente.model.document import Document


def test_times_of_a_text() -> None:
    first, second = detente.times("They met on Tuesday, and again on 8 May 2019.", published="2019-05-03")
    assert (str(first.edtf), first.basis) == ("2019-04-30", "relative")
    assert str(second.edtf) == "2019-05-08"


def test_actors_of_a_text() -> None:
    found = detente.actors("Athens and Ankara agreed to talk.")
    assert [party.country for mention in found for party in mention.parties] == ["GRC", "TUR"]


def test_figures_of_a_text() -> None:
    (figure,) = detente.figures("Trade between Vietnam and the United States exceeded 90 billion USD in 2020.")
    assert (figure.value, figure.unit, figure.bound) == (90e9, "USD", ">")


def test_a_document_of_ones_own_is_taken_as_it_is() -> None:
    document = Document(id="mine", path=None, sha256="ab", text="They met in 1995.")
    assert detente.analyse(document).document.id == "mine"


def test_lone_surrogates_do_not_stop_it() -> None:
    assert detente.times("In 1995 \ud800.")[0].text == "1995"
