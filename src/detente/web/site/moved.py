"""Pages under identifiers that events went by before: a permalink that was once given leads on."""

from __future__ import annotations

from dataclasses import dataclass

from detente.model.fact import Fact
from detente.web.page import Page
from detente.web.site.press import Press


@dataclass(frozen=True, slots=True)
class Moved:
    """Where an event went."""

    old: str
    now: tuple[Fact, ...]


def write(press: Press) -> None:
    """A page and its JSON for every old identifier that the record still knows and of which something is published."""
    held = press.snapshot.facts
    olds = sorted({old for old, _, _ in press.record.renamed()} - held.keys())
    for old in olds:
        now = tuple(held[name] for name in press.record.current(old) if name in held)
        if not now:
            continue
        page = Page("chronology", "moved.page.html", "This event has moved", Moved(old, now))
        press.page(f"event/{old}.html", page, listed=False)
        press.data(f"event/{old}.json", {"id": old, "moved_to": [fact.id for fact in now]})
