"""A table of forms as sheets: what of it may leave, with the places of the forms behind its open counts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from kashf.language.words.visible import visible_name
from kashf.show.forms.spreadsheets import Cell, Worksheet
from kashf.show.forms.table_words import answer_words, field_words, part_words, state_words
from kashf.show.wording import Wording

if TYPE_CHECKING:
    from kashf.domain.document import Span
    from kashf.evidence.cross_tabs.closed_cells import Closing
    from kashf.services.forms.tables.closed_tables import CitedForm, ClosedLine, ClosedTable

#: Names of columns of the citations; programs read them, so that they are the same in every language.
CITED = ("row", "column", "document", "form", "row_page", "row_start", "row_end", "column_page", "column_start", "column_end")


def table_sheets(
    say: Wording, closed: ClosedTable, cited: Iterable[CitedForm], *, sealed: str = ""
) -> tuple[Worksheet, Worksheet, Worksheet]:
    """Return a table, the citations of its open cells, and what is said of it, beginning with what is `sealed` in it."""
    return (
        Worksheet(str(say("table.sheet_table")), [*table_rows(say, closed)]),
        Worksheet(str(say("table.sheet_citations")), [CITED, *_citations(say, closed, cited)]),
        Worksheet(str(say("table.sheet_notes")), [[note] for note in (sealed, *notes(say, closed)) if note]),
    )


def table_rows(say: Wording, closed: ClosedTable) -> Iterator[list[Cell]]:
    """Yield the rows of a table, beginning with the names of the columns, with what is closed said in its place."""
    asked, total = closed.table.asked, str(say("table.total"))
    corner = _plain(f"{field_words(say, asked.rows)} / {field_words(say, asked.columns)}")
    yield [corner, *(_line(say, each) for each in closed.columns), total]
    names = (*(_line(say, each) for each in closed.rows), total)
    for name, counts, closings in zip(names, closed.counts, closed.closings, strict=True):
        yield [name, *(_shown(say, count, closing) for count, closing in zip(counts, closings, strict=True))]


def notes(say: Wording, closed: ClosedTable) -> Iterator[str]:
    """Yield what is said of a table that leaves: of how many it is, what is not known, and what was closed."""
    table = closed.table
    yield _plain(f"{table.asked.family.id} {table.asked.family.title}")
    yield from map(_plain, part_words(say, table.asked))
    if closed.is_sum_open:
        yield f"{say.many('table.of_both', table.apart.of_both)} {say('table.of_records', n=say.number(table.apart.records))}"
        for field, states in ((table.asked.rows, table.apart.row_states), (table.asked.columns, table.apart.column_states)):
            yield _plain(f"{field_words(say, field)}: {state_words(say, states)}")
    for key, count in (("unseen", table.unseen), ("undecided", table.undecided)):
        if count:
            yield str(say.many(f"table.{key}", count))
    yield say("table.closed_note").unescape()
    yield str(say("table.nothing_from_names"))


def _citations(say: Wording, closed: ClosedTable, cited: Iterable[CitedForm]) -> Iterator[list[Cell]]:
    rows, columns = ([_line(say, each) for each in lines] for lines in (closed.rows, closed.columns))
    for each in cited:
        places = (cell for span in each.places for cell in _place(span))
        yield [rows[each.row], columns[each.column], each.record.document, each.record.nth, *places]


def _place(span: Span | None) -> tuple[Cell, Cell, Cell]:
    return (span.page, span.start, span.end) if span else (None, None, None)


def _line(say: Wording, line: ClosedLine) -> str:
    if line.answer:
        return _plain(answer_words(say, line.answer))
    return str(say.many("table.rest", len(line.keys)) if line.keys else say("field_state.none"))


def _shown(say: Wording, count: int, closing: Closing) -> Cell:
    closed: dict[str, Cell] = {"open": count, "small": "<5"}
    return closed.get(closing.value, str(say("table.closed")))


def _plain(words: str) -> str:
    """Return words without the signs that keep directions apart in a line, of which a cell has no need."""
    return visible_name(words.translate({0x2068: None, 0x2069: None}))
