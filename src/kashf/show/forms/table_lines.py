"""Tables of forms in lines for the terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from kashf.language.words.visible import isolate
from kashf.show.forms.table_words import answer_words, field_words, part_words, state_words
from kashf.show.wording import table_wording

if TYPE_CHECKING:
    from kashf.evidence.cross_tabs.cross_tab import Heading
    from kashf.services.forms.tables.form_tables import FormTable

#: Columns that are printed beside one another; the rest is in the files.
COLUMNS: Final = 12


def table_lines(table: FormTable, *, limit: int) -> Iterator[str]:
    """Yield a table: what is counted, of how many, and a line for each of its rows; cells beyond chance have a star."""
    say, asked, tab = table_wording("en"), table.asked, table.tab
    title = isolate(asked.family.title) if asked.family.title else "(no title)"
    yield f"{asked.family.id}  {title}: {field_words(say, asked.rows)} by {field_words(say, asked.columns)}"
    yield from (f"  {words}" for words in part_words(say, asked))
    yield f"  {say.many('table.of_both', tab.of_both)} {say('table.of_records', n=say.number(tab.records))}"
    if table.apart.records != tab.records:
        yield f"  {say('table.copies', apart=say.number(table.apart.records), n=say.number(tab.records))}"
    for field, states in ((asked.rows, tab.row_states), (asked.columns, tab.column_states)):
        yield f"  {field_words(say, field)}: {state_words(say, states)}"
    rows, columns = tab.rows[:limit], tab.columns[:COLUMNS]
    yield from (f"  [{at}] {answer_words(say, each.answer)}: {each.of_both}" for at, each in enumerate(columns, 1))
    yield f"{'all':>8} {''.join(f'[{at}]'.rjust(8) for at in range(1, len(columns) + 1))}"
    yield from (_line(table, row, columns) for row in rows)
    yield from _notes(table, rows=rows, columns=columns)


def _line(table: FormTable, row: Heading, columns: Sequence[Heading]) -> str:
    keys = [(row.answer.key, column.answer.key) for column in columns]
    cells = "".join(f"{table.tab.cell(*key):>7}{'*' if key in table.beyond.cells else ' '}" for key in keys)
    return f"{row.of_both:>8} {cells}  {answer_words(table_wording('en'), row.answer)}"


def _notes(table: FormTable, *, rows: Sequence[Heading], columns: Sequence[Heading]) -> Iterator[str]:
    say = table_wording("en")
    if more := len(table.tab.rows) - len(rows):
        yield f"  {say.many('table.more_rows', more)}"
    if more := len(table.tab.columns) - len(columns):
        yield f"  {say.many('table.more_columns', more)}"
    if table.beyond.cells:
        yield f"  * {say('table.beyond', chance='≤ 0.05')}"
    yield f"  {say.many('table.comparisons', table.beyond.comparisons)}"
    for key, count in (("unseen", table.unseen), ("undecided", table.undecided)):
        if count:
            yield f"  {say.many(f'table.{key}', count)}"
