"""How long pages take with eight people asking at once, on a record of twenty thousand events.

usage: python -m quality.web.bench [FILE]

Without FILE a record is generated (some minutes). The clients run beside the server on the same machine and are part of the load. Half of
the questions are of a day of their own, the others of now; the server keeps what it drew last, as it does for real readers.
"""

from __future__ import annotations

import http.client
import socket
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from random import Random
from urllib.parse import quote, urlencode

from detente.ask.record import open_record
from detente.model.statement import FactKind
from quality.record.generate import generate

CLIENTS = 8
EACH = 60
"""Requests of one client."""
LIMIT_MS = 150.0
"""What the ninety-fifth of a hundred answers may take."""
STATEMENTS = 49_000
"""Give about twenty thousand events."""
STARTING_S = 120
WORDS = ("agreement", "visit", "trade", "embassy", "talks", "president", "signed", "tariff", "delegation", "summit")


class Asker:
    """Makes up addresses as people would ask for them."""

    def __init__(self, record: Path, seed: int) -> None:
        self._chance = Random(seed)
        with open_record(record) as opened:
            facts = list(opened.facts())
            self._documents = [document.sha256 for document in opened.documents()]
        self._events = [fact.id for fact in facts if fact.fact is FactKind.EVENT]
        self._people = sorted({name for fact in facts for name in fact.persons}) or ["nobody"]
        self._kinds = sorted({fact.kind for fact in facts})
        years = sorted({fact.date.earliest.year for fact in facts if fact.date and fact.date.earliest})
        self._years = years or [2000]

    def addresses(self, number: int) -> Iterator[tuple[str, str]]:
        """``number`` pairs of a page's name and an address of it."""
        pick = self._chance.choice
        for _ in range(number):
            day = {"asof": f"{pick(self._years)}-{self._chance.randint(1, 12):02d}-15"} if self._chance.random() < 0.5 else {}
            yield pick(
                (
                    ("overview", self._with("/", day)),
                    ("chronology", self._with("/chronology", {**day, "page": str(self._chance.randint(1, 40))})),
                    ("chronology, searched", self._with("/chronology", {**day, "q": pick(WORDS)[: self._chance.randint(3, 9)]})),
                    ("chronology, filtered", self._with("/chronology", {**day, "kind": pick(self._kinds), "quotes": "1"})),
                    ("event", f"/event/{pick(self._events)}"),
                    ("document", f"/document/{pick(self._documents)[:16]}"),
                    ("figures", self._with("/figures", day)),
                    ("fields", self._with("/fields", day)),
                    ("people", self._with("/people", day)),
                    ("person", f"/people/{quote(pick(self._people), safe='')}"),
                    ("network", self._with("/network", day)),
                    ("map", self._with("/map", day)),
                    ("discrepancies", self._with("/discrepancies", {**day, "page": str(self._chance.randint(1, 20))})),
                    ("sources", self._with("/sources", {"page": str(self._chance.randint(1, 5))})),
                    ("help", "/help"),
                )
            )

    def _with(self, path: str, query: dict[str, str]) -> str:
        return f"{path}?{urlencode(query)}" if query else path


def measure(record: Path) -> dict[str, list[float]]:
    """Milliseconds of every answer by page."""
    port = _free_port()
    server = subprocess.Popen(
        [sys.executable, "-m", "detente", "serve", "--record", str(record), "--port", str(port)], stderr=subprocess.DEVNULL
    )
    try:
        _wait(port)
        for name, address in Asker(record, 0).addresses(40):  # the first answer of a page reads what later ones have at hand
            _timed(http.client.HTTPConnection("127.0.0.1", port), name, address)
        with ThreadPoolExecutor(CLIENTS) as pool:
            found = [pair for pairs in pool.map(lambda n: _client(record, port, n), range(1, CLIENTS + 1)) for pair in pairs]
    finally:
        server.terminate()
        server.wait()
    times: dict[str, list[float]] = defaultdict(list)
    for name, spent in found:
        times[name].append(spent)
    return times


def _client(record: Path, port: int, seed: int) -> list[tuple[str, float]]:
    asked = list(Asker(record, seed).addresses(EACH))
    connection = http.client.HTTPConnection("127.0.0.1", port)
    return [_timed(connection, name, address) for name, address in asked]


def _timed(connection: http.client.HTTPConnection, name: str, address: str) -> tuple[str, float]:
    begun = time.perf_counter()
    connection.request("GET", address)
    answer = connection.getresponse()
    answer.read()
    if answer.status != 200:
        raise SystemExit(f"{address} answered {answer.status}")
    return name, (time.perf_counter() - begun) * 1000


def _free_port() -> int:
    with socket.socket() as tried:
        tried.bind(("127.0.0.1", 0))
        return int(tried.getsockname()[1])


def _wait(port: int) -> None:
    for _ in range(STARTING_S * 4):
        try:
            _timed(http.client.HTTPConnection("127.0.0.1", port), "", "/help")
        except OSError:
            time.sleep(0.25)
        else:
            return
    raise SystemExit("the server did not start")


def share(values: list[float], part: float) -> float:
    """The value that ``part`` of all lie at or under."""
    return sorted(values)[min(len(values) - 1, int(len(values) * part))]


def main() -> None:
    """Print a table."""
    with tempfile.TemporaryDirectory() as folder:
        record = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(folder, "events.detente")
        if not record.exists():
            generate(record, STATEMENTS)
        times = measure(record)
        with open_record(record) as opened:
            events = opened.counts()["fact"]
    print(f"Pages of a record of {events:,} facts, {CLIENTS} clients at once, milliseconds")
    print(f"{'page':24}{'asked':>7}{'median':>9}{'p95':>9}{'most':>9}")
    every = [value for held in times.values() for value in held]
    for name, held in [*sorted(times.items()), ("all", every)]:
        print(f"{name:24}{len(held):7}{share(held, 0.5):9.1f}{share(held, 0.95):9.1f}{max(held):9.1f}")
    slow = [name for name, held in times.items() if share(held, 0.95) > LIMIT_MS]
    print(f"over {LIMIT_MS:g} ms at the 95th per cent: {', '.join(sorted(slow)) or 'none'}")


if __name__ == "__main__":
    main()
