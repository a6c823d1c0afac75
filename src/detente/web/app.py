"""The server: which address shows which page, and what every request must pass."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from functools import partial
from importlib.resources import files
from pathlib import Path

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from detente.model.errors import DetenteError, UsageError
from detente.publish.data import dumps
from detente.web import render
from detente.web.accounts import Accounts
from detente.web.checking import Checker
from detente.web.desk import Desk
from detente.web.drawn import Drawn
from detente.web.guard import Guard
from detente.web.links import ServerLinks
from detente.web.page import Page, Reader, View
from detente.web.pages import (
    check,
    chronology,
    discrepancies,
    document,
    event,
    fields,
    figures,
    missing,
    network,
    overview,
    people,
    places,
    review,
    sources,
)
from detente.web.pages import help as help_page
from detente.web.security import HEADERS, Seal
from detente.web.selection import Selection, read_selection
from detente.web.sessions import Door
from detente.web.snapshot import Keeper
from detente.web.writes import SEE_OTHER, allowed, routes

Make = Callable[..., Page]

PAGES: Sequence[tuple[str, Make]] = (
    ("/", overview.page),
    ("/chronology", chronology.page),
    ("/event/{identifier}", event.page),
    ("/document/{identifier}", document.page),
    ("/figures", figures.page),
    ("/fields", fields.page),
    ("/people", people.page),
    ("/people/{name:path}", people.person),
    ("/discrepancies", discrepancies.page),
    ("/sources", sources.page),
    ("/map", places.page),
    ("/network", network.page),
    ("/help", help_page.page),
)
"""Pages that only show. Each has a twin under the same path with ``.json``; the first page's is ``/index.json``."""


def create_app(path: Path, hosts: frozenset[str] | None = None, accounts: Path | None = None) -> Starlette:
    """The application for the record at ``path``.

    It answers under this machine's own names and ``hosts``. With a file of ``accounts`` everybody must sign in; without one whoever can
    reach it is its owner, so that it must not listen beyond this machine.
    """
    shown: list[BaseRoute] = []
    for address, make in PAGES:
        twin = "/index.json" if address == "/" else f"{address}.json"
        shown.append(Route(twin, partial(_shown, make=make, as_json=True)))
        shown.append(Route(address, partial(_shown, make=make)))
    for address, live in (("/review", _review), ("/check", _check_form), ("/check/{key}", _checked)):
        shown.append(Route(f"{address}.json", partial(live, as_json=True)))
        shown.append(Route(address, live))
    shown += routes()
    shown.append(Route("/static/base.css", _base_style))
    shown.append(Mount("/static", StaticFiles(packages=[("detente.web", "static")]), name="static"))
    app = Starlette(
        routes=shown,
        middleware=[Middleware(Guard, hosts=hosts)],
        exception_handlers={HTTPException: _refused, DetenteError: _mistaken, Exception: _broken},  # type: ignore[dict-item]  # Starlette types handlers by the widest exception
        lifespan=_lifespan,
    )
    app.state.keeper, app.state.desk, app.state.checker = Keeper(path), Desk(path), Checker(path)
    app.state.door = Door(Seal(), Accounts(accounts) if accounts is not None else None)
    app.state.answer = lambda request, page: answer(page, view_of(request, _reader(request), Selection()))
    app.state.sign_in_page = render.sign_in
    app.state.drawn = Drawn()
    return app


@asynccontextmanager
async def _lifespan(app: Starlette) -> AsyncIterator[None]:
    """Whatever was decided is in the log already; on the way out the facts follow it."""
    yield
    app.state.checker.close()
    app.state.desk.close()
    app.state.keeper.close()


def view_of(request: Request, reader: Reader, selection: Selection | None = None) -> View:
    """What a page may ask, for one request."""
    keeper: Keeper = request.app.state.keeper
    chosen = read_selection(request.query_params.multi_items()) if selection is None else selection
    return View(keeper.record, keeper.snapshot, chosen, ServerLinks(chosen), reader, request.url.path.removesuffix(".json"))


def answer(page: Page, view: View, as_json: bool = False) -> Response:
    """A page as it goes out."""
    if as_json:
        return Response(render.json(page, view), page.status, media_type="application/json")
    return HTMLResponse(render.html(page, view), page.status)


class _SignInFirst(Exception):
    """Nobody is known to be asking."""


def _reader(request: Request) -> Reader:
    reader: Reader | None = request.app.state.door.reader(request)
    if reader is None:
        raise _SignInFirst
    return reader


def _known(handler: Callable[..., Awaitable[Response]]) -> Callable[..., Awaitable[Response]]:
    """Only for those who are known; the others are shown where to sign in."""

    async def guarded(request: Request, **options: object) -> Response:
        try:
            return await handler(request, _reader(request), **options)
        except _SignInFirst:
            return RedirectResponse("/sign-in", SEE_OTHER)

    return guarded


@_known
async def _shown(request: Request, reader: Reader, make: Make, as_json: bool = False) -> Response:
    view = view_of(request, reader)
    drawn: Drawn = request.app.state.drawn
    return drawn.answer(request, view, lambda: answer(make(view, **request.path_params), view, as_json))


@_known
async def _review(request: Request, reader: Reader, as_json: bool = False) -> Response:
    if not allowed(reader, "reviewer"):
        raise HTTPException(403, "You need to be signed in as reviewer for that.")
    state = request.app.state
    asked = await state.desk.sit(state.door.name(reader), review.question)
    return answer(review.page(asked), view_of(request, reader), as_json)


@_known
async def _check_form(request: Request, reader: Reader, as_json: bool = False) -> Response:
    return answer(check.form(), view_of(request, reader), as_json)


@_known
async def _checked(request: Request, reader: Reader, as_json: bool = False) -> Response:
    found = request.app.state.checker.answer(request.path_params["key"])
    return answer(check.page(found), view_of(request, reader), as_json)


async def _base_style(request: Request) -> Response:
    """The style that pages share with the chronology that is one file."""
    return Response(files("detente.publish").joinpath("templates", "page.css").read_text(encoding="utf-8"), media_type="text/css")


async def _refused(request: Request, error: HTTPException) -> Response:
    return _told(request, error.status_code, str(error.detail))


async def _broken(request: Request, error: Exception) -> Response:
    """A fault of our own. It is told outside the guard, which is why it brings what every answer brings."""
    return PlainTextResponse("A fault of detente's own. What was decided is kept; the page can be asked for again.", 500, dict(HEADERS))


async def _mistaken(request: Request, error: DetenteError) -> Response:
    return _told(request, 404 if request.path_params and isinstance(error, UsageError) else 400, str(error))


def _told(request: Request, status: int, why: str) -> Response:
    """What went wrong and what to do, as a page."""
    if request.url.path.endswith(".json"):
        return Response(dumps({"error": why}), status, media_type="application/json")
    try:
        view = view_of(request, _reader(request), Selection())
    except (DetenteError, HTTPException, _SignInFirst):
        return PlainTextResponse(why, status)
    return answer(missing.page(status, why), view)
