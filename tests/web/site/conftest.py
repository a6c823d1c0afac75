"""A record with history and hostile words in it, published once for all tests that only read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from detente.ask import open_record
from detente.model.reading import Extraction
from detente.store.base import Record
from detente.web.site.build import Wishes, build_site
from tests.ask.conftest import JANUARY, MARCH, history, wire
from tests.factory import document, extraction, keep, statement
from tests.publish.attacks import ATTACKS

BASE = "https://example.org/horn/"
LATE = "2024-05-01T06:00:00Z"
LONG = (
    "On 8 September 2018 the two governments opened the road to Zalambessa again, and "
    + "lorries with cement and teff " * 20
    + "crossed it"
)


def hostile(number: int, attack: str) -> Extraction:
    """A document whose every word is an attack: its name, its title, whom and what it names."""
    words = attack.strip() or "nothing"
    doc = document(f"A note.\n{words} signed it.\nThe end of {number}.\n", f"in/{number} {words}.txt", "2019-03-04", words)
    return extraction(
        doc,
        statement(
            doc,
            f"{words} signed it",
            "agreement_signed",
            "ERI,ETH",
            f"20{number % 20:02d}-03-0{number % 9 + 1}",
            persons=[f"{words.replace('/', '')}/ETH"],
            places=[words],
            object=f"{words} pact {number}",
            plover="AGREE" if number % 2 else "COOPERATE",
        ),
    )


def long() -> Extraction:
    """A document with a quote that is longer than may be published."""
    doc = document(f"{LONG}.\nNobody else says so.\n", "folder/of/ours/roads.txt", "2018-09-10", "Roads")
    return extraction(doc, statement(doc, LONG, "border_opened", "ERI,ETH", "2018-09-08"))


@pytest.fixture(scope="session")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The record's file."""
    taken = [(history(), JANUARY), (wire(), MARCH), (long(), MARCH)]
    taken += [(hostile(number, attack), LATE) for number, attack in enumerate(ATTACKS)]
    return keep(tmp_path_factory.mktemp("kept") / "r.detente", ("ERI", "ETH"), *taken)


@pytest.fixture
def opened(kept: Path) -> Iterator[Record]:
    """The record, to be read."""
    with open_record(kept) as record:
        yield record


@pytest.fixture(scope="session")
def site(kept: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a site with everything on it."""
    folder = tmp_path_factory.mktemp("published") / "site"
    with open_record(kept) as record:
        build_site(record, folder, Wishes(base=BASE, licence="CC BY 4.0", publisher="Institute & Sons"))
    return folder
