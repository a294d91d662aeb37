"""Joins the web door: gate and headers before everything, pages behind them, errors in words for a person."""

from __future__ import annotations

import traceback
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, AbstractContextManager, asynccontextmanager
from importlib.resources import files
from typing import Final

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from markupsafe import Markup
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from kashf.bootstrap import open_to_decide
from kashf.errors import CaseLockedError, KashfError, QuerySyntaxError
from kashf.logs import get_log
from kashf.ports.runtime import Sandbox
from kashf.services.case.open import OpenCase, WritableCase
from kashf.settings import load_settings
from kashf.web.gate.access import Gate, Pass
from kashf.web.gate.bodies import Bodies
from kashf.web.gate.headers import SecurityHeaders
from kashf.web.page_pictures import PageImages
from kashf.web.renderers import as_json
from kashf.web.rendering import Fault, fault_in, is_live, language_of, name, render
from kashf.web.screens.actions import deeds
from kashf.web.screens.name_routes import name_routes
from kashf.web.screens.routes import routes
from kashf.web.screens.screening import Screenings

STATIC: Final = str(files("kashf.web").joinpath("static"))

log = get_log()


Decide = Callable[[], AbstractContextManager[WritableCase]]


def create_app(case: OpenCase, sandbox: Sandbox, *, token: str, port: int, decide: Decide | None = None) -> FastAPI:
    """Return the pages of one case.

    Args:
        case: Open for reading, safe to be used by several threads.
        sandbox: Where page images are drawn; not touched before the first one is asked for.
        token: What the address that is printed ends in; it works once.
        port: Where the server listens on 127.0.0.1.
        decide: Opens the case for writing down one decision; by the settings of this installation when not given.
    """
    images = PageImages(case, sandbox)
    visitor = Pass(token, port)
    gate = Middleware(Gate, visitor=visitor, turn_away=_turn_away)
    around = [Middleware(SecurityHeaders), Middleware(Faults), gate, Middleware(Bodies, large="/screening")]
    app = FastAPI(title="kashf", docs_url=None, redoc_url=None, openapi_url=None, middleware=around, lifespan=_closing(images))
    app.state.case = case
    app.state.images = images
    app.state.visitor = visitor
    app.state.screenings = Screenings()
    app.state.decide = decide or (lambda: open_to_decide(case.path, settings=load_settings()))
    for router in (routes, name_routes, deeds):
        app.include_router(router)
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    app.add_api_route("/favicon.ico", _favicon, include_in_schema=False)
    app.add_exception_handler(KashfError, _explain)
    app.add_exception_handler(HTTPException, _explain_status)
    app.add_exception_handler(RequestValidationError, _explain_address)
    return app


def _closing(images: PageImages) -> Callable[[FastAPI], AbstractAsyncContextManager[None]]:
    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        yield
        images.close()

    return lifespan


class Faults:
    """Turns an error that nobody expected into a page, and logs its kind only: a message or a traceback may hold words of a document.

    Args:
        app: What may fail.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, whatever happens."""
        begun = False

        async def send_and_remember(message: Message) -> None:
            nonlocal begun
            begun = True
            await send(message)

        try:
            await self.app(scope, receive, send_and_remember)
        except Exception as error:  # noqa: BLE001 - the door's outermost edge, where every fault becomes a page
            log.error("web.fault", kind=type(error).__name__, where=_where(error))  # noqa: TRY400 - a traceback shows words of documents
            if scope["type"] == "http" and not begun:
                request = Request(scope)
                say = language_of(request)
                what, then = say("message.broken_what"), say("message.broken_next")
                await _message(request, 500, title=say("message.broken"), what=what, then=then)(scope, receive, send)


def _where(error: BaseException) -> str:
    """Return file and line at which an error was raised, for the log."""
    frames = traceback.extract_tb(error.__traceback__)
    return f"{frames[-1].name}:{frames[-1].lineno}" if frames else ""


def _favicon() -> FileResponse:
    """Return the icon for browsers that ask for it without reading the page."""
    return FileResponse(f"{STATIC}/favicon.svg", media_type="image/svg+xml")


def _turn_away(request: Request) -> Response:
    return render(request, "locked.html", {}, status=403)


def _explain(request: Request, error: Exception) -> Response:
    """Say what a known error is, with its hint; of a malformed query, show the place of the fault."""
    assert isinstance(error, KashfError)  # noqa: S101 - what this handler is registered for
    position = error.position if isinstance(error, QuerySyntaxError) else None
    if request.query_params.get("format") in {"json", "csv"}:
        return as_json({"error": str(error), "hint": error.hint, "position": position}, status=error.http_status)
    say = language_of(request)
    if isinstance(error, CaseLockedError):
        return _message(request, error.http_status, title=say("message.busy"), what=say("message.busy_what"), then=say("message.busy_next"))
    fault = fault_in(request.query_params.get("q", ""), position)
    return _message(request, error.http_status, title=say("message.refused"), what=str(error), then=error.hint, fault=fault)


def _explain_status(request: Request, error: Exception) -> Response:
    """Say what an HTTP status means; only addresses that do not exist come here."""
    say = language_of(request)
    status = error.status_code if isinstance(error, HTTPException) else 404
    what = say("message.not_found_what", address=name(request.url.path))
    return _message(request, status, title=say("message.not_found"), what=what, then=say("message.not_found_next"))


def _explain_address(request: Request, error: Exception) -> Response:
    """Say which parts of an address are wrong, without repeating what they were."""
    say = language_of(request)
    faults = error.errors() if isinstance(error, RequestValidationError) else []
    parts = ", ".join(sorted({str(fault["loc"][-1]) for fault in faults}))
    return _message(request, 400, title=say("message.bad_request"), what="", then=say("message.bad_request_next", parts=name(parts)))


def _message(request: Request, status: int, *, title: str, what: str, then: str, fault: Fault | None = None) -> Response:
    safe = language_of(request)("message.nothing_changed")
    # Words of the pages are in the reader's language; those of an error are in English, and say so to who reads aloud.
    tongue = "en" if what and not isinstance(what, Markup) else ""
    values = {"title": title, "what": what, "then": then, "safe": safe, "fault": fault, "tongue": tongue}
    values["query"] = request.query_params.get("q", "")
    return render(request, "message_live.html" if is_live(request) else "message.html", values, status=status)
