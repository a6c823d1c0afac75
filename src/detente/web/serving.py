"""Running the server on a port of this machine."""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterable
from pathlib import Path

import uvicorn

from detente.ask.record import open_record
from detente.model.errors import UsageError
from detente.web.accounts import Accounts
from detente.web.app import create_app
from detente.web.patience import Patient
from detente.web.security import LOOPBACK

WAITING = 128
"""Connections that may wait to be accepted."""

AT_ONCE = 500
"""Connections that are held at once; who comes beyond them is told to come again."""


def serve(
    path: Path,
    host: str,
    port: int,
    *,
    names: Iterable[str] = (),
    accounts: Path | None = None,
    proxy: str = "",
    ready: Callable[[str], None] | None = None,
) -> None:
    """Answer requests for the record at ``path`` until interrupted. ``ready`` is told the address once the port is ours.

    ``names`` are those under which others reach the server, ``accounts`` is the file of who may sign in, ``proxy`` the address of a
    proxy that is believed when it says from where and over which protocol somebody came. Raises RecordError where there is no record,
    UsageError where the port cannot be had or where it would listen beyond this machine with nobody asked who they are.
    """
    known = frozenset(name.lower() for name in names)
    if (host not in LOOPBACK or known - LOOPBACK or accounts is not None) and (accounts is None or not Accounts(accounts).all()):
        raise UsageError(
            f"{', '.join(sorted(known)) or host} can be reached by others, so people must sign in: make accounts with "
            "`detente account add NAME --accounts FILE` and give the server --accounts FILE"
        )
    open_record(path).close()
    listening = _listen(host, port)
    own = frozenset() if host in ("0.0.0.0", "::") else {host.lower(), f"[{host.lower()}]"}  # noqa: S104 - compared with, not listened on
    app = create_app(path, known | own, accounts)
    server = uvicorn.Server(
        uvicorn.Config(
            app,
            http=Patient,
            ws="none",
            limit_concurrency=AT_ONCE,
            log_level="warning",
            server_header=False,
            date_header=False,
            timeout_graceful_shutdown=2,
            proxy_headers=bool(proxy),
            forwarded_allow_ips=proxy or None,
        )
    )
    if ready is not None:
        name = f"[{host}]" if ":" in host else host
        ready(f"http://{name}:{listening.getsockname()[1]}/")
    server.run(sockets=[listening])


def _listen(host: str, port: int) -> socket.socket:
    try:
        return socket.create_server((host, port), family=socket.AF_INET6 if ":" in host else socket.AF_INET, backlog=WAITING)
    except OSError as error:
        raise UsageError(f"port {port} of {host} cannot be had ({error.strerror}); choose another with --port") from error
