"""What every request passes on its way in and every answer on its way out."""

from __future__ import annotations

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from detente.web.security import HEADERS, LOOPBACK, host_of, same_origin

SAFE = frozenset({"GET", "HEAD"})
"""Methods that change nothing."""


class Guard:
    """Answers only under this machine's own names, lets only its own pages write, and says what a page may load."""

    def __init__(self, app: ASGIApp, hosts: frozenset[str] | None = None) -> None:
        self.app = app
        self.hosts = LOOPBACK | (hosts or frozenset())

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass one request on, or refuse it."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        refusal = self._refusal(scope)
        if refusal is not None:
            await PlainTextResponse(refusal, 403, dict(HEADERS))(scope, receive, send)
            return

        async def sent(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
                if not scope["path"].startswith("/static/"):
                    headers["Cache-Control"] = "no-store" if scope["method"] not in SAFE else "private, no-cache"
            await send(message)

        await self.app(scope, receive, sent)

    def _refusal(self, scope: Scope) -> str | None:
        headers = Headers(scope=scope)
        host = headers.get("host", "")
        if host_of(host) not in self.hosts:
            return "This server does not answer under that name."
        if scope["method"] in SAFE:
            return None
        if scope["method"] != "POST":
            return "This server knows only GET and POST."
        origin = headers.get("origin")
        if headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
            return "Another site may not write here."
        if origin is not None and not same_origin(origin, host):
            return "Another site may not write here."
        return None
