"""What every request passes on its way in and every answer on its way out."""

from __future__ import annotations

import asyncio

from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from detente.web import patience
from detente.web.checking import LARGEST
from detente.web.security import HEADERS, LOOPBACK, host_of, same_origin

SAFE = frozenset({"GET", "HEAD"})
"""Methods that change nothing."""

FORM = 100_000
"""Bytes of a form without a file: a reason of 2,000 characters and what goes with it."""

UPLOAD = LARGEST + FORM
"""Bytes of a form with an article."""

TOO_LARGE, TOO_SLOW = 413, 408


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

        await self.app(scope, _limited(scope, receive), sent)

    def _refusal(self, scope: Scope) -> str | None:
        headers = Headers(scope=scope)
        host = headers.get("host", "")
        if host_of(host) not in self.hosts or len(headers.getlist("host")) > 1:
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


def _limited(scope: Scope, receive: Receive) -> Receive:
    """``receive`` that gives no more than a form may have, and waits no longer for it than a slow line needs.

    What is too large is refused by what is announced, and by what comes where nothing true is.
    """
    most = UPLOAD if scope["path"] == "/check" else FORM
    announced = Headers(scope=scope).get("content-length", "0")
    come = int(announced) if announced.isdigit() and len(announced) < 20 else 0
    begun = asyncio.get_running_loop().time()
    taken, whole = 0, False

    async def received() -> Message:
        nonlocal taken, whole
        if come > most:
            raise _too_large(most)
        if whole:
            return await receive()  # nothing but the end of the connection, which may be waited for
        try:
            async with asyncio.timeout_at(begun + patience.BODY_S + taken / patience.PACE):
                message = await receive()
        except TimeoutError as error:
            raise HTTPException(TOO_SLOW, "That came too slowly. Send it again over a better line, or a smaller file.") from error
        taken += len(message.get("body", b""))
        whole = not message.get("more_body", False)
        if taken > most:
            raise _too_large(most)
        return message

    return received


def _too_large(most: int) -> HTTPException:
    return HTTPException(TOO_LARGE, f"That is too large: at most {most / 1e6:g} million bytes are taken here.")
