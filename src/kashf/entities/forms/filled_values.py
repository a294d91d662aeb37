"""Where what is filled in stands: behind its label, in the next cell, below it, over several lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kashf.entities.forms.cells import FormCell
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
    order = [at for at, cell in enumerate(page.cells) if cell.start in by_start]
    ends = [*order[1:], len(page.cells)]
    for at, end in zip(order, ends, strict=True):
        yield _place(page, by_start[page.cells[at].start], page.cells[at : at + 1], page.cells[at + 1 : end])


def _place(page: PageLabels, label: Printed, own: Sequence[FormCell], following: Sequence[FormCell]) -> FilledPlace:
    cell = own[0]
    start, end = cell.value, cell.end
    line = cell.line
    for other in following:
        if other.start in page.headings or other.line > line + 1:
            break
        if not _says(page.text, start, end):
            start = other.start
        line, end = other.line, other.end
    if _says(page.text, start, end):
        return FilledPlace(label, start, end, is_filled=True)
    stop = following[0].start if following else len(page.text)
    return FilledPlace(label, cell.end, min(cell.end + 1, stop, len(page.text)), is_filled=False)


def _says(text: str, start: int, end: int) -> bool:
    return any(character.isalnum() for character in text[start:end])
