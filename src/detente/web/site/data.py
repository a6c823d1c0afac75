"""The published facts as tables and JSON to be downloaded, written line by line."""

from __future__ import annotations

from collections.abc import Collection
from contextlib import ExitStack
from typing import Any, Self, TextIO

from detente.ask.views import ChronologyLine
from detente.publish.chronicle import Chronicle
from detente.publish.data import dumps, plain
from detente.publish.events_csv import events_csv
from detente.publish.timelinejs import chronology_timelinejs
from detente.web.pages.chronology import TOLD
from detente.web.site.events import BATCH, Told, about, as_data
from detente.web.site.press import Press

KEPT = ("id", "page", "fact", "codes", "evidence")
"""What the one file of all events holds of each; the file of each event holds the rest."""


class Tables:
    """``chronology.csv`` and ``.json``, ``facts.csv`` with figures, promises and tenures besides, and ``timeline.json`` for TimelineJS."""

    def __init__(self, press: Press, greatest: Collection[str]) -> None:
        self._press, self._greatest = press, greatest
        self._stack = ExitStack()
        self._lines: list[ChronologyLine] = []
        self._slides: list[ChronologyLine] = []
        self._begun = False

    def __enter__(self) -> Self:
        folder = self._press.folder / "data"
        folder.mkdir(parents=True, exist_ok=True)

        def opened(name: str) -> TextIO:
            self._press.files += 1
            return self._stack.enter_context((folder / name).open("w", encoding="utf-8", errors="backslashreplace", newline=""))

        self._chronology, self._facts, self._json = opened("chronology.csv"), opened("facts.csv"), opened("chronology.json")
        for table in (self._chronology, self._facts):
            table.write(events_csv(()))
        head = dumps({"edition": about(self._press.edition), "parties": list(self._press.snapshot.parties)})
        self._json.write(f'{head[:-1]}, "events": [')
        return self

    def add(self, told: Told) -> None:
        """Take in one fact."""
        self._lines.append(told.line)
        if len(self._lines) >= BATCH:
            self._flush()
        if told.body.fact.fact.value in TOLD:
            self._json.write(f"{',' if self._begun else ''}\n{dumps(self._brief(told))}")
            self._begun = True
        if told.body.fact.id in self._greatest:
            self._slides.append(told.line)

    def _brief(self, told: Told) -> dict[str, Any]:
        whole = as_data(told, self._press.edition)
        differing = [plain(conflict.discrepancy) for conflict in told.body.conflicts]
        return {**{name: whole[name] for name in KEPT}, "discrepancies": differing}

    def _flush(self) -> None:
        rows = [(line, _row(line)) for line in self._lines]
        self._facts.write("".join(row for _, row in rows))
        self._chronology.write("".join(row for line, row in rows if line.fact.fact.value in TOLD))
        self._lines.clear()

    def __exit__(self, *error: object) -> None:
        with self._stack:
            self._flush()
            self._json.write("\n]}\n")
        if not any(error):
            self._press.text("data/timeline.json", chronology_timelinejs(self._chronicle()))

    def _chronicle(self) -> Chronicle:
        snapshot, run = self._press.snapshot, self._press.snapshot.last_run
        one, two = snapshot.parties
        return Chronicle(
            parties=(one, two),
            names=(snapshot.names[0], snapshot.names[1]),
            built=run.at if run else None,
            version=run.version if run else None,
            lines=tuple(self._slides),
            sources=snapshot.sources(self._press.record),
        )


_HEADER = events_csv(())


def _row(line: ChronologyLine) -> str:
    return events_csv((line,)).removeprefix(_HEADER)
