"""The audit of a count: one drawn hit at a time, or one drawn page to read without marks, and what they say so far."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Final, Literal

from pydantic import Field

from kashf.domain.entity import MentionType
from kashf.services.case.open import OpenCase
from kashf.services.names.audit import AuditState, audit_state, show_hit
from kashf.show.answers import audit_answer
from kashf.web.renderers import Spreadsheet
from kashf.web.rendering import State, address
from kashf.web.screens.dossier import place_address
from kashf.web.screens.names import name_address
from kashf.web.screens.params import Query, ScreenParams
from kashf.web.screens.screen import Context, Screen, Visit
from kashf.web.text.page_text import TextView, lines
from kashf.web.text.page_view import is_drawn


class AuditParams(ScreenParams):
    """The audit of a count.

    Args:
        name: Whose.
        step: Looking at hits, or reading pages.
        where: A query; pages to read are drawn from what it finds.
    """

    name: Annotated[str, Field(max_length=300)] = ""
    step: Literal["hits", "pages"] = "hits"
    where: Query = ""


def view(context: Context, params: AuditParams) -> AuditState | None:
    """Return how far the audit of a name is; None for the page that asks for a name.

    Raises:
        UsageError: There is no name in what was asked.
        QuerySyntaxError: The query is malformed.
    """
    return audit_state(context.case, params.name, where=params.where) if params.name.strip() or params.is_whole else None


def page(visit: Visit[AuditParams, AuditState | None]) -> dict[str, object]:
    """Return what the page shows."""
    case, params, audit = visit.case, visit.params, visit.answer
    if audit is None:
        return {"audit": None}
    state = State("/audit", params.state())
    return {
        "audit": audit,
        "numbers": audit.progress.audit,
        "estimate": audit.estimate,
        "delta": audit.delta,
        "hits_address": state.address(step=""),
        "pages_address": state.address(step="pages"),
        "dossier": name_address(MentionType.PERSON, audit.name),
        **(_page_to_read(case, audit) if params.step == "pages" else _hit_to_see(case, audit)),
    }


def data(visit: Visit[AuditParams, AuditState | None]) -> Mapping[str, object]:
    """Return how far the audit is, as `kashf audit --json` does."""
    return audit_answer(visit.answer) if visit.answer else {}


def rows(visit: Visit[AuditParams, AuditState | None]) -> Spreadsheet:
    """Return the same as rows of what and number."""
    numbers = [(key, value) for key, value in data(visit).items() if isinstance(value, int | str)]
    return Spreadsheet("audit", ("what", "number"), numbers)


def _hit_to_see(case: OpenCase, audit: AuditState) -> dict[str, object]:
    hit = audit.progress.next_hit
    if hit is None:
        return {"hit": None}
    shown = show_hit(case, hit)
    return {
        "hit": shown,
        "hit_address": place_address(hit.document, hit.page, hit.start, hit.end),
        "picture": _picture(case, hit.document, hit.page),
    }


def _page_to_read(case: OpenCase, audit: AuditState) -> dict[str, object]:
    """Return the page as it is, without any mark of where the search found the name."""
    where = audit.progress.next_page
    if where is None:
        return {"leaf": None}
    document, number = where
    page = case.view.page(document, number)
    (record,) = case.view.records([document])
    shown = tuple(lines(page.text, TextView(language=record.language))) if page else ()
    return {
        "leaf": {"document": document, "page": number, "path": record.name, "lines": shown},
        "leaf_address": address(f"/document/{document}", page=number if number > 1 else ""),
        "picture": _picture(case, document, number),
    }


def _picture(case: OpenCase, document: str, page: int) -> str:
    """Return where the picture of a page is, or "" for documents whose pages are not drawn."""
    records = case.view.records([case.view.resolve(document)])
    return f"/document/{document}/picture/{page}?side=2800" if records and is_drawn(records[0]) else ""


AUDIT: Final = Screen("/audit", AuditParams, view, "audit.html", page, data, rows, under="/names", decides=True)
