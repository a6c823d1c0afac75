"""Whether a document writes the day or the month first."""

from __future__ import annotations

import re
from collections.abc import Iterable

from detente.model.calendar import Day
from detente.model.timeparse import TimeCandidate

_DAY_FIRST_OUTLETS = re.compile(r"\.(?:vn|uk|ie|fr|de|au|in|it|es|gr|tr|ru|eu|th|br|mx)\b|[ăđơưĐ]", re.IGNORECASE)


def month_first(candidates: Iterable[TimeCandidate], published: Day | None, spelled: Iterable[Day] = ()) -> bool:
    """Whether "8/7/2025" is the 7th of August here: by dates that can be read one way only, by dates that the document also gives in
    another form, then by the mark between the numbers (a dot puts the day first). The rest of the world writes the day first."""
    known = set(spelled) | ({published} if published else set())
    votes = 0
    for candidate in candidates:
        parts = [int(p) for p in re.split(r"[./-]", str(candidate.fields["numeric"]))]
        if parts[0] > 31:
            continue
        first, second, year = parts
        if first > 12:
            votes -= 3
        elif second > 12:
            votes += 3
        elif first != second:
            votes += 2 * ((year, first, second) in known) - 2 * ((year, second, first) in known)
        if "." in str(candidate.fields["numeric"]):
            votes -= 1
    return votes > 0
