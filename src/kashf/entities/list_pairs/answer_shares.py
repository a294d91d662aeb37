"""How likely it is that a row of one list agrees by chance with what a row of the other answers: the shares of the answers, multiplied.

The columns are taken to be independent, which they are not quite; so what comes out orders pairs and parts the telling from the common, and
is no probability that two rows are one man's.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from math import prod
from typing import Final

from kashf.domain.forms.template_fields import FieldKind, ValueType
from kashf.entities.list_pairs.listed_row import ListedRow

#: Share of men born on one day of a year, and of telephones that are one: lists of a few rows would tell too little of either.
_FLOORS: Final = {FieldKind.BIRTH: 1 / 365, FieldKind.PHONE: 1 / 10_000}
#: Answers of one list from which on its own shares count, beside those of both lists together.
_ENOUGH: Final = 20
_DAY: Final = len("1990-05-25")


class AnswerShares:
    """The shares of the answers in two lists.

    Args:
        lists: Their rows.
        kinds: What each column asks.
        passed: Columns that say nothing here: whose name it is, and the number of the row.
    """

    def __init__(self, lists: Sequence[Sequence[ListedRow]], kinds: Sequence[FieldKind], passed: Collection[int]) -> None:
        columns = [at for at, kind in enumerate(kinds) if at not in passed and kind is not FieldKind.NAME]
        self._counts = {at: [Counter(answer for row in rows if (answer := row.answer(at))) for rows in lists] for at in columns}
        self._sizes = {at: [some.total() for some in counts] for at, counts in self._counts.items()}
        self._kinds = kinds

    def chance(self, one: ListedRow, other: ListedRow) -> float:
        """Return the chance in (0..1]; 1 where they agree in nothing."""
        agreed = ((at, answer) for at in self._counts if (answer := one.answer(at)) and answer == other.answer(at))
        return prod(self._share(at, answer) for at, answer in agreed)

    def are_compared(self, one: ListedRow, other: ListedRow) -> bool:
        """Return whether both answer any column."""
        return any(one.answer(at) and other.answer(at) for at in self._counts)

    def rare_answers(self, row: ListedRow, *, most: int) -> list[tuple[int, str]]:
        """Return the columns and answers of a row that no more than so many rows of either list have."""
        told = ((at, answer) for at in self._counts if (answer := row.answer(at)))
        return [(at, answer) for at, answer in told if all(some[answer] <= most for some in self._counts[at])]

    def _share(self, column: int, answer: str) -> float:
        counts, sizes = self._counts[column], self._sizes[column]
        told = [(sum(some[answer] for some in counts), sum(sizes))]
        told += [(some[answer], size) for some, size in zip(counts, sizes, strict=True) if size >= _ENOUGH]
        found = max((count + 1) / (size + 1) for count, size in told)
        kind = self._kinds[column]
        is_whole = kind.traits.type is not ValueType.DATE or len(answer) == _DAY
        return min(found, _FLOORS.get(kind, 1.0)) if is_whole else min(found, 1.0)
