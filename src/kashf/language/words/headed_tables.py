"""Tables as text (CSV) with headings, as lists from elsewhere come: what divides their columns, and their rows by line."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import Final

from kashf.errors import UsageError
from kashf.language.words.folding import fold

#: What divides the columns of a table, as programs save them.
_DIVIDERS: Final = ("\t", ";", ",")


def headings(table: str) -> frozenset[str]:
    """Return the folded headings of one of the tables of headings, which strokes divide.

    >>> sorted(headings("Name|Full name"))
    ['full name', 'name']
    """
    return frozenset(fold(heading) for heading in table.split("|"))


def possible_heads(line: str) -> list[tuple[str, tuple[str, ...]]]:
    """Return each sign that may divide columns, with the cells into which it divides a line.

    >>> possible_heads("id;name")[1]
    (';', ('id', 'name'))
    """
    return [(divider, _cells(line, divider)) for divider in _DIVIDERS]


def numbered_rows(untrusted_text: str, *, divider: str, name: str, before: int = 0) -> Iterator[tuple[int, list[str]]]:
    r"""Yield the rows of a table that have a word in any cell, each with the line on which it begins.

    Args:
        untrusted_text: The table, with "\n" at the ends of lines.
        divider: What divides its columns.
        name: What it is called in messages.
        before: Lines that stand before the text.

    Raises:
        UsageError: A row cannot be read; the message names the line.

    Example:
        >>> list(numbered_rows('id,name\n1,"Omar\nSalim"\n\n2,Hadi', divider=",", name="list"))
        [(1, ['id', 'name']), (2, ['1', 'Omar\nSalim']), (5, ['2', 'Hadi'])]
    """
    rows = csv.reader(io.StringIO(untrusted_text), delimiter=divider, strict=True)
    began = before
    try:
        for row in rows:
            line, began = began + 1, before + rows.line_num
            if any(cell.strip() for cell in row):
                yield line, row
    except csv.Error as error:
        line = before + rows.line_num
        raise UsageError(f"{name}, line {line}: {error}", code="list-unreadable", name=name, line=line) from None


def _cells(line: str, divider: str) -> tuple[str, ...]:
    try:
        return tuple(cell.strip() for cell in next(csv.reader([line], delimiter=divider), ()))
    except csv.Error:  # A cell longer than any table has: one long line, which whoever reads it will say.
        return (line,)
