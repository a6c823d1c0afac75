"""What only several documents together show: same event or not, and where they disagree. Scored on the press dyads.

usage: python -m quality.across [--labelled] [--show] [DYAD ...]

A labelled statement is found when a statement of the same document overlaps its quote and is of a kind of the same family (for a figure:
has the same value). Only found statements are asked about, and only pairs from two documents:

- ``pairs found``: how many of all labelled pairs of one event (or one observation) could be asked about at all;
- ``links recall, precision, F1``: pairs that stand under one fact against the pairs that are labelled as one;
- ``discrepancies raised``: labelled discrepancies between found statements that the record shows with the labelled type;
  ``graded alike``: and with the labelled grade;
- ``false contradictions``: of all that the record shows between documents, how much it calls a contradiction where no label does;
- ``copies recognised``: labelled pairs of near copies that count as one source; ``false copies``: other pairs that do.

``--labelled`` asks the same of the labelled statements themselves, so that extraction is not in question; ``--show`` prints what was
missed and what was made too much.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, product
from pathlib import Path
from typing import Any

from detente.model.edtf import Edtf
from detente.model.fact import Discrepancy, DiscrepancyType, Grade
from detente.model.statement import FactKind, Statement
from detente.pipeline.texts import analyse
from detente.reconcile.cases import DocumentInfo
from detente.reconcile.copies import groups, sketch
from detente.reconcile.reconciling import Reconciled, reconcile
from detente.rules.merging import merging
from quality.answers import data_folder
from quality.pairs.handmade import statement

EVENTS = frozenset({FactKind.EVENT, FactKind.PARTNERSHIP, FactKind.AGREEMENT})

FIELDS: Mapping[DiscrepancyType, Callable[[Statement], object]] = {
    DiscrepancyType.DATE: lambda s: s.date.edtf.text if s.date else None,
    DiscrepancyType.VALUE: lambda s: (s.value, s.bound),
    DiscrepancyType.STATUS: lambda s: s.status,
}
"""What two statements say alike that stand on one side of a discrepancy of that type."""

Label = tuple[str, int]
"""Document and place in its list of labelled statements."""

Said = dict[Label, list[Statement]]
"""The statements that answer each labelled one."""


@dataclass(frozen=True, slots=True)
class Counts:
    """What was counted on one dyad; adds up."""

    pairs: int = 0
    asked: int = 0
    merged: int = 0
    together: int = 0
    rightly: int = 0
    differing: int = 0
    shown: int = 0
    graded: int = 0
    raised: int = 0
    false: int = 0
    copies: int = 0
    recognised: int = 0
    too_many: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(*(getattr(self, name) + getattr(other, name) for name in self.__slots__))

    def figures(self) -> dict[str, float]:
        """The figures in percent."""
        recall, precision = _percent(self.merged, self.asked), _percent(self.rightly, self.together)
        return {
            "pairs found": _percent(self.asked, self.pairs),
            "links recall": recall,
            "links precision": precision,
            "links F1": 2 * recall * precision / (recall + precision) if recall + precision else 0.0,
            "discrepancies raised": _percent(self.shown, self.differing),
            "graded alike": _percent(self.graded, self.differing),
            "false contradictions": _percent(self.false, self.raised),
            "copies recognised": _percent(self.recognised, self.copies),
            "false copies": float(self.too_many),
        }


@dataclass(frozen=True, slots=True)
class Dyad:
    """One folder of labelled documents."""

    name: str
    parties: tuple[str, ...]
    texts: Mapping[str, str]
    labels: Mapping[str, Any]
    cross: Mapping[str, Any]

    def row(self, label: Label) -> dict[str, Any]:
        """What is labelled there, with where its quote stands."""
        row = self.labels[label[0]]["statements"][label[1]]
        start = max(0, self.texts[label[0]].find(row["quote"]))
        return {**row, "start": start, "end": start + len(row["quote"])}

    def every(self) -> Iterator[Label]:
        """Every labelled statement."""
        for document in self.labels:
            yield from ((document, number) for number in range(len(self.labels[document]["statements"])))


@dataclass(frozen=True, slots=True)
class Result:
    """What reconciling made of a dyad, and which of its statements answer which label."""

    dyad: Dyad
    said: Said
    statements: Mapping[str, Statement]
    reconciled: Reconciled
    leads: Mapping[str, str]

    @property
    def facts(self) -> dict[str, str]:
        """The fact that each statement supports."""
        return {s.statement: f.id for f in self.reconciled.facts for s in f.supports}


def score(press: Path) -> dict[str, float]:
    """The figures over all dyads under ``press``, from their texts."""
    return sum((count(extracted(dyad)) for dyad in dyads(press)), Counts()).figures()


def dyads(press: Path) -> list[Dyad]:
    """The labelled folders under ``press``."""
    return [_dyad(folder) for folder in sorted(press.iterdir()) if folder.is_dir()]


def extracted(dyad: Dyad) -> Result:
    """What becomes of the dyad's texts."""
    whole = {name: analyse(text) for name, text in dyad.texts.items()}
    published = {name: extraction.document.published for name, extraction in whole.items()}
    names = {extraction.document.sha256: name for name, extraction in whole.items()}
    every = [s for extraction in whole.values() for s in extraction.statements]
    said = {label: near for label in dyad.every() if (near := _near(dyad.row(label), whole[label[0]].statements))}
    return _reconciled(dyad, said, every, {sha: (names[sha], published[names[sha]]) for sha in names})


