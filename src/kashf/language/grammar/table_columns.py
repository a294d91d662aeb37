"""Names in tables: where the heading of a column says that persons, places or units stand in it, its cells are their names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from kashf.domain.entity import Mention, MentionType
from kashf.language.person_names.vocabulary import is_given_name
from kashf.language.tables import column_headings
from kashf.language.words.folding import fold

#: What divides the cells of a line; the first that does it in several lines is taken.
_DIVIDERS: Final = ("\t", ";", "|", ",")
_FEWEST_ROWS: Final = 2
_FEWEST_CELLS: Final = 2
#: Words of a heading.
_MOST_HEADING: Final = 5
_LONGEST_CELL: Final = 60
_MOST_WORDS: Final = 6
_SCORE: Final = 0.75
#: A cell in quotation marks may hold the divider.
_CELL: Final = {divider: re.compile(f'[ ]*"[^"]*"[ ]*(?={re.escape(divider)}|$)|[^{re.escape(divider)}]*') for divider in _DIVIDERS}
_NAME: Final = re.compile(r"[^\W\d_](?:[^\n;|\t(]*\([^\n;|\t()]+\)|[^\n;|\t]*[^\W_.])?")
_CODE_SIGNS: Final = frozenset("=<>\\{}")
#: Letters of a command; a longer word in small letters may be a name that no list has.
_LONGEST_COMMAND: Final = 4
#: Headings of columns, as one writes them.
HEADINGS: Final = {
    MentionType.PERSON: column_headings.PERSONS,
    MentionType.PLACE: column_headings.PLACES,
    MentionType.GROUP: column_headings.GROUPS,
}


def find_in_tables(text: str) -> Iterator[Mention]:
    """Yield the cells of columns whose heading says what they name, in the order of the text."""
    lines = list(_lines(text))
    at = 0
    while at < len(lines):
        divider, columns = _heading(text, *lines[at])
        at += 1
        if not columns:
            continue
        width, rows = len(cells(text, *lines[at - 1], divider=divider)), []
        for line in lines[at:]:
            row = cells(text, *line, divider=divider)
            if not _is_row(row, width, max(columns), divider=divider):
                break
            rows.append(row)
        if len(rows) >= _FEWEST_ROWS:
            for row in rows:
                yield from _named(text, row, columns)
            at += len(rows)


def cells(text: str, start: int, end: int, *, divider: str) -> list[tuple[int, int]]:
    """Return the places of the cells of one line, quotation marks included."""
    found: list[tuple[int, int]] = []
    while start <= end:
        cell = _CELL[divider].match(text, start, end)
        stop = cell.end() if cell else end
        found.append((start, stop))
        start = stop + 1
    return found


def _is_row(row: list[tuple[int, int]], width: int, last: int, *, divider: str) -> bool:
    """Return whether a line of cells belongs to a table: as wide as its headings, since prose has commas too.

    With other dividers it may be shorter.
    """
    return len(row) == width if divider == "," else max(_FEWEST_CELLS, last + 1) <= len(row) <= width


def _lines(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for line in text.splitlines(keepends=True):
        bare = len(line.rstrip("\r\n"))
        if bare:
            yield start, start + bare
        start += len(line)


def _heading(text: str, start: int, end: int) -> tuple[str, dict[int, MentionType]]:
    """Return the divider of a line of headings and the columns that name something; nothing for any other line."""
    if end - start > 8 * _LONGEST_CELL:
        return "", {}
    for divider in _DIVIDERS:
        if divider not in text[start:end]:
            continue
        known = _headings()
        row = cells(text, start, end, divider=divider)
        named = [known.get(fold(text[slice(*cell)]).strip(' "')) for cell in row]
        columns = {number: kind for number, kind in enumerate(named) if kind}
        if columns and all(len(text[slice(*cell)].split()) <= _MOST_HEADING for cell in row):
            return divider, columns
    return "", {}


def _named(text: str, row: list[tuple[int, int]], columns: dict[int, MentionType]) -> Iterator[Mention]:
    for number, (start, end) in enumerate(row):
        if number not in columns or end - start > _LONGEST_CELL:
            continue
        name = _NAME.search(text, start, end)
        if name and len(name[0].split()) <= _MOST_WORDS and not _is_code(name[0]):
            yield Mention(name.start(), name.end(), name[0], columns[number], "rules:column", _SCORE)


def _is_code(cell: str) -> bool:
    """Return whether a cell holds words of a program or of markup, not a name: cmd, img src="x"; names may be written small (salim)."""
    is_word = cell.isascii() and cell.isalpha() and cell.islower() and len(cell) <= _LONGEST_COMMAND
    return not _CODE_SIGNS.isdisjoint(cell) or (is_word and not is_given_name(fold(cell)))


@lru_cache(maxsize=1)
def _headings() -> dict[str, MentionType]:
    return {fold(heading): kind for kind, headings in HEADINGS.items() for heading in headings.split("|")}
