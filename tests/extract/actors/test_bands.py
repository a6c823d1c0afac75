from __future__ import annotations

import pytest

from detente.model.mention import ActorKind
from detente.pipeline.texts import actors


def people(text: str) -> list[str]:
    return [m.span.of(text) for m in actors(text) if m.kind is ActorKind.PERSON]


@pytest.mark.parametrize(
    "text",
    [
        "A deal was made with Binh Xuyen. Binh Xuyen are well armed. Control of the police by Binh Xuyen is near.",
        "We do not admire Hoa Hao. Hoa Hao were beaten in May.",
        "Hoa Hao sects hold the west. He met Hoa Hao.",
    ],
)
def test_what_is_told_in_the_plural_is_no_person(text: str) -> None:
    assert people(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Richard Nixon and Henry Kissinger are in Paris.",
        "Lon Nol troops fled. Later Lon Nol spoke.",
        "President Idriss Déby of Chad spoke. Idriss Déby have left.",
        "The proposals of Walt Rostow have merit.",
        "Boris Johnson, Angela Merkel were there.",
    ],
)
def test_persons_stay_persons(text: str) -> None:
    assert people(text)
