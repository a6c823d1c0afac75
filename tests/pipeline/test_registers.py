import json
from pathlib import Path

import pytest

from detente.ask import chronology, open_record, sources, verify
from detente.ask.views import Filters
from detente.model.errors import DataError, ReadError, RecordError, UsageError
from detente.model.register import MEDIA_TYPE
from detente.pipeline import build
from detente.pipeline.registers import add_register, register_statements, remove_register
from detente.read.registers import read_register
from detente.rules.registers import register_kind
from tests.factory import document, extraction, keep, statement

SAID = "President Uhuru Kenyatta of Kenya went to the United States in August 2014."
OURS = {
    "id": "1",
    "visitor": "President Uhuru Kenyatta",
    "role": "President",
    "country_from": ["Kenya"],
    "country_visited": "United States",
}
ROWS = (
    {**OURS, "start_date": "2014-08-04", "end_date": "2014-08-06", "description": "Attended the Leaders Summit."},
    {
        **OURS,
        "id": "2",
        "visitor": "President Macky Sall",
        "country_from": ["Senegal"],
        "start_date": "2014-08-04",
        "end_date": "2014-08-06",
    },
    {**OURS, "id": "3", "start_date": "no day"},
    {**OURS, "id": "4", "country_from": ["Atlantis"], "start_date": "2015-01-01"},
)
LATER = "2024-02-01T00:00:00Z"


@pytest.fixture
def record(tmp_path: Path) -> Path:
    doc = document(SAID, path="a.txt")
    said = statement(doc, SAID[:-1], "visit", "KEN>USA", "2014-08", persons=["Uhuru Kenyatta/KEN/President"])
    return keep(tmp_path / "r.detente", ("KEN", "USA"), (extraction(doc, said), "2024-01-01T00:00:00Z"))


def listed(folder: Path, *rows: object, name: str = "visits.jsonl") -> Path:
    place = folder / name
    place.write_text("\n".join(row if isinstance(row, str) else json.dumps(row) for row in rows), encoding="utf-8")
    return place


def visits(record: Path, known_on: str | None = None) -> list[tuple[str, int]]:
    with open_record(record) as held:
        lines = chronology(held, Filters(known_on=known_on))
        return [(str(line.fact.date), line.fact.sources) for line in lines]


def test_rows_about_both_parties_are_kept_and_join_what_documents_tell(record: Path, tmp_path: Path) -> None:
    report = add_register(record, "visits", listed(tmp_path, *ROWS, "broken"), at=LATER)
    entry = report.entry
    assert (entry.read, entry.kept, entry.elsewhere, report.statements) == (5, 1, 1, 1)
    assert [problem.place for problem in entry.problems] == ["line 5", "line 3", "line 4"]
    assert (entry.first, entry.last) == ("2014-08-04", "2015-01-01")
    assert visits(record) == [("2014-08-04/2014-08-06", 2)]
    with open_record(record) as held:
        assert verify(held).problems == ()


def test_hostile_rows_are_kept_or_refused_and_break_nothing(record: Path, tmp_path: Path) -> None:
    names = ("\ud800\x00<script>", "President \u202e\U0001f600", "'; DROP TABLE fact; --", "e\u0301" * 50, "President")
    rows = [{**ROWS[0], "id": str(n), "visitor": name} for n, name in enumerate(names)]
    place = listed(tmp_path, *rows, "\x07", "[" * 5000, name="vis\udce9.jsonl")
    entry = add_register(record, "visits", place, at=LATER).entry
    assert entry.read == entry.kept + entry.elsewhere + len(entry.problems) == 7
    with open_record(record) as held:
        assert verify(held).problems == ()


def test_a_register_is_one_document_whose_text_is_its_rows(record: Path, tmp_path: Path) -> None:
    place = listed(tmp_path, *ROWS)
    add_register(record, "visits", place, at=LATER)
    with open_record(record) as held:
        (entry,) = held.registers()
        whole = held.document(entry.document)
        assert whole.text.startswith("id: ")
        assert whole.text.count("\n") == 1
        assert all(f"{ROWS[0][name]}" in whole.text for name in ("visitor", "start_date"))
        assert whole.media_type.startswith(MEDIA_TYPE)
        assert (whole.path, entry.path, entry.since) == ("register:visits", str(place), LATER)
        assert sources(held).used == 2


def test_what_was_known_before_it_came_stays_as_it_was(record: Path, tmp_path: Path) -> None:
    before = visits(record, "2024-01-15")
    add_register(record, "visits", listed(tmp_path, *ROWS), at=LATER)
    assert visits(record, "2024-01-15") == before == [("2014-08", 1)]


def test_a_newer_file_takes_the_place_of_the_old(record: Path, tmp_path: Path) -> None:
    add_register(record, "visits", listed(tmp_path, *ROWS), at=LATER)
    newer = listed(tmp_path, {**ROWS[0], "end_date": "2014-08-07"}, name="newer.jsonl")
    assert add_register(record, "visits", newer, at="2024-03-01").replaced
    assert visits(record) == [("2014-08-04/2014-08-07", 2)]
    assert visits(record, "2024-02-15") == [("2014-08-04/2014-08-06", 2)]
    with open_record(record) as held:
        assert [entry.path for entry in held.registers()] == [str(newer)]


def test_the_same_file_again_changes_nothing(record: Path, tmp_path: Path) -> None:
    place = listed(tmp_path, *ROWS)
    add_register(record, "visits", place, at=LATER)
    first = record.read_bytes()
    add_register(record, "visits", place, at=LATER)
    assert record.read_bytes() == first


