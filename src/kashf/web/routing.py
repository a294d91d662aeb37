"""The routes: one for each screen and each action, made of the value that each of them is."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Collection, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from functools import partial
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from kashf.domain.ids import DocumentId
from kashf.domain.pages.regions import Region
from kashf.services.case.heads.case_head import case_head
from kashf.services.case.open import OpenCase
from kashf.services.ingest.opening.unsafe_parsing import is_read_unsafely
from kashf.services.ledger.passwords import kept_passwords
from kashf.services.ledger.persons import persons
from kashf.services.transcription.line_regions import is_read_leftward
from kashf.web.gate.posted_forms import back_to, posted
from kashf.web.page_pictures import PageImages
from kashf.web.renderers import as_csv, as_json
from kashf.web.rendering import State, is_live, render
from kashf.web.screens.params import read_params
from kashf.web.screens.screen import Context, MovedError, Screen, Visit
from kashf.web.work_actions.action import Action


def screen_routes(screens: Iterable[Screen[Any, Any]]) -> list[Route]:
    """Return the way to each screen."""
    return [Route(screen.path, _showing(screen), methods=["GET"]) for screen in screens]


def action_routes(actions: Iterable[Action[Any]], *, screens: Iterable[Screen[Any, Any]]) -> list[Route]:
    """Return the way to each action, whose form leads back to one of the screens and nowhere else."""
    paths = frozenset(screen.path for screen in screens)
    return [Route(action.path, _doing(action, paths), methods=["POST"]) for action in actions]


def _showing(screen: Screen[Any, Any]) -> Callable[[Request], Response]:
    def endpoint(request: Request) -> Response:
        try:
            return _show(screen, request)
        except MovedError as moved:
            same = {key: request.query_params.get(key, "") for key in ("format", "lang")}
            return RedirectResponse(moved.state.address(**same))

    return endpoint


def _show(screen: Screen[Any, Any], request: Request) -> Response:
    """Ask a screen's view once, and show what it found in the form that was asked for."""
    params = read_params(screen.params, request)
    with ExitStack() as open_case:
        context = open_case.enter_context(_opened(request))
        with context.case.view.snapshot():
            visit = Visit(context.case, params, screen.view(context, params))
            if params.format == "html":
                return _page(screen, request, visit)
            if params.format == "json":
                return as_json(screen.data(visit))
        return as_csv(screen.rows(visit), until_sent=open_case.pop_all())


def _page(screen: Screen[Any, Any], request: Request, visit: Visit[Any, Any]) -> Response:
    live = bool(screen.live) and is_live(request)
    known = persons(visit.case) if screen.decides and not live else ()
    aside = visit.case.view.count_set_aside()
    values = {
        "params": visit.params,
        "decides": screen.decides,
        "persons": known,
        "set_aside": aside,
        "case_head": None if live else case_head(visit.case.view),
        "read_unsafely": not live and is_read_unsafely(visit.case.view),
        **screen.page(visit),
    }
    response = render(request, screen.live if live else screen.template, values)
    if live:
        response.headers["HX-Replace-Url"] = State.of(request).address()
    return response


def _doing(action: Action[Any], paths: Collection[str]) -> Callable[[Request], Awaitable[Response]]:
    async def endpoint(request: Request) -> Response:
        form = (await posted(request)).parsed(action.form)

        def run() -> str:
            with _opened(request) as context:
                return action.run(context, form)

        return back_to(await run_in_threadpool(run), paths)

    return endpoint


def _lines(case: OpenCase, images: PageImages, document: DocumentId, page: int) -> tuple[Region, ...]:
    """Return where the lines of a page stand, in the order in which its language is read."""
    passwords = kept_passwords(case).get(document, ())
    return images.lines(document, page, is_leftward=is_read_leftward(case, document), passwords=passwords)


@contextmanager
def _opened(request: Request) -> Iterator[Context]:
    """Open what a request may use, for as long as it is answered."""
    state = request.app.state
    with state.openings.read() as case:
        lines, unlock = partial(_lines, case, state.images), partial(state.openings.unlock, state.visitor.at_work)
        drawing = state.images.worker
        yield Context(case, state.screenings, state.query_lists, state.openings.decide, state.visitor, lines, drawing, unlock)
