"""Running the server on a port of this machine."""

from __future__ import annotations

import socket
from collections.abc import Callable
from pathlib import Path

import uvicorn

from detente.ask.record import open_record
from detente.model.errors import UsageError
from detente.web.app import create_app

WAITING = 128
"""Connections that may wait to be accepted."""


def serve(path: Path, host: str, port: int, ready: Callable[[str], None] | None = None) -> None:
    """Answer requests for the record at ``path`` until interrupted. ``ready`` is told the address once the port is ours.

    Raises RecordError where there is no record, UsageError where the port cannot be had.
    """
    open_record(path).close()
    listening = _listen(host, port)
    app = create_app(path)
    server = uvicorn.Server(uvicorn.Config(app, log_level="warning", server_header=False, date_header=False, timeout_graceful_shutdown=2))
    if ready is not None:
        name = f"[{host}]" if ":" in host else host
        ready(f"http://{name}:{listening.getsockname()[1]}/")
    server.run(sockets=[listening])


def _listen(host: str, port: int) -> socket.socket:
    try:
        return socket.create_server((host, port), family=socket.AF_INET6 if ":" in host else socket.AF_INET, backlog=WAITING)
    except OSError as error:
        raise UsageError(f"port {port} of {host} cannot be had ({error.strerror}); choose another with --port") from error
