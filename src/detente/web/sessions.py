"""Who is asking: by the cookie that signing in left, or, on one's own machine, its user."""

from __future__ import annotations

import asyncio
import secrets
import time
from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from detente.ask.rulings import reviewer
from detente.model.errors import UsageError
from detente.web.accounts import Account, Accounts, Role
from detente.web.page import Reader
from detente.web.security import Seal

COOKIE = "detente_session"
FORM_COOKIE = "detente_form"
"""Ties the form that asks for a token to the browser that it was shown in, so that nobody is signed in by another's form."""

LASTS = 12 * 3600
"""Seconds that a sign-in holds: a working day."""

FORM_LASTS = 3600
TRIES = 5
"""Wrong tokens that one address may send in ``WHILE`` seconds."""
WHILE = 60.0
ADDRESSES = 1000
"""Addresses whose wrong tokens are remembered; the oldest is forgotten first."""

UNAVAILABLE = 503


class Throttle:
    """Counts wrong tokens by address, so that nobody can try many."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._wrong: OrderedDict[str, list[float]] = OrderedDict()

    def wait(self, address: str) -> int:
        """Seconds that this address has to wait before it may try again; 0 for none."""
        now = self._clock()
        recent = [at for at in self._wrong.get(address, ()) if now - at < WHILE]
        return max(1, round(WHILE - (now - recent[-TRIES]))) if len(recent) >= TRIES else 0

    def wrong(self, address: str) -> None:
        """Note a wrong token."""
        held = self._wrong.pop(address, [])
        self._wrong[address] = [*held[-TRIES:], self._clock()]
        while len(self._wrong) > ADDRESSES:
            self._wrong.popitem(last=False)


@dataclass(frozen=True, slots=True)
class Door:
    """Lets people in. Without accounts everybody who can reach the server is its user, which only this machine can."""

    seal: Seal
    accounts: Accounts | None = None
    throttle: Throttle = field(default_factory=Throttle)
    _ended: dict[str, int] = field(default_factory=dict)
    """Sessions that somebody signed out of, until when each would have held."""
    _weighing: ThreadPoolExecutor = field(default_factory=lambda: ThreadPoolExecutor(1, thread_name_prefix="door"))
    """Tokens are weighed one at a time and beside the pages: each takes a while on purpose."""

    def reader(self, request: Request) -> Reader | None:
        """Who asks; None where they must sign in first. Raises HTTPException where nobody can tell."""
        if self.accounts is None:
            return Reader("", Role.OWNER.value, self.seal.token(reviewer()))
        cookie = request.cookies.get(COOKIE, "")
        account = self._account(cookie)
        return Reader(account.name, account.role.value, self.seal.token("form " + cookie)) if account is not None else None

    def name(self, reader: Reader) -> str:
        """Under which name decisions are kept."""
        return reader.name or reviewer()

    async def account_of(self, token: str) -> Account | None:
        """Whose token it is. Raises HTTPException where nobody can tell."""
        if self.accounts is None:
            return None
        try:
            return await asyncio.get_running_loop().run_in_executor(self._weighing, self.accounts.signed_in, token)
        except UsageError as error:
            raise _unavailable() from error

    def let_in(self, response: Response, account: Account, secure: bool) -> None:
        """Leave the cookie of a sign-in: a new one each time, whatever cookie came."""
        said = f"{account.name.encode().hex()}.{int(time.time()) + LASTS}.{secrets.token_hex(8)}"
        cookie = f"{said}.{self._sealed(said, account)}"
        response.set_cookie(COOKIE, cookie, max_age=LASTS, httponly=True, samesite="strict", secure=secure, path="/")
        response.delete_cookie(FORM_COOKIE, path="/sign-in", secure=secure, httponly=True, samesite="strict")

    def let_out(self, request: Request, response: Response) -> None:
        """End a session, whoever else holds its cookie."""
        now = int(time.time())
        for cookie in [cookie for cookie, until in self._ended.items() if until < now]:
            del self._ended[cookie]
        cookie = request.cookies.get(COOKIE, "")
        if self.accounts is not None and self._account(cookie) is not None:
            self._ended[cookie] = int(cookie.split(".")[1])
        response.delete_cookie(COOKIE, path="/", secure=request.url.scheme == "https", httponly=True, samesite="strict")

    def form_for(self, response: Response, secure: bool, cookie: str) -> None:
        """Leave the cookie that goes with a form that asks for a token."""
        response.set_cookie(FORM_COOKIE, cookie, max_age=FORM_LASTS, httponly=True, samesite="strict", secure=secure, path="/sign-in")

    def _sealed(self, said: str, account: Account) -> str:
        """Holds for one sign-in with one token: a new token ends what was signed in with the old one."""
        return self.seal.token(f"session {said} {account.salt}")

    def _account(self, cookie: str) -> Account | None:
        """Whose session a cookie is; None where it is none, has run out or was ended."""
        said, _, token = cookie.rpartition(".")
        parts = said.split(".")
        if len(parts) != 3 or cookie in self._ended or self.accounts is None:
            return None
        try:
            name, until = bytes.fromhex(parts[0]).decode(), int(parts[1])
        except ValueError:
            return None
        try:
            account = self.accounts.named(name)
        except UsageError as error:
            raise _unavailable() from error
        held = account is not None and self.seal.same(token, self._sealed(said, account))
        return account if held and until > time.time() else None


def _unavailable() -> HTTPException:
    """The file of accounts is damaged: nobody is let in, and nobody outside is told where it lies."""
    return HTTPException(UNAVAILABLE, "The file of accounts cannot be read. Ask whoever runs this server.")
