"""Asking a measured model of a user for drafts of a page: that lines were drafted is on record before anybody sees a draft."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from kashf.bootstrap import draft_cache, model_room
from kashf.domain.ids import DocumentId
from kashf.domain.transcription.signed_words import PagePlace
from kashf.services.models.draft_lines import DraftDesk, draft_lines, drafting_model
from kashf.services.transcription.found_lines import keep_found, lines_with_found
from kashf.settings import load_settings
from kashf.web.gate.forms import ActionForm
from kashf.web.screens.screen import Context
from kashf.web.screens.transcription import found_on, untyped


class DraftsForm(ActionForm):
    """The page of which drafts are asked."""

    document: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
    page: Annotated[int, Field(ge=1, le=10_000_000)]


def ask_drafts(context: Context, form: DraftsForm) -> str:
    """Let the best model that was measured here draft the lines that nobody typed.

    Raises:
        UnmeasuredModelError: No model of handwriting was measured in this case.
    """
    settings = load_settings()
    room = model_room(settings, accept_unsafe=settings.accept_unsafe_parsing)
    model, _ = drafting_model(context.case, room)
    place = PagePlace(DocumentId(form.document), form.page)
    records = context.case.view.records([place.document])
    found = next((found_on(context, record, form.page) for record in records), None) or ()
    with context.decide() as case, context.drawing() as worker:
        regions = untyped(lines_with_found(case.reading, place, found, reader=case.person))
        keep_found(case, place, found)
        if regions:
            draft_lines(case, DraftDesk(room, worker, draft_cache(case.reading)), place, regions, model=model)
    return form.back
