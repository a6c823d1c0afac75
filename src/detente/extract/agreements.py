"""Agreements as objects: each name as written, and which names in a document are one agreement.

"The Bilateral Trade Agreement (BTA)", "the BTA" and "the trade agreement" are one. The key of an agreement is what its names have in common
wherever they stand: the sort of text and the words that tell it apart, without the names of its parties, which its statements carry.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from detente.model.mention import ActorKind
from detente.model.reading import Reading
from detente.model.span import Span
from detente.model.statement import FactKind, Statement
from detente.rules.agreements import AgreementRules, agreement_rules
from detente.rules.folding import fold

_WORD = re.compile(r"[^\W_][\w'’.-]*[\w]|[^\W_]")
_GAP = re.compile(r"[ \t]*\n?[ \t]*|\s?[–-]\s?")
_YEAR_BEFORE = re.compile(r"\b(1[5-9]\d\d|20\d\d)[ \t]+\Z")
_YEAR_BEHIND = re.compile(r"\s+of\s+(1[5-9]\d\d|20\d\d)\b")
_LETTERS = re.compile(r"\s*\(\s*(?:the\s+)?[\"“”'‘’]?(?P<letters>[A-Z][A-Za-z&/-]{1,9}[A-Z])[\"“”'’]?\s*\)")
_LEFT = 7
"""Words of a name before its head; the longest in the historical corpus have six."""
_RIGHT = 12
"""Words of a name behind its head."""
_ABOUT = 5
"""Words in small letters behind the head that say what the agreement is about."""
_CONTEXT = 120
"""Characters either side of a head in which its name is looked for."""
_BESIDE = 300
"""Characters beside a quote in which its object may stand: a relative clause's noun, a passive's subject."""
_SEPARATE = ("joint_statement",)
"""Kinds whose texts are named like agreements though the fact is an event."""


_Word = tuple[str, int, int]
"""A word with its offsets."""
_Identity = tuple[str, frozenset[str]]
"""The group of an agreement's head, and the words that tell it apart."""


@dataclass(frozen=True, slots=True)
class AgreementMention:
    """An agreement named in the text."""

    span: Span
    name: str
    """As written, without article."""
    group: str
    kind: str
    """What its head says: ``treaty``, ``agreement``, ``memorandum``, ``protocol``, ``declaration``, ..."""
    words: frozenset[str]
    """What tells it apart from others; empty for a bare "the treaty"."""
    proper: bool
    """Written as a name, with capitals."""
    definite: bool
    several: bool = False
    """A bare plural ("trade agreements"), which is no one agreement."""
    key: str | None = None
    """The same for every name of one agreement; None where nothing tells which it is."""
    best: str | None = None
    """Its fullest name in the document."""
    subject: str | None = None


def find_agreements(reading: Reading) -> tuple[AgreementMention, ...]:
    """The agreements named in a document, in order, each with its key and fullest name."""
    text, rules = reading.document.text, agreement_rules()
    countries = [m.span for m in reading.actors if m.kind is ActorKind.COUNTRY]
    found = [m for m in (_mention(text, match, rules, countries) for match in rules.head.finditer(text)) if m is not None]
    found += _by_letters(text, found, rules)
    found.sort(key=lambda m: (m.span.start, -m.span.end))
    return _identified([m for i, m in enumerate(found) if not any(o.span.contains(m.span) for o in found[max(0, i - 3) : i])])


def name_agreements(reading: Reading, statements: Iterable[Statement]) -> list[Statement]:
    """The same statements; those about an agreement get its full name as object, and its key, kind, subject and stage as detail."""
    held = list(statements)
    if not any(_about_text(statement) for statement in held):
        return held
    mentions, text = find_agreements(reading), reading.document.text
    return [_named(statement, mentions, text) if _about_text(statement) else statement for statement in held]


def _about_text(statement: Statement) -> bool:
    return statement.fact is FactKind.AGREEMENT or statement.kind in _SEPARATE


def _named(statement: Statement, mentions: tuple[AgreementMention, ...], text: str) -> Statement:
    mention = _meant(statement, mentions, text)
    stage = agreement_rules().stage(statement.kind, statement.quote)
    detail = list(statement.detail)
    if mention is not None:
        detail += [("agreement", mention.key)] if mention.key else []
        detail.append(("agreement_kind", mention.kind))
        detail += [("subject", mention.subject)] if mention.subject else []
    detail += [("stage", stage)] if stage else []
    name = mention.best if mention is not None and mention.key else None
    return replace(statement, object=name or statement.object, detail=tuple(detail))


def _meant(statement: Statement, mentions: tuple[AgreementMention, ...], text: str) -> AgreementMention | None:
    """The agreement that the statement's object names, in the quote or beside it; without an object the only one in the quote."""
    if statement.object is None:
        inside = [m for m in mentions if statement.span.overlaps(m.span)]
        return inside[0] if len({m.key for m in inside}) == 1 else None
    low = max(0, statement.span.start - _BESIDE)
    at = text.find(statement.object, statement.span.start, statement.span.end)
    at = at if at >= 0 else text.rfind(statement.object, low, statement.span.end + _BESIDE)
    place = Span(at, at + len(statement.object)) if at >= 0 else statement.span
    return next((m for m in mentions if m.span.overlaps(place)), None)