def by_labels(dyad: Dyad) -> Result:
    """What becomes of the labelled statements themselves."""
    said = {label: [statement(dyad.row(label), label[0], f"{label[0]}.{label[1]}")] for label in dyad.every()}
    published = {name: row["published"] for name, row in dyad.labels.items()}
    dates = {name: (name, Edtf.parse(date) if date else None) for name, date in published.items()}
    return _reconciled(dyad, said, [s for held in said.values() for s in held], dates)


def count(result: Result) -> Counts:
    """The counts of one dyad."""
    dyad, found = result.dyad, result.said
    wanted, asked, together, rightly = links(result)
    differing = [(a, b, d) for a, b, d in _differing(dyad) if a in found and b in found]
    shown = [(d, _shown(result, a, b)) for a, b, d in differing]
    near = {frozenset(pair) for pair in dyad.cross.get("near_copies", ())}
    one = {frozenset(pair) for pair in combinations(sorted(dyad.texts), 2) if result.leads[pair[0]] == result.leads[pair[1]]}
    return Counts(
        pairs=len(wanted),
        asked=len(asked),
        merged=len(set(asked) & set(together)),
        together=len(together),
        rightly=len(rightly),
        differing=len(differing),
        shown=sum(any(o.type == d["type"] for o in ours) for d, ours in shown),
        graded=sum(any((o.type, o.grade) == (d["type"], d["grade"]) for o in ours) for d, ours in shown),
        raised=len(_across(result)),
        false=len(false_contradictions(result)),
        copies=len(near),
        recognised=len(near & one),
        too_many=len(one - near),
    )


Pair = tuple[Label, Label]


def links(result: Result) -> tuple[list[Pair], list[Pair], list[Pair], list[Pair]]:
    """Pairs of labels from two documents: labelled as one, those of them found, those that stand under one fact, those rightly.

    A pair of figures counts as one where it is labelled as one or as a discrepancy of precision or rounding.
    """
    dyad, found = result.dyad, result.said
    facts = result.facts
    homes = {label: {facts[s.id] for s in held if s.id in facts} for label, held in found.items()}
    clusters = [[_label(member) for member in cluster] for cluster in dyad.cross["same_event"]]
    wanted = sorted({_pair(a, b) for cluster in clusters for a, b in combinations(cluster, 2) if a[0] != b[0]})
    together = [(a, b) for a, b in combinations(sorted(found), 2) if a[0] != b[0] and homes[a] & homes[b]]
    alike = {_pair(a, b) for a, b, d in _differing(dyad) if d["grade"] in ("precision", "rounding")}
    core = [p for p in together if all(dyad.row(label).get("core", True) for label in p) or p in set(wanted)]
    return wanted, [p for p in wanted if p[0] in found and p[1] in found], core, [p for p in core if p in set(wanted) | alike]


def false_contradictions(result: Result) -> list[Discrepancy]:
    """Contradictions that no label bears out. One that is labelled bears out what follows from it: two dates of one visit stand against
    each other wherever the same two documents date something by them."""
    ids = {_pair(a, b): d["grade"] for a, b, d in _differing(result.dyad)}
    true = {
        frozenset((one.id, other.id))
        for (a, b), grade in ids.items()
        if grade == Grade.CONTRADICTION
        for one, other in product(result.said.get(a, []), result.said.get(b, []))
    }
    dated = {_dates(result, pair) for pair in true}
    shown = [d for d in _across(result) if d.grade is Grade.CONTRADICTION]
    apart = [d for d in shown if frozenset((d.left, d.right)) not in true]
    return [d for d in apart if d.type is not DiscrepancyType.DATE or _dates(result, (d.left, d.right)) not in dated]


def _dates(result: Result, pair: Iterable[str]) -> frozenset[tuple[str, str]]:
    """The documents of two statements, each with the first day of its date."""
    said = [result.statements[identifier] for identifier in pair]
    return frozenset((s.document, str(s.date.edtf.earliest)) for s in said if s.date is not None)


def _across(result: Result) -> list[Discrepancy]:
    said = result.statements
    return [d for d in result.reconciled.discrepancies if said[d.left].document != said[d.right].document]


def _percent(part: int, whole: int) -> float:
    return 100 * part / whole if whole else 0.0


def _dyad(folder: Path) -> Dyad:
    labels = {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("[0-9]*.json"))}
    texts = {name: (folder / f"{name}.txt").read_bytes().decode("utf-8") for name in labels}
    cross = json.loads((folder / "cross.json").read_text(encoding="utf-8"))
    return Dyad(folder.name, tuple(next(iter(labels.values()))["parties"]), texts, labels, cross)


