"""One line for people about a fact, made from its fields."""

from __future__ import annotations

from dataclasses import replace

from detente.model.fact import Fact
from detente.model.folding import words
from detente.model.statement import FactKind, Statement, Status
from detente.rules.actors import country_names
from detente.rules.merging import merging

LONGEST = 120
"""Characters of a quote that stand in for a title where no field says what a statement is about."""

THOUSANDS = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))


def title(fact: Fact, lead: Statement, acting: tuple[str, ...], taking_part: tuple[str, ...]) -> Fact:
    """``fact`` with its title. ``acting`` are those of its people who belong to the side that acts, ``taking_part`` to either side."""
    if fact.fact is FactKind.INDICATOR:
        text = figure_title(fact)
    elif fact.fact is FactKind.TENURE and fact.persons and (office := dict(lead.detail).get("office")):
        text = _filled("tenure_to" if set(fact.target) - set(fact.source) else "tenure", fact, fact.persons, office=office)
    elif fact.fact in (FactKind.COMMITMENT, FactKind.TENURE):
        text = f"{_names(fact.source)}: {_clipped(lead.quote)}"
    elif fact.level:
        text = _filled("level", fact, fact.persons, fact.level)
    else:
        text = event_title(fact, acting, taking_part)
    return replace(fact, title=" ".join(text.split()).strip(" :"))


def event_title(fact: Fact, acting: tuple[str, ...], taking_part: tuple[str, ...]) -> str:
    """Who did what, to or with whom. A host or a witness of a third country is no one of the sides."""
    visit = merging().family(fact.kind).name in merging().titles["visit_families"]
    mutual = set(fact.source) == set(fact.target) or not fact.target
    text = _filled("mutual" if mutual else "visit" if visit else "directed", fact, taking_part if mutual else acting)
    return f"{text} ({fact.object})" if fact.object and not _repeats(fact) else text


def _repeats(fact: Fact) -> bool:
    """Whether what it is about says no more than the kind does ("the visit", "cooperation")."""
    return set(words(fact.object or "")) <= {*words(fact.kind.replace("_", " ")), *merging().things}


def figure_title(fact: Fact) -> str:
    """What is measured and how much it is."""
    value = "" if fact.value is None else number(fact.value)
    bound = merging().bounds.get(fact.bound.value, "") if fact.bound else ""
    said = {"series": fact.series or fact.kind.replace("_", " "), "bound": bound, "value": value, "unit": fact.unit or ""}
    parties = _names(tuple(sorted({*fact.source, *fact.target})))
    return f"{parties}: {str(merging().titles['figure']).format(**said)}"


def number(value: float) -> str:
    """A number for people: 134 billion, 5,913."""
    for size, word in THOUSANDS:
        if abs(value) >= size:
            return f"{value / size:,.6g} {word}"
    return f"{value:,.6g}" if abs(value) < 1e6 else f"{value:,.0f}"


def _filled(template: str, fact: Fact, named: tuple[str, ...], level: str = "", office: str = "") -> str:
    people = ", ".join(named)
    sides = _names(fact.source)
    who = f"{people} ({sides})" if people and sides else people or sides
    filled = {"who": who, "whom": _names(fact.target), "there": _there(fact.target), "what": _what(fact), "level": level, "office": office}
    text = str(merging().titles[template]).format(**filled)
    return f"{text} ({fact.status})" if level and fact.status is not Status.HAPPENED else text


def _there(codes: tuple[str, ...]) -> str:
    """Countries as they stand after "to"."""
    with_article = merging().titles["articles"]
    names = country_names()
    return ", ".join(f"the {name}" if (name := names.get(code, code)) in with_article else name for code in codes)


def _what(fact: Fact) -> str:
    """The kind in words as its status turns them: "planned visit", "no visit", "mission to be opened", "agreement not signed"."""
    what = fact.kind.replace("_", " ")
    turned = merging().titles["statuses"].get(fact.status.value)
    if turned is None:
        return what
    head, _, done = what.rpartition(" ")
    deed = bool(head) and (done.endswith("ed") or done in merging().titles["deeds"])
    return str(turned["deed" if deed else "thing"]).format(what=what, head=head, done=done)


def _names(codes: tuple[str, ...]) -> str:
    names = country_names()
    return ", ".join(names.get(code, code) for code in codes)


def _clipped(quote: str) -> str:
    line = " ".join(quote.split())
    return line if len(line) <= LONGEST else line[: LONGEST - 1].rsplit(" ", 1)[0] + "…"
