"""What people decide in the browser: each form is one decision and one ledger entry, answered by the way back to its screen."""

from __future__ import annotations

from contextlib import AbstractContextManager
from typing import Annotated

from fastapi import APIRouter, Depends
from pydantic import Field
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from kashf.domain.document import Span
from kashf.domain.entity import MentionType, NameKey, Verdict
from kashf.domain.ids import DocumentId
from kashf.errors import NotFoundError, UsageError
from kashf.services.case.open import OpenCase, WritableCase
from kashf.services.names.audit import PageRead, judge_place, record_page
from kashf.services.names.review import judge, undo
from kashf.services.names.screen import screen
from kashf.web.gate.forms import Deed, Posted, back_to, posted
from kashf.web.rendering import address
from kashf.web.screens.routes import case_of

deeds = APIRouter()

_Key = Annotated[str, Field(min_length=1, max_length=300)]
_Document = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
_Place = Annotated[int, Field(ge=0, le=2**31)]
_Form = Annotated[Posted, Depends(posted)]


class PairJudged(Deed):
    """What somebody says about two names."""

    type: MentionType
    left: _Key
    right: _Key
    verdict: Verdict
    why: Annotated[str, Field(max_length=2000)] = ""


class PlaceJudged(Deed):
    """What somebody says about a place and a name."""

    name: _Key
    document: _Document
    page: _Place
    start: _Place
    end: _Place
    verdict: Verdict


class Undone(Deed):
    """Which decision somebody takes back."""

    entry: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]


class PageSeen(Deed):
    """How often somebody saw a name on a page."""

    name: _Key
    document: _Document
    page: _Place
    seen: Annotated[int, Field(ge=0, le=10_000)]


def writing(request: Request) -> AbstractContextManager[WritableCase]:
    """Return the case opened for writing down one decision."""
    opened: AbstractContextManager[WritableCase] = request.app.state.decide()
    return opened


@deeds.post("/judge/names")
def judge_names(request: Request, form: _Form) -> Response:
    """Write down whether two names are one."""
    said = form.parsed(PairJudged)
    with writing(request) as case:
        judge(case, NameKey(said.left), NameKey(said.right), said.verdict, type=said.type, why=said.why.strip())
    return back_to(said.back)


@deeds.post("/judge/place")
def judge_one_place(request: Request, form: _Form) -> Response:
    """Write down whether a place names somebody."""
    said = form.parsed(PlaceJudged)
    check_is_there(case_of(request), said.document, said.page, last=said.end)
    if said.start >= said.end:
        raise NotFoundError("there is no such place in this case; nothing was written down")
    place = Span(DocumentId(said.document), said.page, said.start, said.end)
    with writing(request) as case:
        judge_place(case, NameKey(said.name), place, said.verdict)
    return back_to(said.back)


@deeds.post("/undo")
def take_back(request: Request, form: _Form) -> Response:
    """Write down that a decision does not stand any more."""
    said = form.parsed(Undone)
    with writing(request) as case:
        undo(case, said.entry)
    return back_to(said.back)


@deeds.post("/audit/page")
def keep_page(request: Request, form: _Form) -> Response:
    """Write down how often a name was seen on a page that was read for an audit."""
    said = form.parsed(PageSeen)
    check_is_there(case_of(request), said.document, said.page)
    with writing(request) as case:
        record_page(case, NameKey(said.name), PageRead(DocumentId(said.document), said.page, said.seen))
    return back_to(said.back)


@deeds.post("/screening")
def hold_against_list(request: Request, form: _Form) -> Response:
    """Hold a list against the case and lead to what came of it."""
    form.parsed(Deed)
    if not form.list:
        raise UsageError("no list was chosen, or it is empty")
    found = screen(case_of(request), form.list, name=form.list_name or "the list")
    id = request.app.state.screenings.hold(form.list_name, found)
    return RedirectResponse(address("/screening", result=id), 303)


def check_is_there(case: OpenCase, document: str, page: int, *, last: int = 0) -> None:
    """Check that a page is one of the case, and as long as what is said of it.

    Raises:
        NotFoundError: There is no such page, or it ends before `last`.
    """
    found = case.view.page(DocumentId(document), page)
    if found is None or last > len(found.text):
        raise NotFoundError("there is no such place in this case; nothing was written down")
