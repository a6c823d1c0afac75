"""Whether the check of an article gives the verdicts that an editor would.

usage: python -m quality.check.score [--misses]

``seeds.csv`` holds, by reference, the claims of the three articles, each article set against the record of the other two and two
registers; ``claims.csv`` claims in our own words against the record of all three. A claim is found when a finding of its kind stands at
its place. ``verdicts right`` is the share of those found; ``wrongly contradicted`` the share of claims called contradicted that are not.
"""

from __future__ import annotations

import csv
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from detente.ask.check import ArticleCheck, Verdict, check
from detente.ask.record import open_record
from detente.pipeline import build
from detente.pipeline.registers import add_register
from detente.pipeline.streaming import Problem, extract_files
from detente.pipeline.texts import analyse
from quality.answers import data_folder

HERE = Path(__file__).parent
REGISTERS = ("visits", "travels")
PARTIES = ("Vietnam", "USA")
PUBLISHED = "2025-07-08"
NEAR = 60
"""Characters by which a claim may begin elsewhere than its label: extraction draws a quote now wider, now narrower."""


@dataclass(frozen=True, slots=True)
class Row:
    """One label and what was answered. ``got`` is None where no such claim was found."""

    what: str
    expected: frozenset[str]
    got: str | None
    reason: str = ""

    @property
    def right(self) -> bool:
        """Whether the verdict is one that can be defended."""
        return self.got in self.expected


def score(data: Path, misses: bool = False) -> dict[str, float]:
    """The figures in percent, over both sets of labels."""
    rows = [*_seeds(data), *_claims(data)]
    found = [row for row in rows if row.got is not None]
    called = [row for row in found if row.got == Verdict.CONTRADICTED.value]
    false = [row for row in rows if row.expected == {Verdict.CONTRADICTED.value}]
    for row in rows if misses else ():
        if not row.right:
            print(f"{'|'.join(sorted(row.expected))} expected, {row.got or 'not found'}: {row.what} ({row.reason})")
    return {
        "claims found": _percent(len(found), len(rows)),
        "verdicts right": _percent(sum(row.right for row in found), len(found)),
        "contradictions found": _percent(sum(row.right for row in false), len(false)),
        "wrongly contradicted": _percent(sum(not row.right for row in called), len(called)),
    }


def _percent(part: int, whole: int) -> float:
    return 100 * part / whole if whole else 0.0


def _labels(name: str) -> list[dict[str, str]]:
    lines = [line for line in (HERE / name).read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    return list(csv.DictReader(lines, delimiter=";"))


def _seeds(data: Path) -> Iterator[Row]:
    articles = sorted((data / "seeds").glob("*.txt"))
    labels = _labels("seeds.csv")
    for article in articles:
        with tempfile.TemporaryDirectory() as place:
            record = _record(Path(place), data, [other for other in articles if other != article])
            answer = _checked(record, article)
        for label in (row for row in labels if article.name.startswith(row["doc"])):
            yield _answered(label, answer, int(label["start"]), f"{article.name[:3]} at {label['start']}: {label['kind']}")


def _claims(data: Path) -> Iterator[Row]:
    with tempfile.TemporaryDirectory() as place:
        path = _record(Path(place), data, sorted((data / "seeds").glob("*.txt")))
        with open_record(path) as record:
            for label in _labels("claims.csv"):
                answer = check(record, analyse(label["text"], published=PUBLISHED))
                yield _answered(label, answer, None, label["text"])


def _record(place: Path, data: Path, documents: list[Path]) -> Path:
    """A record of the documents and the registers."""
    path = place / "check.detente"
    build([str(document) for document in documents], record=path, between=PARTIES, workers=1, at="2025-08-01")
    for name in REGISTERS:
        add_register(path, name, data / "registers" / f"{name}.jsonl", at="2025-08-01")
    return path


def _checked(path: Path, article: Path) -> ArticleCheck:
    read = next(iter(extract_files(article)))
    if isinstance(read, Problem):
        raise ValueError(str(read))
    with open_record(path) as record:
        return check(record, read)


def _answered(label: dict[str, str], answer: ArticleCheck, start: int | None, what: str) -> Row:
    own = [f for f in answer.findings if f.kind == label["kind"] and (start is None or abs(f.span.start - start) <= NEAR)]
    best = min(own, key=lambda f: abs(f.span.start - (start or 0)), default=None)
    expected = frozenset(label["verdict"].split("|"))
    return Row(what, expected, None if best is None else best.verdict.value, "" if best is None else best.reason)


def main() -> None:
    """Print the figures; with ``--misses`` every claim that was not answered rightly."""
    for name, value in score(data_folder(), "--misses" in sys.argv[1:]).items():
        print(f"check {name} {value:.1f}")


if __name__ == "__main__":
    main()
