"""The codebook: what kinds of event there are, what they mean, and the wording that tells of them.

YAML files of one family each under ``data/vocabulary/kinds``. A political scientist adds a kind there; nothing in Python names a kind's
wording. Loading checks every entry and names the file and the kind that is wrong, so a slip is found before any result is read.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any

from detente.model.errors import DataError
from detente.model.statement import FactKind, Status
from detente.rules.files import flag, names_in, read_yaml

FOLDER = "vocabulary/kinds"
WORDS = "patterns/en/words.yaml"
PLOVER = "vocabulary/plover.yaml"
LANGUAGE = "en"
"""The only language with frames so far; each kind keeps its frames under the language's code."""

PREPOSITIONS = (
    *("about", "against", "among", "as", "at", "between", "by", "for", "from", "in", "into", "near", "of", "off", "on", "outside"),
    *("over", "to", "toward", "under", "with"),
)
SLOTS = (
    *("subject", "object", "agent", "indirect", "owner", "modifier", "support", "circumstance", "complement", "predicate", "apposition"),
    *PREPOSITIONS,
)
"""Grammatical places beside a trigger. ``support`` is the subject of the verb that a noun hangs on ("France *held* talks"),
``circumstance`` that of the one it stands beside ("France agreed *at talks*"); the rest are named for grammar or preposition."""

CLASSES = ("@party", "@person", "@several", "@place", "@number", "@level", "@anything")
"""What may stand in a slot instead of words: someone who acts, a person, more than one, a place, a number, a partnership level's name."""


class Shape(StrEnum):
    """How the parties of an event are read from its grammar."""

    RECIPROCAL = "reciprocal"
    """Everyone who takes part is both source and target: a meeting, a signing."""
    DIRECTED = "directed"
    """One does something to another: a sanction, a gift, an accusation."""
    VISIT = "visit"
    """Someone goes to another's country: the target is where they go."""
    SINGLE = "single"
    """One party does something by itself: an election, a law."""


@dataclass(frozen=True, slots=True)
class Frame:
    """One way of wording an event: a trigger, what must stand beside it, and where its parties are found."""

    name: str
    """``<kind>/<number or name>``: what a statement's ``rule`` says."""
    kind: str
    part: str
    """``verb``, ``noun`` or ``adjective``."""
    triggers: tuple[tuple[str, ...], ...]
    """Each a lemma or several ("break off", "state visit"). ``@person`` is someone whom an entry or caption names without a verb."""
    needs: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Slot and the words or classes of which one must stand there."""
    bars: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Slot (or ``clause``) and the words of which none may stand there."""
    clause: tuple[str, ...] = ()
    """Words of which one must stand in the sentence."""
    sources: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    shape: Shape = Shape.DIRECTED
    status: Status | None = None
    dated: bool = False
    """The trigger must carry a date of its own ("the accords of 1984"): the noun alone tells no event."""
    party: bool = False
    """A party must stand in one of its slots: the wording alone is too common."""
    both: bool = False
    """Both sides must stand in the sentence: the document is not asked for the other."""
    terse: bool = False
    """Fits only entries of lists, headings and captions, where words are left out."""
    negated: bool = False
    """Fits only where the verb is denied: not to accept is to reject."""
    also: bool = False
    """Told beside what else the word tells, not instead of it: to congratulate a state on its independence is also to recognize it."""
    must: str = ""
    must_not: str = ""


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of event with its meaning and codes."""

    name: str
    family: str
    label: str
    definition: str
    is_not: str
    fact: FactKind
    plover: str | None
    mode: str | None
    modes: tuple[tuple[str, tuple[str, ...]], ...]
    """Modes told apart by what it is about: a demand *to free prisoners* is one to yield. Each with its words; the first that fits."""
    contexts: tuple[str, ...]
    cameo: str | None
    goldstein: float | None
    shape: Shape
    group: str
    """Kinds of one group tell the same event with more or less said: a visit and a state visit."""
    frames: tuple[Frame, ...]


@dataclass(frozen=True, slots=True)
class Codebook:
    """Every kind by name, in the order of the files."""

    kinds: Mapping[str, Kind]
    families: Mapping[str, tuple[str, ...]]

    def frames(self) -> Iterator[Frame]:
        """Every frame of every kind."""
        for kind in self.kinds.values():
            yield from kind.frames


@cache
def codebook() -> Codebook:
    """The shipped codebook, loaded and checked once. Raises DataError naming the file and the entry."""
    lists = {name: tuple(str(w) for w in words) for name, words in read_yaml(WORDS).items()}
    kinds: dict[str, Kind] = {}
    families: dict[str, tuple[str, ...]] = {}
    for file in names_in(FOLDER, ".yaml"):
        data = read_yaml(file)
        family = str(data["family"])
        families[family] = (*families.get(family, ()), *data["kinds"])
        for name, entry in data["kinds"].items():
            if name in kinds:
                raise DataError(f"data/{file}: the kind {name} is defined twice")
            kinds[name] = _kind(file, family, name, entry, lists)
    return Codebook(kinds, families)


@cache
def _plover() -> Mapping[str, Any]:
    data: Mapping[str, Any] = read_yaml(PLOVER)
    return data


def plover_type(kind: Kind, status: Status) -> str | None:
    """The PLOVER type of a kind's event by its status: a deed to come is an agreement or a threat, a denied or supposed one no event."""
    rules = _plover()
    if kind.plover is None or (status in rules["uncoded"] and kind.plover not in rules["words"]):
        return None
    return str(rules["planned"].get(kind.plover, kind.plover)) if status is Status.PLANNED else kind.plover


