"""The forms that a document holds of one template: which labels are of one form, and what is filled in behind each."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import pairwise, takewhile
from typing import Final

from kashf.domain.document import MarkKind, Origin, Page, Span
from kashf.domain.forms.form_families import FieldNote, FieldValue, FormRecord, RecordId, TemplateField
from kashf.domain.forms.template_fields import FieldState
from kashf.domain.ids import DocumentId
from kashf.entities.forms.filled.filled_values import FilledPlace, value_places
from kashf.entities.forms.filled.sure_words import read_state, sure_part, value_notes
from kashf.entities.forms.printed_labels import PageLabels, Printed, again
from kashf.entities.forms.printed_templates import Template

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
    for form, unsure in _forms([label for labels in on for label in labels.labels], on, template):
        asked = {label.field: places[label.page, label.cell.start] for label in form}
        edition = edition_of(template, frozenset(asked))
        if len(asked) >= max(_LEAST_FIELDS, _LEAST_FOUND * len(template.editions[edition])):
            late = unsure | {label.field for before, label in pairwise(form) if label.field < before.field}
            values = tuple(_values(document, pages, template, edition=edition, asked=asked, late=late))
            numbers = tuple(dict.fromkeys(pages[label.page].number for label in sorted(form, key=lambda each: each.field)))
            found.append(FormRecord(RecordId(document, len(found) + 1), template.id, edition + 1, numbers, values))
    return found


def edition_of(template: Template, fields: frozenset[int]) -> int:
    """Return the place of the edition that asks most of some fields and least besides."""

    def alike(edition: int) -> float:
        asked = template.editions[edition]
        return len(fields.intersection(asked)) / len(fields.union(asked))

    return max(range(len(template.editions)), key=lambda edition: (alike(edition), -edition))


def _forms(labels: Sequence[Printed], on: Sequence[PageLabels], template: Template) -> Iterator[tuple[list[Printed], frozenset[int]]]:
    """Yield labels by form, each with the fields of which it is not sure that they are of this form.

    Stretches in the template's order are joined with the last form while they have no label in common. Where several first pages lie before
    as many second ones, the order of the first is taken for that of the second.
    """
    forms: list[list[Printed]] = []
    unsure: list[set[int]] = []
    stretches = list(_stretches(labels, on))
    is_laid_apart = False
    for at, stretch in enumerate(stretches):
        free = [place for place, form in enumerate(forms) if _goes_on(form, stretch)]
        alike = len(list(takewhile(partial(_is_alike, stretch), stretches[at + 1 :])))
        is_laid_apart = (alike > 0 and len(free) > 1) or (is_laid_apart and bool(free) and _is_alike(stretches[at - 1], stretch))
        if is_laid_apart:
            home = free[-min(alike + 1, len(free))]
            forms[home] += stretch
            unsure[home].update(label.field for label in stretch)
        elif forms and _has_room(forms[-1], stretch, template):
            forms[-1] += stretch
        else:
            forms.append(list(stretch))
            unsure.append(set())
    for form, fields in zip(forms, unsure, strict=True):
        yield list(again(form, template)), frozenset(fields)


def _goes_on(form: Sequence[Printed], stretch: Sequence[Printed]) -> bool:
    """Whether a stretch begins behind all that a form has."""
    return max(label.field for label in form) < stretch[0].field


def _is_alike(first: Sequence[Printed], second: Sequence[Printed]) -> bool:
    one, other = ({label.field for label in each} for each in (first, second))
    return len(one & other) * 2 > max(len(one), len(other))


def _has_room(form: Sequence[Printed], stretch: Sequence[Printed], template: Template) -> bool:
    joined = list(again([*form, *stretch], template))
    return len({label.field for label in joined}) == len(joined)


def _stretches(labels: Sequence[Printed], on: Sequence[PageLabels]) -> Iterator[list[Printed]]:
    """Yield labels in the template's order, cut also where a page begins or what is printed at the top comes again."""
    heads = {(page.page, start) for page in on for start in page.headings}
    tops = sorted(heads | {(page.page, 0) for page in on})
    stretch = list(labels[:1])
    for last, label in pairwise(labels):
        is_below_top = bisect(tops, (last.page, last.cell.start)) < bisect(tops, (label.page, label.cell.start))
        if label.field <= last.field or is_below_top:
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
    late: frozenset[int],
) -> Iterator[FieldValue]:
    for at, field in enumerate(template.fields):
        place = asked.get(at)
        if place is None:
            state = FieldState.NOT_FOUND if at in template.editions[edition] else FieldState.NOT_ASKED
            yield FieldValue(field.key, state)
            continue
        page = pages[place.label.page]
        notes = [FieldNote.LABEL_PLACED if place.label.is_placed else FieldNote.LABEL_MISREAD] if place.label.is_misread else []
        notes += [FieldNote.OUT_OF_ORDER] if at in late else []
        yield _value(document, page, field, place, notes)


def _value(document: DocumentId, page: Page, field: TemplateField, place: FilledPlace, notes: Sequence[FieldNote]) -> FieldValue:
    whole = (place.start, place.end)
    if not place.is_filled:
        span = Span(document, page.number, *whole) if place.end > place.start else None
        return FieldValue(field.key, FieldState.BLANK, span=span, notes=tuple(map(str, notes)))
    start, end = sure_part(page, *whole)
    more = value_notes(page, start, end, field.label, whole=whole)
    return FieldValue(
        field.key,
        read_state(page, start, end),
        page.text[start:end],
        Span(document, page.number, start, end),
        is_unseen=_is_unseen(page, start, end),
        notes=tuple(map(str, (*notes, *more))),
    )


def _is_unseen(page: Page, start: int, end: int) -> bool:
    """Return whether a machine read what stands there from a picture: on a page that people typed in part, its lines that nobody did."""
    if not page.marks:
        return page.origin is Origin.OCR
    drafts = (mark for mark in page.marks if mark.kind is MarkKind.DRAFT)
    return page.origin is Origin.OCR or any(mark.start < end and mark.end > start for mark in drafts)
