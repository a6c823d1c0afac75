"""What the heads of papers tell: the meeting or telephone call that minutes record, and the letter that went from one side to the other.

The head names what the paper is, those who were there or wrote, the day and the place; the text below rarely says so again.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from detente.extract.events.context import Context
from detente.extract.events.scene import PEOPLE
from detente.extract.events.sides import countries, is_state, merge
from detente.model.identity import statement_id
from detente.model.mention import ActorMention, Party, PlaceMention
from detente.model.reading import Reading
from detente.model.span import Span
from detente.model.statement import Participant, StatedDate, Statement, Status
from detente.rules.codebook import codebook, plover_type
from detente.rules.papers import letter_head, paper_words, record_heads, wholes

_LETTER = "letter"
_HEAD = 4000
"""Characters at a document's start that can belong to its head: lists of those present are long."""
_HEADING = 1000
"""Characters at its start within which a head names those who take part and the subject."""
_LINE = 160
"""Characters beyond which a line tells something and lists nobody."""
_TOLD = 8
"""Words from which on a line that ends in a full stop is a sentence."""
_TOGETHER = 400
"""Characters within which a first line and the day below it are quoted together."""
_CONFIDENCE = 0.9
"""A head names its parties and day by their places; read by eye on diplomatic papers. Measure again when more heads are labelled."""
_WEAK = frozenset({"office_after", "office_before", "pronoun", "body_near"})
"""Rules that take an office for somebody named nearby: in a list everyone is somebody else."""
_CAPITALS = frozenset({"metonym", "locative"})
_PIECE = re.compile(r"(?:^|[,;:(–—-]|--)\s*(?:(?:the|his|her|h\.e\.|excellency|mr\.?|mrs\.?|ms\.?|dr\.?)\s+)*$", re.IGNORECASE)
"""What stands between the start of a piece of a line and a country that it begins with."""
_WORD = re.compile(r"[^\W\d_]+")
_SPEAKER = re.compile(r"[^:]{2,60}:\s+\S")


def head_statements(context: Context) -> Iterator[Statement]:
    """The meeting, call or letter that a paper's head tells; none where the head does not tell both sides and the day."""
    reading = context.reading
    first = _first_line(reading.document.text)
    date = _date(reading)
    if date is None or date.span is None:
        return
    line = first.of(reading.document.text)
    letter = letter_head().match(line)
    if letter is not None:
        yield from _letter(first, letter, date, reading)
        return
    for kind, pattern in record_heads().items():
        found = pattern.match(line)
        if found is not None:
            yield from _recorded(kind, Span(first.start + found.start("name"), first.end), date, reading)
            return


def _first_line(text: str) -> Span:
    start = len(text) - len(text.lstrip())
    end = text.find("\n", start)
    return Span(start, end if end >= 0 else len(text))


def _date(reading: Reading) -> StatedDate | None:
    """The day of the head: the document's own date, where it is a day and stands there."""
    published, span = reading.document.published, reading.document.published_span
    if published is None or span is None or span.start > _HEAD or published.earliest is None or published.earliest != published.latest:
        return None
    return StatedDate(published, "stated", span)


def _recorded(kind: str, name: Span, date: StatedDate, reading: Reading) -> Iterator[Statement]:
    """The meeting of those listed; in the first line, where nobody is listed."""
    text = reading.document.text
    lines = list(_listed(text)) or [name]
    parties, unnamed = _present(lines, reading)
    home = _home(countries(parties), unnamed, reading)
    rule = "head"
    if home is not None:
        parties.append(home)
        rule = "head+home"
    if len(countries(parties)) > 1:
        yield _statement(kind, rule, name, date, tuple(parties), tuple(parties), reading)


def _letter(first: Span, found: re.Match[str], date: StatedDate, reading: Reading) -> Iterator[Statement]:
    sender, receiver = (Span(first.start + found.start(side), first.start + found.end(side)) for side in ("sender", "receiver"))
    source, _ = _present([sender], reading)
    target, unnamed = _present([receiver], reading)
    rule = "head"
    if not source and countries(target) and _is_ruler(found["sender"]):
        capital = _capital(reading)
        source, rule = [capital] if capital is not None else [], "head+home"
    elif source and not target:
        home = _home(countries(source), unnamed, reading)
        target, rule = [home] if home is not None else [], "head+home"
    if len(countries(source)) == 1 and len(countries(target)) == 1 and countries(source) != countries(target):
        yield _statement(_LETTER, rule, Span(first.start + found.start("name"), first.end), date, tuple(source), tuple(target), reading)


