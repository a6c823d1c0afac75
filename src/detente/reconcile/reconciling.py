"""All statements to facts and discrepancies: a pure function, the same whatever the order of its input."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from detente.model.fact import Discrepancy, Fact, Reason
from detente.model.statement import FactKind, Statement
from detente.reconcile.cases import Case, DocumentInfo, case
from detente.reconcile.checks import compare
from detente.reconcile.discrepancies import between, within
from detente.reconcile.facts import identifiers, make_fact, semantic_key
from detente.reconcile.figures import compare_figures
from detente.reconcile.merging import Cluster, clusters, founding_order
from detente.reconcile.selection import concerns


@dataclass(frozen=True, slots=True)
class Reconciled:
    """What a record holds beside its statements."""

    facts: tuple[Fact, ...]
    """By identifier."""
    discrepancies: tuple[Discrepancy, ...]
    """By identifier."""


def reconcile(statements: Iterable[Statement], documents: Mapping[str, DocumentInfo], parties: Sequence[str]) -> Reconciled:
    """The facts about ``parties`` that ``statements`` tell of, and where the statements disagree."""
    codes = frozenset(parties)
    chosen = [case(s, documents[s.document], codes) for s in statements if concerns(s, codes)]
    figures = sorted((c for c in chosen if c.statement.fact is FactKind.INDICATOR), key=founding_order)
    events = sorted((c for c in chosen if c.statement.fact is not FactKind.INDICATOR), key=founding_order)
    groups = [(events, cluster) for cluster in clusters(events, compare)]
    groups += [(figures, cluster) for cluster in clusters(figures, compare_figures)]
    groups.sort(key=lambda group: founding_order(group[0][group[1].members[0]]))
    names = identifiers(semantic_key(held[cluster.members[0]]) for held, cluster in groups)
    members = {name: [held[i] for i in cluster.members] for name, (held, cluster) in zip(names, groups, strict=True)}
    facts = {name: make_fact(members[name], _why(cluster), name) for name, (_, cluster) in zip(names, groups, strict=True)}
    found = {d.id: d for d in _disagreements(facts, members)}
    return Reconciled(tuple(facts[name] for name in sorted(facts)), tuple(found[name] for name in sorted(found)))


def _why(cluster: Cluster) -> list[tuple[Reason, ...]]:
    return [cluster.reasons.get(member, ()) for member in cluster.members]


def _disagreements(facts: Mapping[str, Fact], members: Mapping[str, list[Case]]) -> Iterable[Discrepancy]:
    for name in sorted(facts):
        yield from within(facts[name], members[name])
    yield from between(facts, members)
