"""What changes something: review, rulings on a page, signing in and out, an article to be checked. Each passes ``written``."""

from __future__ import annotations

import secrets
from collections.abc import Awaitable, Callable, Mapping

from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from detente.ask import rulings
from detente.ask.review import Sitting
from detente.model.errors import UsageError
from detente.model.ruling import Action
from detente.store.base import Record
from detente.web.checking import LONGEST
from detente.web.desk import Desk
from detente.web.page import Reader
from detente.web.pages import review
from detente.web.sessions import FORM_COOKIE, Door

FIELDS_AT_MOST = 20
SEE_OTHER, NOT_UNDERSTOOD, FORBIDDEN, TOO_MANY = 303, 400, 403, 429
OUT_OF_DATE = "This form is out of date. Go back, load the page again, and send it once more."

NOT_KNOWN = "That token is not known. Ask whoever runs this server for a new one."

Handler = Callable[[Request, Reader, FormData], Awaitable[Response]]


def written(handler: Handler, role: str = "reviewer", files: int = 0) -> Callable[[Request], Awaitable[Response]]:
    """``handler`` for whoever has ``role`` or more and sends a form of ours; everybody else is refused before anything is done."""

    async def guarded(request: Request) -> Response:
        door: Door = request.app.state.door
        reader = door.reader(request)
        if reader is None or not allowed(reader, role):
            raise HTTPException(FORBIDDEN, f"You need to be signed in as {role} for that.")
        form = await filled(request, files)
        try:
            if not door.seal.same(text(form, "csrf"), reader.csrf):
                raise HTTPException(FORBIDDEN, OUT_OF_DATE)
            return await handler(request, reader, form)
        finally:
            await form.close()

    return guarded


async def filled(request: Request, files: int = 0) -> FormData:
    """The form of a request. What cannot be read as one is refused with the reason."""
    try:
        return await request.form(max_files=files, max_fields=FIELDS_AT_MOST, max_part_size=LONGEST)
    except UnicodeError as error:
        raise HTTPException(NOT_UNDERSTOOD, "The form is written in no encoding that is known here.") from error


def allowed(reader: Reader, role: str) -> bool:
    """Whether somebody may do what takes ``role``."""
    ranks = ("reader", "reviewer", "owner")
    return ranks.index(reader.role) >= ranks.index(role)


async def _decide(request: Request, reader: Reader, form: FormData) -> Response:
    """Answer what the sitting asks; if it asks something else by now, nothing is decided."""
    desk: Desk = request.app.state.desk
    who = request.app.state.door.name(reader)
    choice, name = text(form, "choice"), text(form, "name")
    edit = (text(form, "field"), text(form, "value") or None) if choice == "edit" else None

    def work(sitting: Sitting) -> None:
        if choice == "undo":
            sitting.undo()
            return
        asked = sitting.current()
        if asked is None or asked.name != name:
            raise UsageError("the question has changed since this page was loaded; here is the one that waits now")
        if choice == "skip":
            sitting.skip()
        else:
            sitting.decide(choice, text(form, "why"), edit)

    try:
        await desk.sit(who, work)
    except UsageError as error:
        message = str(error)
        asked = await desk.sit(who, lambda sitting: review.question(sitting, message))
        shown: Response = request.app.state.answer(request, review.page(asked))
        return shown
    return RedirectResponse("/review", SEE_OTHER)


async def _rule(request: Request, reader: Reader, form: FormData) -> Response:
    """One ruling from an event's, a discrepancy's or a document's page."""
    desk: Desk = request.app.state.desk
    who = request.app.state.door.name(reader)
    try:
        action = Action(text(form, "action"))
    except ValueError as error:
        raise UsageError(f"{text(form, 'action')!r} is no ruling") from error
    names = [name for name in text(form, "names").split() if name]

    def work(record: Record) -> None:
        if not names:
            raise UsageError("say what the ruling is about")
        field, value = text(form, "field") or None, text(form, "value") or None
        rulings.rule(record, action, names, field=field, value=value, why=text(form, "why"), who=who)

    await desk.do(work)
    return RedirectResponse(_back(text(form, "back")), SEE_OTHER)


async def _check(request: Request, reader: Reader, form: FormData) -> Response:
    """An article, pasted or as a file."""
    held = form.get("file")
    if isinstance(held, UploadFile) and held.filename:
        name, data = held.filename, await held.read()
    else:
        name, data = "Pasted text", text(form, "text").encode("utf-8", "replace")
    key = await request.app.state.checker.check(name, data, request.app.state.door.name(reader))
    return RedirectResponse(f"/check/{key}", SEE_OTHER)


async def _sign_in(request: Request) -> Response:
    """The form that asks for a token, and what becomes of it."""
    door: Door = request.app.state.door
    if door.accounts is None:
        return RedirectResponse("/", SEE_OTHER)
    if request.method != "POST":
        return _asked(request, "", 200)
    form = await filled(request)
    cookie = request.cookies.get(FORM_COOKIE, "")
    if not door.seal.same(text(form, "csrf"), door.seal.token("sign-in " + cookie) if cookie else ""):
        return _asked(request, OUT_OF_DATE, FORBIDDEN)
    address = request.client.host if request.client else ""
    if wait := door.throttle.wait(address):
        return _asked(request, f"Too many wrong tokens came from here. Try again in {wait} seconds.", TOO_MANY, {"Retry-After": str(wait)})
    account = await door.account_of(text(form, "token"))
    if account is None:
        door.throttle.wrong(address)
        return _asked(request, NOT_KNOWN, FORBIDDEN)
    response = RedirectResponse("/", SEE_OTHER)
    door.let_in(response, account, request.url.scheme == "https")
    return response


def _asked(request: Request, message: str, status: int, headers: Mapping[str, str] | None = None) -> Response:
    """The form that asks for a token, tied to the browser that it is shown in."""
    door: Door = request.app.state.door
    cookie = secrets.token_hex(16)
    response = HTMLResponse(request.app.state.sign_in_page(message, door.seal.token("sign-in " + cookie)), status, headers)
    door.form_for(response, request.url.scheme == "https", cookie)
    return response


async def _sign_out(request: Request, reader: Reader, form: FormData) -> Response:
    response = RedirectResponse("/sign-in", SEE_OTHER)
    request.app.state.door.let_out(request, response)
    return response


def _back(address: str) -> str:
    """Where to go afterwards: a page of this server, whatever the form says."""
    odd = not address.isascii() or not address.isprintable() or "\\" in address
    return address if address.startswith("/") and not address.startswith("//") and not odd else "/"


def text(form: FormData, name: str) -> str:
    """A field of a form as text; empty where it is none."""
    held = form.get(name)
    return held.strip() if isinstance(held, str) else ""


def routes() -> list[Route]:
    """Every address that is written to."""
    return [
        Route("/review", written(_decide), methods=["POST"]),
        Route("/rule", written(_rule), methods=["POST"]),
        Route("/check", written(_check, "reader", files=1), methods=["POST"]),
        Route("/sign-out", written(_sign_out, "reader"), methods=["POST"]),
        Route("/sign-in", _sign_in, methods=["GET", "POST"]),
    ]
