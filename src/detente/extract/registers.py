"""What the rows of a register say: statements like any document's, made by the rules of the register's kind.

A row is read by its columns and not by its grammar, so that nothing here knows a language but for the few words of remarks, which
stand in ``patterns/en/registers.yaml``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from detente.model.edtf import Edtf
from detente.model.identity import statement_id
from detente.model.mention import Party, PlaceMention
from detente.model.register import Field, Row
from detente.model.span import Span
from detente.model.statement import FactKind, Participant, StatedDate, Statement, Status
from detente.rules.actors import Label, country_names, lexicon
from detente.rules.codebook import codebook, plover_type
from detente.rules.folding import fold
from detente.rules.places import gazetteer
from detente.rules.register_names import known_as, may_be_of, party_of, titled
from detente.rules.registers import RegisterKind, RowRule, visit_words, words

CONFIDENCE = 0.95
"""Of a statement made from columns. Registers err too, though seldom."""

REMARKED = 0.8
"""Of one read from a remark in words."""

LONGEST_NAME = 80
"""Characters of a party's name; what is longer is a remark."""

RULE = "register:"
"""What the rule of every statement from a register begins with."""

MEETING = "meeting"


class RowError(ValueError):
    """A row cannot be read; the message says why, for people. ``codes`` are the parties it is about, as far as they are known."""

    def __init__(self, reason: str, codes: Iterable[str] = ()) -> None:
        super().__init__(reason)
        self.codes = frozenset(codes)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a row stands in its document."""

    sha256: str
    start: int
    row: Row
    kind: RegisterKind

    def span(self, found: Field | None) -> Span:
        """The characters of a field in the document; the whole row where the register's kind and no column tells."""
        if found is None:
            return Span(self.start, self.start + len(self.row.text))
        return Span(self.start + found.span.start, self.start + found.span.end)

    def within(self, found: Field, start: int, end: int) -> Span:
        """Some characters of a field."""
        whole = self.span(found)
        if len(whole) != len(found.value):
            return whole
        return Span(whole.start + start, whole.start + end)


def row_statements(row: Row, kind: RegisterKind, sha256: str, start: int = 0) -> list[Statement]:
    """What ``row`` says, which stands at ``start`` in the document ``sha256``. Raises RowError where it cannot be read."""
    place = _Place(sha256, start, row, kind)
    made = [statement for rule in kind.statements if _applies(rule, row) for statement in _statements(place, rule)]
    return sorted({s.id: s for s in made}.values(), key=lambda s: (s.fact, s.kind, s.id))


def days_of(row: Row, kind: RegisterKind) -> tuple[str | None, str | None]:
    """The first and the last day that the row's columns of dates name; of a row without days neither."""
    columns = {c for r in kind.statements for c in (r.date, r.start, r.end, *r.since, r.until, r.seen) if c}
    days = [day.isoformat() for name in columns if (date := _plain_date(row.value(name))) for day in (date.earliest, date.latest) if day]
    return (min(days), max(days)) if days else (None, None)


def _applies(rule: RowRule, row: Row) -> bool:
    return all(row.value(column) in values for column, values in rule.where.items())


def _statements(place: _Place, rule: RowRule) -> Iterator[Statement]:
    source, target = _side(place, rule.source), _side(place, rule.target)
    if rule.mutual:
        source = target = tuple(dict.fromkeys((*source, *target)))
    try:
        yield from _told(place, rule, source, target)
    except RowError as error:
        raise RowError(str(error), (p.party.country for p in (*source, *target) if p.party.country)) from error


def _told(place: _Place, rule: RowRule, source: tuple[Participant, ...], target: tuple[Participant, ...]) -> Iterator[Statement]:
    date = _date(place, rule)
    if date is None:
        return
    day = date.edtf.earliest.isoformat() if date.edtf.earliest else ""
    to = target[0].party.country if target else None
    person = _person(place, rule, source[0].party.country, day, to)
    company = _company(place, rule, source[0].party.country, day)
    kind = _kind(place, rule)
    yield _made(place, kind, date, source, target, (*person, *company), _places(place, rule, target), CONFIDENCE)
    met = _met(place, rule, to, day)
    if met and person and target:
        both = tuple(dict.fromkeys((*source, *target)))
        yield _made(place, MEETING, date, both, both, (*person, *met), _places(place, rule, target), REMARKED)


