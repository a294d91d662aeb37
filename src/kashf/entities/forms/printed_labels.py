"""Where the labels of a template stand on a page, also where they were misread."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from kashf.domain.document import Origin, Page
from kashf.entities.forms.cells import FormCell, cells, inner_labels, label_key, lines_of, opened
from kashf.entities.forms.label_shapes import Label, heading_key, read_row
from kashf.entities.forms.printed_templates import Template
from kashf.entities.forms.reworded_labels import likeness
from kashf.language.words.tokens import folded_words

#: Likeness in [0..1] from which on a label was misread, and where its number is right; where nothing parts it from what follows, more.
_MISREAD: Final = 0.7
_MISREAD_NUMBERED: Final = 0.5
_MISREAD_OPEN: Final = 0.1
#: Behind another pair on one line; and where it is the only one that is missing between two, or behind all.
_MISREAD_INNER: Final = 0.75
_PLACED, _PLACED_LAST = 0.25, 0.45
#: Of the lines of a page that are headings misread.
_HEADING: Final = 0.8
#: Words by which a misread label may be longer or shorter than it is printed.
_WORDS: Final = (0, 1, -1)


@dataclass(frozen=True, slots=True)
class Printed:
    """A label at its place.

    Args:
        page: Place of the page in the document, from 0.
        cell: Where.
        field: Which field of the template, by place.
        is_misread: Whether it was read otherwise than it is printed.
        is_placed: Whether it could not be read, and its place between others tells which field it is.
    """

    page: int
    cell: FormCell
    field: int
    is_misread: bool = False
    is_placed: bool = False


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


class _Opening(Container[str]):
    """Labels that may open a cell which nothing parts: those that do so on the template, and on scans all."""

    def __init__(self, template: Template, *, is_scanned: bool) -> None:
        self._labels = template.known.keys() if is_scanned else template.open

    def __contains__(self, key: object) -> bool:
        return key in self._labels


def labels_on(template: Template, at: int, page: Page) -> PageLabels:
    """Return what a template prints on a page.

    Args:
        template: Which.
        at: Place of the page in the document, from 0.
        page: What it reads.
    """
    is_scanned = page.origin is Origin.OCR
    opening_with = _Opening(template, is_scanned=is_scanned)
    rows = list(lines_of(cells(page.text)))
    read = [each for row in rows for each in read_row(page.text, row, template.known, opening_with=opening_with)]
    inner = _inner(template, page.text, read) if is_scanned else {}
    if inner:
        known = {**template.known, **inner}
        read = [each for row in rows for each in read_row(page.text, row, known, opening_with=opening_with)]
    labels = list(_found(template, at, page.text, read, inner=inner, is_scanned=is_scanned))
    if is_scanned:
        labels = _with_placed(template, at, page.text, read, labels)
    by_start = {label.cell.start: label for label in labels}
    found = tuple(by_start[cell.start].cell if cell.start in by_start else cell for cell, _ in read)
    headings = frozenset(cell.start for cell in found if cell.start not in by_start and _is_heading(template, page, cell))
    return PageLabels(at, page.text, found, tuple(labels), headings)


def _inner(template: Template, text: str, read: Sequence[tuple[FormCell, Label | None]]) -> dict[str, int]:
    """Return labels that were misread behind another pair on one line, with the fields that they are."""
    exact = {template.known.get(label.key) for _, label in read if label}
    missing = [field for field in _asked(template, {field for field in exact if field is not None}) if field not in exact]
    found: dict[str, int] = {}
    for cell, _ in read if missing else ():
        for before in inner_labels(text, cell) if cell.is_parted else ():
            alike = ((_likeness_at_end(before, template, field), field) for field in missing)
            (score, key), field = max(alike, key=lambda each: each[0][0])
            if score >= _MISREAD_INNER:
                found[key] = field
    return found


def _likeness_at_end(words: Sequence[str], template: Template, field: int) -> tuple[float, str]:
    """Return how alike the last of some words and a label are, in [0..1], and those of them that are it."""
    printed = _printed(template, field)
    ends = (" ".join(words[-count:]) for more in _WORDS if 0 < (count := printed.count(" ") + 1 + more) < len(words))
    return max(((likeness(end, printed), end) for end in ends), default=(0.0, ""))


def _asked(template: Template, fields: Collection[int]) -> tuple[int, ...]:
    """Return what the edition asks that asks most of some fields and least besides."""
    return max(template.editions, key=lambda edition: len(set(edition).intersection(fields)) / max(1, len(set(edition).union(fields))))


def _with_placed(
    template: Template, at: int, text: str, read: Sequence[tuple[FormCell, Label | None]], labels: Sequence[Printed]
) -> list[Printed]:
    """Return labels with those that cannot be read but stand where exactly one is missing, between two that were found or behind all."""
    asked = _asked(template, {label.field for label in labels})
    place = {cell.start: nth for nth, (cell, _) in enumerate(read)}
    found = list(labels)
    ends = [*((label.field, place[label.cell.start]) for label in labels if label.cell.start in place), (len(template.fields), len(read))]
    for (before, start), (after, end) in pairwise(ends):
        missing = [field for field in asked if before < field < after]
        cell = _unread_label(text, [cell for cell, _ in read[start : end + 1]], is_last=end == len(read)) if len(missing) == 1 else None
        if cell is None:
            continue
        least = _PLACED_LAST if end == len(read) else _PLACED if cell.is_parted else 0.0
        if likeness(label_key(text[cell.label : cell.label_end]), _printed(template, missing[0])) >= least:
            found.append(Printed(at, cell, missing[0], is_misread=True, is_placed=True))
    return sorted(found, key=lambda label: label.cell.start)


def _unread_label(text: str, cells: Sequence[FormCell], *, is_last: bool) -> FormCell | None:
    """Return the only cell between two labels, or behind the first, that looks like one: parted, or a row of a table between two rows."""
    first, *between = cells if is_last else cells[:-1]
    parted = [cell for cell in between if cell.is_parted and label_key(text[cell.label : cell.label_end])]
    if parted or is_last or not between:
        return parted[0] if len(parted) == 1 else None
    lines = [line for line in lines_of(between) if line[0].line == first.line + 1]
    is_row = len(lines) == 1 and len(lines[0]) == 2 and first.column == lines[0][0].column == cells[-1].column == 0
    return lines[0][0] if is_row and cells[-1].line == first.line + 2 else None


def _printed(template: Template, field: int) -> str:
    return template.fields[field].key.split(" #", maxsplit=1)[0]


def _is_heading(template: Template, page: Page, cell: FormCell) -> bool:
    key = heading_key(page.text[cell.start : cell.end]) if cell.column == 0 else ""
    if key in template.headings or page.origin is not Origin.OCR or not key:
        return key in template.headings
    return any(likeness(key, heading) >= _HEADING for heading in template.headings)


def _found(
    template: Template, at: int, text: str, read: Sequence[tuple[FormCell, Label | None]], *, inner: Mapping[str, int], is_scanned: bool
) -> Iterator[Printed]:
    """Yield labels as they are printed, and cells that read like a label which is missing where they stand."""
    known = {**inner, **template.known}
    exact = _without_answers([known.get(label.key) if label else None for _, label in read], [cell for cell, _ in read])
    following = _following(exact, len(template.fields))
    before, done = -1, set[int]()
    for (cell, label), field, after in zip(read, exact, following, strict=True):
        if field is not None:
            before = field
            done.clear()
            yield Printed(at, cell, field, is_misread=label is not None and label.key in inner)
        elif cell.is_parted or cell.number or is_scanned:
            missing = [each for each in range(before + 1, after) if each not in done]
            misread = _nearest(template, text, cell, missing, is_scanned=is_scanned)
            if misread is not None:
                done.update(range(misread[0] + 1))
                yield Printed(at, misread[1], misread[0], is_misread=True)


def _without_answers(exact: Sequence[int | None], cells: Sequence[FormCell]) -> list[int | None]:
    """Return which label stands in each cell, without those that are answers: a man may be called Mother.

    One that nothing answers, behind a label that nothing else answers, is that one's answer where the labels around are in order
    without it and it stands elsewhere on the page, too.
    """
    found = list(exact)
    times = Counter(exact)
    for at in range(1, len(cells)):
        before, field = found[at - 1], found[at]
        after = exact[at + 1] if at + 1 < len(cells) else len(exact)
        if before is None or field is None or after is None or times[field] < 2 or not before < after or before < field < after:
            continue
        if all(cell.value >= cell.end and not cell.is_after for cell in cells[at - 1 : at + 1]):
            found[at] = None
            times[field] -= 1
    return found


def _following(exact: Sequence[int | None], fields: int) -> list[int]:
    """Return for each cell the next label that was found, or all where none follows, or where that stands before the last."""
    found, after = [0] * len(exact), fields
    for at in range(len(exact) - 1, -1, -1):
        found[at] = after
        field = exact[at]
        after = after if field is None else field
    last = -1
    for at, field in enumerate(exact):
        last = last if field is None else field
        found[at] = found[at] if found[at] > last else fields
    return found


def _nearest(template: Template, text: str, cell: FormCell, fields: Iterable[int], *, is_scanned: bool) -> tuple[int, FormCell] | None:
    """Return which field of some a cell begins with, misread, and the cell so; None for none."""
    numbered = template.numbers.get(cell.number, ())
    found = folded_words(text[cell.label : cell.end])
    best, best_score = None, 0.0
    for field in fields:
        printed = _printed(template, field)
        least = _MISREAD_NUMBERED if field in numbered else _MISREAD
        score = likeness(label_key(text[cell.label : cell.label_end]), printed) if cell.is_parted else 0.0
        if score >= least and score > best_score:
            best, best_score = (field, cell), score
        if not is_scanned and not (field in numbered and template.open):
            continue
        for more in _WORDS:
            count = printed.count(" ") + 1 + more
            score = likeness(" ".join(found[:count]), printed) if 0 < count <= len(found) else 0.0
            if score >= least + _MISREAD_OPEN and score > best_score:
                best, best_score = (field, opened(text, cell, count)), score
    return best


def again(labels: Sequence[Printed], template: Template) -> Iterator[Printed]:
    """Yield the labels of one form, of which the second of one wording is the field that is asked the second time, if there is one."""
    met: dict[int, int] = {}
    for label in labels:
        met[label.field] = times = met.get(label.field, 0) + 1
        other = template.known.get(f"{template.fields[label.field].key} #{times}") if times > 1 else None
        yield label if other is None else replace(label, field=other)
