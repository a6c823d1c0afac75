from __future__ import annotations

import random
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from detente.model.reading import Extraction
from detente.pipeline import reconciling
from detente.pipeline.reconciling import as_known, bring_up_to_date, differing, reconcile_record
from detente.reconcile.copies import sketch
from detente.store.base import FileEntry, Outcome, Record, TakenFile
from detente.store.sqlite import create_sqlite
from tests.factory import document, extraction, statement

DYAD = ("ERI", "ETH")
KINDS = ("visit", "official_visit", "meeting", "agreement_signed", "relations_restored", "accusation", "figure", "figure", "commitment")
DATES = (None, None, "2018", "2018-07", "2018-07-08", "2018-07-09", "2018-07-14/2018-07-16", "2018-09-16", "1998~", "1990/2015")
PEOPLE = ((), (), ("Isaias Afwerki",), ("Abiy Ahmed",), ("Abiy Ahmed", "Isaias Afwerki"), ("Afwerki",))
SIDES = ("ERI>ETH", "ETH>ERI", "ERI,ETH", "ETH>EGY")
QUOTES = ("one thing they said", "another thing they did", "a third thing they signed at last")
COPIED = "A long story that several papers printed word for word about what the two governments had said and done in that summer of talks."
TIMES = ("2024-01-01T00:00:00Z", "2024-02-01T00:00:00Z", "2024-03-01T00:00:00Z")


@st.composite
def stories(draw: st.DrawFn) -> list[tuple[Extraction, str]]:
    """Documents that often tell of the same things, some of them copies, with the time each came in."""
    found = []
    for number in range(draw(st.integers(2, 9))):
        told = COPIED if draw(st.booleans()) else " ".join(f"word{number}x{i}" for i in range(30))
        text = f"{number}: {', '.join(QUOTES)}. {told}"
        doc = document(text, f"{number}.txt", draw(st.sampled_from([None, "2018-10-01", "2018-07-20", "2024"])))
        said = []
        for quote in QUOTES:
            kind = draw(st.sampled_from(KINDS))
            more = {"series": "trade", "value": draw(st.sampled_from([3.0, 3.1, 450.0])), "unit": "USD"} if kind == "figure" else {}
            said.append(
                statement(
                    doc,
                    quote,
                    kind,
                    draw(st.sampled_from(SIDES)),
                    draw(st.sampled_from(DATES)),
                    persons=draw(st.sampled_from(PEOPLE)),
                    status=draw(st.sampled_from(["happened", "happened", "planned", "denied"])),
                    **more,
                )
            )
        found.append((extraction(doc, *said), draw(st.sampled_from(TIMES))))
    return found


def put(record: Record, extracted: Extraction, at: str) -> None:
    doc = extracted.document
    entry = FileEntry(doc.path or "", doc.sha256, "c1", Outcome.USED, documents=(doc.sha256,))
    record.put_file(TakenFile(entry, (extracted,), (sketch(doc.text),)), at)


def drop(record: Record, extracted: Extraction, at: str) -> None:
    record.put_file(TakenFile(FileEntry(extracted.document.path or "", None, "c1", Outcome.REFUSED, "gone", "-")), at)


def whole(folder: Path, given_stories: list[tuple[Extraction, str]], dropped: list[Extraction], end: str) -> str:
    with create_sqlite(folder / "whole.detente", DYAD) as record:
        for extracted, at in given_stories:
            put(record, extracted, at)
        for extracted in dropped:
            drop(record, extracted, end)
        bring_up_to_date(record, end, anew=True)
        facts, discrepancies, groups = reconcile_record(record, record.parties)
        assert tuple(record.facts()) == facts
        assert tuple(record.discrepancies()) == discrepancies
        assert record.groups() == tuple(groups)
        return record.digest()


@pytest.fixture
def piecemeal(monkeypatch: pytest.MonkeyPatch) -> None:
    """However much of so small a record is new, it is worked out piece by piece."""
    monkeypatch.setattr(reconciling, "MUCH", 1000)


@pytest.mark.usefixtures("piecemeal")
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(stories(), st.randoms(use_true_random=False))
def test_however_a_record_grew_and_shrank_it_equals_one_made_at_once(
    given_stories: list[tuple[Extraction, str]], chance: random.Random
) -> None:
    end = "2024-06-01T00:00:00Z"
    order = list(given_stories)
    chance.shuffle(order)
    dropped = [extracted for extracted, _ in order if chance.random() < 0.25]
    with TemporaryDirectory() as place:
        folder = Path(place)
        expected = whole(folder, given_stories, dropped, end)
        with create_sqlite(folder / "grown.detente", DYAD) as record:
            for extracted, at in order:
                put(record, extracted, at)
                if chance.random() < 0.6:
                    bring_up_to_date(record, at, anew=chance.random() < 0.1)
            bring_up_to_date(record, end)
            for extracted in dropped:
                drop(record, extracted, end)
                if chance.random() < 0.6:
                    bring_up_to_date(record, end)
            bring_up_to_date(record, end)
            assert record.digest() == expected
            assert not bring_up_to_date(record, end)


@pytest.mark.usefixtures("piecemeal")
@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(stories(), st.randoms(use_true_random=False))
def test_what_was_known_on_a_day_is_the_same_whatever_came_after(
    given_stories: list[tuple[Extraction, str]], chance: random.Random
) -> None:
    """And what is worked out of the changes alone is what working everything out from what was held then gives."""
    order = sorted(given_stories, key=lambda story: (story[1], chance.random()))
    dropped = [extracted for extracted, _ in order if chance.random() < 0.25]
    answers = {}
    with TemporaryDirectory() as place, create_sqlite(Path(place) / "r.detente", DYAD) as record:
        for moment in TIMES:
            for extracted in (extracted for extracted, at in order if at == moment):
                put(record, extracted, moment)
            bring_up_to_date(record, moment)
            answers[moment] = tuple(record.facts()), tuple(record.discrepancies())
        for extracted in dropped:
            drop(record, extracted, "2024-06-01T00:00:00Z")
        bring_up_to_date(record, "2024-06-01T00:00:00Z")
        for moment, answer in answers.items():
            assert as_known(record, moment[:10]) == answer == reconcile_record(record, record.parties, moment[:10])[:2]
            then, now = differing(record, moment)
            assert {fact.id for fact in answer[0]} - {fact.id for fact in then[0]} == {fact.id for fact in record.facts()} - {
                fact.id for fact in now[0]
            }