def _is_ruler(sender: str) -> bool:
    return any(sender.lower().removeprefix("the ").startswith(office) for office in paper_words()["rulers"])


def _listed(text: str) -> Iterator[Span]:
    """The lines of the head that list who was there, and what follows such a label on its own line."""
    listing, at = False, 0
    words = paper_words()
    for line in text[:_HEAD].splitlines(keepends=True):
        start, at = at, at + len(line)
        label, colon, rest = line.strip().partition(":")
        name = label.strip().lower()
        if name in words["lists"]:
            listing = True
            if colon and rest.strip():
                yield Span(start + line.index(":") + 1, start + len(line.rstrip()))
        elif name in words["labels"]:
            listing = False
        elif listing and line.strip():
            if _tells(line.strip()):
                return
            yield Span(start, start + len(line.rstrip()))


def _tells(line: str) -> bool:
    """Whether a line is a sentence or somebody's words, and lists nobody."""
    sentence = line.endswith((".", "?", "!", ":")) and len(line.split()) >= _TOLD
    return len(line) > _LINE or sentence or _SPEAKER.match(line) is not None


def _present(lines: Sequence[Span], reading: Reading) -> tuple[list[Participant], list[Span]]:
    """Who of a known state was there, and the lines of those whose state the list does not tell."""
    out: list[Participant] = []
    side: Participant | None = None
    unnamed: list[Span] = []
    for line in lines:
        mentions = [m for m in reading.actors if line.contains(m.span) and m.parties and m.rule not in _WEAK]
        heading = _side(line, mentions, reading.document.text)
        if heading is not None:
            side = heading
            merge(out, [side])
            continue
        found = _of_line(line, mentions, side, reading.document.text)
        unnamed.extend([] if found else [line])
        merge(out, found)
    return _people_first(_of_halves(out), reading), unnamed


def _of_halves(found: Sequence[Participant]) -> list[Participant]:
    """Those of a divided country as of the one half of it that is at the table: "Ambassador of *Vietnam*" beside the South's president."""
    here = countries(found)
    half = {whole: parts[0] for whole, halves in wholes().items() if len(parts := [h for h in halves if h in here]) == 1}
    return [replace(p, party=replace(p.party, country=half.get(p.party.country or "", p.party.country))) for p in found]


def _people_first(found: Sequence[Participant], reading: Reading) -> list[Participant]:
    """The persons of each state, and the state itself where no person of it is named."""
    people = _people(found, reading)
    known = countries(people)
    return [p for p in found if p in people or p.party.country not in known]


def _people(found: Sequence[Participant], reading: Reading) -> list[Participant]:
    spans = {m.span for m in reading.actors if m.kind in PEOPLE}
    return [p for p in found if p.span in spans]


def _side(line: Span, mentions: Sequence[ActorMention], text: str) -> Participant | None:
    """The state that heads its people: a line that names a country and nobody."""
    if not mentions or any(m.kind in PEOPLE for m in mentions) or len({p.country for m in mentions for p in m.parties}) != 1:
        return None
    first = mentions[0]
    rest = text[line.start : first.span.start] + " " + text[mentions[-1].span.end : line.end]
    plain = all(word.lower() in paper_words()["sides"] for word in _WORD.findall(rest))
    return Participant(first.parties[0], first.span) if plain and is_state(first.parties[0].country) else None


def _of_line(line: Span, mentions: Sequence[ActorMention], side: Participant | None, text: str) -> list[Participant]:
    """Who stands in a line, each with the state that their side, their own description or their name tells."""
    people = [m for m in mentions if m.kind in PEOPLE]
    own = side if side is not None else next((s for m in mentions if (s := _described(m, line, text)) is not None), None)
    if own is not None and (side is not None or len(people) <= 1):
        state = own.party.country
        named = [Participant(replace(p, country=state), m.span) for m in people for p in m.parties]
        return named or [own]
    known = [Participant(p, m.span) for m in people for p in m.parties if is_state(p.country) and not _is_posted(p)]
    return known or ([own] if own is not None else [])


