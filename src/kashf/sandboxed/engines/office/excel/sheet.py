"""The rows of one sheet of a workbook, read from front to back: no sheet is ever held as a whole."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import IO, Any, Final

from lxml import etree

from kashf.domain.document import MarkKind
from kashf.sandboxed.engines.office.excel.cell_styles import CellStyles
from kashf.sandboxed.engines.office.marked_text import Line, Stretch
from kashf.sandboxed.engines.office.word_elements import local_name

_LETTERS: Final = re.compile(r"[A-Z]{1,3}")
#: Empty cells between two values that are still written as tabs; wider gaps are no table.
_WIDEST_GAP: Final = 50
#: Codes in headers and footers: places, fonts, sizes, page numbers.
HEADER_CODES: Final = re.compile(r'&(?:[LCRPNDTAFZGBIUESXY]|"[^"]*"|\d+|K[0-9A-F]{6})')
_HEADERS: Final = frozenset({f"{pages}{place}" for pages in ("odd", "even", "first") for place in ("Header", "Footer")})
#: Elements that say something by themselves.
_TOLD: Final = ("{*}row", "{*}dimension", "{*}col", "{*}formula1", *(f"{{*}}{name}" for name in sorted(_HEADERS)))
_OFF: Final = frozenset({"", "0", "false"})


@dataclass(frozen=True, slots=True)
class Book:
    """What the sheets of a workbook share.

    Args:
        strings: Texts that cells name by number.
        styles: What each style makes of a value.
    """

    strings: Sequence[str]
    styles: CellStyles


@dataclass(slots=True)
class SheetRows:
    """Gives the rows of a sheet as lines, then what stands in it beside the cells.

    Args:
        book: What it shares with the others.
        file: Its part.
        is_hidden: Whether all of it is.
    """

    book: Book
    file: IO[bytes]
    is_hidden: bool

    def lines(self) -> Iterator[Line]:
        """Yield rows, then headers, footers, and the choices that cells offer."""
        hidden_columns: list[tuple[int, int]] = []
        first_column = 0
        after: list[Line] = []
        events: Any = etree.iterparse(
            self.file, events=("end",), tag=_TOLD, recover=True, resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True
        )
        for _, element in events:
            name = local_name(element)
            if name == "row":
                yield self._row(element, first_column, hidden_columns)
                element.clear(keep_tail=False)
            elif name == "dimension":
                first_column = column_number(element.get("ref", ""))
            elif name == "col" and element.get("hidden", "") not in _OFF:
                hidden_columns.append((int(element.get("min", "1")) - 1, int(element.get("max", "1")) - 1))
            elif name in _HEADERS and element.text:
                after.append([(HEADER_CODES.sub(" ", element.text).strip(), None)])
            elif name == "formula1" and (element.text or "").startswith('"'):
                after.append([((element.text or "").strip('"'), MarkKind.HIDDEN)])
        yield from after

    def _row(self, row: etree._Element, first: int, hidden_columns: Sequence[tuple[int, int]]) -> Line:
        row_kind = MarkKind.HIDDEN if self.is_hidden or row.get("hidden", "") not in _OFF else None
        stretches: list[Stretch] = []
        place, written_to = -1, max(first, 0) - 1
        for cell in row:
            place = column_number(cell.get("r", "")) if cell.get("r") else place + 1
            value = self._value(cell)
            if not value:
                continue
            gap = place - written_to - (0 if stretches else 1)
            stretches.append(("\t" * (gap if 0 < gap <= _WIDEST_GAP else min(max(gap, 0), 1)), row_kind))
            is_hidden = any(low <= place <= high for low, high in hidden_columns)
            stretches.append((value, MarkKind.HIDDEN if is_hidden else row_kind))
            written_to = place
        return stretches

    def _value(self, cell: etree._Element) -> str:
        """Return what a cell says: as it is shown and as it is; its formula, when nobody has computed it."""
        kind, style = cell.get("t", "n"), cell.get("s", "0")
        number = int(style) if style.isdecimal() else 0
        value = formula = ""
        for child in cell.iterchildren("*"):
            match local_name(child):
                case "v":
                    value = child.text or ""
                case "f":
                    formula = child.text or ""
                case "is":
                    value = text_of(child)
        if not value:
            return f"={one_line(formula)}" if formula else ""
        if kind == "s":
            at = int(value) if value.isdecimal() else -1
            return self.book.styles.written_text(self.book.strings[at], number) if 0 <= at < len(self.book.strings) else ""
        if kind in ("str", "inlineStr", "d"):
            return self.book.styles.written_text(one_line(value), number)
        if kind == "b":
            return str(value not in _OFF).upper()
        return self.book.styles.written(value, number) if kind == "n" else value


def column_number(place: str) -> int:
    """Return the column of a place, from 0; -1 when it names none.

    >>> column_number("A1"), column_number("AB12"), column_number("")
    (0, 27, -1)
    """
    return _column(place.rstrip("0123456789")) if place else -1


@lru_cache(maxsize=20_000)
def _column(untrusted_letters: str) -> int:
    found = _LETTERS.match(untrusted_letters)
    number = 0
    for letter in found[0] if found else "":
        number = 26 * number + ord(letter) - 64
    return number - 1


def text_of(item: etree._Element | None) -> str:
    """Return the text of a shared or inline string, without the signs that say how it is pronounced."""
    if item is None:
        return ""
    if len(item) == 1 and local_name(item[0]) == "t":
        return item[0].text or ""
    return "".join(each.text or "" for each in item.iter("{*}t") if local_name(each.getparent()) != "rPh")


def one_line(text: str) -> str:
    """Return a text of several lines as one, so that rows stay rows."""
    return " ".join(text.split()) if "\n" in text or "\t" in text or "\r" in text else text
