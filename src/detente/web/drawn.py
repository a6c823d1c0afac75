"""Pages that were drawn a moment ago, for the next who asks the same of the same state of the record."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable

from starlette.requests import Request
from starlette.responses import Response

from detente.web.page import View
from detente.web.snapshot import Snapshot

KEPT = 200
"""Pages; at some 60 KB each 12 MB."""


class Drawn:
    """Whole answers by address and reader, as long as the record stays as it is."""

    def __init__(self) -> None:
        self._pages: OrderedDict[tuple[str, str, str], Response] = OrderedDict()
        self._of: Snapshot | None = None

    def answer(self, request: Request, view: View, draw: Callable[[], Response]) -> Response:
        """The page as it was drawn before, or drawn now. A form's token is its reader's own, so that nobody is shown another's page."""
        if self._of is not view.snapshot:
            self._pages.clear()
            self._of = view.snapshot
        key = (str(request.url), view.reader.role, view.reader.csrf)
        if key in self._pages:
            self._pages.move_to_end(key)
            return self._pages[key]
        made = self._pages[key] = draw()
        if len(self._pages) > KEPT:
            self._pages.popitem(last=False)
        return made