def _mention(text: str, match: re.Match[str], rules: AgreementRules, countries: list[Span]) -> AgreementMention | None:
    head = match["head"]
    low = " ".join(head.lower().split())
    group, kind = rules.of_head[low]
    before, behind = _before(text, match.start()), _behind(text, match.end())
    if _trapped(before, behind, rules):
        return None
    left = _left(before, rules)
    right = _right(behind, rules, bare=not left, of=head[0].isupper() or kind in rules.of_kinds)
    span = Span(left[-1][1] if left else match.start(), right[-1][2] if right else match.end())
    proper = head[0].isupper() and bool(left or right)
    named = proper or any(w[0].lower() in rules.subjects for w in left) or (bool(right) and kind in rules.of_kinds)
    words = _telling((*reversed(left), *right), countries, rules)
    if not words and (year := _year(text, span)) is not None:
        words, span, named = frozenset({year[1]}), span.cover(Span(year.start(1), year.end(1))), True
    name = _clean(span.of(text))
    if (low in rules.weak and not named) or name.lower() in rules.traps:
        return None
    at = [w for w in before[len(left) :] if not w[0].isdigit()][:1]
    definite = bool(at) and at[0][0].lower() in rules.definite
    several = low.endswith("s") and not (proper or (definite and words))
    return AgreementMention(span, name, group, kind, words, proper, definite, several=several, subject=_subject(text, left, right, rules))


def _year(text: str, span: Span) -> re.Match[str] | None:
    """The year that alone tells an agreement apart: "the Convention of 1818", "the 1902 agreement"."""
    return _YEAR_BEHIND.match(text, span.end) or _YEAR_BEFORE.search(text, max(0, span.start - 8), span.start)


def _trapped(before: list[_Word], behind: list[_Word], rules: AgreementRules) -> bool:
    """Whether the words beside a head show that it names no agreement, or a part of another name."""
    if before and before[0][0].lower() in rules.not_before:
        return True
    if not behind:
        return False
    after = behind[0][0]
    return after.lower() in rules.not_behind or (after[0].isupper() and _stem(after) in rules.followers)


def _telling(words: Iterable[_Word], countries: list[Span], rules: AgreementRules) -> frozenset[str]:
    """The words that tell an agreement apart: without fillers, and without the countries between which it is."""
    kept = set()
    for word, start, _ in words:
        for part in re.finditer(r"[^-–]+", word):
            low = part[0].lower()
            if low not in rules.fillers and not any(c.start <= start + part.start() < c.end for c in countries):
                kept.add(_stem(part[0]))
    return frozenset(kept - {""})


def _before(text: str, start: int) -> list[_Word]:
    """The words before a head, nearest first, as far as nothing but space or a hyphen parts them."""
    low = max(0, start - _CONTEXT)
    out: list[_Word] = []
    reached = start
    for word in reversed(list(_WORD.finditer(text, low, start))):
        if not _GAP.fullmatch(text, word.end(), reached) or (word.start() == low and low > 0) or len(out) > _LEFT:
            break
        out.append((word[0], word.start(), word.end()))
        reached = word.start()
    return out


def _behind(text: str, end: int) -> list[_Word]:
    out: list[_Word] = []
    reached = end
    for word in _WORD.finditer(text, end, min(len(text), end + _CONTEXT)):
        if not _GAP.fullmatch(text, reached, word.start()) or len(out) > _RIGHT:
            break
        out.append((word[0], word.start(), word.end()))
        reached = word.end()
    return out


def _left(before: list[_Word], rules: AgreementRules) -> list[_Word]:
    """Those words before the head that belong to the name, nearest first."""
    kept = 0
    for index, (word, _, _) in enumerate(before[:_LEFT]):
        low = word.lower()
        if low in rules.joiners and index:
            if low == "the" and (index + 1 == len(before) or before[index + 1][0].lower() not in rules.about):
                break
            continue
        if low in rules.of_head:
            break
        if (word[0].isupper() and low not in rules.definite and low not in rules.stops) or low in rules.subjects:
            if kept < index and not word[0].isupper():
                break
            kept = index + 1
        else:
            break
    while kept and before[kept - 1][0].lower() in rules.joiners:
        kept -= 1
    return before[:kept]


