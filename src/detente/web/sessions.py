"""Who is asking: by the cookie that signing in left, or, on one's own machine, its user."""

from __future__ import annotations

import time
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response

from detente.ask.rulings import reviewer
from detente.web.accounts import Accounts, Role
from detente.web.page import Reader
from detente.web.security import Seal

COOKIE = "detente_session"
LASTS = 12 * 3600
"""Seconds that a sign-in holds: a working day."""


@dataclass(frozen=True, slots=True)
class Door:
    """Lets people in. Without accounts everybody who can reach the server is its user, which only this machine can."""

    seal: Seal
    accounts: Accounts | None = None

    def reader(self, request: Request) -> Reader | None:
        """Who asks; None where they must sign in first."""
        if self.accounts is None:
            return Reader("", Role.OWNER.value, self.seal.token(reviewer()))
        cookie = request.cookies.get(COOKIE, "")
        name = self._name(cookie)
        role = self.accounts.role_of(name) if name else None
        return Reader(name, role.value, self.seal.token(cookie)) if role is not None else None

    def name(self, reader: Reader) -> str:
        """Under which name decisions are kept."""
        return reader.name or reviewer()

    def let_in(self, response: Response, name: str, secure: bool) -> None:
        """Leave the cookie of a sign-in."""
        until = int(time.time()) + LASTS
        said = f"{name.encode().hex()}.{until}"
        response.set_cookie(
            COOKIE, f"{said}.{self.seal.token('session ' + said)}", max_age=LASTS, httponly=True, samesite="strict", secure=secure, path="/"
        )

    def _name(self, cookie: str) -> str:
        said, _, token = cookie.rpartition(".")
        if not said or not self.seal.holds("session " + said, token):
            return ""
        name, _, until = said.partition(".")
        return bytes.fromhex(name).decode() if int(until) > time.time() else ""
