"""What a document may have of forms before any template is known: labels in their order, cut where they begin again."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from kashf.domain.document import Origin, Page
from kashf.entities.forms.cells import FormCell, cells, divided, inner_labels, is_open, label_key, lines_of, opening
from kashf.entities.forms.reworded_labels import likeness
from kashf.language.words.tokens import folded_words

#: Labels that make a form at least.
LEAST_LABELS: Final = 4
#: Share of labels that two stretches have in common from which on they are two forms, not two parts of one.
_SAME_AGAIN: Final = 0.5
#: Labels of a block that is asked again at least, and of what stands on the form before it.
_LEAST_BLOCK: Final = 2
_LEAST_HEAD: Final = 2
#: Lines above the first label that may be a heading.
_HEADING_LINES: Final = 3
#: Code points of a printed line at most.
_HEADING: Final = 200
#: Code points at most of a line with a label that nothing parts from the rest, and of a line below a label: longer ones are prose.
_ANSWER: Final = 80
#: Share of a form's code points in lines with labels from which on no labels need to be learned for it.
_TOLD: Final = 0.7
#: A box to tick, with which an answer begins.
_BOX: Final = re.compile(r"[☐☑☒□▢■◻◯○●✓✔✗✘×]|\(\s*[×xX✓✔]?\s*\)|\[\s*[×xX✓✔]?\s*\]")
#: Likeness in [0..1] of two answers read off images from which on they may be one.
_MISREAD: Final = 0.7
_NOTHING: Final = frozenset[str]()


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
        loose: What stood without a label, where it answers none, anywhere.
        tops: What stood above the first label, together.
        answers: The first answer to each label, cut.
        varied: Labels that had another one, too.
    """

    records: int = 0
    scanned: int = 0
    labelled: int = 0
    written: int = 0
    headings: Counter[str] = field(default_factory=Counter)
    loose: Counter[str] = field(default_factory=Counter)
    tops: Counter[tuple[str, ...]] = field(default_factory=Counter)
    answers: dict[str, str] = field(default_factory=dict)
    varied: set[str] = field(default_factory=set)

    def add(self, other: Seen) -> None:
        """Count what was seen elsewhere too."""
        is_misread = self.scanned + other.scanned > 0
        for key, answer in other.answers.items():
            if key not in self.varied and _differ(self.answers.setdefault(key, answer), answer, is_misread=is_misread):
                self.varied.add(key)
        self.varied |= other.varied
        self.records += other.records
        self.scanned += other.scanned
        self.labelled += other.labelled
        self.written += other.written
        self.headings.update(other.headings)
        self.tops.update(other.tops)
        self.loose.update(other.loose)


@dataclass(slots=True)
class LabelRun:
    """Labels in a row that may be of one form.

    Args:
        labels: In order.
        printed: Each as it is printed.
        open: Those that nothing parts from what is filled in.
        labelled: Code points of the cells with labels, and of short lines that answer them.
        written: Code points of all cells.
        loose: What stands without a label, and where none was before.
        headings: How many of these stand above the first label.
        is_scanned: Whether it was read off an image.
        has_inner: Whether two pairs may stand in one cell.
        empty: Labels that nothing parts from the next label.
        answers: What stands behind or below a label, cut.
        assigned: Those that an equals sign parts from what is filled in.
    """

    labels: list[Label] = field(default_factory=list)
    printed: list[str] = field(default_factory=list)
    open: set[str] = field(default_factory=set)
    labelled: int = 0
    written: int = 0
    loose: list[str] = field(default_factory=list)
    headings: int = 0
    is_scanned: bool = False
    has_inner: bool = False
    empty: set[str] = field(default_factory=set)
    answers: dict[str, str] = field(default_factory=dict)
    assigned: set[str] = field(default_factory=set)

    @property
    def is_told(self) -> bool:
        """Whether it says of itself where its labels are."""
        return len(self.labels) >= LEAST_LABELS and self.labelled >= _TOLD * self.written and not self.has_inner

    def add(self, other: LabelRun) -> None:
        """Put another behind it."""
        self.labels += other.labels
        self.printed += other.printed
        self.open |= other.open
        self.labelled += other.labelled
        self.written += other.written
        self.loose += other.loose
        self.is_scanned |= other.is_scanned
        self.has_inner |= other.has_inner
        self.empty |= other.empty
        self.answers = {**other.answers, **self.answers}
        self.assigned |= other.assigned

    def without_title(self) -> LabelRun:
        """Return it with the lines at its top that only look like labels as headings."""
        while self.labels and not self.labels[0].number and self.labels[0].key in self.empty & self.open:
            del self.labels[0]
            self.loose.insert(self.headings, self.printed.pop(0))
            self.headings += 1
        return self

    def seen(self) -> Seen:
        """Return it as seen once."""
        keys = [heading_key(text) for text in self.loose]
        top = tuple(filter(None, keys[: self.headings][:_HEADING_LINES]))
        headings, loose, tops = Counter(set(top)), Counter(set(filter(None, keys))), Counter([top])
        return Seen(1, int(self.is_scanned), self.labelled, self.written, headings, loose, tops, dict(self.answers))


