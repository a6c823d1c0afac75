"""The server: which address shows which page, and what every request must pass."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from importlib.resources import files
from pathlib import Path
from typing import Any

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from detente.model.errors import DetenteError, UsageError
from detente.publish.data import dumps
from detente.web import render
from detente.web.guard import Guard
from detente.web.links import ServerLinks
from detente.web.page import Page, Reader, View
from detente.web.pages import (
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
    sources,
)
from detente.web.pages import help as help_page
from detente.web.security import Seal
from detente.web.selection import Selection, read_selection
from detente.web.snapshot import Keeper

Make = Callable[..., Page]

PAGES: Sequence[tuple[str, Make]] = (
    ("/", overview.page),
    ("/chronology", chronology.page),
    ("/event/{identifier}", event.page),
    ("/document/{identifier}", document.page),
    ("/figures", figures.page),
    ("/fields", fields.page),
    ("/people", people.page),
    ("/people/{name}", people.person),
    ("/discrepancies", discrepancies.page),
    ("/sources", sources.page),
    ("/map", places.page),
    ("/network", network.page),
    ("/help", help_page.page),
)
"""Pages that only show. Each has a twin under the same path with ``.json``; the first page's is ``/index.json``."""


def create_app(path: Path, hosts: frozenset[str] | None = None) -> Starlette:
    """The application for the record at ``path``, answering under the names ``hosts`` (those of this machine alone, if none is given)."""
    keeper = Keeper(path)
    seal = Seal()
    routes: list[Any] = []
    for address, make in PAGES:
        twin = "/index.json" if address == "/" else f"{address}.json"
        routes.append(Route(twin, partial(_shown, make=make, as_json=True)))
        routes.append(Route(address, partial(_shown, make=make)))
    routes.append(Route("/static/base.css", _base_style))
    routes.append(Mount("/static", StaticFiles(packages=[("detente.web", "static")]), name="static"))
    app = Starlette(
        routes=routes,
        middleware=[Middleware(Guard, hosts=hosts)],
        exception_handlers={HTTPException: _refused, DetenteError: _mistaken},  # type: ignore[dict-item]  # Starlette types handlers by the widest exception
    )
    app.state.keeper = keeper
    app.state.seal = seal
    return app


def view_of(request: Request, selection: Selection | None = None) -> View:
    """What a page may ask, for one request."""
    state = request.app.state
    chosen = read_selection(request.query_params.multi_items()) if selection is None else selection
    reader = Reader(role="owner", csrf=state.seal.token(""))
    return View(state.keeper.record, state.keeper.snapshot, chosen, ServerLinks(chosen), reader, request.url.path.removesuffix(".json"))


async def _shown(request: Request, make: Make, as_json: bool = False) -> Response:
    view = view_of(request)
    page = make(view, **request.path_params)
    return answer(page, view, as_json)


def answer(page: Page, view: View, as_json: bool = False) -> Response:
    """A page as it goes out."""
    if as_json:
        return Response(render.json(page, view), page.status, media_type="application/json")
    return HTMLResponse(render.html(page, view), page.status)


async def _base_style(request: Request) -> Response:
    """The style that pages share with the chronology that is one file."""
    return Response(files("detente.publish").joinpath("templates", "page.css").read_text(encoding="utf-8"), media_type="text/css")


async def _refused(request: Request, error: HTTPException) -> Response:
    return _told(request, error.status_code, str(error.detail))


async def _mistaken(request: Request, error: DetenteError) -> Response:
    return _told(request, 404 if request.path_params and isinstance(error, UsageError) else 400, str(error))


def _told(request: Request, status: int, why: str) -> Response:
    """What went wrong and what to do, as a page."""
    if request.url.path.endswith(".json"):
        return Response(dumps({"error": why}), status, media_type="application/json")
    try:
        view = view_of(request, Selection())
    except DetenteError:
        return PlainTextResponse(why, status)
    return answer(missing.page(status, why), view)
