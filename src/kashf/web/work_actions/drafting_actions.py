"""Asking a measured model of a user for drafts of a page: that lines were drafted is on record before anybody sees a draft."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from kashf.bootstrap import draft_cache, model_room
from kashf.domain.ids import DocumentId
from kashf.domain.transcription.signed_words import PagePlace
from kashf.services.models.draft_lines import DraftDesk, draft_lines, drafting_model
from kashf.services.transcription.found_lines import keep_found, lines_with_found
from kashf.services.transcription.page_lines import lines_of
from kashf.settings import load_settings
from kashf.web.gate.posted_forms import ActionForm
from kashf.web.screens.screen import Context
from kashf.web.screens.transcription import found_on_page, regions_in, untyped
from kashf.web.transcription_actions import PageForm


class DraftsForm(PageForm):
    """The page of which drafts are asked."""


class FieldDraftsForm(ActionForm):
    """The forms of whose field drafts are asked: ids of their documents, the page of each, and where the field stands on it."""

    documents: Annotated[str, Field(pattern=r"^[0-9a-f]{64}( [0-9a-f]{64}){0,49}$")]
    page: Annotated[int, Field(ge=1, le=10_000_000)]
    region: Annotated[str, Field(pattern=r"^\d{1,5}-\d{1,5}-\d{1,5}-\d{1,5}$")]


def ask_field_drafts(context: Context, form: FieldDraftsForm) -> str:
    """Let the best model that was measured here draft one field of some forms, as far as nobody typed it.

    Raises:
        UnmeasuredModelError: No model of handwriting was measured in this case.
    """
    room = model_room(load_settings())
    model, _ = drafting_model(context.case, room)
    [region] = regions_in(form.region)
    with context.decide() as case, context.drawing() as worker:
        desk = DraftDesk(room, worker, draft_cache(case.reading))
        for document in form.documents.split():
            place = PagePlace(DocumentId(document), form.page)
            lines = lines_of(case.reading, place.document, place.page)
            if not any(line.keyings and line.region.is_same_line(region) for line in lines):
                draft_lines(case, desk, place, [region], model=model)
    return form.back


def ask_drafts(context: Context, form: DraftsForm) -> str:
    """Let the best model that was measured here draft the lines that nobody typed.

    Raises:
        UnmeasuredModelError: No model of handwriting was measured in this case.
    """
    room = model_room(load_settings())
    model, _ = drafting_model(context.case, room)
    place = form.place
    found = found_on_page(context, place)
    with context.decide() as case, context.drawing() as worker:
        regions = untyped(lines_with_found(case.reading, place, found, reader=case.person))
        keep_found(case, place, found)
        if regions:
            draft_lines(case, DraftDesk(room, worker, draft_cache(case.reading)), place, regions, model=model)
    return form.back
