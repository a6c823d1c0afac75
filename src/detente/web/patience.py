"""How long somebody is waited for: until the head of a request is there, for each part of its body, and until an answer is read."""

from __future__ import annotations

import asyncio

from uvicorn.protocols.http.h11_impl import H11Protocol

HEAD_S = 10.0
"""Seconds in which the head of a request must have come, from the connection or from the last answer on."""

BODY_S = 20.0
"""Seconds that any body may take."""

PACE = 16_000
"""Bytes of a body that must come in each second beyond those: 25 MB may take half an hour, a drop at a time holds nothing for long."""


class Patient(H11Protocol):
    """HTTP as uvicorn speaks it, which lets go of a connection that nothing whole comes from.

    uvicorn itself waits for ever for the first request of a connection, and for a later one as soon as its first byte has come.
    """

    _timer: asyncio.TimerHandle | None = None
    _unread = 0

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as uvicorn has it: only stream transports come
        """Begin to wait for a request."""
        super().connection_made(transport)
        self._wait()

    def data_received(self, data: bytes) -> None:
        """Take in what came; a request whose head is whole is waited for no more."""
        super().data_received(data)
        if self._asked():
            self._rest()
        else:
            self._wait()

    def on_response_complete(self) -> None:
        """Begin to wait for the next request, unless it came with the last."""
        super().on_response_complete()
        if not self._asked():
            self._unread = self.transport.get_write_buffer_size()
            self._wait()

    def connection_lost(self, exc: Exception | None) -> None:
        """Nobody is there any longer."""
        self._rest()
        super().connection_lost(exc)

    def _asked(self) -> bool:
        return self.cycle is not None and not self.cycle.response_complete

    def _wait(self) -> None:
        if self._timer is None:
            self._timer = self.loop.call_later(HEAD_S, self._late)

    def _rest(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def _late(self) -> None:
        """Let go, unless an answer is still being read, however slowly."""
        self._timer = None
        left = self.transport.get_write_buffer_size()
        if 0 < left < self._unread:
            self._unread = left
            self._wait()
        else:
            self.transport.abort()
