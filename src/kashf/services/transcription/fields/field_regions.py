"""Where one field of many scanned forms stands, so that people type it form after form."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from kashf.domain.document import BOX_GRID, Box, Page
from kashf.domain.forms.form_families import FieldValue, RecordId
from kashf.domain.forms.template_fields import ValueType
from kashf.domain.ids import DocumentId
from kashf.domain.pages.regions import Region, region_around
from kashf.domain.transcription.signed_words import PagePlace
from kashf.services.case.open import OpenCase
from kashf.services.forms.joined_families import AskedField
from kashf.services.transcription.typed_readings import all_transcripts

#: What a second person has to type too, by how values are read.
_TYPED_TWICE: Final = {ValueType.NAME: "name", ValueType.DATE: "date", ValueType.NUMBER: "number", ValueType.PHONE: "number"}
#: Code points that are kept of a label in what says which field was typed.
_LABEL: Final = 80


@dataclass(frozen=True, slots=True)
class FieldPlaceOnForm:
    """The field of one form.

    Args:
        place: On which page.
        record: Of which form; None of one that was typed and is found anew when the case is processed next.
        value: What a machine found there; None of such a form too.
        typed: Where it was typed; None while nobody typed it.
    """

    place: PagePlace
    record: RecordId | None
    value: FieldValue | None = None
    typed: Region | None = None


def typed_field(field: AskedField) -> str:
    """Return what says of a line that it is this field, as `key_line` takes it: what kind of value it has, and its key."""
    return f"{_TYPED_TWICE.get(field.kind.traits.type, '')}:{field.key[:_LABEL]}"


def places_of(case: OpenCase, field: AskedField) -> tuple[FieldPlaceOnForm, ...]:
    """Return where a field stands on the forms that have it, and where it was typed on others that wait to be found anew.

    By path of the document, page and number of the form, so that what is typed moves none of them.
    """
    found = [
        FieldPlaceOnForm(PagePlace(span.document, span.page), kept.record, kept.value)
        for family, key in field.columns
        for kept in case.view.values_in(family, key)
        if (span := kept.value.span)
    ]
    typed = _typed(case, typed_field(field))
    known = case.view.records_in(sorted({each.place.document for each in typed}))
    waiting = [each for each in typed if each.place.document not in known]
    paths = {each.id: each.name for each in case.view.records(sorted({each.place.document for each in (*found, *waiting)}))}
    return tuple(sorted((each for each in (*found, *waiting) if each.place.document in paths), key=lambda each: _order(each, paths)))


def region_of(case: OpenCase, each: FieldPlaceOnForm) -> Region | None:
    """Return where a field stands on the picture of its page; None where the page has no places of words."""
    if each.typed or each.value is None or each.value.span is None:
        return each.typed
    page = case.view.page(each.place.document, each.place.page)
    return _region(page, each.value.span.start, each.value.span.end) if page else None


def _region(page: Page, start: int, end: int) -> Region | None:
    """Return the region around a stretch; of an empty one the whole line on which it stands."""
    if around := region_around(box for box in page.boxes if box.start < end and start < box.end):
        return around
    before = [box for box in page.boxes if box.end <= start]
    return _whole_line(before[-1]) if before else None


def _whole_line(box: Box) -> Region | None:
    return region_around([Box(box.start, box.end, 0, box.top, BOX_GRID, box.bottom)])


def _typed(case: OpenCase, field: str) -> Sequence[FieldPlaceOnForm]:
    """Return where people typed a field, each place once."""
    found: list[FieldPlaceOnForm] = []
    for place, transcript in all_transcripts(case.view).items():
        regions: list[Region] = []
        for keying in transcript.keyings:
            if keying.field == field and not any(keying.region.is_same_line(known) for known in regions):
                regions.append(keying.region)
        found += [FieldPlaceOnForm(place, None, typed=region) for region in regions]
    return found


def _order(each: FieldPlaceOnForm, paths: Mapping[DocumentId, str]) -> tuple[str, int, int, int]:
    nth = each.record.nth if each.record else 0
    return paths[each.place.document], each.place.page, nth, each.typed.top if each.typed else 0
