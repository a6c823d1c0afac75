from __future__ import annotations

import asyncio
from typing import Any

import pytest
from starlette.exceptions import HTTPException

from detente.web import patience
from detente.web.guard import FORM, UPLOAD, Guard, _limited


def asked(path: str, *parts: bytes, length: str | None = None) -> int:
    """How many bytes of a body are let through."""
    waiting = list(parts)
    headers = [(b"content-length", length.encode())] if length is not None else []

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": waiting.pop(0), "more_body": bool(waiting)}

    async def read() -> int:
        limited, taken = _limited({"type": "http", "path": path, "headers": headers}, receive), 0
        while waiting:
            taken += len((await limited())["body"])
        return taken

    return asyncio.run(read())


@pytest.mark.parametrize(("path", "most"), [("/rule", FORM), ("/check", UPLOAD), ("/check/", FORM), ("/", FORM)])
def test_as_much_as_a_form_may_have_is_let_through(path: str, most: int) -> None:
    assert asked(path, b"x" * (most - 1), b"x") == most
    with pytest.raises(HTTPException, match="413"):
        asked(path, b"x" * most, b"x")


@pytest.mark.parametrize("length", [str(FORM + 1), "9" * 19])
def test_what_is_announced_as_too_much_is_not_waited_for(length: str) -> None:
    with pytest.raises(HTTPException, match="413"):
        asked("/rule", b"", length=length)


def test_what_is_no_request_is_passed_on() -> None:
    seen: list[str] = []

    async def app(scope: Any, receive: Any, send: Any) -> None:
        seen.append(scope["type"])

    asyncio.run(Guard(app)({"type": "lifespan"}, None, None))  # type: ignore[arg-type]  # nothing is received or sent
    assert seen == ["lifespan"]


def test_a_body_that_stands_still_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patience, "BODY_S", 0.0)

    async def never() -> Any:
        await asyncio.Event().wait()

    async def read() -> None:
        await _limited({"type": "http", "path": "/rule", "headers": []}, never)()

    with pytest.raises(HTTPException, match="408"):
        asyncio.run(read())


def test_a_body_that_comes_at_a_fair_pace_may_take_its_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patience, "BODY_S", 60.0)
    now = 0.0

    async def receive() -> dict[str, Any]:
        nonlocal now
        now += 50.0
        return {"type": "http.request", "body": b"x" * (patience.PACE * 51), "more_body": True}

    async def read() -> int:
        asyncio.get_running_loop().time = lambda: now  # type: ignore[method-assign]  # a clock that is set by what comes
        limited, taken = _limited({"type": "http", "path": "/check", "headers": []}, receive), 0
        for _ in range(20):
            taken += len((await limited())["body"])
        return taken

    assert asyncio.run(read()) == 20 * patience.PACE * 51


def test_the_end_of_a_connection_may_be_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patience, "BODY_S", 0.0)
    waiting: list[dict[str, Any]] = [{"type": "http.disconnect"}, {"type": "http.request", "body": b"", "more_body": False}]

    async def receive() -> dict[str, Any]:
        if len(waiting) == 1:
            await asyncio.sleep(0.01)
        return waiting.pop()

    async def read() -> Any:
        limited = _limited({"type": "http", "path": "/rule", "headers": []}, receive)
        return [await limited(), await limited()]

    assert asyncio.run(read())[1] == {"type": "http.disconnect"}
