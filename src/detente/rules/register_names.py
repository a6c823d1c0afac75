"""Who is meant in a register: parties by the names that lists give them, persons by the name that other texts give them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from detente.model.folding import words as name_words
from detente.rules.actors import Label, country_names, lexicon
from detente.rules.files import read_csv
from detente.rules.folding import fold
from detente.rules.offices import Tenure, office_key, tenures, who
from detente.rules.registers import words

ENVOY = "ambassador"
"""The key of an office that is held to another party."""

PLACES = "vocabulary/registers/places.csv"

_BRACKETS = re.compile(r"\s*[(\[\"“][^)\]\"”]*[)\]\"”]")
_SMALL = frozenset({"and", "of", "the"})
_ENDINGS = frozenset({"jr", "sr", "ii", "iii", "iv", "3rd"})


@dataclass(frozen=True, slots=True)
class Titled:
    """A person as a list names one, taken apart."""

    name: str
    """Without title and brackets, capitals only at the beginning of words."""
    office: str | None
    """The title, where it is one of office."""
    vacant: bool = False


@cache
def party_of(name: str) -> str | None:
    """The code of the party that a register calls ``name``: a code, a name, a name turned round ("Korea, South"), or a slug."""
    plain = " ".join(name.split())
    if plain.upper() in country_names() and plain.isupper():
        return plain
    for form in _forms(plain):
        code = _places().get(form.lower()) or _named(form)
        if code is not None:
            return code
    return None


@cache
def _places() -> dict[str, str]:
    return {row["name"].lower(): row["code"] for row in read_csv(PLACES)}


def _forms(name: str) -> tuple[str, ...]:
    bare = _BRACKETS.sub("", name).strip()
    plain = [form.removeprefix("The ") for form in (name, bare)]
    inside = re.findall(r"\(([^)]*)\)", name)
    slug = " ".join(w if w in _SMALL else w[:1].upper() + w[1:] for w in re.sub(r"-\d{4}$", "", bare).replace("-", " ").split())
    turned = [" ".join(reversed(form.split(", "))) for form in (name, bare) if form.count(", ") == 1]
    return tuple(dict.fromkeys(form for form in (name, *turned, bare, *plain, slug, bare.split(", ")[0], *inside) if form))


def _named(form: str) -> str | None:
    text = fold(form).text
    hits = [h for h in lexicon().hits(text) if h.entry.label in (Label.NAME, Label.ORGANISATION)]
    return hits[0].entry.code if len(hits) == 1 and (hits[0].start, hits[0].end) == (0, len(text)) else None


@cache
def titled(text: str) -> Titled:
    """A person written with titles ("Prime Minister Tran Van Huu", "Ambassador Ted G. OSIUS III")."""
    bare = _BRACKETS.sub("", text.split(";")[0]).strip()
    match = words().titled.match(bare)
    title = match.group().strip(" ,") if match else ""
    name = _written(bare[match.end() :] if match else bare)
    vacant = not name or words().vacant.search(text.split(";")[0]) is not None
    return Titled(name, title if title and title not in words().courtesy else None, vacant)


def _written(name: str) -> str:
    """A name with family names in capitals ("Tran Dai QUANG") and stray signs put right."""
    generations = words().generations
    out = []
    for word in name.strip(" ,").split():
        bare = word.strip(".,")
        shout = len(bare) > 1 and bare.isupper() and "." not in bare and bare not in generations
        out.append("-".join(part[:1] + part[1:].lower() for part in word.split("-")) if shout else word)
    return " ".join(out).strip(" ,")


@cache
def office_of(office: str) -> str | None:
    """The key of an office as worded; None for no office, and for a lesser one such as a deputy's."""
    return None if words().lesser.search(office) else office_key(office)


@cache
def known_as(name: str, office: str | None, country: str | None, day: str, to: str | None = None) -> str:
    """The name by which the holder of ``office`` on ``day`` is known, where ``name`` can be that person's; else ``name`` itself.

    A register's "William J. Clinton" is the "Bill Clinton" of other texts; one that names somebody else keeps its own word.
    ``to`` is where an envoy is sent.
    """
    key = office_of(office) if office else None
    key = f"{key}:{to}" if key == ENVOY and to else key
    held = who(key, country, day) if key and country else None
    return _BRACKETS.sub("", held.holder) if held is not None and _can_be(name, held) else name


@cache
def may_be_of(name: str, office: str, country: str, day: str) -> bool:
    """Whether ``name``, met in ``country`` as holder of ``office``, can be of that country.

    Not where the table of office holders knows another holder there, or knows the person as another country's.
    """
    key = office_of(office)
    held = who(key, country, day) if key else None
    if held is not None:
        return _can_be(name, held)
    known = [tenure.country for tenure in tenures(name) if tenure.holds(day)]
    return not known or country in known


def _can_be(name: str, held: Tenure) -> bool:
    wanted = {word for short in (*held.short, held.holder) for word in _telling(short)[-1:]}
    return bool(wanted & set(_telling(name)))


def _telling(name: str) -> tuple[str, ...]:
    return tuple(word for word in name_words(name.replace("-", " ")) if len(word) > 1 and word not in _ENDINGS)
