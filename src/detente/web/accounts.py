"""Who may ask beyond this machine: people with a token each, of which only a hash is kept, and with a role."""

from __future__ import annotations

import hmac
import json
import os
import secrets
import unicodedata
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import asdict, dataclass
from enum import StrEnum
from hashlib import scrypt
from pathlib import Path
from tempfile import mkstemp
from typing import Any

from detente.model.errors import UsageError
from detente.store.locking import writing

TOKEN_BYTES = 24
"""Random bytes of a token: 192 bits, which nobody guesses."""

SALT_BYTES = 16
LONGEST_NAME = 100
_SCRYPT = {"n": 2**14, "r": 8, "p": 1, "dklen": 32}
"""As RFC 7914 and OWASP's sheet on password storage advise for interactive sign-in; a token is no password, so that it is ample."""

_LEAD = 8
"""Characters of the salt that begin a token, so that one hash tells whose it is."""


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


_NOBODY = Account("", Role.READER, "0" * 2 * SALT_BYTES, "")


class Accounts:
    """The people of a file. The file is read whenever somebody asks, so that taking somebody off takes effect at once."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def all(self) -> tuple[Account, ...]:
        """Everybody, by name. Raises UsageError where the file is none of ours."""
        try:
            text = self.path.read_text(encoding="utf-8")
        except FileNotFoundError:
            return ()
        except (OSError, UnicodeDecodeError) as error:
            raise UsageError(f"{self.path} cannot be read: {error}") from error
        try:
            return tuple(map(_account, json.loads(text)["accounts"]))
        except (ValueError, KeyError, TypeError, RecursionError) as error:
            raise UsageError(f"{self.path} is no file of accounts; move it away and let `detente account add` make a new one") from error

    def add(self, name: str, role: Role) -> str:
        """Take in somebody, or give them a new token and role; answers the token. An old token and what was signed in with it end."""
        named = unicodedata.normalize("NFC", name.strip())
        if not named or not named.isprintable() or len(named) > LONGEST_NAME:
            raise UsageError(f"an account needs a name that can be printed, of at most {LONGEST_NAME} characters")
        salt = secrets.token_hex(SALT_BYTES)
        token = f"{salt[:_LEAD]}.{secrets.token_urlsafe(TOKEN_BYTES)}"
        made = Account(named, role, salt, _hash(token, salt))
        with writing(self.path):
            self._write((*(one for one in self.all() if one.name != named), made))
        return token

    def remove(self, name: str) -> None:
        """Take somebody off. Raises UsageError where nobody is called so."""
        named = unicodedata.normalize("NFC", name.strip())
        with writing(self.path):
            held = self.all()
            kept = tuple(one for one in held if one.name != named)
            if len(kept) == len(held):
                raise UsageError(f"{self.path} has no account {name!r}")
            self._write(kept)

    def named(self, name: str) -> Account | None:
        """Somebody's account as it is now; None for somebody who was taken off."""
        return next((one for one in self.all() if one.name == name), None)

    def signed_in(self, token: str) -> Account | None:
        """Whose token it is. One hash is worked out whoever sends what, so that the time taken tells nothing."""
        lead = token.partition(".")[0]
        account = next((one for one in self.all() if one.salt[:_LEAD] == lead), _NOBODY)
        right = hmac.compare_digest(_hash(token, account.salt), account.hashed)
        return account if right and account is not _NOBODY else None

    def _write(self, accounts: Iterable[Account]) -> None:
        """Whole or not at all, and for the eyes of its owner alone."""
        told = {"accounts": [asdict(one) for one in sorted(accounts, key=lambda one: one.name)]}
        handle, name = mkstemp(dir=self.path.parent, prefix=f".{self.path.name}.")
        try:
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                json.dump(told, file, indent=1)
                file.flush()
                os.fsync(file.fileno())
            Path(name).replace(self.path)
        except BaseException:
            with suppress(OSError):
                Path(name).unlink()
            raise


def _account(one: dict[str, Any]) -> Account:
    name, salt, hashed = one["name"], one["salt"], one["hashed"]
    if not all(isinstance(held, str) and held for held in (name, salt, hashed)) or not hashed.isascii():
        raise TypeError("an account is made of words")
    bytes.fromhex(salt)
    return Account(name, Role(one["role"]), salt, hashed)


def _hash(token: str, salt: str) -> str:
    return scrypt(token.encode("utf-8", "surrogatepass"), salt=bytes.fromhex(salt), **_SCRYPT).hex()