def label_runs(
    pages: Sequence[Page], known: Container[str] = _NOTHING, *, opening_with: Container[str] | None = None, widest: int = 2
) -> Iterator[LabelRun]:
    """Yield what may be forms on some pages.

    Args:
        pages: Of one document.
        known: Keys of labels.
        opening_with: Those of them that nothing parts from what is filled in; None for all.
        widest: Cells of a row at most of which every other is taken for a label where nothing says so.
    """
    last: LabelRun | None = None

    def read(text: str) -> list[tuple[FormCell, Label | None]]:
        rows = lines_of(cells(text))
        found = [each for row in rows for each in read_row(text, row, known, opening_with=opening_with, widest=widest)]
        return found if sum(label is not None for _, label in found) > 1 else []

    for run in _runs(pages, read):
        if last is None:
            last = run
        elif last.labels and run.labels and not _is_again(last.labels, run.labels, is_scanned=last.is_scanned or run.is_scanned):
            last.add(run)
        else:
            yield last
            last = run
    if last is not None:
        yield last


def read_row(
    text: str, row: Sequence[FormCell], known: Container[str], *, opening_with: Container[str] | None = None, widest: int = 2
) -> Iterator[tuple[FormCell, Label | None]]:
    """Yield the cells of a line, cut where two pairs stand in one, each with the label it may begin with.

    A separator says so, or that the label is known; in a row of a table where neither does, every other cell does.

    Args:
        text: Of the page.
        row: Cells of one line.
        known: Keys of labels.
        opening_with: Those of them behind which nothing has to stand before what is filled in; None for all.
        widest: Cells of a row at most of which every other is taken for a label where nothing says so.
    """
    some = known if opening_with is None else opening_with
    pieces: list[FormCell] = []
    for cell in row:
        begins = known if cell.number else some  # Its number says as much as a separator would.
        pieces += divided(text, cell, known) if cell.is_parted else [opening(text, cell, begins) or cell]
    keys = [label_key(text[piece.label : piece.label_end]) for piece in pieces]
    keys = [key if _BOX.match(text, piece.label) is None else "" for piece, key in zip(pieces, keys, strict=True)]
    told = [bool(key) and (piece.is_parted or key in known) for piece, key in zip(pieces, keys, strict=True)]
    if not any(told) and 1 < len(row) <= widest:
        told = [place % 2 == 0 and place + 1 < len(row) and bool(key) for place, key in enumerate(keys)]
    for piece, key, is_label in zip(pieces, keys, told, strict=True):
        yield piece, Label(piece.number, key) if is_label else None


def heading_key(text: str) -> str:
    """Return the folded words of a line without numbers, which headings have of their own; "" for a line that is too long for one."""
    return " ".join(word for word in folded_words(text) if not word.isdecimal()) if len(text) <= _HEADING else ""


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


