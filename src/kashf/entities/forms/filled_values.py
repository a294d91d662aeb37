"""Where what is filled in stands: behind its label, in the next cell, below it, over several lines."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kashf.entities.forms.cells import FormCell, lines_of, without_leader
from kashf.entities.forms.printed_labels import PageLabels, Printed


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


def value_places(page: PageLabels) -> Iterator[FilledPlace]:
    """Yield what is filled in behind each label of a page, in their order."""
    by_start = {label.cell.start: label for label in page.labels}
    rows = list(lines_of(page.cells))
    done: set[int] = set()
    for row, below in zip(rows, [*rows[1:], []], strict=True):
        if _is_head(row, below, by_start):
            yield from _by_column(row, below, by_start)
            done.update(cell.start for cell in (*row, *below))
    order = [at for at, cell in enumerate(page.cells) if cell.start in by_start and cell.start not in done]
    stops = {at for at, cell in enumerate(page.cells) if cell.start in by_start or cell.start in done}
    for at in order:
        end = next((place for place in range(at + 1, len(page.cells)) if place in stops), len(page.cells))
        yield _place(page, by_start[page.cells[at].start], page.cells[at], page.cells[at + 1 : end])


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
    for other in following:
        if other.start in page.headings or other.line > line + 1:
            break
        if not _says(page.text, start, end):
            start = other.start
        line, end = other.line, other.end
    if _says(page.text, start, end):
        return FilledPlace(label, start, without_leader(page.text, start, end), is_filled=True)
    stop = following[0].start if following else len(page.text)
    return FilledPlace(label, cell.end, min(cell.end + 1, stop, len(page.text)), is_filled=False)


def _says(text: str, start: int, end: int) -> bool:
    return any(character.isalnum() for character in text[start:end])
