"""Where the labels of a template stand on a page, also where they were misread."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from kashf.entities.forms.cells import FormCell, cells, label_key, lines_of
from kashf.entities.forms.label_shapes import heading_key, labels_in
from kashf.entities.forms.printed_templates import Template, likeness

#: Likeness in [0..1] from which on a label was misread, and where its number is right.
_MISREAD: Final = 0.7
_MISREAD_NUMBERED: Final = 0.5
#: Lines with a label that a page shares with a template for its other labels to be looked for.
_LEAST_KNOWN: Final = 2


@dataclass(frozen=True, slots=True)
class Printed:
    """A label at its place.

    Args:
        page: Place of the page in the document, from 0.
        cell: Where.
        field: Which field of the template, by place.
        is_misread: Whether it was read otherwise than it is printed.
    """

    page: int
    cell: FormCell
    field: int
    is_misread: bool = False


@dataclass(frozen=True, slots=True)
class PageLabels:
    """A page with what a template prints on it.

    Args:
        page: Place of the page in the document, from 0.
        text: What it says.
        cells: All its cells.
        labels: In order of the text.
        headings: Starts of the cells that are printed and no label.
    """

    page: int
    text: str
    cells: tuple[FormCell, ...]
    labels: tuple[Printed, ...]
    headings: frozenset[int]


def labels_on(template: Template, page: int, text: str) -> PageLabels:
    """Return what a template prints on a page; no labels where too few are."""
    found = cells(text)
    exact = tuple(_exact(template, page, text, found))
    labels: Sequence[Printed] = exact
    if len(exact) >= _LEAST_KNOWN and len(exact) < len(found):
        labels = sorted((*exact, *_misread(template, text, found, exact)), key=lambda each: each.cell.start)
    taken = {each.cell.start for each in labels}
    headings = frozenset(
        cell.start for cell in found if cell.start not in taken and heading_key(text[cell.start : cell.end]) in template.headings
    )
    return PageLabels(page, text, tuple(found), tuple(labels), headings)


def _exact(template: Template, page: int, text: str, found: list[FormCell]) -> Iterator[Printed]:
    parted = {cell.start: label for row in lines_of(found) for cell, label in labels_in(text, row)}
    for cell in found:
        label = parted.get(cell.start)
        key = label.key if label else label_key(text[cell.label : cell.label_end])
        field = template.known.get(key)
        if field is not None:
            yield Printed(page, cell, field)


def _misread(template: Template, text: str, found: Iterable[FormCell], exact: Sequence[Printed]) -> Iterator[Printed]:
    """Yield cells that read like a label which is missing where they stand."""
    page = exact[0].page
    at, before, done = 0, -1, set[int]()
    for cell in found:
        if at < len(exact) and exact[at].cell is cell:
            before = exact[at].field
            at += 1
            done.clear()
            continue
        after = exact[at].field if at < len(exact) else len(template.fields)
        if not (cell.is_parted or cell.number):
            continue
        missing = [field for field in range(before + 1, after) if field not in done]
        field = _nearest(template, label_key(text[cell.label : cell.label_end]), cell.number, missing)
        if field is not None:
            done.add(field)
            yield Printed(page, cell, field, is_misread=True)


def _nearest(template: Template, key: str, number: str, fields: Iterable[int]) -> int | None:
    """Return the field of some whose label a key is a misreading of, if any is."""
    numbered = template.numbers.get(number, ())
    best, best_score = None, 0.0
    for field in fields:
        score = likeness(key, template.fields[field].key.split(" #", maxsplit=1)[0])
        least = _MISREAD_NUMBERED if field in numbered else _MISREAD
        if score >= least and score > best_score:
            best, best_score = field, score
    return best


def again(labels: Sequence[Printed], template: Template) -> Iterator[Printed]:
    """Yield the labels of one form, of which the second of one wording is the field that is asked the second time, if there is one."""
    met: dict[int, int] = {}
    for label in labels:
        met[label.field] = times = met.get(label.field, 0) + 1
        other = template.known.get(f"{template.fields[label.field].key} #{times}") if times > 1 else None
        yield label if other is None else replace(label, field=other)
