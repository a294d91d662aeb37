"""Reads a table of births and deaths that a user brings: name, born, died."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from kashf.domain.date import UNDATED, FuzzyDate
from kashf.errors import UsageError
from kashf.events.contradictions.outside_lives import Life
from kashf.language.tables.lists.life_columns import BORN, DIED, NAMES
from kashf.language.words.folding import fold
from kashf.language.words.headed_tables import headings, numbered_rows, possible_heads

#: Rows of one table; each is held against the names of a case.
MOST_LIVES: Final = 10_000
_COLUMNS: Final = {"name": headings(NAMES), "born": headings(BORN), "died": headings(DIED)}


def read_lives(untrusted_text: str, *, name: str) -> tuple[Life, ...]:
    r"""Return the rows of a table with a name and a day of birth or death; dates are written 2014, 2014-10 or 2014-10-25, or as a range.

    Args:
        untrusted_text: A table with headings.
        name: What it is called in messages.

    Raises:
        UsageError: It has no such columns, a row cannot be read, somebody dies before he is born, or it is too long; the row is named.

    >>> [str(life.died.earliest) for life in read_lives("name,born,died\nSaad al-Nauri,1970,2014-05-03", name="lives.csv")]
    ['2014-05-03']
    """
    text = untrusted_text.removeprefix("\ufeff")
    first = text.partition("\n")[0]
    heads = ((divider, {kind: _at(cells, kind) for kind in _COLUMNS}) for divider, cells in possible_heads(first))
    known = next(
        ((divider, at) for divider, at in heads if at["name"] is not None and (at["born"] is not None or at["died"] is not None)), None
    )
    if known is None:
        raise UsageError(f"{name}: the first line names no columns name and born or died", code="lives-columns", name=name)
    divider, at = known
    rows = list(numbered_rows(text, divider=divider, name=name))[1:]
    if len(rows) > MOST_LIVES:
        raise UsageError(f"{name} has more than {MOST_LIVES} rows", code="lives-long", name=name, most=MOST_LIVES)
    return tuple(_lives(rows, at, name))


def _lives(rows: list[tuple[int, list[str]]], at: Mapping[str, int | None], name: str) -> Iterator[Life]:
    for line, row in rows:
        who, born, died = (_cell(row, at[kind]) for kind in _COLUMNS)
        if not who or not (born or died):
            continue
        try:
            first, last = (FuzzyDate.parse(text) if text else UNDATED for text in (born, died))
        except ValueError as error:
            raise UsageError(f"{name}, line {line}: {error}", code="list-unreadable", name=name, line=line) from None
        if first.earliest and last.latest and last.latest < first.earliest:
            raise UsageError(f"{name}, line {line}: dies before birth", code="lives-turned", name=name, line=line)
        yield Life(who, first, last, f"{name}, line {line}")


def _at(cells: tuple[str, ...], kind: str) -> int | None:
    return next((place for place, cell in enumerate(cells) if fold(cell) in _COLUMNS[kind]), None)


def _first(at: Mapping[str, int | None]) -> int | None:
    """Return where a day stands, of birth or of death."""
    return at["born"] if at["born"] is not None else at["died"]


def _cell(row: list[str], at: int | None) -> str:
    return row[at].strip() if at is not None and at < len(row) else ""
