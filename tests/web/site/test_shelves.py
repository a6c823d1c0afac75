from __future__ import annotations

from collections.abc import Sequence

import pytest

from detente.ask.catalog import Catalog, Entry
from detente.store.base import Record
from detente.web.site import shelves
from detente.web.site.choose import published
from detente.web.site.shelves import beside, parts, person_files, ranges, turned, year_files
from detente.web.snapshot import Snapshot


@pytest.fixture
def snapshot(opened: Record) -> Snapshot:
    return published(opened)


def entries_of(snapshot: Snapshot) -> Sequence[Entry]:
    held: Catalog = snapshot.catalog
    return [entry for entry in held.entries if entry.fact.fact.value in ("event", "partnership", "agreement")]


def test_a_small_chronology_is_one_page(snapshot: Snapshot) -> None:
    (only,) = parts(snapshot)
    assert only.file == "chronology.html"
    assert list(only.entries) == entries_of(snapshot)
    assert ranges((only,)) == ()


@pytest.mark.parametrize("size", [1, 2, 3, 7])
def test_a_large_one_is_cut_between_years_and_nothing_is_lost(snapshot: Snapshot, size: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shelves, "SIZE", size)
    found = parts(snapshot)
    assert [entry for part in found for entry in part.entries] == entries_of(snapshot)
    assert len({part.file for part in found}) == len(found)
    assert all(len(part.entries) <= size for part in found)
    assert sum(held.number for held in ranges(found)) == len(entries_of(snapshot))
    assert [held.here for held in ranges(found, found[-1])].count(True) == 1


def test_a_year_leads_to_the_page_where_its_first_line_stands(snapshot: Snapshot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shelves, "SIZE", 3)
    found = parts(snapshot)
    files = year_files(found, ["1993", "1994", "1800", "2999", ""])
    assert files["1993"].endswith("#y1993")
    held = {part.file: part for part in found}
    assert 1993 in held[files["1993"].partition("#")[0]].years
    assert files["1800"] == found[0].file
    assert "#" not in files["1994"] + files["2999"]
    assert "" not in files


def test_pages_stand_in_a_row(snapshot: Snapshot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shelves, "SIZE", 3)
    found = parts(snapshot)
    assert beside(found, found[0])[0] is None
    assert beside(found, found[-1])[1] is None
    before, after = beside(found, found[1])
    assert before is not None
    assert after is not None
    assert (before.file, after.file) == (found[0].file, found[2].file)


def test_each_person_has_a_file_of_their_own_under_every_spelling(snapshot: Snapshot) -> None:
    files = person_files(snapshot)
    own = [files[name] for name in snapshot.catalog.values("person")]
    assert len(set(own)) == len(own)
    assert files["Isaias Afwerki"].startswith("people/isaias-afwerki-")
    assert set(snapshot.catalog.spelled) <= set(files)


def test_quotes_beyond_the_first_page_of_a_document_know_their_page(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shelves, "QUOTES", 2)
    assert turned({"d": ["a", "b", "c", "d", "e"], "f": ["g"]}) == {"c": 2, "d": 2, "e": 3}
