"""What guards the server: who may ask from where, what a page may load, and that a form was ours."""

from __future__ import annotations

import hmac
import re
import secrets
from collections.abc import Mapping
from hashlib import sha256
from urllib.parse import urlsplit

LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1", "[::1]"})
"""Names by which a machine calls itself. Any other in the Host header is another site that points its name at this machine."""

CSP = "; ".join(
    (
        "default-src 'none'",
        "style-src 'self'",
        "script-src 'self'",
        "img-src 'self' data:",
        "connect-src 'self'",
        "font-src 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
    )
)

HEADERS: Mapping[str, str] = {
    "Content-Security-Policy": CSP,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",  # with none at all a browser hides the Origin of our own forms too
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), interest-cohort=()",
}
"""Sent with every answer."""

_HOST = re.compile(r"(\[[0-9a-f:.]+\]|[^:\[\]]*)(?::\d*)?")
"""A name or address, and a port that may be left out (RFC 3986, 3.2.2)."""


class Seal:
    """Marks forms as ours: a token of this server's start, of the person, and of nothing that a page elsewhere could know."""

    def __init__(self, key: bytes | None = None) -> None:
        self._key = key or secrets.token_bytes(32)

    def token(self, session: str) -> str:
        """What a form of ``session`` must send back."""
        return hmac.new(self._key, _bytes(session), sha256).hexdigest()

    def same(self, sent: str, expected: str) -> bool:
        """Whether two tokens are one, in a time that tells nothing of where they differ. An empty one is none."""
        return bool(sent) and bool(expected) and hmac.compare_digest(_bytes(sent), _bytes(expected))

    def holds(self, session: str, token: str) -> bool:
        """Whether a form sent the right token."""
        return self.same(token, self.token(session))


def host_of(header: str) -> str:
    """The name in a Host header, without its port, in small letters; empty where the header is none."""
    found = _HOST.fullmatch(header.strip().lower())
    return found[1] if found else ""


def same_origin(origin: str, host: str) -> bool:
    """Whether an Origin header names this very server. ``null`` (a sandboxed page, a file) is somebody else."""
    try:
        parts = urlsplit(origin.strip())
    except ValueError:  # brackets that do not close
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc) and parts.netloc.lower() == host.strip().lower()


def _bytes(text: str) -> bytes:
    """Whatever somebody sent as bytes: a form may hold half of a pair of surrogates."""
    return text.encode("utf-8", "surrogatepass")
