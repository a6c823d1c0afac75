"""Score detente on the labelled sets and hold every figure to its floor.

usage: python -m quality.gate [--raise] [SET ...]

Prints one table with other systems' figures beside ours. Ends with 1 when a figure fell under its floor. A set that is not on this
machine is skipped, and so are the floors of a set that is not the one they were measured on (its fingerprint differs): both are said.
``--raise`` lifts the floors to what was measured, less ``MARGIN``; it never lowers one.
"""

from __future__ import annotations

import hashlib
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from quality.answers import ROOT, data_folder
from quality.suites import SUITES, Figures, Suite

FLOORS = ROOT / "quality" / "floors.yaml"

MARGIN = 0.5
"""Points a floor stays under the figure it was measured from: arithmetic of the language model differs a little between processors."""

PROMISED = {"extra statements": 15.0}
"""Bounds that stay as promised: a statement beside the labelled facts may be right, so that fewer of them is no gain."""

LESS_IS_BETTER = frozenset(
    {
        "extra statements",
        "wrong countries",
        "traps sprung",
        "wrongly contradicted",
        "different trips joined",
        "different trips joined over two registers",
        "calibration error",
        "false contradictions",
        "false contradictions, from texts",
        "false contradictions, by hand",
        "false copies",
    }
)
"""Figures whose bound is a ceiling."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table."""

    suite: str
    figure: str
    ours: float
    bound: float | None
    rivals: str

    @property
    def fell(self) -> bool:
        """Whether the figure is on the wrong side of its bound."""
        if self.bound is None:
            return False
        return self.ours > self.bound if self.figure in LESS_IS_BETTER else self.ours < self.bound


def fingerprint(data: Path, suite: Suite) -> str:
    """A short hash of the labelled set and of its scorer: floors hold for the set they were measured on and no other."""
    place = data / suite.needs
    files = sorted(p for p in place.rglob("*") if p.is_file() and p.suffix != ".pyc") if place.is_dir() else [place]
    digest = hashlib.sha256()
    for path in files + ([data / "scorers" / suite.scorer] if suite.scorer else []):
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()[:16]


def rows_of(suite: Suite, figures: Figures, pinned: dict[str, Any], same: bool) -> list[Row]:
    """The table's lines for one set; without bounds where the set is not the pinned one."""
    floors = pinned.get("floors", {}) if same else {}
    rivals = pinned.get("rivals", {})
    return [
        Row(suite.name, name, value, floors.get(name), "; ".join(f"{who} {score}" for who, score in rivals.get(name, {}).items()))
        for name, value in figures.items()
    ]


def raised(figures: Figures, floors: dict[str, float]) -> dict[str, float]:
    """The floors lifted to the figures, less the margin; a ceiling comes down instead."""
    new = dict(floors)
    for name, value in figures.items():
        if name in LESS_IS_BETTER:
            new[name] = PROMISED.get(name, min(round(value + MARGIN, 1), floors.get(name, 100.0)))
        else:
            new[name] = max(round(max(value - MARGIN, 0.0), 1), floors.get(name, 0.0))
    return new


def table(rows: list[Row]) -> str:
    """The rows as aligned text."""
    cells = [("set", "figure", "ours", "floor", "others")]
    cells += [
        (r.suite, r.figure, f"{r.ours:.1f}", "-" if r.bound is None else f"{r.bound:.1f}{' FELL' if r.fell else ''}", r.rivals)
        for r in rows
    ]
    widths = [max(len(row[i]) for row in cells) for i in range(4)]
    return "\n".join("  ".join([*(c.ljust(w) for c, w in zip(row, widths, strict=False)), row[4]]).rstrip() for row in cells)


def measure(suite: Suite, data: Path, pins: dict[str, Any], lift: bool) -> list[Row]:
    """One set's lines; says on standard error why a set or its floors are passed over."""
    if not (data / suite.needs).exists():
        print(f"skipped: {suite.name}: the labelled set is not here (DETENTE_DATA names its folder)", file=sys.stderr)
        return []
    pinned = pins.setdefault(suite.name, {})
    mark = fingerprint(data, suite)
    same = pinned.get("fingerprint", mark) == mark
    if not same:
        print(
            f"floors skipped: {suite.name}: the labelled set or its scorer is not the one that the floors were measured on", file=sys.stderr
        )
    print(f"measuring {suite.name}", file=sys.stderr)
    figures = suite.measure(data)
    if lift:
        pinned["floors"] = raised(figures, pinned.get("floors", {}) if same else {})
        pinned["fingerprint"], same = mark, True
    return rows_of(suite, figures, pinned, same)


def main(arguments: list[str]) -> int:
    """Measure, print, and answer whether every floor held."""
    lift = "--raise" in arguments
    wanted = {a for a in arguments if not a.startswith("--")}
    head, _, body = FLOORS.read_text(encoding="utf-8").partition("\n\n")
    pins: dict[str, Any] = yaml.safe_load(body)
    data = data_folder()
    rows = [row for suite in SUITES if not wanted or suite.name in wanted for row in measure(suite, data, pins, lift)]
    print(table(rows))
    if lift:
        FLOORS.write_text(f"{head}\n\n{yaml.safe_dump(pins, sort_keys=False, allow_unicode=True, width=140)}", encoding="utf-8")
    return int(any(row.fell for row in rows))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
