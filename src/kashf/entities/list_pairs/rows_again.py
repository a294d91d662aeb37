"""Rows of one list that are another one again, and rows of one list that have one number and two names."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from kashf.domain.forms.template_fields import FieldKind
from kashf.entities.form_people.compare_people import Agreement, names_agree, prepared
from kashf.entities.form_people.people_bounds import joined_places
from kashf.entities.list_pairs.listed_row import ListedRow, Pair

#: Rows of one number that are held against each other.
_MOST_OF_NUMBER: Final = 20


@dataclass(frozen=True, slots=True)
class RowsAgain:
    """What is told twice within a list.

    Args:
        homes: For each row the first of those that are one with it.
        one_number: Rows of one number with two names.
    """

    homes: tuple[int, ...]
    one_number: tuple[Pair, ...]

    @property
    def again(self) -> int:
        """How many rows are another one again."""
        return sum(home != at for at, home in enumerate(self.homes))


def rows_again(
    rows: Sequence[ListedRow], kinds: Sequence[FieldKind], *, number: int | None, counters: Collection[int], joined: Iterable[Pair] = ()
) -> RowsAgain:
    """Return which rows of a list are one: word for word, or of one number and one name; and what people joined.

    Args:
        rows: The rows of a list.
        kinds: What each column asks.
        number: The column that rows are known by; None for none.
        counters: Columns that count rows, in which rows that are one differ.
        joined: Pairs of places that people said are one man.
    """
    columns = [at for at in range(len(kinds)) if at not in counters]
    alike: dict[Hashable, list[int]] = {}
    numbered: dict[str, list[int]] = {}
    for at, row in enumerate(rows):
        answers = tuple(row.answer(column) for column in columns)
        if prepared(row.person.name).atoms and sum(map(bool, answers)) > 1:
            alike.setdefault((prepared(row.person.name).key, answers), []).append(at)
        if told := row.answer(number):
            numbered.setdefault(told, []).append(at)
    same = [(some[0], at) for some in alike.values() for at in some[1:]]
    apart: list[Pair] = []
    for pair in (pair for some in numbered.values() for pair in combinations(some[:_MOST_OF_NUMBER], 2)):
        said = names_agree(*(rows[at].person.name for at in pair))
        if said is Agreement.AGREES:
            same.append(pair)
        elif said is Agreement.DIFFERS:
            apart.append(pair)
    return RowsAgain(joined_places(len(rows), [*joined, *same]), tuple(apart))
