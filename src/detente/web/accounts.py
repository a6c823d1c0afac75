"""Who may ask beyond this machine: people with a token each, of which only a hash is kept, and with a role."""

from __future__ import annotations

import hmac
import json
import os
import secrets
from dataclasses import asdict, dataclass, replace
from enum import StrEnum
from hashlib import scrypt
from pathlib import Path

from detente.model.errors import UsageError

TOKEN_BYTES = 24
"""Random bytes of a token: 192 bits, which nobody guesses."""

SALT_BYTES = 16
_SCRYPT = {"n": 2**14, "r": 8, "p": 1, "dklen": 32}
"""As RFC 7914 and OWASP's sheet on password storage advise for interactive sign-in; a token is no password, so that it is ample."""


class Role(StrEnum):
    """What somebody may do."""

    READER = "reader"
    REVIEWER = "reviewer"
    """May look and decide."""
    OWNER = "owner"
    """May do all that the server offers."""


@dataclass(frozen=True, slots=True)
class Account:
    """One person. The token itself is shown once, when it is made, and kept nowhere."""

    name: str
    role: Role
    salt: str
    hashed: str


class Accounts:
    """The people of a file. The file is read at every sign-in, so that taking somebody off takes effect at once."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def all(self) -> tuple[Account, ...]:
        """Everybody, by name. Raises UsageError where the file is none of ours."""
        if not self.path.exists():
            return ()
        try:
            held = json.loads(self.path.read_text(encoding="utf-8"))
            return tuple(Account(one["name"], Role(one["role"]), one["salt"], one["hashed"]) for one in held["accounts"])
        except (ValueError, KeyError, TypeError) as error:
            raise UsageError(f"{self.path} is no file of accounts; `detente account add` makes one") from error

    def add(self, name: str, role: Role) -> str:
        """Take in somebody, or give them a new token and role; answers the token."""
        named = name.strip()
        if not named or not named.isprintable():
            raise UsageError("an account needs a name that can be printed")
        token, salt = secrets.token_urlsafe(TOKEN_BYTES), secrets.token_hex(SALT_BYTES)
        made = Account(named, role, salt, _hash(token, salt))
        self._write((*(one for one in self.all() if one.name != named), made))
        return token

    def remove(self, name: str) -> None:
        """Take somebody off. Raises UsageError where nobody is called so."""
        held = self.all()
        kept = tuple(one for one in held if one.name != name)
        if len(kept) == len(held):
            raise UsageError(f"{self.path} has no account {name!r}")
        self._write(kept)

    def role_of(self, name: str) -> Role | None:
        """The role somebody has now; None for somebody who was taken off."""
        return next((one.role for one in self.all() if one.name == name), None)

    def signed_in(self, token: str) -> Account | None:
        """Whose token it is. Takes as long for a wrong one as for a right one."""
        found = None
        for account in self.all():
            if hmac.compare_digest(_hash(token, account.salt), account.hashed):
                found = account
        return found

    def _write(self, accounts: tuple[Account, ...]) -> None:
        told = {"accounts": [asdict(replace(one)) for one in sorted(accounts, key=lambda one: one.name)]}
        beside = self.path.with_name(self.path.name + ".new")
        handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            json.dump(told, file, indent=1)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(self.path)


def _hash(token: str, salt: str) -> str:
    return scrypt(token.encode(), salt=bytes.fromhex(salt), **_SCRYPT).hex()
