"""Where what is filled in stands: behind its label, in the next cell, below it, over several lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from kashf.domain.forms.template_fields import FieldKind
from kashf.entities.forms.cells import FormCell, lines_of, without_leader
from kashf.entities.forms.printed_labels import PageLabels, Printed
from kashf.entities.forms.printed_templates import Template
from kashf.language.field_values.field_kinds import propose_kind

#: Score in [0..1] of a label from which on it surely asks for remarks.
_SURE: Final = 0.6
#: What is printed for somebody to write on.
_EMPTY: Final = re.compile(r"(?:[\s.…‥_:：]|ـ{3,})*")
#: What runs along the edge of pages, in any language: "page 1 of 2".
_RUNNING: Final = re.compile(r".*[^\W\d].*(?<!\d)\d{1,3}\s+[^\W\d]{1,4}\s+\d{1,3}\s*")


@dataclass(frozen=True, slots=True)
class FilledPlace:
    """What stands behind a label.

    Args:
        label: Which.
        start: First code point of what is filled in; of the empty place where nothing is.
        end: One past its last; `start` where a page ends behind its label.
        is_filled: Whether anything is.
    """

    label: Printed
    start: int
    end: int
    is_filled: bool


def value_places(page: PageLabels, template: Template) -> Iterator[FilledPlace]:
    """Yield what is filled in behind each label of a page, in their order."""
    by_start = {label.cell.start: label for label in page.labels}
    rows = list(lines_of(page.cells))
    done: set[int] = set()
    for row, below in zip(rows, [*rows[1:], []], strict=True):
        if _is_head(row, below, by_start):
            yield from _by_column(row, below, by_start)
            done.update(cell.start for cell in (*row, *below))
    is_under = _answers_under(page.cells, by_start)
    order = [at for at, cell in enumerate(page.cells) if cell.start in by_start and cell.start not in done]
    stops = {at for at, cell in enumerate(page.cells) if cell.start in by_start or cell.start in done}
    for before, at, end in zip([-1, *order], order, [*order[1:], len(page.cells)], strict=False):
        stop = next((place for place in range(at + 1, end) if place in stops), end)
        label = by_start[page.cells[at].start]
        if label.cell.is_after:
            yield _place_before(page, label, page.cells[before + 1 : at])
        else:
            following = by_start.get(page.cells[stop].start) if stop < len(page.cells) else None
            answering = _below(page.cells[at + 1 : stop], label, following, template, is_under=is_under)
            yield _place(page, label, label.cell, answering)


def _is_head(row: Sequence[FormCell], below: Sequence[FormCell], labels: Mapping[int, Printed]) -> bool:
    """Whether a line holds labels alone and what is filled in stands in the columns of the line below."""
    if len(row) < 2 or not below or below[0].line != row[0].line + 1:
        return False
    columns = {cell.column for cell in row}
    is_head = len(columns) == len(row) and all(cell.start in labels and cell.value >= cell.end for cell in row)
    return is_head and all(cell.start not in labels and cell.column in columns for cell in below)


def _by_column(row: Sequence[FormCell], below: Sequence[FormCell], labels: Mapping[int, Printed]) -> Iterator[FilledPlace]:
    under = {cell.column: cell for cell in below}
    for cell in row:
        answer = under.get(cell.column)
        place = (answer.start, answer.end) if answer else (cell.end, cell.end)
        yield FilledPlace(labels[cell.start], *place, is_filled=answer is not None)


def _place(page: PageLabels, label: Printed, cell: FormCell, following: Sequence[FormCell]) -> FilledPlace:
    start, end = cell.value, cell.end
    line = cell.line
    running = {other.line for other in following if _RUNNING.fullmatch(page.text, other.start, other.end)}
    rows = set(_rows(cell, following))
    for other in following:
        is_beyond = other.start in page.headings or other.line in running or other.line in rows
        if other.line > line + 1 or (other.line > cell.line and is_beyond):
            break
        if not _says(page.text, start, end):
            start = other.start
        line, end = other.line, other.end
    if _says(page.text, start, end):
        return FilledPlace(label, start, without_leader(page.text, start, end), is_filled=True)
    stop = following[0].start if following else len(page.text)
    return FilledPlace(label, cell.end, min(cell.end + 1, stop, len(page.text)), is_filled=False)


def _rows(cell: FormCell, following: Sequence[FormCell]) -> Iterator[int]:
    """Yield the lines below a label in a row of a table that are rows with a label of their own, which was not read as one."""
    if cell.value < cell.end or not any(other.line == cell.line for other in following):
        return
    for row in lines_of(other for other in following if other.line > cell.line):
        if row[0].column <= cell.column < row[-1].column:
            yield row[0].line


def _place_before(page: PageLabels, label: Printed, preceding: Sequence[FormCell]) -> FilledPlace:
    """Return what stands before or above a label, up to what is printed there or to an empty line."""
    cell = label.cell
    start, end, line = cell.start, cell.start, cell.line
    for other in reversed(preceding):
        if other.start in page.headings or other.line < line - 1:
            break
        start, end = other.start, max(other.end, end if start < cell.start else other.end)
        line = other.line
    if _says(page.text, start, end):
        return FilledPlace(label, start, without_leader(page.text, start, end), is_filled=True)
    return FilledPlace(label, start, end, is_filled=False)


def _answers_under(cells: Sequence[FormCell], labels: Mapping[int, Printed]) -> bool:
    """Whether what is filled in stands on the line below its label more often than beside it."""
    under = beside = 0
    for cell, following in pairwise(cells):
        if cell.start in labels and not cell.is_after:
            is_beside = cell.value < cell.end or (following.line == cell.line and following.start not in labels)
            beside += is_beside
            under += not is_beside and following.start not in labels
    return under > beside


def _below(
    cells: Sequence[FormCell], label: Printed, following: Printed | None, template: Template, *, is_under: bool
) -> Sequence[FormCell]:
    """Return the cells up to the next label that may belong to what is filled in.

    Below the last label of a form or a page there are stamps, unless it asks for remarks or all answers stand below their labels; above a
    label that stands below its answer there is that.
    """
    is_above = following is not None and following.cell.is_after
    is_last = following is None or following.field <= label.field
    is_bare = label.cell.value >= label.cell.end and not any(each.line == label.cell.line for each in cells)
    asks_remarks = _asks_remarks(template.fields[label.field].label)
    if not is_above and not (is_last and not asks_remarks):
        return cells if is_bare or asks_remarks else _before_others(cells, label.cell.line)
    below = label.cell.line + (is_bare and is_under and not is_above)
    return [each for each in cells if each.line <= below]


def _before_others(cells: Sequence[FormCell], line: int) -> Sequence[FormCell]:
    """Return the cells before a line below that has something of its own which looks like a label."""
    stop = next((at for at, cell in enumerate(cells) if cell.line > line and cell.is_parted), len(cells))
    return cells[:stop]


def _asks_remarks(label: str) -> bool:
    proposal = propose_kind(label)
    return proposal.kind is FieldKind.FREE and proposal.score >= _SURE


def _says(text: str, start: int, end: int) -> bool:
    return _EMPTY.fullmatch(text, start, end) is None
