"""The forms that a document holds of one template: which labels are of one form, and what is filled in behind each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from kashf.domain.document import SURE_ENOUGH, MarkKind, Origin, Page, Span
from kashf.domain.forms.form_families import FieldNote, FieldValue, FormRecord, RecordId
from kashf.domain.forms.template_fields import FieldState
from kashf.domain.ids import DocumentId
from kashf.entities.forms.filled_values import FilledPlace, value_places
from kashf.entities.forms.printed_labels import PageLabels, Printed, again
from kashf.entities.forms.printed_templates import Template
from kashf.language.field_values.value_states import value_state

#: Share of an edition's fields that must be found for something to be a form of it.
_LEAST_FOUND: Final = 0.5
_LEAST_FIELDS: Final = 3


def records_in(document: DocumentId, pages: Sequence[Page], template: Template, *, on: Sequence[PageLabels]) -> list[FormRecord]:
    """Return the forms of a template in a document, in order.

    Args:
        document: Its id.
        pages: All its pages.
        template: What they may print.
        on: Where that stands on them.
    """
    places = {(each.label.page, each.label.cell.start): each for labels in on for each in value_places(labels, template)}
    found: list[FormRecord] = []
    for form in _forms([label for labels in on for label in labels.labels], template):
        asked = {label.field: places[label.page, label.cell.start] for label in form}
        edition = edition_of(template, frozenset(asked))
        if len(asked) >= max(_LEAST_FIELDS, _LEAST_FOUND * len(template.editions[edition])):
            values = tuple(_values(document, pages, template, edition=edition, asked=asked, order=form))
            numbers = tuple(dict.fromkeys(pages[label.page].number for label in sorted(form, key=lambda each: each.field)))
            found.append(FormRecord(RecordId(document, len(found) + 1), template.id, edition + 1, numbers, values))
    return found


def edition_of(template: Template, fields: frozenset[int]) -> int:
    """Return the place of the edition that asks most of some fields and least besides."""

    def alike(edition: int) -> float:
        asked = template.editions[edition]
        return len(fields.intersection(asked)) / len(fields.union(asked))

    return max(range(len(template.editions)), key=lambda edition: (alike(edition), -edition))


def _forms(labels: Sequence[Printed], template: Template) -> Iterator[list[Printed]]:
    """Yield labels by form: stretches in the template's order, joined with the last while they have no label in common."""
    form: list[Printed] = []
    for stretch in _stretches(labels):
        joined = list(again([*form, *stretch], template))
        if form and len({label.field for label in joined}) < len(joined):
            yield list(again(form, template))
            form = []
        form += stretch
    if form:
        yield list(again(form, template))


def _stretches(labels: Sequence[Printed]) -> Iterator[list[Printed]]:
    stretch = list(labels[:1])
    for last, label in pairwise(labels):
        if label.field <= last.field:
            yield stretch
            stretch = []
        stretch.append(label)
    if stretch:
        yield stretch


def _values(
    document: DocumentId,
    pages: Sequence[Page],
    template: Template,
    *,
    edition: int,
    asked: dict[int, FilledPlace],
    order: Sequence[Printed],
) -> Iterator[FieldValue]:
    late = {label.field for before, label in pairwise(order) if label.field < before.field}
    for at, field in enumerate(template.fields):
        place = asked.get(at)
        if place is None:
            state = FieldState.NOT_FOUND if at in template.editions[edition] else FieldState.NOT_ASKED
            yield FieldValue(field.key, state)
            continue
        page = pages[place.label.page]
        notes = ((FieldNote.LABEL_MISREAD,) if place.label.is_misread else ()) + ((FieldNote.OUT_OF_ORDER,) if at in late else ())
        text = page.text[place.start : place.end] if place.is_filled else ""
        span = Span(document, page.number, place.start, place.end) if place.end > place.start else None
        unseen = bool(text) and page.origin is Origin.OCR
        yield FieldValue(field.key, _state(page, place), text, span, is_unseen=unseen, notes=tuple(map(str, notes)))


def _state(page: Page, place: FilledPlace) -> FieldState:
    if not place.is_filled:
        return FieldState.BLANK
    sure = [box.confidence for box in page.boxes if box.start < place.end and box.end > place.start]
    illegible = any(mark.kind is MarkKind.ILLEGIBLE and mark.start < place.end and mark.end > place.start for mark in page.marks)
    if illegible or (sure and sum(sure) < SURE_ENOUGH * len(sure)):
        return FieldState.UNREADABLE
    return value_state(page.text[place.start : place.end])