def _made(
    place: _Place,
    kind: str,
    date: StatedDate,
    source: tuple[Participant, ...],
    target: tuple[Participant, ...],
    persons: tuple[Participant, ...],
    places: tuple[PlaceMention, ...],
    confidence: float,
) -> Statement:
    entry = codebook().kinds.get(kind)
    fact = entry.fact if entry is not None else FactKind.TENURE
    span = place.span(None)
    named = "/".join(p.party.name for p in persons)
    offices = [p.party.office for p in persons[:1] if p.party.office]
    return Statement(
        id=statement_id(place.sha256, fact, kind, span, named, date.edtf.text),
        document=place.sha256,
        fact=fact,
        kind=kind,
        span=span,
        quote=place.row.text,
        rule=f"{RULE}{place.kind.name}",
        confidence=confidence,
        plover=plover_type(entry, Status.HAPPENED) if entry else None,
        mode=entry.mode if entry else None,
        contexts=entry.contexts if entry else (),
        cameo=entry.cameo if entry else None,
        source=source,
        target=target,
        persons=persons,
        places=places,
        date=date,
        detail=(("office", offices[0]),) if fact is FactKind.TENURE and offices else (),
    )


def _side(place: _Place, name: str) -> tuple[Participant, ...]:
    """The parties that a column names, or the one that the kind of register does."""
    if not name:
        return ()
    if name in country_names():
        values = (f for fields in place.row.fields.values() for f in fields if len(f.value) <= LONGEST_NAME)
        found = next((f for f in values if party_of(f.value) == name), None)
        return (Participant(Party(country_names()[name], name), place.span(found)),)
    fields = place.row.fields.get(name, ())
    if not fields:
        raise RowError(f"no party stands in the column {place.kind.columns.get(name, name)}")
    parties = []
    for field in fields:
        code = party_of(field.value)
        if code is None:
            raise RowError(f"no party is known by the name {field.value!r}")
        parties.append(Participant(Party(country_names()[code], code), place.span(field)))
    return tuple(parties)


def _date(place: _Place, rule: RowRule) -> StatedDate | None:
    """When it was, by the columns of the rule; None where they are empty and the row may say other things."""
    row = place.row
    if rule.date:
        return _stated(place, rule.date, rule.date)
    if rule.start:
        found = _stated(place, rule.start, rule.end if row.first(rule.end) else rule.start)
        if found is None:
            raise RowError(f"no date stands in the column {place.kind.columns.get(rule.start, rule.start)}")
        return found
    since = next((name for name in rule.since if row.first(name)), None)
    if since is None:
        return None
    last = next((name for name in (rule.until, rule.seen) if name and row.first(name)), None)
    return _stated(place, since, last, open_end=last is None)


def _stated(place: _Place, first: str, last: str | None, open_end: bool = False) -> StatedDate | None:
    start, end = place.row.first(first), place.row.first(last)
    if start is None:
        return None
    low, high = _day(start), _day(end) if end is not None else None
    if high is not None and high.before(low):
        raise RowError(f"it ends ({high}) before it begins ({low})")
    span = place.span(start)
    if end is not None:
        span = span.cover(place.span(end))
    if open_end:
        return StatedDate(Edtf.interval(low, None), "stated", span)
    return StatedDate(low if high is None or high == low else Edtf.interval(low, high), "stated", span)


def _day(found: Field) -> Edtf:
    date = _plain_date(found.value)
    if date is None:
        raise RowError(f"{found.value!r} is no date such as 2016-05-23, 2016-05 or 2016")
    return date


