"""What to type on the transcription bench where a machine read a field otherwise, so that the page says it from then on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from kashf.domain.forms.template_fields import ValueType
from kashf.domain.pages.regions import Region, region_around
from kashf.domain.pages.typed import typed_form
from kashf.domain.transcription.signed_words import PagePlace
from kashf.errors import UsageError
from kashf.services.case.open import OpenCase
from kashf.services.forms.joined_families import AskedField
from kashf.services.forms.told_records import ToldRecord

#: What kind of value a second person has to type too, by how a field is read.
_CONFIRMED: Final = {ValueType.NAME: "name", ValueType.DATE: "date", ValueType.NUMBER: "number", ValueType.PHONE: "number"}


@dataclass(frozen=True, slots=True)
class ValueLine:
    """A line to be typed, as `key_line` takes it.

    Args:
        place: On which page.
        region: Where on it.
        typed: What the line says, its label as it was read.
        field: Kind and label of the field, so that a second person is asked to type it too.
    """

    place: PagePlace
    region: Region
    typed: str
    field: str


def value_line(case: OpenCase, told: ToldRecord, field: AskedField, typed: str) -> ValueLine:
    """Return the whole line of a field with what a person says that the field says; once it is typed, the next `process` reads the form.

    Args:
        case: Which case.
        told: The form.
        field: Which of its fields.
        typed: What stands there, as `key_line` takes it.

    Raises:
        UsageError: No place on a picture is known for the value, or it has several lines.
    """
    value = {each.key: value for each, value in told.values}.get(field.key)
    span = value.value.span if value else None
    page = case.view.page(span.document, span.page) if span else None
    start = page.text.rfind("\n", 0, span.start) + 1 if page and span else 0
    end = page.text.find("\n", start) % (len(page.text) + 1) if page else 0
    region = region_around(box for box in page.boxes if start <= box.start and box.end <= end) if page else None
    if page is None or span is None or region is None or span.end > end:
        label = field.field.label
        raise UsageError(f"{label}: no place on one line of a picture is known for it; type its lines instead", code="no-value-place")
    line = f"{typed_form(page.text[start : span.start])}{typed}{typed_form(page.text[span.end : end])}"
    kind, called = _CONFIRMED.get(field.kind.traits.type, ""), field.field.label[:60]
    named = f"{kind}:{called}" if kind else called
    return ValueLine(PagePlace(span.document, span.page), region, line, named)