def _reconciled(dyad: Dyad, said: Said, every: Sequence[Statement], documents: Mapping[str, tuple[str, Edtf | None]]) -> Result:
    """``documents`` are the name and date of each, by what its statements call it."""
    copies = groups({name: sketch(text) for name, text in dyad.texts.items()})
    leads = {name: name for name in dyad.texts} | {name: group[0] for group in copies for name in group}
    known = {key: DocumentInfo(key, date, "2025-01-01T00:00:00Z", leads[name]) for key, (name, date) in documents.items()}
    return Result(dyad, said, {s.id: s for s in every}, reconcile(every, known, dyad.parties), leads)


def _differing(dyad: Dyad) -> list[tuple[Label, Label, Mapping[str, Any]]]:
    return [(_label(d["docs"][0]), _label(d["docs"][1]), d) for d in dyad.cross["discrepancies"]]


def _label(member: Sequence[Any]) -> Label:
    return str(member[0]), int(member[1])


def _pair(a: Label, b: Label) -> Pair:
    return (a, b) if a < b else (b, a)


def _near(row: Mapping[str, Any], said: Sequence[Statement]) -> list[Statement]:
    return [s for s in said if s.span.start < row["end"] and row["start"] < s.span.end and _same_sort(s, row)]


def _same_sort(said: Statement, row: Mapping[str, Any]) -> bool:
    if row["fact"] == "indicator":
        return said.fact is FactKind.INDICATOR and said.value == row["value"]
    if row["fact"] == "commitment":
        return said.fact is FactKind.COMMITMENT
    return said.fact in EVENTS and merging().family(said.kind).name == merging().family(row["kind"]).name


def _shown(result: Result, left: Label, right: Label) -> list[Discrepancy]:
    """The discrepancies between a statement of one label and one of the other.

    The record shows two differing readings once, by one statement of each; it counts for every statement of the same facts that says
    the same.
    """
    asked = {pair for a, b in product(result.said[left], result.said[right]) for pair in _readings(result, a, b)}
    said = result.statements
    return [d for d in result.reconciled.discrepancies if asked & set(_readings(result, said[d.left], said[d.right], d.type))]


def _readings(result: Result, a: Statement, b: Statement, only: DiscrepancyType | None = None) -> Iterator[tuple[str, frozenset[object]]]:
    """The statements themselves, and for each type of discrepancy what the two say under which facts."""
    yield "statements", frozenset((a.id, b.id))
    for kind, field in FIELDS.items():
        if only in (None, kind):
            yield kind, frozenset((result.facts.get(s.id), field(s)) for s in (a, b))


def _report(result: Result) -> Iterator[str]:
    """What was missed and what was made too much, for people."""
    dyad = result.dyad
    _, asked, together, rightly = links(result)
    for mark, chosen in (("missed link", set(asked) - set(together)), ("wrong link", set(together) - set(rightly))):
        for a, b in sorted(chosen):
            yield f"{dyad.name} {mark}\n    {_line(result, a)}\n    {_line(result, b)}"
    for a, b, d in _differing(dyad):
        if a in result.said and b in result.said:
            ours = [f"{o.type}/{o.grade}" for o in _shown(result, a, b)]
            yield f"{dyad.name} labelled {d['type']}/{d['grade']}, ours {ours}\n    {_line(result, a)}\n    {_line(result, b)}"
    for false in false_contradictions(result):
        quotes = "\n    ".join(_brief(result.statements[i]) for i in (false.left, false.right))
        yield f"{dyad.name} contradiction without a label: {false.type}: {false.explanation}\n    {quotes}"


def _line(result: Result, label: Label) -> str:
    row = result.dyad.row(label)
    ours = "\n        ".join(_brief(s) for s in result.said[label])
    return f"{label} {row['kind'] or row['fact']} {row['date']} {row['quote'][:110]!r}\n        {ours}"


def _brief(said: Statement) -> str:
    sides = "-".join(",".join(p.party.country or p.party.name for p in side) for side in (said.source, said.target))
    people = ",".join(p.party.name for p in said.persons)
    value = "" if said.value is None else f" {said.bound}{said.value:g} {said.unit} by {said.reporter}"
    date = f"{said.date.edtf} {said.date.basis}" if said.date else "undated"
    return f"<{said.kind} {date} {sides} [{people}] {said.status}{value} obj={said.object}> {said.quote[:110]!r}"


def main(arguments: Sequence[str]) -> None:
    """Print the figures, and with ``--show`` what lies behind them."""
    names = {a for a in arguments if not a.startswith("--")}
    made: Callable[[Dyad], Result] = by_labels if "--labelled" in arguments else extracted
    results = [made(dyad) for dyad in dyads(data_folder() / "gold" / "press") if not names or dyad.name in names]
    if "--show" in arguments:
        print("\n".join(line for result in results for line in _report(result)))
    for name, value in sum((count(result) for result in results), Counts()).figures().items():
        print(f"{name:24}{value:6.1f}")


if __name__ == "__main__":
    main(sys.argv[1:])
