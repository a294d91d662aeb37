"""Asking a measured model of a user for drafts of a page: that lines were drafted is on record before anybody sees a draft."""

from __future__ import annotations

from kashf.bootstrap import draft_cache, model_room
from kashf.services.models.draft_lines import DraftDesk, draft_lines, drafting_model
from kashf.services.transcription.found_lines import keep_found, lines_with_found
from kashf.settings import load_settings
from kashf.web.screens.screen import Context
from kashf.web.screens.transcription import found_on_page, untyped
from kashf.web.transcription_actions import PageForm


class DraftsForm(PageForm):
    """The page of which drafts are asked."""


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
