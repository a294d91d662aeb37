"""The routes: each parses its address, calls one service and shows what came of it."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from kashf.errors import KashfError
from kashf.services.case.listing import Kept, list_documents
from kashf.services.case.open import OpenCase
from kashf.web.page_pictures import SIDES, PageImages
from kashf.web.rendering import State, is_live, render
from kashf.web.screens.document import document_csv, document_json, document_page, find_document
from kashf.web.screens.documents import documents_csv, listed_json
from kashf.web.screens.home import home_csv, home_json, home_page
from kashf.web.screens.params import Asked, DocumentAsked, DocumentsAsked, Number, SearchAsked
from kashf.web.screens.search import search_csv, search_json, search_page

routes = APIRouter()


def case_of(request: Request) -> OpenCase:
    """Return the case that this server shows."""
    case: OpenCase = request.app.state.case
    return case


@routes.get("/")
def home(request: Request, asked: Annotated[Asked, Query()]) -> Response:
    """Show the case's first page."""
    case = case_of(request)
    if asked.format == "json":
        return home_json(case)
    if asked.format == "csv":
        return home_csv(case)
    return render(request, "home.html", home_page(case))


@routes.get("/search")
def search(request: Request, asked: Annotated[SearchAsked, Query()]) -> Response:
    """Show what a search finds; a script that asks gets the results alone."""
    case = case_of(request)
    if asked.format == "json":
        return search_json(case, asked)
    if asked.format == "csv":
        return search_csv(case, asked)
    live = is_live(request)
    response = render(request, "search_live.html" if live else "search.html", search_page(case, asked))
    if live:
        response.headers["HX-Replace-Url"] = State.of(request).address()
    return response


@routes.get("/documents")
def documents(request: Request, asked: Annotated[DocumentsAsked, Query()]) -> Response:
    """List documents by how their reading went."""
    kept = Kept(asked.status, asked.type, asked.reason)
    if asked.format == "csv":
        return documents_csv(case_of(request), kept, after=asked.after)
    limit = 100 if asked.format == "html" else 10_000
    listed = list_documents(case_of(request), kept, after=asked.after, limit=limit)
    if asked.format == "json":
        return listed_json(listed)
    return render(request, "documents.html", {"listed": listed, "asked": asked})


@routes.get("/document/{beginning}")
def document(request: Request, beginning: str, asked: Annotated[DocumentAsked, Query()]) -> Response:
    """Show a page of a document; a shortened id leads to the whole one, so that each document has one address."""
    shown = find_document(case_of(request), beginning, page=asked.page)
    if shown.record.id != beginning:
        return RedirectResponse(State(f"/document/{shown.record.id}", dict(request.query_params)).address())
    if asked.format == "json":
        return document_json(case_of(request), shown, asked)
    if asked.format == "csv":
        return document_csv(case_of(request), shown)
    return render(request, "document.html", document_page(case_of(request), shown, asked))


@routes.get("/document/{id}/picture/{page}")
def picture(request: Request, id: str, page: Number, side: int = SIDES[0]) -> Response:
    """Send a page's picture, or a picture that says why there is none."""
    images: PageImages = request.app.state.images
    document = case_of(request).view.resolve(id)
    try:
        jpeg = images.jpeg(document, page=page, side=min(SIDES, key=lambda known: abs(known - side)))
    except KashfError as error:
        return render(request, "no_picture.svg", {"what": str(error), "then": error.hint}, status=error.http_status)
    return Response(jpeg, media_type="image/jpeg")


@routes.get("/help")
def help_page(request: Request, asked: Annotated[Asked, Query()]) -> Response:
    """Show the keys, the query language and what the words of the interface mean."""
    return render(request, "help.html", {"asked": asked})
