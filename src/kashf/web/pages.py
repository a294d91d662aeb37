"""The routes: each parses its address, calls one service and shows what came of it."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from kashf.services.handles import OpenCase
from kashf.web.home import home
from kashf.web.rendering import render

routes = APIRouter()


def case_of(request: Request) -> OpenCase:
    """Return the case that this server shows."""
    case: OpenCase = request.app.state.case
    return case


@routes.get("/")
def case_home(request: Request) -> Response:
    """Show the case's first page."""
    return render(request, "home.html", home(case_of(request)))
