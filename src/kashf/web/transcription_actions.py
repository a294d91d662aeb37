"""What people type off pages in the browser: each form is one ledger entry, signed by whoever is at work."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from kashf.bootstrap import make_taggers
from kashf.domain.ids import DocumentId
from kashf.domain.pages.regions import Region
from kashf.domain.transcription.signed_words import PagePlace
from kashf.services.transcription.found_lines import keep_found
from kashf.services.transcription.keying import draw_lines, key_line, settle, take_back_typed
from kashf.web.gate.posted_forms import ActionForm
from kashf.web.screens.screen import Context
from kashf.web.screens.transcription import found_on_page, regions_in

_Region = Annotated[str, Field(pattern=r"^\d{1,5}-\d{1,5}-\d{1,5}-\d{1,5}$")]


class PageForm(ActionForm):
    """A page, on which something is done."""

    document: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
    page: Annotated[int, Field(ge=1, le=10_000_000)]

    @property
    def place(self) -> PagePlace:
        """The page."""
        return PagePlace(DocumentId(self.document), self.page)


class KeyedForm(PageForm):
    """What somebody typed of a line."""

    region: _Region
    typed: Annotated[str, Field(max_length=2000)] = ""
    field: Annotated[str, Field(max_length=100)] = ""


class SettledForm(PageForm):
    """What a line says that two typed otherwise, and why."""

    region: _Region
    typed: Annotated[str, Field(max_length=2000)] = ""
    other: Annotated[str, Field(max_length=2000)] = ""
    why: Annotated[str, Field(min_length=1, max_length=2000, pattern=r"\S")]


class BoxesForm(PageForm):
    """Where the lines of a page stand, one a line: four numbers."""

    regions: Annotated[str, Field(max_length=60_000)] = ""


class TakenBackForm(ActionForm):
    """What was typed, settled or drawn and does not stand any more, by its entry."""

    entry: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]


def keep_line(context: Context, form: KeyedForm) -> str:
    """Write down what somebody typed of a line; lines that a program found are kept with the first."""
    found = () if form.field else found_on_page(context, form.place)
    taggers = make_taggers(context.case)
    with context.decide() as case:
        keep_found(case, form.place, found)
        key_line(case, form.place, _region(form.region), form.typed, field=form.field, taggers=taggers)
    return form.back


def settle_line(context: Context, form: SettledForm) -> str:
    """Write down what a line says that two typed otherwise."""
    taggers = make_taggers(context.case)
    with context.decide() as case:
        settle(case, form.place, _region(form.region), form.other.strip() or form.typed, why=form.why, taggers=taggers)
    return form.back


def draw_boxes(context: Context, form: BoxesForm) -> str:
    """Write down where the lines of a page stand."""
    regions = regions_in(form.regions)
    with context.decide() as case:
        draw_lines(case, form.place, regions)
    return form.back


def take_back_line(context: Context, form: TakenBackForm) -> str:
    """Write down that something typed, settled or drawn does not stand any more."""
    taggers = make_taggers(context.case)
    with context.decide() as case:
        take_back_typed(case, form.entry, taggers=taggers)
    return form.back


def _region(text: str) -> Region:
    [region] = regions_in(text)
    return region
