"""The screens of names: each parses its address, calls what makes the page and shows it."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from starlette.requests import Request
from starlette.responses import Response

from kashf.web.rendering import render
from kashf.web.screens.audit import audit_csv, audit_json, audit_page
from kashf.web.screens.dossier import beside_page, dossier_csv, dossier_json, dossier_page
from kashf.web.screens.names import names_csv, names_json, names_page
from kashf.web.screens.params import AuditAsked, NameAsked, NamesAsked, ReviewAsked, ScreeningAsked
from kashf.web.screens.review import review_csv, review_json, review_page
from kashf.web.screens.routes import case_of
from kashf.web.screens.screening import Screenings, screening_csv, screening_json, screening_page

name_routes = APIRouter()


@name_routes.get("/names")
def names(request: Request, asked: Annotated[NamesAsked, Query()]) -> Response:
    """List who and what is named."""
    case = case_of(request)
    if asked.format == "json":
        return names_json(case, asked)
    if asked.format == "csv":
        return names_csv(case, asked)
    return render(request, "names.html", names_page(case, asked))


@name_routes.get("/name")
def name(request: Request, asked: Annotated[NameAsked, Query()]) -> Response:
    """Show a name's dossier, or who stands beside it."""
    case = case_of(request)
    if asked.format == "json":
        return dossier_json(case, asked)
    if asked.format == "csv":
        return dossier_csv(case, asked)
    if asked.view == "beside":
        return render(request, "beside.html", beside_page(case, asked))
    return render(request, "name.html", dossier_page(case, asked))


@name_routes.get("/review")
def review(request: Request, asked: Annotated[ReviewAsked, Query()]) -> Response:
    """Ask whether two names are one."""
    case = case_of(request)
    if asked.format == "json":
        return review_json(case, asked)
    if asked.format == "csv":
        return review_csv(case, asked)
    return render(request, "review.html", review_page(case, asked))


@name_routes.get("/audit")
def audit(request: Request, asked: Annotated[AuditAsked, Query()]) -> Response:
    """Show the next hit to look at, or the next page to read, of a name's audit."""
    case = case_of(request)
    if asked.format == "json":
        return audit_json(case, asked)
    if asked.format == "csv":
        return audit_csv(case, asked)
    return render(request, "audit.html", audit_page(case, asked))


@name_routes.get("/screening")
def screening(request: Request, asked: Annotated[ScreeningAsked, Query()]) -> Response:
    """Show the form for a list, or what came of one."""
    held: Screenings = request.app.state.screenings
    if asked.format == "json":
        return screening_json(held, asked)
    if asked.format == "csv":
        return screening_csv(held, asked)
    return render(request, "screening.html", screening_page(held, asked))