def _kind(file: str, family: str, name: str, entry: dict[str, Any], lists: Mapping[str, tuple[str, ...]]) -> Kind:
    where = f"data/{file}: {name}"
    for field in ("label", "definition", "is_not"):
        if not entry.get(field):
            raise DataError(f"{where}: {field} is missing; a kind without it cannot be told from its neighbours")
    shape = Shape(entry.get("shape", "directed"))
    frames = tuple(_frame(f"{where}, frame {n}", name, n, shape, frame, lists) for n, frame in enumerate(entry.get(LANGUAGE, ()), 1))
    return Kind(
        name=name,
        family=family,
        label=entry["label"],
        definition=entry["definition"],
        is_not=entry["is_not"],
        fact=FactKind(entry.get("fact", "event")),
        plover=entry.get("plover"),
        mode=entry.get("mode"),
        modes=tuple((str(mode), _words(where, words, lists)) for mode, words in entry.get("modes", {}).items()),
        contexts=tuple(entry.get("contexts", ())),
        cameo=entry.get("cameo"),
        goldstein=entry.get("goldstein"),
        shape=shape,
        group=str(entry.get("group", name)),
        frames=frames,
    )


_FRAME_FIELDS = frozenset(
    {
        "verb",
        "noun",
        "adjective",
        "name",
        "must",
        "must_not",
        "without",
        "clause",
        "source",
        "target",
        "shape",
        "status",
        "dated",
        "party",
        "both",
        "terse",
        "negated",
        "also",
    }
)


def _frame(where: str, kind: str, number: int, shape: Shape, entry: dict[str, Any], lists: Mapping[str, tuple[str, ...]]) -> Frame:
    parts = [p for p in ("verb", "noun", "adjective") if p in entry]
    if len(parts) != 1:
        raise DataError(f"{where}: give exactly one of verb, noun, adjective")
    for key in entry:
        if key not in _FRAME_FIELDS and key not in SLOTS:
            raise DataError(f"{where}: {key} is neither a field nor a slot ({', '.join(SLOTS)})")
    if not entry.get("must") or not entry.get("must_not"):
        raise DataError(f"{where}: give one text that must match (under `must`) and one that must not (under `must_not`)")
    without = entry.get("without", {})
    return Frame(
        name=f"{kind}/{entry.get('name', number)}",
        kind=kind,
        part=parts[0],
        triggers=tuple(tuple(w.split()) for w in _words(where, entry[parts[0]], lists)),
        needs=tuple((slot, _words(where, entry[slot], lists)) for slot in SLOTS if slot in entry),
        bars=tuple((str(slot), _words(where, words, lists)) for slot, words in without.items()),
        clause=_words(where, entry.get("clause", []), lists),
        sources=_slots(where, entry.get("source", [])),
        targets=_slots(where, entry.get("target", [])),
        shape=Shape(entry["shape"]) if "shape" in entry else shape,
        status=Status(entry["status"]) if "status" in entry else None,
        dated=flag(entry, "dated", where),
        party=flag(entry, "party", where),
        both=flag(entry, "both", where),
        terse=flag(entry, "terse", where),
        negated=flag(entry, "negated", where),
        also=flag(entry, "also", where),
        must=entry["must"],
        must_not=entry["must_not"],
    )


def _slots(where: str, names: list[str]) -> tuple[str, ...]:
    for name in names:
        if name not in SLOTS:
            raise DataError(f"{where}: {name} is not a slot ({', '.join(SLOTS)})")
    return tuple(names)


def _words(where: str, entries: list[str], lists: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """The words of a list with ``$names`` filled in and the British spelling of ``-ize`` added."""
    if not isinstance(entries, list):
        raise DataError(f"{where}: {entries!r} should be a list in [ ]")
    out: list[str] = []
    for entry in entries:
        word = str(entry)
        if word.startswith("$"):
            if word[1:] not in lists:
                raise DataError(f"{where}: there is no list {word} in data/{WORDS}")
            out.extend(lists[word[1:]])
        elif word.startswith("@") and word not in CLASSES:
            raise DataError(f"{where}: {word} is not one of {', '.join(CLASSES)}")
        else:
            out.append(word)
    out.extend(w.replace("iz", "is") for w in list(out) if "ize" in w or "ization" in w)
    return tuple(dict.fromkeys(out))
