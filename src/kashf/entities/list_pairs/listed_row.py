"""A row of a list, or a form that is held against a list: whom it is about, and what it answers in each column that both lists have."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, NamedTuple

from kashf.domain.forms.template_fields import ANSWERED, FieldState
from kashf.entities.form_people.told_person import ToldPerson

Pair = tuple[int, int]


class AnswerCell(NamedTuple):
    """What a row has in a column.

    Args:
        state: What became of it; not asked where its list has no such column.
        key: The same for two answers that say the same; "" where nothing is answered.
    """

    state: FieldState
    key: str = ""


UNASKED: Final = AnswerCell(FieldState.NOT_ASKED)


@dataclass(frozen=True, slots=True)
class ListedRow:
    """A row.

    Args:
        person: Whom it is about.
        cells: What it has in each column, in the order of the columns, which is the same for all rows of both lists.
    """

    person: ToldPerson
    cells: tuple[AnswerCell, ...]

    def answer(self, column: int | None) -> str:
        """Return what it answers in a column, "" for nothing, and for no column."""
        return self.cells[column].key if column is not None and self.cells[column].state in ANSWERED else ""
