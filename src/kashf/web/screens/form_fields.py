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
from kashf.errors import NotAllowedError
from kashf.ports.views import DocumentRecord
from kashf.services.case.open import OpenCase
from kashf.services.forms.joined_families import AskedField
from kashf.services.forms.sealed.shown_value import is_hidden
from kashf.services.forms.told_families import family_asked, field_named
from kashf.services.models.draft_lines import kept_drafts
from kashf.services.search.faceted import Search, matching
from kashf.services.transcription.fields.field_regions import places_of, region_of, typed_field
from kashf.services.transcription.page_lines import TranscriptLine, lines_of
from kashf.show.models.model_answers import ask_words, draft_answer, measured_words
from kashf.show.transcription.transcription_answers import line_answer
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
        family: Instead of all that, the beginning of the id of a family of filled-in forms, and with it
        key: the key of one of its fields, which stands on each form where it was found.
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
    family: Annotated[str, Field(pattern=r"^[0-9a-f]{0,12}$")] = ""
    key: Filter = ""
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
class FieldOfForm:
    """The field of one form: its document, the page, and what was typed there."""

    record: DocumentRecord
    page: int
    line: TranscriptLine


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
        said: The field, as what is typed of it says it.
        asked: The field of a family; None of a box on each page.
        unplaced: Forms of those shown of which it is not known where on the picture the field stands.
    """

    forms: tuple[FieldOfForm, ...] = ()
    begin: int = 1
    total: int = 0
    reader: str = ""
    drafter: PastMeasurement | None = None
    drafts: tuple[LineDraft, ...] = ()
    said: str = ""
    asked: AskedField | None = None
    unplaced: int = 0


def view(context: Context, params: FormFieldsParams) -> FormsSeen:
    """Return the forms that are asked for; none while nothing says which.

    Raises:
        UsageError: The box is none.
        NotFoundError: There is no such family, or no such field of it.
        NotAllowedError: The field is sealed.
    """
    case, reader = context.case, person_at_work(context)
    if params.family:
        return _of_family(case, params, reader)
    if not params.region or not (params.q or params.folder):
        return FormsSeen(reader=reader, said=params.field)
    [region] = regions_in(params.region)
    documents = _forms(case, params)
    part = documents if params.is_whole else documents[params.begin - 1 : params.begin - 1 + SHOWN]
    records = {record.id: record for record in case.view.records(part)}
    places = ((records[each], PagePlace(each, params.page)) for each in part if each in records)
    drawn = tuple(FieldOfForm(record, params.page, _field(case, place, region, reader)) for record, place in places if is_drawn(record))
    able = drafter(case)
    drafts = _drafts(case, drawn, able) if able else ()
    return FormsSeen(drawn, params.begin, len(documents), reader, able[1] if able else None, drafts, params.field)


def page(visit: Visit[FormFieldsParams, FormsSeen]) -> Mapping[str, object]:
    """Return what the page shows."""
    seen, params = visit.answer, visit.params
    drafted = {draft.place.document: draft for draft in seen.drafts if draft.line.text}
    shown: list[tuple[int, FieldOfForm, LineView]] = [
        (number, each, replace(line_view(each.line, seen.reader), by_model=drafted.get(each.record.id)))
        for number, each in enumerate(seen.forms, seen.begin)
    ]
    asked = {draft.place.document for draft in seen.drafts}
    undrafted = [each.record.id for each in seen.forms if each.line.is_untyped and each.record.id not in asked]
    left = [number for number, _, line in shown if not line.own]
    return {
        "forms": shown,
        "total": seen.total,
        "kinds": KINDS,
        "now": params.line if any(number == params.line for number, _, _ in shown) else next(iter(left), 0),
        "typed": sum(1 for each in seen.forms if each.line.keyings),
        "said": seen.said,
        "asked": seen.asked,
        "unplaced": seen.unplaced,
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
        "field": visit.answer.said,
        "forms": [{"document": each.record.id, "page": each.page, "line": line_answer(each.line)} for each in visit.answer.forms],
        "drafts": [draft_answer(draft) for draft in visit.answer.drafts],
        "unplaced": visit.answer.unplaced,
    }


def rows(visit: Visit[FormFieldsParams, FormsSeen]) -> Spreadsheet:
    """Return a row for each form."""
    found = ((each.record.id, each.record.name, each.line.typed or "", each.line.state.value) for each in visit.answer.forms)
    return Spreadsheet("form-field", ("document", "path", visit.answer.said or "text", "state"), found)


def _of_family(case: OpenCase, params: FormFieldsParams, reader: str) -> FormsSeen:
    """Return the field of the forms of a family whose pages have a picture, each where it was found."""
    field = field_named(family_asked(case, params.family), params.key)
    if is_hidden(field):
        raise NotAllowedError("the values of this field are sealed; they are not typed in a row", code="sealed-in-a-row")
    places = places_of(case, field)
    records = {record.id: record for record in case.view.records(sorted({each.place.document for each in places})) if is_drawn(record)}
    drawn = [each for each in places if each.place.document in records]
    part = drawn if params.is_whole else drawn[params.begin - 1 : params.begin - 1 + SHOWN]
    forms = tuple(
        FieldOfForm(records[each.place.document], each.place.page, _field(case, each.place, region, reader))
        for each in part
        if (region := region_of(case, each))
    )
    return FormsSeen(forms, params.begin, len(drawn), reader, said=typed_field(field), asked=field, unplaced=len(part) - len(forms))


def _forms(case: OpenCase, params: FormFieldsParams) -> list[DocumentId]:
    """Return the documents that are asked for, in the order of their paths."""
    filters = {"folder": params.folder} if params.folder else {}
    found = matching(case, Search(params.q, filters=filters))
    return [record.id for record in sorted(case.view.records(found), key=lambda record: record.name)]


def _drafts(case: OpenCase, forms: Sequence[FieldOfForm], by: tuple[Model, PastMeasurement]) -> tuple[LineDraft, ...]:
    """Return what a model drafted before of the fields that nobody typed; nothing is run."""
    cache = draft_cache(case)
    places = ((PagePlace(each.record.id, each.page), each.line.region) for each in forms if each.line.is_untyped)
    return tuple(draft for place, region in places for draft in kept_drafts(case, cache, place, (region,), by=by))


def _field(case: OpenCase, place: PagePlace, region: Region, reader: str) -> TranscriptLine:
    """Return what was typed in a box of a page."""
    lines = lines_of(case, place.document, place.page, reader=reader)
    known = next((line for line in lines if line.keyings and line.region.is_same_line(region)), None)
    return known or TranscriptLine(1, region)


FORM_FIELDS: Final = Screen("/fields", FormFieldsParams, view, "form_fields.html", page, data, rows, under="/transcribe", decides=True)
