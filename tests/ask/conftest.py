"""A small record on Ethiopia and Eritrea that every question is put to."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from detente.ask import open_record
from detente.model.reading import Extraction
from detente.model.statement import FactKind
from detente.store.base import Record
from tests.factory import document, extraction, keep, statement

JANUARY, MARCH = "2024-01-10T08:00:00Z", "2024-03-10T08:00:00Z"

HISTORY = (
    "Ethiopia recognized Eritrea on 4 May 1993.\n"
    "In May 1998 relations were severed.\n"
    "On 9 July 2018 Abiy Ahmed and Isaias Afwerki signed the Joint Declaration in Asmara.\n"
    "Trade came to about 3 million dollars in 2019.\n"
    "Ethiopia pledged to leave Badme by the end of 2020 and to open a rail line by 2030.\n"
)
WIRE = (
    "ASMARA, July 10, 2018. Caf\u00e9 \U0001f600. "
    "Isaias Afwerki and the Ethiopian premier signed a Joint Declaration of Peace on 8 July 2018.\r\n"
    "Relations are restored from that day.\r\nTrade was 3.4 million dollars in 2019, Asmara's customs office says.\r\n"
)


def _money(value: float, bound: str) -> dict[str, Any]:
    return {"fact": FactKind.INDICATOR, "series": "bilateral trade turnover", "value": value, "unit": "USD", "bound": bound}


def history() -> Extraction:
    doc = document(HISTORY, "history.txt", "2021-02-03", "Two neighbours")
    promise: dict[str, Any] = {"fact": FactKind.COMMITMENT, "status": "planned"}
    return extraction(
        doc,
        statement(doc, "Ethiopia recognized Eritrea on 4 May 1993", "recognition", "ETH>ERI", "1993-05-04"),
        statement(doc, "In May 1998 relations were severed", "relations_severed", "ERI,ETH", "1998-05"),
        statement(
            doc,
            "On 9 July 2018 Abiy Ahmed and Isaias Afwerki signed the Joint Declaration in Asmara",
            "agreement_signed",
            "ERI,ETH",
            "2018-07-09",
            persons=["Abiy Ahmed/ETH", "Isaias Afwerki/ERI"],
            places=["Asmara"],
            object="Joint Declaration",
        ),
        statement(doc, "about 3 million dollars in 2019", "trade_turnover", "ERI,ETH", "2019", **_money(3e6, "~")),
        statement(
            doc,
            "pledged to leave Badme by the end of 2020",
            "pledge",
            "ETH>ERI",
            None,
            fact=FactKind.COMMITMENT,
            due="../2020",
            status="planned",
        ),
        statement(doc, "to open a rail line by 2030", "pledge", "ETH>ERI", due="../2030", **promise),
    )


def wire() -> Extraction:
    doc = document(WIRE, "wire.txt", "2018-07-10")
    return extraction(
        doc,
        statement(
            doc,
            "Isaias Afwerki and the Ethiopian premier signed a Joint Declaration of Peace on 8 July 2018",
            "agreement_signed",
            "ERI,ETH",
            "2018-07-08",
            persons=["Isaias Afwerki/ERI"],
            object="Joint Declaration of Peace",
        ),
        statement(doc, "Relations are restored", "relations_restored", "ERI,ETH", "2018-07-08", basis="narrative"),
        statement(
            doc,
            "3.4 million dollars in 2019",
            "trade_turnover",
            "ERI,ETH",
            "2019",
            reporter="customs",
            **_money(3.4e6, "="),
        ),
    )


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """The history came in January, the wire story in March."""
    return keep(tmp_path / "r.detente", ("ERI", "ETH"), (history(), JANUARY), (wire(), MARCH))


@pytest.fixture
def record(path: Path) -> Iterator[Record]:
    with open_record(path) as held:
        yield held
