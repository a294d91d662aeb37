"""What a document may have of forms before any template is known: labels in their order, cut where they begin again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from kashf.domain.document import Origin, Page
from kashf.entities.forms.cells import FormCell, cells, label_key, lines_of

#: Labels that make a form at least.
LEAST_LABELS: Final = 4
#: Share of labels that two stretches have in common from which on they are two forms, not two parts of one.
_SAME_AGAIN: Final = 0.5
#: Lines above the first label that may be a heading.
_HEADING_LINES: Final = 3


class Label(NamedTuple):
    """A label as it may be printed: its number, and its key."""

    number: str
    key: str


#: The labels of what may be one form, in their order.
Shape = tuple[Label, ...]


@dataclass(slots=True)
class Seen:
    """How often a shape was seen.

    Args:
        records: How often.
        scanned: How often on a page that was read off an image.
        labelled: Code points of cells with a label, of all times.
        written: Code points of all cells.
        headings: What stood above the first label, each with how often.
    """

    records: int = 0
    scanned: int = 0
    labelled: int = 0
    written: int = 0
    headings: Counter[str] = field(default_factory=Counter)

    def add(self, other: Seen) -> None:
        """Count what was seen elsewhere too."""
        self.records += other.records
        self.scanned += other.scanned
        self.labelled += other.labelled
        self.written += other.written
        self.headings.update(other.headings)


@dataclass(slots=True)
class _LabelRun:
    labels: list[Label] = field(default_factory=list)
    printed: list[str] = field(default_factory=list)
    labelled: int = 0
    written: int = 0
    headings: list[str] = field(default_factory=list)
    is_scanned: bool = False


@dataclass(slots=True)
class SeenShapes:
    """What may be forms, in all documents.

    Args:
        shapes: Each with how often it was seen.
        spellings: How often a key of a label or a heading is printed in which way.
    """

    shapes: dict[Shape, Seen] = field(default_factory=dict)
    spellings: dict[str, Counter[str]] = field(default_factory=dict)

    def add(self, stretch: _LabelRun) -> None:
        """Count what may be a form."""
        headings = Counter(key for text in stretch.headings[:_HEADING_LINES] if (key := heading_key(text)))
        seen = Seen(1, int(stretch.is_scanned), stretch.labelled, stretch.written, Counter(set(headings)))
        shape = told_apart(stretch.labels)
        self.shapes.setdefault(shape, Seen()).add(seen)
        for (_, key), text in zip(shape, stretch.printed, strict=True):
            self.spellings.setdefault(key, Counter())[text] += 1
        for text in stretch.headings[:_HEADING_LINES]:
            self.spellings.setdefault(heading_key(text), Counter())[text] += 1

    def spelling(self, key: str) -> str:
        """Return how a key is printed most often."""
        counts = self.spellings.get(key)
        return min(counts, key=lambda text: (-counts[text], text)) if counts else key


def gather_shapes(documents: Iterable[Sequence[Page]]) -> SeenShapes:
    """Return every shape that may be a form, in any document."""
    gathered = SeenShapes()
    for pages in documents:
        for stretch in _joined(_stretches(pages)):
            if len(stretch.labels) >= LEAST_LABELS:
                gathered.add(stretch)
    return gathered


def labels_in(text: str, row: Sequence[FormCell]) -> Iterator[tuple[FormCell, Label]]:
    """Yield the cells of a line that may begin with a label, each with the label.

    A separator says so; in a row of a table without any, every other cell does, and one that holds a number alone numbers the next.
    """
    number = ""
    if len(row) > 1 and text[row[0].start : row[0].end].strip("().-[] ").isdecimal():
        number, row = text[row[0].start : row[0].end].strip("().-[] "), row[1:]
    is_table = len(row) > 1 and not any(cell.is_parted for cell in row)
    for place, cell in enumerate(row):
        if cell.is_parted or (is_table and place % 2 == 0 and place + 1 < len(row)):
            key = label_key(text[cell.label : cell.label_end])
            if key:
                yield cell, Label(cell.number or (str(int(number)) if number and place == 0 else ""), key)


def heading_key(text: str) -> str:
    """Return the folded words of a line without numbers, which headings have of their own."""
    return " ".join(word for word in label_key(text).split() if not word.isdecimal())


def told_apart(labels: Iterable[Label]) -> Shape:
    """Return labels, of which the second of one key has " #2" behind it, the third " #3".

    >>> [label.key for label in told_apart([Label("1", "name"), Label("2", "born"), Label("9", "name")])]
    ['name', 'born', 'name #2']
    """
    met: Counter[str] = Counter()
    found = []
    for number, key in labels:
        met[key] += 1
        found.append(Label(number, key if met[key] == 1 else f"{key} #{met[key]}"))
    return tuple(found)


def _stretches(pages: Sequence[Page]) -> Iterator[_LabelRun]:
    """Yield the labels of some pages, cut where one comes again."""
    stretch, met = _LabelRun(), set[Label]()
    for page in pages:
        for cell, label in _page_labels(page):
            size = cell.end - cell.start
            if label is not None and label in met:
                yield stretch
                stretch, met = _LabelRun(), set()
            stretch.written += size
            stretch.is_scanned |= page.origin is Origin.OCR
            if label is not None:
                met.add(label)
                stretch.labels.append(label)
                stretch.printed.append(page.text[cell.label : cell.label_end])
                stretch.labelled += size
            elif not stretch.labels:
                stretch.headings.append(page.text[cell.start : cell.end])
    yield stretch


def _page_labels(page: Page) -> Iterator[tuple[FormCell, Label | None]]:
    """Yield the cells of a page with the labels they may begin with; nothing of a page without two of these."""
    found = cells(page.text)
    labels = {cell.start: label for row in lines_of(found) for cell, label in labels_in(page.text, row)}
    if len(labels) > 1:
        yield from ((cell, labels.get(cell.start)) for cell in found)


def _joined(stretches: Iterable[_LabelRun]) -> Iterator[_LabelRun]:
    """Yield stretches, those joined that have hardly a label in common: a template may ask one thing twice."""
    last: _LabelRun | None = None
    for stretch in stretches:
        if last is None:
            last = stretch
        elif last.labels and stretch.labels and not _is_again(last.labels, stretch.labels):
            last.labels += stretch.labels
            last.printed += stretch.printed
            last.labelled += stretch.labelled
            last.written += stretch.written
        else:
            yield last
            last = stretch
    if last is not None:
        yield last


def _is_again(first: Sequence[Label], second: Sequence[Label]) -> bool:
    return len(set(first).intersection(second)) >= _SAME_AGAIN * min(len(first), len(second))
