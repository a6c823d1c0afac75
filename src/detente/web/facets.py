"""The facets of the chronology: what each is called, and its values with how many facts they would give."""

from __future__ import annotations

from dataclasses import dataclass

from detente.ask.catalog import Choice
from detente.model.statement import Status
from detente.publish.evidence import document_name
from detente.publish.parties import party_name
from detente.publish.words import STATUS_WORDS, TONE_WORDS, kind_words
from detente.rules.codebook import codebook
from detente.rules.series import fields
from detente.rules.tone import Tone
from detente.web.page import View
from detente.web.selection import Selection

SHOWN = ("status", "certainty", "review", "tone", "kind", "field", "person", "place", "source", "year")
"""Facets of the chronology, in order."""

HEADINGS = {
    "status": "Status",
    "certainty": "Certainty",
    "review": "Review",
    "tone": "Tone",
    "kind": "Kind",
    "field": "Field",
    "person": "Person",
    "place": "Place",
    "source": "Source",
    "year": "Year",
    "party": "Party",
    "family": "Family",
    "fact": "Fact",
}

MOST = 12
"""Values of a facet that are listed; the others are found by searching."""


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a facet."""

    value: str
    label: str
    number: int
    chosen: bool
    selection: Selection
    """What the address would be with it chosen, or chosen no more."""


@dataclass(frozen=True, slots=True)
class Facet:
    """A facet with its commonest values and those that are chosen."""

    name: str
    heading: str
    values: tuple[Value, ...]
    more: int
    """How many values are not listed."""
    chosen: bool


def facets(view: View, choice: Choice) -> tuple[Facet, ...]:
    """Every facet in which there is something to choose, counted within ``choice``: what the address chose and what goes without saying."""
    found = (_facet(view, choice, name) for name in SHOWN)
    return tuple(facet for facet in found if len(facet.values) > 1 or facet.chosen)


def chosen_values(view: View) -> tuple[tuple[str, Value], ...]:
    """What is chosen now, to be taken away again one by one."""
    selection = view.selection
    return tuple(
        (HEADINGS[name], Value(value, facet_label(name, value, view), 0, True, selection.toggled(name, value)))
        for name, values in selection.values.items()
        if name in HEADINGS  # other pages narrow their lists by more
        for value in values
    )


def facet_label(facet: str, value: str, view: View | None = None) -> str:
    """What a value is called."""
    if facet == "source" and view is not None:
        held = view.snapshot.documents.get(value)
        return document_name(held) if held else value[:12]
    if facet == "kind":
        kind = codebook().kinds.get(value)
        return kind.label[:1].lower() + kind.label[1:] if kind else kind_words(value)
    if facet == "year":
        return value or "undated"
    return party_name(value) if facet == "party" else _NAMED.get(facet, {}).get(value, kind_words(value))


_NAMED: dict[str, dict[str, str]] = {
    "status": {status.value: STATUS_WORDS[status] for status in Status},
    "tone": {tone.value: TONE_WORDS[tone] for tone in Tone},
    "field": {field.key: field.label for field in fields()},
}


def _facet(view: View, choice: Choice, name: str) -> Facet:
    counted = view.snapshot.catalog.counts(choice, name)
    if name == "tone":
        order = [tone.value for tone in Tone]
        counted.sort(key=lambda pair: order.index(pair[0]))
    listed = counted[:MOST] + [pair for pair in counted[MOST:] if pair[0] in choice.values.get(name, ())]
    values = tuple(
        Value(value, facet_label(name, value, view), number, view.selection.has(name, value), view.selection.toggled(name, value))
        for value, number in listed
    )
    return Facet(name, HEADINGS[name], values, len(counted) - len(listed), any(value.chosen for value in values))
