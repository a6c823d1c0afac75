"""Where an outlet is at home, as far as its name or its address tells."""

from __future__ import annotations

import re
from functools import cache

from detente.rules.actors import Label, country_names, lexicon
from detente.rules.files import read_csv
from detente.rules.folding import fold

FILE = "gazetteers/domains.csv"

_NAMES = frozenset({Label.NAME, Label.DEMONYM, Label.METONYM})
_ADDRESS = re.compile(r"(?i)(?:[a-z0-9-]+\.)+([a-z]{2,})(?=[/>\s]|\Z)")


def home_of(outlet: str | None) -> str | None:
    """The country that an outlet's name or address names ("Vietnam News", "vietnamnews.vn"); None where neither tells, or two are named."""
    if not outlet:
        return None
    address = _ADDRESS.search(outlet)
    if address is not None:
        found = _domains().get(address[1].lower())
        if found is not None:
            return found
    named = {hit.entry.code for hit in lexicon().hits(fold(outlet).text) if hit.entry.label in _NAMES and hit.entry.code in country_names()}
    return named.pop() if len(named) == 1 else None


@cache
def _domains() -> dict[str, str]:
    return {row["domain"]: row["country"] for row in read_csv(FILE)}
