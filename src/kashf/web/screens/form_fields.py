"""One field of many forms in a row: the same box of each page, so that fifty dates of birth are typed one after the other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Annotated, Final, Literal

from pydantic import Field

from kashf.bootstrap import draft_cache
from kashf.domain.ids import DocumentId
from kashf.domain.models.installed import Model
from kashf.domain.models.measured import LineDraft, PastMeasurement
from kashf.domain.pages.regions import Region
from kashf.domain.transcription.signed_words import PagePlace
from kashf.ports.views import DocumentRecord
from kashf.services.case.open import OpenCase
from kashf.services.models.draft_lines import kept_drafts
from kashf.services.search.faceted import Search, matching
from kashf.services.transcription.page_lines import TranscriptLine, lines_of
from kashf.show.models.model_answers import ask_words, draft_answer, measured_words
from kashf.show.transcription_answers import line_answer
from kashf.web.renderers import Spreadsheet
from kashf.web.screens.params import Filter, Number, Query, ScreenParams
from kashf.web.screens.screen import Context, Screen, Visit
from kashf.web.screens.transcription import LineView, drafter, line_view, person_at_work, regions_in
from kashf.web.text.page_view import is_drawn

#: Forms shown at a time.
SHOWN: Final = 50
#: Kinds of values that a field can have.
KINDS: Final = ("", "name", "date", "number")


class FormFieldsParams(ScreenParams):
    """Which field of which forms.

    Args:
        document: A form on which the field was seen; "" for none.
        page: The page of each form that has the field.
        region: Where it stands: left, top, right, bottom in units of BOX_GRID.
        kind: What kind of value it has: what a second person has to type.
        label: What the field is called.
        q: A query that finds the forms; "" for all of a folder.
        folder: The beginning of the paths of the forms; "" for any.
        begin: The first form shown, from 1.
        line: The form that is typed next, from 1; 0 for the first that nobody typed.
    """

    document: Annotated[str, Field(pattern=r"^([0-9a-f]{64})?$")] = ""
    page: Number = 1
    region: Annotated[str, Field(pattern=r"^(\d{1,5}[- ]\d{1,5}[- ]\d{1,5}[- ]\d{1,5})?$")] = ""
    kind: Literal["", "name", "date", "number"] = ""
    label: Annotated[str, Field(max_length=60)] = ""
    q: Query = ""
    folder: Filter = ""
    begin: Number = 1
    line: Annotated[int, Field(ge=0, le=10_000_000)] = 0

    @property
    def field(self) -> str:
        """The field as what was typed of it says it."""
        return f"{self.kind}:{self.label}" if self.kind and self.label else self.kind or self.label


@dataclass(frozen=True, slots=True)
class FormsSeen:
    """Forms with one of their fields, as whoever is at work may see it.

    Args:
        forms: Each with the field.
        begin: Number of the first, from 1.
        total: How many there are.
        reader: Id of the person at work, or "".
        drafter: How the model of a user that can be asked for drafts was measured in this case; None where there is none.
        drafts: What it was asked for before, of fields that nobody typed.
    """

    forms: tuple[tuple[DocumentRecord, TranscriptLine], ...] = ()
    begin: int = 1
    total: int = 0
    reader: str = ""
    drafter: PastMeasurement | None = None
    drafts: tuple[LineDraft, ...] = ()


def view(context: Context, params: FormFieldsParams) -> FormsSeen:
    """Return the forms that are asked for; none while nothing says which.

    Raises:
        UsageError: The box is none.
    """
    case, reader = context.case, person_at_work(context)
    if not params.region or not (params.q or params.folder):
        return FormsSeen(reader=reader)
    [region] = regions_in(params.region)
    documents = _forms(case, params)
    part = documents if params.is_whole else documents[params.begin - 1 : params.begin - 1 + SHOWN]
    records = {record.id: record for record in case.view.records(part)}
    forms = tuple((records[each], _field(case, PagePlace(each, params.page), region, reader)) for each in part if each in records)
    drawn = tuple(each for each in forms if is_drawn(each[0]))
    able = drafter(case)
    drafts = _drafts(case, params.page, drawn, able) if able else ()
    return FormsSeen(drawn, params.begin, len(documents), reader, able[1] if able else None, drafts)


def page(visit: Visit[FormFieldsParams, FormsSeen]) -> Mapping[str, object]:
    """Return what the page shows."""
    seen, params = visit.answer, visit.params
    drafted = {draft.place.document: draft for draft in seen.drafts if draft.line.text}
    shown: list[tuple[int, DocumentRecord, LineView]] = [
        (number, record, replace(line_view(line, seen.reader), by_model=drafted.get(record.id)))
        for number, (record, line) in enumerate(seen.forms, seen.begin)
    ]
    asked = {draft.place.document for draft in seen.drafts}
    undrafted = [record.id for record, line in seen.forms if line.is_untyped and record.id not in asked]
    left = [number for number, _, each in shown if not each.own]
    return {
        "forms": shown,
        "total": seen.total,
        "kinds": KINDS,
        "now": params.line if any(number == params.line for number, _, _ in shown) else next(iter(left), 0),
        "typed": sum(1 for _, line in seen.forms if line.keyings),
        "more": max(0, seen.total - params.begin + 1 - SHOWN),
        "next_begin": params.begin + SHOWN,
        "drafter": seen.drafter,
        "undrafted": " ".join(undrafted),
        "ask_words": ask_words,
        "beside": measured_words,
    }


def data(visit: Visit[FormFieldsParams, FormsSeen]) -> object:
    """Return the field of each form."""
    return {
        "field": visit.params.field,
        "forms": [{"document": record.id, "line": line_answer(line)} for record, line in visit.answer.forms],
        "drafts": [draft_answer(draft) for draft in visit.answer.drafts],
    }


def rows(visit: Visit[FormFieldsParams, FormsSeen]) -> Spreadsheet:
    """Return a row for each form."""
    found = ((record.id, record.name, line.typed or "", line.state.value) for record, line in visit.answer.forms)
    return Spreadsheet("form-field", ("document", "path", visit.params.field or "text", "state"), found)


def _forms(case: OpenCase, params: FormFieldsParams) -> list[DocumentId]:
    """Return the documents that are asked for, in the order of their paths."""
    filters = {"folder": params.folder} if params.folder else {}
    found = matching(case, Search(params.q, filters=filters))
    return [record.id for record in sorted(case.view.records(found), key=lambda record: record.name)]


def _drafts(
    case: OpenCase, page: int, forms: Sequence[tuple[DocumentRecord, TranscriptLine]], by: tuple[Model, PastMeasurement]
) -> tuple[LineDraft, ...]:
    """Return what a model drafted before of the fields that nobody typed; nothing is run."""
    cache = draft_cache(case)
    places = ((PagePlace(record.id, page), line.region) for record, line in forms if line.is_untyped)
    return tuple(draft for place, region in places for draft in kept_drafts(case, cache, place, (region,), by=by))


def _field(case: OpenCase, place: PagePlace, region: Region, reader: str) -> TranscriptLine:
    """Return what was typed in a box of a page."""
    lines = lines_of(case, place.document, place.page, reader=reader)
    known = next((line for line in lines if line.keyings and line.region.is_same_line(region)), None)
    return known or TranscriptLine(1, region)


FORM_FIELDS: Final = Screen("/fields", FormFieldsParams, view, "form_fields.html", page, data, rows, under="/transcribe", decides=True)
