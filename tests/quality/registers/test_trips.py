import json
from collections.abc import Mapping
from pathlib import Path

from quality.registers.trips import FILE, judge, score, trips

PRESIDENT = {
    "visitor": "Ronald Reagan",
    "role": "president",
    "country_visited": ["Jamaica"],
    "start_date": "1982-04-07",
    "end_date": "1982-04-08",
}
SECRETARY = {**PRESIDENT, "visitor": "Alexander Meigs Haig", "role": "secretary", "description": "Accompanied President Reagan."}
ALONE = {**SECRETARY, "description": "Met with officials.", "start_date": "1982-04-11", "end_date": "1982-04-11"}


def listed(folder: Path, *rows: Mapping[str, object]) -> Path:
    (folder / "registers").mkdir()
    text = "\n".join(json.dumps({"id": str(number), **row}) for number, row in enumerate(rows))
    (folder / FILE).write_text(text, encoding="utf-8")
    return folder


def test_a_trip_in_company_joins_and_another_trip_of_the_week_does_not(tmp_path: Path) -> None:
    figures = score(listed(tmp_path, PRESIDENT, SECRETARY, ALONE))
    assert figures["company joined"] == figures["company joined over two registers"] == 100
    assert figures["different trips joined"] == figures["different trips joined over two registers"] == 0


def test_a_trip_whose_president_is_not_listed_is_missed(tmp_path: Path) -> None:
    every = trips(listed(tmp_path, SECRETARY, {**PRESIDENT, "country_visited": ["Barbados"]}) / FILE)
    found = judge(every, apart=False)
    assert (found.accompanied, found.joined, [str(trip) for trip in found.missed]) == (
        1,
        0,
        ["0 Alexander Meigs Haig, JAM, 1982-04-07 to 1982-04-08"],
    )