def _plain_date(text: str) -> Edtf | None:
    """A date of year, month and day, or coarser; a time of day behind it is left away."""
    try:
        date = Edtf.parse(text.strip().split("T")[0])
    except ValueError:
        return None
    return date if date.earliest is not None and date.latest is not None and not date.is_interval else None


def _person(place: _Place, rule: RowRule, country: str | None, day: str, to: str | None) -> tuple[Participant, ...]:
    found = place.row.first(rule.person)
    if found is None:
        return ()
    person = titled(found.value)
    if person.vacant:
        raise RowError("the office is vacant")
    stated = place.row.value(rule.office)
    office = rule.offices.get(stated) or (person.office if rule.titles else None) or stated or None
    name = known_as(person.name, office, country, day, to)
    return (Participant(Party(name, country, office), place.span(found)),)


def _company(place: _Place, rule: RowRule, country: str | None, day: str) -> tuple[Participant, ...]:
    """Those in whose company the journey was made."""
    found = place.row.first(rule.company)
    if found is None:
        return ()
    matches = words().company.finditer(found.value)
    return tuple(_named(place, found, match.start("title"), match["title"], match["name"], country, day) for match in matches)


def _met(place: _Place, rule: RowRule, country: str | None, day: str) -> tuple[Participant, ...]:
    """Those of the other side whom the remark says that the traveller met."""
    found = place.row.first(rule.met)
    if found is None or country is None:
        return ()
    out = []
    for meeting in words().met.finditer(found.value):
        rest, at = meeting["rest"], 0
        while (match := words().someone.search(rest, at)) and (joint := words().joint.fullmatch(rest, at, match.start())):
            theirs = match["title"] not in words().others and not _foreign(joint["whose"], country)
            if theirs and may_be_of(_bare(match["name"]), match["title"], country, day):
                start = meeting.start("rest") + match.start()
                out.append(_named(place, found, start, match["title"], match["name"], country, day))
            at = match.end()
    return tuple(out)


def _foreign(word: str | None, country: str) -> bool:
    """Whether the word before a title says that the person is of another country ("Russian President")."""
    code = (party_of(word) or _demonym(word)) if word else None
    return code is not None and code != country


def _demonym(word: str) -> str | None:
    hits = [h for h in lexicon().hits(fold(word).text) if h.entry.label is Label.DEMONYM]
    return hits[0].entry.code if hits else None


def _named(place: _Place, found: Field, start: int, title: str, name: str, country: str | None, day: str) -> Participant:
    bare = _bare(name)
    span = place.within(found, start, start + len(title) + 1 + len(bare))
    return Participant(Party(known_as(bare, title, country, day), country, title), span)


def _bare(name: str) -> str:
    """A name without what only the sentence puts behind it."""
    return name.rstrip("’'").removesuffix("’s").removesuffix("'s")


def _kind(place: _Place, rule: RowRule) -> str:
    """The rule's kind, or a finer one that the remark tells."""
    remark = place.row.value(rule.refine)
    return next((kind for kind, pattern in visit_words() if pattern.search(remark)), rule.kind) if remark else rule.kind


def _places(place: _Place, rule: RowRule, target: tuple[Participant, ...]) -> tuple[PlaceMention, ...]:
    """The places that a column lists, with coordinates where one of the visited country is known by the name."""
    countries = {p.party.country for p in target}
    out = []
    for found in place.row.fields.get(rule.places, ()) if rule.places else ():
        at = 0
        for part in found.value.split(","):
            name = part.strip()
            start = at + len(part) - len(part.lstrip())
            at += len(part) + 1
            if not name:
                continue
            known = next((p for p in gazetteer().get(fold(name).text, ()) if p.country in countries), None)
            span = place.within(found, start, start + len(name))
            if known is None:
                out.append(PlaceMention(span, name, target[0].party.country if target else None))
            else:
                out.append(PlaceMention(span, name, known.country, known.lat, known.lon, known.kind))
    return tuple(out)
