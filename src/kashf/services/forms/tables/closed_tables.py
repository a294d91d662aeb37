"""What of a table may leave: counts under five closed, and no citation of a form that stands behind a closed one."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from kashf.domain.document import Span
from kashf.domain.forms.form_families import RecordId
from kashf.domain.forms.template_fields import ANSWERED, FieldKey, FieldState
from kashf.errors import NotAllowedError
from kashf.evidence.cross_tabs.closed_cells import FEWEST_SHOWN, Closing, close_cells
from kashf.evidence.cross_tabs.cross_tab import Answered, FieldAnswer, Heading
from kashf.ports.forms import ValueCell
from kashf.services.case.open import OpenCase
from kashf.services.forms.form_values import SEALED_ANSWER
from kashf.services.forms.joined_families import AskedField
from kashf.services.forms.sealed.shown_value import is_hidden
from kashf.services.forms.tables.form_tables import FormTable

#: Answers of a field that stand in a line of their own; all others are one line together.
_MOST: Final = 100


@dataclass(frozen=True, slots=True)
class ClosedLine:
    """A row or a column of a table that leaves.

    Args:
        answer: What its forms give; None for several answers together.
        keys: The keys of these; () for forms that say that there is none.
    """

    answer: FieldAnswer | None
    keys: frozenset[str]


@dataclass(frozen=True, slots=True)
class ClosedTable:
    """A table that may leave; forms in copies of a document are counted once.

    Args:
        table: What it is of.
        rows: Its rows without the totals.
        columns: Its columns without them.
        counts: A count for each row and column, the totals last.
        closings: What is shown of each.
        members: Places in `table.cells` of the forms behind each count that is no total, by row and column.
    """

    table: FormTable
    rows: tuple[ClosedLine, ...]
    columns: tuple[ClosedLine, ...]
    counts: tuple[tuple[int, ...], ...]
    closings: tuple[tuple[Closing, ...], ...]
    members: Mapping[tuple[int, int], tuple[int, ...]]

    @property
    def is_sum_open(self) -> bool:
        """Whether it is shown how many forms answer both fields."""
        return self.closings[-1][-1] is Closing.OPEN


@dataclass(frozen=True, slots=True)
class CitedForm:
    """Where a form stands that is counted in an open cell.

    Args:
        row: In which row of the table.
        column: In which column.
        record: Which form.
        places: Where its two values stand; None where nothing is written, or where it is sealed: how long a name is tells of it.
    """

    row: int
    column: int
    record: RecordId
    places: tuple[Span | None, Span | None]


def closed_table(table: FormTable, *, let_out: Collection[FieldKey] = ()) -> ClosedTable:
    """Return what of a table may leave.

    Args:
        table: Which table.
        let_out: Keys of the sealed fields that somebody let out with a reason; to have opened them for oneself is not enough.

    Raises:
        NotAllowedError: A field of it is sealed, and nobody let it out.
    """
    for field in (table.asked.rows, table.asked.columns):
        if is_hidden(field, let_out):
            raise NotAllowedError(f"the field {field.key} is sealed: nothing of it leaves", code="sealed-field", field=field.key)
    both = [at for at in table.firsts if {one.state for one in table.pairs[at]} <= ANSWERED]
    sides = list(zip(*(table.pairs[at] for at in both), strict=True)) or [(), ()]
    rows, columns = (_lines(headings, side) for headings, side in zip((table.apart.rows, table.apart.columns), sides, strict=True))
    of_row, of_column = (_places(lines, side) for lines, side in zip((rows, columns), sides, strict=True))
    members: dict[tuple[int, int], list[int]] = {}
    sums = [[0] * (len(columns) + 1) for _ in range(len(rows) + 1)]
    for at, mine, theirs in zip(both, of_row, of_column, strict=True):
        for row in mine:
            for column in theirs:
                members.setdefault((row, column), []).append(at)
        for row in (*mine, len(rows)):
            for column in (*theirs, len(columns)):
                sums[row][column] += 1
    counts = tuple(map(tuple, sums))
    return ClosedTable(table, rows, columns, counts, close_cells(counts), {cell: tuple(some) for cell, some in members.items()})


def cited_forms(case: OpenCase, closed: ClosedTable) -> Iterator[CitedForm]:
    """Yield the forms in the open cells of a table, with where they say so, row by row."""
    asked = closed.table.asked
    first, second = (_spans(case, field) for field in (asked.rows, asked.columns))
    for (row, column), members in sorted(closed.members.items()):
        if closed.closings[row][column] is Closing.OPEN:
            for at in members:
                one, other = closed.table.cells[at]
                record = RecordId(one.document, one.nth)
                yield CitedForm(row, column, record, (_place(first, one), _place(second, other)))


def _spans(case: OpenCase, field: AskedField) -> dict[RecordId, Span | None]:
    return {each.record: each.value.span for family, key in field.columns for each in case.view.values_in(family, key)}


def _place(spans: Mapping[RecordId, Span | None], cell: ValueCell) -> Span | None:
    return None if cell.key == SEALED_ANSWER else spans.get(RecordId(cell.document, cell.nth))


def _lines(headings: Sequence[Heading], side: Sequence[Answered]) -> tuple[ClosedLine, ...]:
    """Return the answers that enough forms give, then those that say that there is none, then all others together."""
    shown = [each.answer for each in sorted(headings, key=lambda each: -each.of_both)[:_MOST] if each.of_both >= FEWEST_SHOWN]
    kept = {answer.key for answer in shown}
    lines = [ClosedLine(each.answer, frozenset({each.answer.key})) for each in headings if each.answer.key in kept]
    if any(each.state is FieldState.NONE for each in side):
        lines.append(ClosedLine(None, frozenset()))
    rest = frozenset(each.answer.key for each in headings if each.of_both and each.answer.key not in kept)
    return (*lines, ClosedLine(None, rest)) if rest else tuple(lines)


def _places(lines: Sequence[ClosedLine], side: Sequence[Answered]) -> Iterator[tuple[int, ...]]:
    """Yield for each form in which lines it stands, in each once."""
    of_key = {key: at for at, line in enumerate(lines) for key in line.keys}
    of_none = next((at for at, line in enumerate(lines) if not line.keys), -1)
    for each in side:
        yield (of_none,) if each.state is FieldState.NONE else tuple(dict.fromkeys(of_key[answer.key] for answer in each.answers))
