"""A page cut where a form may print something: its lines, cells of tables, two pairs on a line, and what in each may be a label."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from kashf.domain.forms.template_fields import FieldKind
from kashf.language.field_values.field_kinds import propose_kind
from kashf.language.words.tokens import folded_words, words

#: Words and code points of a label at most: longer ones are sentences.
_LONGEST: Final = 14
_LONGEST_TEXT: Final = 120
#: Code points of lines that are remembered.
_USUAL_LINE: Final = 300
_LINE: Final = re.compile(r"([^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]*)(?:\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]|\Z)")
#: What parts cells of a line: tabs (the readers' sign between cells of a table), bars, and gaps that nobody types between words.
_PARTS: Final = re.compile(r"\t|\s{0,99}[|¦│]\s*|[ \u00a0]{3,}")
# Repeats that may overlap what follows them are bounded: a hostile page is one row of signs, tried from each of them on.
#: The number of a field: (7), 7., ٧-, -٧ as scans of it are read, "7 ". No date, no sum: a letter comes next.
_NUMBER: Final = re.compile(r"[\s(\[{#°№\-–—]*(\d{1,3})\s{0,99}[)\]}.،,:\-–—/ـ_°]{0,99}\s{0,99}(?=[^\W\d]|[\"'«“(])")
_NUMBER_ALONE: Final = re.compile(r"[\s(\[{#°№\-–—]*(\d{1,3})[)\]}.\-–—/ـ_°\s]*")
#: What stands between a label and its value; a colon between digits is a time, one before slashes an address of the web.
_SEPARATOR: Final = re.compile(r"[\s.…_‥]{0,200}(?:(?<!\d)[:：﹕︓∶](?!//)|[:：](?![\d/])|\.{3,}|…+|_{3,}|ـ{4,})[\s.…_‥:：]*")
#: What every separator has, found faster.
_SIGN: Final = re.compile(r"[:：﹕︓∶…]|\.{3}|_{3}|ـ{4}")
#: Dots that lead to the end of a line as well as to a value.
_LEADER: Final = re.compile(r"[\s.…_‥ـ]*")
_TRAILING: Final = re.compile(r"\.{3}|…|_{2}|ـ{3}")
_OF_LEADERS: Final = ".…_ـ"
#: What may stand before a value that nothing else parts from its label; a stroke before nothing is a value.
_LEADING: Final = re.compile(r"[\s:：;؛.…_‥،,]*(?:[\-–—=/*|][\s:：;؛.…_‥\-–—=/،,*|]*(?=[^\s:：;؛.…_‥\-–—=/،,*|]))?")
#: What lies between what is filled in and a label in brackets behind it on one line.
_FILLING: Final = re.compile(r"[.…_ـ]|\s{2}")
#: Labels in brackets behind what is filled in, on a page at least, and as a share of its lines.
_LEAST_TAILS: Final = 4
_TAILS: Final = 0.3
#: What surely is no label: words with a digit, dots to write on.
_FILLED: Final = re.compile(r"\d\S*|\.{2,}|_{2,}|…")
#: Score in [0..1] from which on words surely name a field.
_NAMES_IT: Final = 0.6
#: A word from its first letter or digit on: machines read dots before it as signs of it.
_FROM_LETTER: Final = re.compile(r"(?<![^\W_])[^\W_]\S*")
_BRACKETS: Final = frozenset("()")


class FormCell(NamedTuple):
    """A stretch of a line in which one label may stand.

    Attributes:
        line: Which line of the page, from 0.
        column: Which cell of the line, from 0.
        start: Its first code point that is no space.
        end: One past the last that is none.
        number: The number before the label in ASCII digits; "" without one.
        label: Where the label would begin.
        label_end: Where it ends; `end` where nothing parts it from a value.
        value: Where the value would begin; `end` where nothing parts it from a label.
        is_after: Whether the label, in brackets, stands behind or below what is filled in.
        is_ruled: Whether it ends with a line to write on: it is a label that nobody answered, or an answer above it.
    """

    # A tuple, since a page has hundreds of them: a frozen dataclass takes longer to make.
    line: int
    column: int
    start: int
    end: int
    number: str
    label: int
    label_end: int
    value: int
    is_after: bool = False
    is_ruled: bool = False

    @property
    def is_parted(self) -> bool:
        """Whether something stands between what may be a label and what may be a value."""
        return self.label_end < self.end and not self.is_ruled


@lru_cache(maxsize=4)
def cells(text: str) -> tuple[FormCell, ...]:
    r"""Return the cells of a page in order; none is empty, and a cell with a number alone belongs to the one behind it.

    >>> text = "٧ الواسطة: سالم\n8\tDate: 3:30"
    >>> [(cell.line, cell.number, text[cell.label : cell.label_end], text[cell.value : cell.end]) for cell in cells(text)]
    [(0, '7', 'الواسطة', 'سالم'), (1, '8', 'Date', '3:30')]
    """
    found = list(_cells(text))
    tails = {at: tail for at, cell in enumerate(found) if text[cell.end - 1] in _BRACKETS and (tail := _tail(text, cell))}
    if not tails:
        return tuple(found)
    if len(tails) < _LEAST_TAILS or len(tails) < _TAILS * len({cell.line for cell in found}):
        return tuple(found)
    return tuple(piece for at, cell in enumerate(found) for piece in tails.get(at, (cell,)))


def _cells(text: str) -> Iterator[FormCell]:
    for line, piece in enumerate(_LINE.finditer(text)):
        at, said = piece.start(), piece[1]
        for cell in _cells_of_line(said) if len(said) <= _USUAL_LINE else _cut(said):
            _, column, start, end, number, label, label_end, value, is_after, is_ruled = cell
            yield FormCell(line, column, at + start, at + end, number, at + label, at + label_end, at + value, is_after, is_ruled)


@lru_cache(maxsize=1 << 14)
def _cells_of_line(line: str) -> tuple[FormCell, ...]:
    """Return what `_cut` does; forms have many lines in common: what is printed, and usual answers."""
    return _cut(line)


def _cut(line: str) -> tuple[FormCell, ...]:
    """Return the cells of a line as if it was the only one."""
    found: list[FormCell] = []
    start, end = len(line) - len(line.lstrip(" \u00a0")), len(line)
    column, alone = 0, None
    for parts in _PARTS.finditer(line, start, end):
        alone = _add(found, line, column, start, parts.start(), alone)
        start, column = parts.end(), column + 1
    _add(found, line, column, start, end, alone)
    return tuple(found)


@lru_cache(maxsize=1 << 16)
def label_key(text: str) -> str:
    """Return the folded words of what may be a label, joined by single spaces; "" for what can be none.

    >>> label_key(" الاسم واللَّقب "), label_key("12/3")
    ('الاسم واللقب', '')
    """
    if len(text) > _LONGEST_TEXT:
        return ""
    found = folded_words(text)
    if len(found) > _LONGEST or not any(len(word) > 1 and not word.isdecimal() for word in found):
        return ""
    return " ".join(found)


def lines_of(found: Iterable[FormCell]) -> Iterator[list[FormCell]]:
    """Yield the cells of each line that has any."""
    row: list[FormCell] = []
    for cell in found:
        if row and row[0].line != cell.line:
            yield row
            row = []
        row.append(cell)
    if row:
        yield row


def opening(text: str, cell: FormCell, known: Container[str]) -> FormCell | None:
    """Return a cell as it begins with the longest label of some that nothing parts from its value; None where it begins with none.

    >>> text = "5 Nationality Sweden"
    >>> cell = opening(text, cells(text)[0], {"nationality"})
    >>> cell and (text[cell.label : cell.label_end], text[cell.value : cell.end])
    ('Nationality', 'Sweden')
    """
    found = folded_words(text[cell.label : cell.end])[:_LONGEST]
    for count in range(len(found), 0, -1):
        if " ".join(found[:count]) in known:
            return opened(text, cell, count)
    return None


def opened(text: str, cell: FormCell, count: int) -> FormCell:
    """Return a cell as it is when so many of its first words are a label."""
    end = cell.label + words(text[cell.label : cell.end])[count - 1].end
    leading = _LEADING.match(text, end, cell.end)
    return cell._replace(label_end=end, value=leading.end() if leading else end)


def is_open(text: str, cell: FormCell) -> bool:
    """Return whether nothing that says so stands between a label and what may be filled in."""
    return not cell.is_after and not cell.is_ruled and _SEPARATOR.match(text, cell.label_end, cell.end) is None


def divided(text: str, cell: FormCell, known: Container[str]) -> list[FormCell]:
    """Return a cell cut before each further label that stands in it with what parts it from its value.

    >>> text = "Name: Omar Salim Born: 1980"
    >>> [text[cell.start : cell.end] for cell in divided(text, cells(text)[0], {"born"})]
    ['Name: Omar Salim', 'Born: 1980']
    >>> text = "No: 465 Date: 5/3/2014"  # behind digits, words that surely name a field are a label, known or not
    >>> [text[cell.start : cell.end] for cell in divided(text, cells(text)[0], ())]
    ['No: 465', 'Date: 5/3/2014']
    """
    found: list[FormCell] = []
    if _SIGN.search(text, cell.value, cell.end) is None:
        return [cell]
    for parted in _SEPARATOR.finditer(text, cell.value, cell.end):
        nearest = max(cell.value, parted.start() - _LONGEST_TEXT)
        for word in list(_FROM_LETTER.finditer(text, nearest, parted.start()))[-_LONGEST:]:
            if label_key(text[word.start() : parted.start()]) in known:
                before = _trimmed(text, cell.start, _before_number(text, cell, word.start()))[1]
                found.append(cell._replace(end=before, label_end=min(cell.label_end, before), value=min(cell.value, before)))
                rest = _cell(text, cell.line, cell.column, *_trimmed(text, before, cell.end))
                cell = rest or cell
                break
        else:
            at = _sure_label(text, cell.value, parted.start())
            rest = _cell(text, cell.line, cell.column, *_trimmed(text, at, cell.end)) if at else None
            if rest is not None:
                end = _trimmed(text, cell.start, at)[1]
                found.append(cell._replace(end=end, label_end=min(cell.label_end, end), value=min(cell.value, end)))
                cell = rest
    return [*found, cell]


def _sure_label(text: str, start: int, end: int) -> int:
    """Return where words behind digits or dots and before a further separator begin that surely name a field; 0 for none."""
    filled = list(_FILLED.finditer(text, max(start, end - 2 * _LONGEST_TEXT), end))
    if not filled:
        return 0
    at = filled[-1].end()
    proposal = propose_kind(text[at:end].strip())
    return at if proposal.score >= _NAMES_IT and proposal.kind is not FieldKind.FREE else 0


def without_leader(text: str, start: int, end: int) -> int:
    """Return where a value ends, without the dots or the line on which it is written."""
    last = end
    while last > start and (text[last - 1] in _OF_LEADERS or text[last - 1].isspace()):
        last -= 1
    leader = _TRAILING.search(text, last, end)
    return start + len(text[start : leader.start()].rstrip()) if leader else end


def inner_labels(text: str, cell: FormCell) -> Iterator[list[str]]:
    """Yield for each further separator of a cell the words before it, which may end with a label."""
    start = cell.value
    separators = _SEPARATOR.finditer(text, start, cell.end) if _SIGN.search(text, start, cell.end) else ()
    for parted in separators:
        before = folded_words(text[start : parted.start()])[-_LONGEST:]
        if before and not before[-1].isdecimal() and not _LEADER.fullmatch(parted[0]):
            yield list(before)
        start = parted.end()


def _tail(text: str, cell: FormCell) -> tuple[FormCell, ...]:
    """Return a cell that ends with brackets as what stands before them, if anything does, and a label behind that; () for another."""
    depth = 0
    for at in range(cell.end - 1, cell.start - 1, -1):
        depth += (text[at] == ")") - (text[at] == "(")
        if depth == 0:
            break
    if depth or not label_key(text[at + 1 : cell.end - 1]):
        return ()
    before = _trimmed(text, cell.start, at)[1]
    if before > cell.start and not _FILLING.search(text, before - 1, at):
        return ()
    label = cell._replace(start=at, number="", label=at + 1, label_end=cell.end - 1, value=cell.end, is_after=True)
    return (
        (label,)
        if before == cell.start
        else (cell._replace(end=before, label=cell.start, label_end=before, value=before, number=""), label)
    )


def _before_number(text: str, cell: FormCell, at: int) -> int:
    """Return where the number before a label begins, or the label where it has none: where the first of the line has none."""
    nearest = max(cell.value, at - _LONGEST_TEXT)
    number = re.search(r"[(\[]?\d{1,3}\s*[)\].\-–—/ـ]*\s*$", text[nearest:at]) if cell.number else None
    return nearest + number.start() if number else at


def _add(found: list[FormCell], text: str, column: int, start: int, end: int, alone: FormCell | None) -> FormCell | None:
    """Add a cell of a line; return it instead where it is but a number."""
    cell = _cell(text, 0, column, *_trimmed(text, start, end))
    if cell is None:
        return alone
    number = _NUMBER_ALONE.fullmatch(text, cell.start, cell.end)
    if number and not found:
        found.append(cell._replace(number=str(int(number[1]))))
        return found[-1]
    if alone is not None and not cell.number:
        found.pop()
        cell = cell._replace(start=alone.start, number=alone.number)
    found.append(cell)
    return None


def _cell(text: str, line: int, column: int, start: int, end: int) -> FormCell | None:
    if start >= end:
        return None
    number = _NUMBER.match(text, start, end)
    label = number.end() if number else start
    sign = _SIGN.search(text, label, end)
    parted = _SEPARATOR.search(text, _before_blanks(text, label, sign.start()), end) if sign else None
    digits = str(int(number[1])) if number else ""
    if parted is None or parted.start() == label:
        return FormCell(line, column, start, end, digits, label, end, end)
    is_ruled = parted.end() >= end and _LEADER.fullmatch(parted[0]) is not None
    return FormCell(line, column, start, end, digits, label, parted.start(), parted.end(), is_ruled=is_ruled)


def _before_blanks(text: str, start: int, at: int) -> int:
    """Return where the white space and the dots before a place begin."""
    while at > start and (text[at - 1] in ".…_‥" or text[at - 1].isspace()):
        at -= 1
    return at


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end