def _runs(pages: Sequence[Page], read: Callable[[str], list[tuple[FormCell, Label | None]]]) -> Iterator[LabelRun]:
    """Yield the labels of some pages, cut where one comes again, and where the first of them does."""
    run, met = LabelRun(), set[Label]()
    first: Label | None = None
    for page in pages:
        asking: list[FormCell] = []
        for cell, label in read(page.text):
            first = first or label
            if label is not None and (label in met or (label == first and run.labels)):
                yield run.without_title()
                run, met = LabelRun(), set()
            run.is_scanned |= page.origin is Origin.OCR
            _take(run, page.text, cell, label, asking)
            met.update([label] if label is not None else ())
        run.empty.update(each.key for each in run.labels[-len(asking) :] if asking)
    yield run.without_title()


def _take(run: LabelRun, text: str, cell: FormCell, label: Label | None, asking: list[FormCell]) -> None:
    """Take a cell in.

    Args:
        run: What may be a form.
        text: Of the page.
        cell: Which.
        label: That it begins with, if any.
        asking: Labels before it, of one line, behind which nothing stands yet; kept up to date.
    """
    size = cell.end - cell.start
    run.written += size
    if label is None:
        if asking:
            run.labelled += size if size <= _ANSWER else 0
            _answer(run, run.labels[-len(asking)], text[cell.start : cell.end])
            del asking[0]
        elif cell.column == 0:
            run.headings += not run.labels
            run.loose.append(text[cell.start : cell.end])
        return
    if cell.is_after and run.loose and (run.labels or run.headings):
        run.labelled += len(run.loose[-1])
        _answer(run, label, run.loose.pop())
        run.headings -= not run.labels
    if asking and cell.line != asking[0].line:
        run.empty.update(each.key for each in run.labels[-len(asking) :])
        asking.clear()
    run.labels.append(label)
    run.printed.append(text[cell.label : cell.label_end])
    _answer(run, label, text[cell.value : cell.end])
    opens = is_open(text, cell)
    run.labelled += size if size <= _ANSWER or not opens else 0
    run.open.update([label.key] if opens else ())
    run.assigned.update([label.key] if "=" in text[cell.label_end : cell.value] else ())
    run.has_inner |= not opens and any(inner_labels(text, cell))
    asking[:] = [*asking, cell] if cell.value >= cell.end and not cell.is_after else []


def _answer(run: LabelRun, label: Label, text: str) -> None:
    if answer := " ".join(text.split())[:_ANSWER]:
        run.answers.setdefault(label.key, answer)


def _differ(first: str, second: str, *, is_misread: bool) -> bool:
    """Whether two answers are two: of what a machine read off images, more than a few letters must differ."""
    return first != second and not (is_misread and likeness(first, second) >= _MISREAD)


def _is_again(first: Sequence[Label], second: Sequence[Label], *, is_scanned: bool) -> bool:
    """Whether the second is another form: what has too few labels for one goes on with the first, of which it asks something again."""
    head = next((at for at, label in enumerate(first) if label in first[:at]), len(first))
    if _LEAST_HEAD <= head < len(first) and second[:head] == first[:head]:
        return True
    if _asks_end_again(first, second, least=max(_LEAST_HEAD, len(first) // 2 * is_scanned)):
        return False
    shared = len(set(first).intersection(second))
    return shared >= _SAME_AGAIN * (len(first) if len(second) < LEAST_LABELS else min(len(first), len(second)))


def _asks_end_again(first: Sequence[Label], second: Sequence[Label], *, least: int) -> bool:
    """Whether the second begins as the first ends, with a block that is asked of one more person.

    Args:
        first: Labels of a form.
        second: Labels that may go on with it.
        least: Labels that must stand before the block: another form begins where the first does.
    """
    sizes = range(_LEAST_BLOCK, min(len(first) - least, len(second)) + 1)
    return any(first[-size:] == second[:size] for size in sizes)