def _described(mention: ActorMention, line: Span, text: str) -> Participant | None:
    """The state that a piece of a line begins with: "*Finnish* Ambassador", not "Ambassador to *Finland*" nor "*Finnish* Affairs"."""
    party = mention.parties[0]
    if mention.kind in PEOPLE or mention.rule in _CAPITALS or not is_state(party.country):
        return None
    if mention.span.of(text).lower() in paper_words()["anybodys"]:
        return None
    before, after = text[line.start : mention.span.start], text[mention.span.end : line.end]
    piece = re.split(r"[,;(–—]", after, maxsplit=1)[0]
    looked_after = any(word.lower() in paper_words()["desks"] for word in _WORD.findall(piece))
    where = mention.rule == "name" and before.strip() != "" and not piece.strip()  # "Military Command, *Vietnam*"
    return Participant(party, mention.span) if _PIECE.search(before) is not None and not looked_after and not where else None


def _is_posted(party: Party) -> bool:
    """Whether the country told with an office is where its holder is sent: "Ambassador *in Vietnam*"."""
    words = _WORD.findall((party.office or "").lower())
    return bool(set(words[:3]) & paper_words()["envoys"]) and any(word in paper_words()["posts"] for word in words[1:])


def _home(known: set[str], unnamed: Sequence[Span], reading: Reading) -> Participant | None:
    """The state whose paper it is, where the list leaves its people's state unsaid: they hold offices, the paper was written in its
    capital, and its name stands in the head or in the text more often than any other but the guest's."""
    capital = _capital(reading)
    offices = {word.lower() for line in unnamed for word in _WORD.findall(line.of(reading.document.text))}
    if len(known) != 1 or capital is None or capital.party.country in known or not offices & paper_words()["offices"]:
        return None
    state = capital.party.country
    counts = Counter(p.country for m in reading.actors for p in m.parties if is_state(p.country) and p.country not in known)
    counts.update(p.country for p in reading.places if is_state(p.country) and p.country not in known)
    in_head = any(m.span.start < _HEADING and m.span != capital.span for m in reading.actors for p in m.parties if p.country == state)
    return capital if in_head or counts[state] == max(counts.values()) else None


def _capital(reading: Reading) -> Participant | None:
    """The state in whose capital the paper was written, by the line of its date."""
    date = reading.document.published_span
    if date is None:
        return None
    text = reading.document.text
    line = Span(text.rfind("\n", 0, date.start) + 1, date.start)
    found = [m for m in reading.actors if line.contains(m.span) and m.rule in _CAPITALS and m.parties]
    return Participant(found[-1].parties[0], found[-1].span) if found and is_state(found[-1].parties[0].country) else None


def _statement(
    name: str, rule: str, head: Span, date: StatedDate, source: tuple[Participant, ...], target: tuple[Participant, ...], reading: Reading
) -> Statement:
    kind = codebook().kinds[name]
    document = reading.document
    span = head.cover(date.span) if date.span is not None and 0 <= date.span.end - head.start <= _TOGETHER else head
    rule = f"{name}/{rule}"
    persons = dict.fromkeys(_people((*source, *target), reading))
    return Statement(
        id=statement_id(document.sha256, kind.fact, kind.name, span, rule, date.edtf.text),
        document=document.sha256,
        fact=kind.fact,
        kind=kind.name,
        span=span,
        quote=span.of(document.text),
        rule=rule,
        confidence=_CONFIDENCE,
        plover=plover_type(kind, Status.HAPPENED),
        mode=kind.mode,
        contexts=kind.contexts,
        cameo=kind.cameo,
        source=source,
        target=target,
        persons=tuple(persons),
        places=_places(span, reading),
        date=date,
        status=Status.HAPPENED,
    )


def _places(span: Span, reading: Reading) -> tuple[PlaceMention, ...]:
    """The places named in the first line and that of the date; a capital that stands for its state is where it was, too."""
    named = [p for p in reading.places if span.contains(p.span)]
    text = reading.document.text
    for mention in reading.actors:
        known = any(p.span.overlaps(mention.span) for p in named)
        if span.contains(mention.span) and mention.rule in _CAPITALS and mention.parties and not known:
            named.append(PlaceMention(mention.span, mention.span.of(text), mention.parties[0].country, kind="city"))
    return tuple(sorted(named, key=lambda p: p.span))
