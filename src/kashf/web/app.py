"""Joins the web door: gate and headers before everything, pages behind them, errors in words for a person."""

from __future__ import annotations

import traceback
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AbstractAsyncContextManager, AbstractContextManager, asynccontextmanager
from dataclasses import dataclass
from importlib.resources import files
from typing import Any, Final

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from kashf.bootstrap import check_can_sign, make_kit, open_again, open_for_writing, open_to_decide
from kashf.errors import CaseLockedError, KashfError, MalformedRequestError, QuerySyntaxError
from kashf.logs import get_log
from kashf.ports.runtime import Sandbox
from kashf.services.case.open import OpenCase, WritableCase
from kashf.settings import load_settings
from kashf.show.error_words import ErrorWords, error_words
from kashf.web.actions import ACTIONS
from kashf.web.gate.access import Gate, Pass
from kashf.web.gate.headers import SecurityHeaders
from kashf.web.gate.size_limit import SizeLimit
from kashf.web.gate.written_addresses import WrittenAddresses
from kashf.web.page_pictures import PICTURE, PageImages, picture
from kashf.web.recording_files import RECORDING_PATH, recording
from kashf.web.renderers import as_json
from kashf.web.rendering import QueryFault, fault_in, is_live, language_of, name, render
from kashf.web.routing import action_routes, screen_routes
from kashf.web.screens import SCREENS
from kashf.web.screens.held import HeldResults
from kashf.web.screens.screen import Screen, navigation

STATIC: Final = str(files("kashf.web").joinpath("static"))

log = get_log()


@dataclass(frozen=True, slots=True)
class Openings:
    """How a request opens the case.

    Args:
        read: For reading, by this request alone.
        decide: For writing down one decision of somebody, by name; of whom the settings name for "".
        unlock: For a run of somebody, by name, that tries a password on what is encrypted and reads what it opens.
    """

    read: Callable[[], AbstractContextManager[OpenCase]]
    decide: Callable[[str], AbstractContextManager[WritableCase]]
    unlock: Callable[[str, str], None]


def openings_of(case: OpenCase, sandbox: Sandbox) -> Openings:
    """Return how the requests of a server open its case, by the settings of this installation."""

    def decide(name: str) -> AbstractContextManager[WritableCase]:
        settings = load_settings(actor=name) if name else load_settings()
        if name:
            check_can_sign(settings)
        return open_to_decide(case.path, settings=settings)

    def unlock(name: str, password: str) -> None:
        from kashf.services.ingest.process import process
        from kashf.services.ingest.readers import HowToRead

        settings = load_settings(actor=name) if name else load_settings()
        with open_for_writing(case.path, settings=settings) as writable:
            kit = make_kit(writable.reading, english_model=settings.english_model)
            process(writable, sandbox, HowToRead(settings.workers, passwords=(password,)), kit=kit, report=lambda _: None)

    return Openings(lambda: open_again(case), decide, unlock)


def create_app(
    case: OpenCase,
    sandbox: Sandbox,
    *,
    token: str,
    port: int,
    openings: Openings | None = None,
    screens: Sequence[Screen[Any, Any]] = SCREENS,
) -> Starlette:
    """Return the pages of one case.

    Args:
        case: Open for reading; each request opens it once more for itself.
        sandbox: Where page images are drawn; not touched before the first one is asked for.
        token: What the address that is printed ends in; it works once.
        port: Where the server listens on 127.0.0.1.
        openings: How a request opens the case; `openings_of` it when not given.
        screens: What there is to see.
    """
    images, visitor = PageImages(case, sandbox, key=load_settings().cache_key()), Pass(token, port)
    most_bytes = {action.path: action.most_bytes for action in ACTIONS}
    gate = Middleware(Gate, visitor=visitor, turn_away=_turn_away, welcome=_welcome)
    app = Starlette(
        routes=[
            *screen_routes(screens),
            *action_routes(ACTIONS, screens=screens),
            Route(PICTURE, picture),
            Route(RECORDING_PATH, recording),
            Route("/favicon.ico", _favicon),
            Mount("/static", StaticFiles(directory=STATIC), name="static"),
        ],
        middleware=[
            Middleware(SecurityHeaders),
            Middleware(Faults),
            gate,
            Middleware(WrittenAddresses, visitor=visitor),
            Middleware(SizeLimit, most_bytes=most_bytes),
        ],
        exception_handlers={KashfError: _explain, HTTPException: _explain_status},
        lifespan=_closing(images),
    )
    app.state.case_name = case.name
    app.state.images = images
    app.state.visitor = visitor
    app.state.navigation = navigation(screens)
    app.state.screenings, app.state.query_lists = HeldResults(), HeldResults()
    app.state.openings = openings or openings_of(case, sandbox)
    return app


def _closing(images: PageImages) -> Callable[[Starlette], AbstractAsyncContextManager[None]]:
    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
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
                told = ErrorWords(say("message.broken_what"), say("message.broken_next"))
                await _message(request, 500, title=say("message.broken"), told=told)(scope, receive, send)


def _where(error: BaseException) -> str:
    """Return file and line at which an error was raised, for the log."""
    frames = traceback.extract_tb(error.__traceback__)
    return f"{frames[-1].name}:{frames[-1].lineno}" if frames else ""


def _favicon(_: Request) -> FileResponse:
    """Return the icon for browsers that ask for it without reading the page."""
    return FileResponse(f"{STATIC}/favicon.svg", media_type="image/svg+xml")


def _turn_away(request: Request) -> Response:
    return render(request, "locked.html", {}, status=403)


def _welcome(request: Request, onward: str) -> Response:
    return render(request, "welcome.html", {"onward": onward})


def _explain(request: Request, error: Exception) -> Response:
    """Say what a known error is, with its hint; of a malformed query, show the place of the fault."""
    assert isinstance(error, KashfError)  # noqa: S101 - what this handler is registered for
    position = error.position if isinstance(error, QuerySyntaxError) else None
    if request.query_params.get("format") in {"json", "csv"}:
        return as_json({"error": str(error), "code": error.code, "hint": error.hint, "position": position}, status=error.http_status)
    say = language_of(request)
    if isinstance(error, MalformedRequestError):
        return _explain_address(request, error)
    if isinstance(error, CaseLockedError):
        told = ErrorWords(say("message.busy_what"), say("message.busy_next"))
        return _message(request, error.http_status, title=say("message.busy"), told=told)
    fault = fault_in(request.query_params.get("q", ""), position)
    told = error_words(say, error)
    return _message(request, error.http_status, title=say("message.refused"), told=told, fault=fault)


def _explain_status(request: Request, error: Exception) -> Response:
    """Say what an HTTP status means; only addresses that do not exist come here."""
    say = language_of(request)
    status = error.status_code if isinstance(error, HTTPException) else 404
    what = say("message.not_found_what", address=name(request.url.path))
    return _message(request, status, title=say("message.not_found"), told=ErrorWords(what, say("message.not_found_next")))


def _explain_address(request: Request, error: MalformedRequestError) -> Response:
    """Say which parts of an address or a form are wrong, without repeating what they were."""
    say = language_of(request)
    then = say("message.bad_request_next", parts=name(", ".join(error.parts)))
    return _message(request, error.http_status, title=say("message.bad_request"), told=ErrorWords("", then))


def _message(request: Request, status: int, *, title: str, told: ErrorWords, fault: QueryFault | None = None) -> Response:
    safe = language_of(request)("message.nothing_changed")
    values = {"title": title, "told": told, "safe": safe, "fault": fault, "query": request.query_params.get("q", "")}
    return render(request, "message_live.html" if is_live(request) else "message.html", values, status=status)