def _right(behind: list[_Word], rules: AgreementRules, bare: bool, of: bool) -> list[_Word]:
    """Those words behind the head that belong to the name: "of Amity and Cooperation", "on the border"."""
    if not behind or behind[0][0].lower() not in rules.about:
        return []
    first = next((w[0] for w in behind[1:] if w[0].lower() not in rules.joiners), "")
    capital = first[:1].isupper()
    if behind[0][0].lower() == "of" and not (of and (capital or bare)):
        return []
    kept = 0
    for index, (word, _, _) in enumerate(behind):
        low = word.lower()
        if low in rules.joiners or low in rules.about:
            continue
        if (
            low in rules.stops
            or low in rules.of_head
            or word[0].isdigit()
            or word[0].isupper() != capital
            or (not capital and index > _ABOUT)
        ):
            break
        kept = index + 1
    return behind[:kept]


def _subject(text: str, left: list[_Word], right: list[_Word], rules: AgreementRules) -> str | None:
    """What the agreement is about, as written: the words behind "on", else the small words before the head."""
    told = [w for w in right[1:] if w[0].lower() != "the"]
    if told:
        return _clean(text[told[0][1] : told[-1][2]])
    words = [w for w in reversed(left) if w[0].lower() in rules.subjects]
    return _clean(text[words[0][1] : words[-1][2]]) if words else None


def _by_letters(text: str, found: list[AgreementMention], rules: AgreementRules) -> list[AgreementMention]:
    """The places where an agreement stands by its letters alone: those that the document explains, and those known everywhere."""
    explained: dict[str, AgreementMention] = {}
    for mention in found:
        match = _LETTERS.match(text, mention.span.end)
        if match is not None and _initials(match["letters"], mention.name):
            explained.setdefault(match["letters"], mention)
    names = [*explained, *(letters for letters in rules.letters if letters not in explained)]
    pattern = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, sorted(names, key=lambda n: (-len(n), n))))})(?![\w-])")
    out = []
    for match in pattern.finditer(text):
        span = Span(match.start(), match.end())
        whole = next((m for m in found if m.span.contains(span)), None)
        source = explained.get(match[0]) or _known(match[0], rules)
        if whole is not None:
            found[found.index(whole)] = replace(whole, words=source.words, name=whole.name, best=source.name)
        else:
            out.append(replace(source, span=span, name=match[0], definite=True, best=source.name, proper=True))
    return out


def _known(letters: str, rules: AgreementRules) -> AgreementMention:
    name = rules.letters[letters]
    match = next(iter(rules.head.finditer(name)), None)
    group, kind = rules.of_head[match["head"].lower()] if match is not None else ("pact", "agreement")
    head = match["head"] if match is not None else ""
    words = _telling([(w, 0, 0) for w in _WORD.findall(name) if w != head], [], rules)
    return AgreementMention(Span(0, 0), name, group, kind, words, proper=True, definite=True)


def _initials(letters: str, name: str) -> bool:
    """Whether the letters stand for the name: each is the first of one of its words, in order."""
    initials = iter(word[0].upper() for word in re.split(r"[\s-]+", name) if word)
    return all(any(letter == initial for initial in initials) for letter in letters if letter.isupper())


def _identified(mentions: list[AgreementMention]) -> tuple[AgreementMention, ...]:
    """The mentions with their keys: the same words, or fewer of them where only one fuller name is in the document."""
    first: dict[_Identity, int] = {}
    for index, mention in enumerate(mentions):
        if mention.words and not mention.several:
            first.setdefault((mention.group, mention.words), index)
    fullest = {f: index for f, index in first.items() if not any(o[0] == f[0] and o[1] > f[1] for o in first)}
    identities = [_fullest(m, index, fullest) for index, m in enumerate(mentions)]
    names: dict[_Identity, str] = {}
    for mention, identity in zip(mentions, identities, strict=True):
        if identity is not None and mention.words:
            name = mention.best or mention.name
            known = names.get(identity)
            if known is None or _fullness(name) > _fullness(known):
                names[identity] = name
    pairs = zip(mentions, identities, strict=True)
    return tuple(replace(m, key=None if i is None else _key(i), best=None if i is None else names[i]) for m, i in pairs)


def _fullness(name: str) -> tuple[bool, int]:
    """How full a name is: capitals before small letters, then the number of its words. The first of two alike is kept."""
    return name[0].isupper(), len(name.split())


def _fullest(mention: AgreementMention, index: int, full: dict[_Identity, int]) -> _Identity | None:
    """The identity that a mention has by its own words, or by the only fuller name; a bare "the treaty" asks for one told before."""
    own = (mention.group, mention.words)
    if mention.several:
        return None
    if mention.definite or mention.proper:
        larger = [f for f in full if f[0] == mention.group and f[1] > mention.words]
        if len(larger) == 1 and (mention.words or full[larger[0]] < index):
            return larger[0]
    return own if mention.words else None


def _key(identity: _Identity) -> str:
    return f"{identity[0]}:{'-'.join(sorted(identity[1]))}"


def _stem(word: str) -> str:
    low = fold(word).text.lower().removesuffix("'s").strip("'.-")
    if len(low) > 4 and low.endswith("ies"):
        return low[:-3] + "y"
    return low[:-1] if len(low) > 3 and low.endswith("s") and not low.endswith("ss") else low


def _clean(name: str) -> str:
    return " ".join(name.split())
