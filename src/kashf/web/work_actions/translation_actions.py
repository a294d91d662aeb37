"""What people translate in the browser: each form is one ledger entry, signed by whoever is at work."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from kashf.domain.document import Span
from kashf.services.translation.contested_words import find_words, mark_contested, settle_contested
from kashf.services.translation.write_translation import Draft, checked_page, translate
from kashf.web.gate.posted_forms import ActionForm
from kashf.web.screens.screen import Context
from kashf.web.screens.translation import reader_at_work
from kashf.web.transcription_actions import PageForm

_Place = Annotated[int, Field(ge=0, le=2**31)]
_Words = Annotated[str, Field(max_length=2000)]
_Language = Annotated[str, Field(max_length=35)]


class TranslatedForm(PageForm):
    """What a segment of a page says in another language; nothing takes its translation away."""

    language: _Language
    start: _Place
    end: _Place
    text: Annotated[str, Field(max_length=20_000)] = ""


class BlindForm(PageForm):
    """That somebody translates a page blind from now on, or has done."""

    language: _Language
    done: bool = False


class ContestForm(PageForm):
    """Words of a page that are contested, how they may be rendered, one a line, and why."""

    language: _Language
    words: Annotated[str, Field(min_length=1, max_length=2000)]
    rendering: _Words = ""
    why: Annotated[str, Field(min_length=1, max_length=2000, pattern=r"\S")]


class SettleForm(ActionForm):
    """How contested words are to be rendered, and why."""

    id: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
    rendering: Annotated[str, Field(min_length=1, max_length=2000, pattern=r"\S")]
    why: Annotated[str, Field(min_length=1, max_length=2000, pattern=r"\S")]


def keep_translation(context: Context, form: TranslatedForm) -> str:
    """Write down what a segment says in another language."""
    draft = Draft(form.place, form.language, {(form.start, form.end): form.text.replace("\r\n", "\n")})
    with context.decide() as case:
        translate(case, draft)
    return form.back


def translate_blind(context: Context, form: BlindForm) -> str:
    """Write down that somebody begins to translate a page blind, or has done."""
    with context.decide() as case:
        translate(case, Draft(form.place, form.language, {}, is_blind=not form.done, is_done=form.done))
    return form.back


def contest_words(context: Context, form: ContestForm) -> str:
    """Write down that words of a page are contested."""
    place = form.place
    start, end = find_words(checked_page(context.case, place, form.language), form.words)
    renderings = [line.strip() for line in form.rendering.splitlines() if line.strip()]
    with context.decide() as case:
        span = Span(place.document, place.page, start, end)
        mark_contested(case, place, span, language=form.language, renderings=renderings, why=form.why)
    return form.back


def settle_words(context: Context, form: SettleForm) -> str:
    """Write down how contested words are to be rendered."""
    with context.decide() as case:
        settle_contested(case, form.id, rendering=form.rendering, why=form.why, reader=reader_at_work(context))
    return form.back
