"""Dates in words, as precise as they are known and no more."""

from __future__ import annotations

import re

from detente.model.edtf import Edtf

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")
_SEASONS = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}
_DOUBT = {"~": "about ", "?": "perhaps ", "%": "perhaps about "}
_PART = re.compile(r"(?P<year>-?\d{4}|-?\d{3}X|-?\d{2}XX|Y-?\d{5,})(?:-(?P<month>\d{2}|XX)(?:-(?P<day>\d{2}|XX))?)?(?P<doubt>[~?%]?)\Z")


def date_words(date: Edtf | None, within: int | None = None) -> str:
    """``date`` for people: "11 July 1995", "10–11 September 2023", "the 1970s", "since 1995", "date unknown".

    ``within`` is a year that stands over the line already and is left out where something finer remains.
    """
    if date is None:
        return "date unknown"
    text = date.text
    if text[:1] in "[{" and text[-1:] in "]}":
        return _choice(text, within)
    if "/" in text:
        left, _, right = text.partition("/")
        return _stretch(left, right, within)
    return _one(text, within)


def section_year(date: Edtf | None) -> int | None:
    """The year under whose heading a fact stands: that of its first day, or of its last where the start is open."""
    end = None if date is None else date.earliest or date.latest
    return end.year if end else None


def _one(text: str, within: int | None = None) -> str:
    match = _PART.match(text)
    if match is None:
        return text
    year, month, day = match["year"], match["month"], match["day"]
    doubt = _DOUBT.get(match["doubt"], "")
    said = _year(year)
    if month in (None, "XX"):
        return doubt + said
    number = int(month)
    name = _SEASONS.get(number) or (MONTHS[number - 1] if 1 <= number <= 12 else month)
    fine = name if day in (None, "XX") else f"{int(day)} {name}"
    return doubt + (fine if within is not None and year == f"{within:04d}" else f"{fine} {said}")


def _year(text: str) -> str:
    if text.startswith("Y"):
        return text[1:]
    if "X" in text:
        return f"the {text.replace('X', '0')}s"
    number = int(text)
    return f"{1 - number} BC" if number <= 0 else str(number)


def _stretch(left: str, right: str, within: int | None) -> str:
    if left in ("", ".."):
        return f"up to {_one(right)}" if right not in ("", "..") else "date unknown"
    if right in ("", ".."):
        return f"since {_one(left)}"
    first, last = _PART.match(left), _PART.match(right)
    if first and last and not first["doubt"] and not last["doubt"] and first["year"] == last["year"] and first["month"] and last["month"]:
        tail = "" if within is not None and first["year"] == f"{within:04d}" else f" {_year(first['year'])}"
        inside = int(first["year"]) if re.fullmatch(r"\d{4}", first["year"]) else None
        if first["month"] == last["month"] and first["day"] and last["day"]:
            return f"{int(first['day'])}–{_one(right, inside)}{tail}" if inside is not None else f"{_one(left)} – {_one(right)}"
        return f"{_one(left, inside)} – {_one(right, inside)}{tail}" if inside is not None else f"{_one(left)} – {_one(right)}"
    between = "–" if first and last and not first["month"] and not last["month"] and not first["doubt"] and not last["doubt"] else " – "
    return f"{_one(left)}{between}{_one(right)}"


def _choice(text: str, within: int | None) -> str:
    joint = " or " if text[0] == "[" else " and "
    parts = []
    for part in (piece.strip() for piece in text[1:-1].split(",")):
        low, dots, high = part.partition("..")
        if not dots:
            parts.append(_one(part, within))
        elif not low:
            parts.append(f"{_one(high)} or before")
        elif not high:
            parts.append(f"{_one(low)} or after")
        else:
            parts.append(f"between {_one(low)} and {_one(high)}" if text[0] == "[" else f"{_one(low)} – {_one(high)}")
    return joint.join(parts)
