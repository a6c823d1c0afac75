"""What the first credentials of an envoy bring about, where the text leaves it unsaid: his mission works, and relations are under way.

By diplomatic practice a mission opens when its first head hands over credentials, and relations between two states that have recognised
each other begin with their first accredited envoy. Both are told only where the document itself shows that the envoy is the first.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import replace
from datetime import date as Date

from detente.extract.events.sides import countries
from detente.model.edtf import Day
from detente.model.identity import statement_id
from detente.model.statement import Statement, Status
from detente.rules.codebook import codebook, plover_type
from detente.rules.envoys import accredited, consul, diplomatic_mission, first_envoy, opening_days, raised_envoy

_CREDENTIALS = "credentials_presented"
_MISSION = "mission_opened"
_RELATIONS = "relations_established"
_RECOGNITION = "recognition"
_ELEVATED = "mission_elevated"
_APPOINTED = "ambassador_appointed"
_MISSIONS = frozenset({_MISSION, "mission_reopened", "mission_elevated", "mission_moved", "mission_closed"})
_BEFORE = _MISSIONS | {_CREDENTIALS, _APPOINTED}
"""What shows that relations were under way before."""
_BEGUN = frozenset({_RELATIONS, "relations_restored", "relations_normalized"})
_RULES = {_CREDENTIALS: "first_credentials", _MISSION: "first_embassy", _APPOINTED: "first_accredited"}
"""Deeds that imply another, and the rule that a statement implied by each names."""
_SHOWN = {_MISSION: diplomatic_mission, _APPOINTED: accredited}
"""Wording that such a deed must hold to begin relations: not every post opened is an embassy."""
_LESS_SURE = 0.1
"""Taken off the confidence: the text tells the credentials and not what they bring about."""

_ON = 40
"""Characters beyond the quote in which "as Chad's first minister" may go on."""


def first_credentials(told: Sequence[Statement], text: str) -> Iterator[Statement]:
    """The openings of missions and beginnings of relations that a document's credentials and embassies imply, each side's once."""
    dated = sorted((s for s in told if _day(s) is not None), key=lambda s: (_day(s) or Date.min, s.span))
    known = list(told)
    for one in dated:
        if one.kind == _CREDENTIALS and _opens(one, known, text):
            known.append(_implied(one, _MISSION))
            yield known[-1]
        elif one.kind == _CREDENTIALS and _raised(one, known, text):
            known.append(_implied(one, _ELEVATED))
            yield known[-1]
        if _begins(one, known):
            known.append(_implied(one, _RELATIONS))
            yield known[-1]


def _opens(credentials: Statement, known: Sequence[Statement], text: str) -> bool:
    """Whether an envoy is the first at a mission: the text calls him so or tells of relations just begun, and of no mission before him."""
    side = countries(credentials.source)
    missions = [s for s in known if _before(s, credentials, _MISSIONS) and countries(s.source) & side]
    begun = [s for s in known if s.kind in _BEGUN and _lately(s, credentials)]
    if any(not any(_not_after(new, old) for old in missions) for new in begun):
        return True
    first = first_envoy().search(text[credentials.span.start : credentials.span.end + _ON])
    if first is None or not consul().search(first[0]):
        missions = [s for s in missions if not consul().search(s.quote)]  # a consulate is no legation
    return first is not None and not missions


def _raised(credentials: Statement, known: Sequence[Statement], text: str) -> bool:
    """Whether an envoy who had been minister hands over credentials as ambassador, of which nothing else is told."""
    day = _day(credentials)
    told = any(s.kind == _ELEVATED and _day(s) == day for s in known)
    return not told and raised_envoy().search(text[credentials.span.start : credentials.span.end + _ON]) is not None


def _begins(deed: Statement, known: Sequence[Statement]) -> bool:
    """Whether relations begin with an envoy or embassy: between two states of which one has recognised the other, and nothing else did."""
    pair = _pair(deed)
    if deed.kind not in _RULES or (deed.kind in _SHOWN and _SHOWN[deed.kind]().search(deed.quote) is None):
        return False
    if any(_before(s, deed, _BEFORE) and s.date is not None and s.span != deed.span and _pair(s) & pair for s in known):
        return False
    recognised = any(_before(s, deed, {_RECOGNITION}) and pair <= _pair(s) for s in known)
    return len(pair) == 2 and recognised and not any(s.kind in _BEGUN and pair <= _pair(s) for s in known)


def _pair(statement: Statement) -> set[str]:
    return countries((*statement.source, *statement.target))


def _before(earlier: Statement, later: Statement, kinds: Set[str]) -> bool:
    """Whether a deed of one of the kinds was done no later."""
    return earlier.kind in kinds and earlier.status is Status.HAPPENED and _not_after(earlier, later)


def _not_after(earlier: Statement, later: Statement) -> bool:
    one, other = _first_day(earlier), _day(later)
    return one is None or other is None or one <= other


def _lately(begun: Statement, credentials: Statement) -> bool:
    """Whether relations of the same pair began shortly before; credentials of that very day begin them and may be a visiting envoy's."""
    one, other = _day(begun), _day(credentials)
    if begun.status is not Status.HAPPENED or one is None or other is None or not _pair(credentials) <= _pair(begun):
        return False
    return 0 < (other - one).days <= opening_days()


def _day(statement: Statement) -> Date | None:
    """The day of what happened on one known day."""
    date = statement.date
    if statement.status is not Status.HAPPENED or date is None or date.edtf.earliest != date.edtf.latest:
        return None
    return _as_date(date.edtf.earliest)


def _first_day(statement: Statement) -> Date | None:
    return None if statement.date is None else _as_date(statement.date.edtf.earliest)


def _as_date(day: Day | None) -> Date | None:
    if day is None:
        return None
    try:
        return Date(day.year, day.month, day.day)
    except ValueError:
        return None


def _implied(credentials: Statement, name: str) -> Statement:
    kind = codebook().kinds[name]
    rule = f"{name}/{_RULES[credentials.kind]}"
    day = credentials.date.edtf.text if credentials.date is not None else None
    both = tuple(dict.fromkeys((*credentials.source, *credentials.target))) if name == _RELATIONS else ()
    return replace(
        credentials,
        id=statement_id(credentials.document, kind.fact, name, credentials.span, rule, day),
        fact=kind.fact,
        kind=name,
        rule=rule,
        confidence=max(0.0, credentials.confidence - _LESS_SURE),
        plover=plover_type(kind, credentials.status),
        mode=kind.mode,
        contexts=kind.contexts,
        cameo=kind.cameo,
        source=both or credentials.source,
        target=both or credentials.target,
    )
