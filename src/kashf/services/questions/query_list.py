"""Read a list of queries: one a line, or one column of a table (CSV).

A list is written by hand or saved by a table program, so it is told what was read of it: which column, and on which line each query stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from kashf.errors import UsageError
from kashf.language.tables.lists.query_columns import QUERIES
from kashf.language.words.folding import fold
from kashf.language.words.headed_tables import headings, numbered_rows, possible_heads

#: Queries of one list: an hour's work, and no machine.
MOST_QUERIES: Final = 5_000
_COMMENT: Final = "#"
#: What Excel writes first to say what divides the columns.
_EXCEL: Final = re.compile("sep=.", re.IGNORECASE)
#: Endings of the names of files that are tables.
_TABLES: Final = (".csv", ".tsv")
_HEADINGS: Final = headings(QUERIES)
#: Characters of a heading, and headings, that are told.
_MOST_TOLD: Final = 200


@dataclass(frozen=True, slots=True)
class ListedQuery:
    """One query of a list: on which line it begins, from 1, and what it asks; "" where the row of a table has no such column."""

    line: int
    query: str


@dataclass(frozen=True, slots=True)
class QueryList:
    """A list as it was read.

    Args:
        queries: In its order; blank lines and comments are none.
        column: Heading of the column they stand in; "" for a list with one query a line.
        columns: All headings of the table.
    """

    queries: tuple[ListedQuery, ...]
    column: str = ""
    columns: tuple[str, ...] = ()


def read_query_list(text: str, *, name: str, column: str = "") -> QueryList:
    """Return the queries of a list.

    It is a table where its first line has a heading such as "query", its name ends in .csv or .tsv and the first line has several columns,
    or a column is asked for; else each line is one query. Lines that begin with # are comments, but for the heading of a table.

    Args:
        text: The list, decoded.
        name: What the list is called in messages.
        column: Heading of the column that holds the queries; "" for the first that is called like one.

    Raises:
        UsageError: No query in it or too many, a table without such a column, or one that cannot be read.
    """
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    is_saved_by_excel = bool(_EXCEL.fullmatch(lines[0].strip()))
    lines[:1] = [""] if is_saved_by_excel else lines[:1]
    number, first = next(((n, line) for n, line in enumerate(lines) if line.strip() and not line.lstrip().startswith(_COMMENT)), (0, ""))
    head = _head(first, column=column, is_table=is_saved_by_excel or name.lower().endswith(_TABLES))
    if head is None:
        found = QueryList(tuple(_of_lines(lines)))
    else:
        divider, columns = head
        place = _place(columns, column, name)
        rows = _of_table(lines, divider=divider, place=place, after=number, name=name)
        found = QueryList(tuple(rows), columns[place], columns)
    return _checked(found, name)


def _head(first: str, *, column: str, is_table: bool) -> tuple[str, tuple[str, ...]] | None:
    """Return what divides the columns of a table, and its headings; None for a list with one query a line."""
    heads = possible_heads(first)
    wanted = {fold(column)} if column else _HEADINGS
    named = [head for head in heads if (len(head[1]) > 1 or is_table or column) and any(fold(each) in wanted for each in head[1])]
    several = [head for head in heads if len(head[1]) > 1] if is_table or column else []
    return next(iter([*named, *several, *(heads if column else ())]), None)


def _place(columns: Sequence[str], asked: str, name: str) -> int:
    wanted = {fold(asked)} if asked else _HEADINGS
    found = [place for place, heading in enumerate(columns) if fold(heading) in wanted]
    if not found:
        told = ", ".join(columns)[:_MOST_TOLD]
        raise UsageError(
            f"{name} has no column called {asked or 'query'}; its columns: {told}. --column says which one holds the queries",
            code="list-without-query-column",
            name=name,
            column=asked or "query",
            columns=told,
        )
    return found[0]


def _of_lines(lines: Sequence[str]) -> Iterator[ListedQuery]:
    for number, line in enumerate(lines, start=1):
        if (query := line.strip()) and not query.startswith(_COMMENT):
            yield ListedQuery(number, query)


def _of_table(lines: Sequence[str], *, divider: str, place: int, after: int, name: str) -> Iterator[ListedQuery]:
    for line, row in numbered_rows("\n".join(lines[after + 1 :]), divider=divider, name=name, before=after + 1):
        yield ListedQuery(line, row[place].strip() if place < len(row) else "")


def _checked(found: QueryList, name: str) -> QueryList:
    if not found.queries:
        raise UsageError(f"{name} holds no queries", code="list-without-queries", name=name)
    if len(found.queries) > MOST_QUERIES:
        raise UsageError(
            f"{name} holds {len(found.queries):,} queries; at most {MOST_QUERIES:,} at a time",
            code="list-too-many-queries",
            name=name,
            most=MOST_QUERIES,
        )
    return found