def test_a_register_that_is_removed_is_known_no_longer_but_was(record: Path, tmp_path: Path) -> None:
    add_register(record, "visits", listed(tmp_path, *ROWS), at=LATER)
    assert remove_register(record, "visits", at="2024-03-01") == 1
    assert visits(record) == [("2014-08", 1)]
    assert visits(record, "2024-02-15") == [("2014-08-04/2014-08-06", 2)]
    with open_record(record) as held:
        assert tuple(held.registers()) == ()
        assert [entry.name for entry in held.registers("2024-02-15")] == ["visits"]
        assert verify(held).problems == ()


def test_a_build_leaves_registers_as_they_are(tmp_path: Path) -> None:
    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / "a.txt").write_text("In August 2014 President Uhuru Kenyatta of Kenya visited the United States.", encoding="utf-8")
    record = keep(tmp_path / "r.detente", ("KEN", "USA"))
    add_register(record, "visits", listed(tmp_path, *ROWS), at="2024-01-15")
    assert visits(record) == [("2014-08-04/2014-08-06", 1)]
    build([str(folder)], record=record, workers=1, at=LATER)
    with open_record(record) as held:
        assert [entry.name for entry in held.registers()] == ["visits"]
        assert verify(held).problems == ()
    assert visits(record) == [("2014-08-04/2014-08-06", 2)]


def test_a_list_of_ones_own_is_read_by_a_mapping(record: Path, tmp_path: Path) -> None:
    mapping = tmp_path / "map.yaml"
    mapping.write_text(
        "label: Guests\ncolumns: {who: Guest, from: Land, day: Day}\n"
        "statements: [{kind: visit, source: from, target: USA, person: who, titles: true, date: day}]",
        encoding="utf-8",
    )
    place = tmp_path / "guests.csv"
    place.write_text(
        "Guest,Land,Day\nPresident Uhuru Kenyatta,Kenya,2014-08-05\nPresident Paul Kagame,Rwanda,2014-08-05\n", encoding="utf-8"
    )
    report = add_register(record, "guests", place, mapping=mapping, at=LATER)
    assert (report.label, report.entry.kept, report.entry.elsewhere) == ("Guests", 1, 1)
    assert visits(record) == [("2014-08-05", 2)]
    with open_record(record) as held:
        assert verify(held).problems == ()


def test_another_mapping_of_the_same_file_reads_it_anew(record: Path, tmp_path: Path) -> None:
    place = tmp_path / "guests.csv"
    place.write_text("Guest,Land,First,Last\nPresident Uhuru Kenyatta,Kenya,2014-08-05,2014-08-07\n", encoding="utf-8")
    mapping = tmp_path / "map.yaml"
    for days in ("date: first", "start: first, end: last"):
        mapping.write_text(
            "columns: {who: Guest, from: Land, first: First, last: Last}\n"
            f"statements: [{{kind: visit, source: from, target: USA, person: who, titles: true, {days}}}]",
            encoding="utf-8",
        )
        add_register(record, "guests", place, mapping=mapping, at=LATER)
    assert visits(record) == [("2014-08-05/2014-08-07", 2)]
    with open_record(record) as held:
        assert verify(held).problems == ()


def test_of_rows_on_one_time_in_office_the_longest_speaks(tmp_path: Path) -> None:
    record = keep(tmp_path / "r.detente", ("KEN", "USA"))
    holder = {"country": "Kenya", "role": "chief of state", "holder": "President William RUTO", "since": "2022-09-13"}
    rows = ({**holder, "last_seen": "2023-01-01"}, {**holder, "last_seen": "2026-01-22"})
    add_register(record, "office-holders", listed(tmp_path, *rows), at=LATER)
    with open_record(record) as held:
        assert [(str(f.date), f.title) for f in held.facts()] == [("2022-09-13/2026-01-22", "William Ruto (Kenya): President")]


def test_an_envoy_to_a_former_state_of_ones_own_is_no_envoy_to_the_other_party(tmp_path: Path) -> None:
    record = keep(tmp_path / "r.detente", ("KEN", "USA"))
    row = {
        "person": "Alcée La Branche",
        "role": "charge-daffaires",
        "territory": "texas",
        "credentials": "1837-10-23",
        "ended": "1840-06-05",
    }
    assert add_register(record, "chiefs-of-mission", listed(tmp_path, row), at=LATER).entry.kept == 0


def test_what_makes_no_sense_is_refused(record: Path, tmp_path: Path) -> None:
    place = listed(tmp_path, *ROWS)
    with pytest.raises(UsageError, match="no kind of register"):
        add_register(record, "treaties", place)
    with pytest.raises(UsageError, match="no name for a register"):
        add_register(record, "visits", place, name="../visits")
    with pytest.raises(RecordError, match="no such record"):
        add_register(tmp_path / "none.detente", "visits", place)
    with pytest.raises(ReadError, match="missing"):
        add_register(record, "visits", tmp_path / "none.jsonl")
    with pytest.raises(DataError, match="cannot be read"):
        add_register(record, "guests", place, mapping=tmp_path / "none.yaml")
    with pytest.raises(UsageError, match="no register 'travels'"):
        remove_register(record, "travels")
    add_register(record, "visits", place, at=LATER)
    with pytest.raises(UsageError, match="already, as the register visits"):
        add_register(record, "visits", place, name="again", at=LATER)


def test_statements_of_all_rows_for_whoever_wants_them(tmp_path: Path) -> None:
    kind = register_kind("visits")
    rows = read_register(listed(tmp_path, *ROWS), kind).rows
    assert [len(made) for made in register_statements(rows, kind)] == [1, 1, 0, 0]
