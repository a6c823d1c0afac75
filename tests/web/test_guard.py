from __future__ import annotations

import asyncio
from typing import Any

import pytest
from starlette.exceptions import HTTPException

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
