"""What forms have in two fields, counted: how many give this and that, of how many that answer both, and what is not known of the rest."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import NamedTuple

from kashf.domain.forms.template_fields import ANSWERED, FieldState


class FieldAnswer(NamedTuple):
    """One thing that a form gives in a field.

    Args:
        key: The same for all answers that say the same.
        label: How it is called.
    """

    key: str
    label: str


class Answered(NamedTuple):
    """What one record has in one field.

    Args:
        state: What became of the field.
        answers: What it gives, each once; () unless the field is filled in, or says that there is none.
    """

    state: FieldState
    answers: tuple[FieldAnswer, ...] = ()


#: What records have in a field, and how many of them have that.
_Counted = tuple[Answered, int]


@dataclass(frozen=True, slots=True)
class Heading:
    """An answer with how many records give it.

    Args:
        answer: Which.
        records: How many of all give it.
        of_both: How many of those that answer the other field too.
    """

    answer: FieldAnswer
    records: int
    of_both: int


@dataclass(frozen=True, slots=True)
class CrossTab:
    """Records by what they give in two fields; a record that gives several answers in a field stands in several rows or columns.

    Args:
        records: How many there are.
        rows: Answers to the first field, those of the most records first.
        columns: Answers to the second.
        cells: Records that give both, by the keys of a row and a column; those without any are left out.
        of_both: Records that answer both fields: the denominator of what is said of the table.
        row_states: How many records have which state in the first field.
        column_states: The same of the second.
    """

    records: int
    rows: tuple[Heading, ...]
    columns: tuple[Heading, ...]
    cells: Mapping[tuple[str, str], int]
    of_both: int
    row_states: Mapping[FieldState, int]
    column_states: Mapping[FieldState, int]

    def cell(self, row: str, column: str) -> int:
        """Return how many records give both."""
        return self.cells.get((row, column), 0)


def cross_tab(pairs: Iterable[tuple[Answered, Answered]]) -> CrossTab:
    """Return the table of some records.

    Args:
        pairs: For each record what it has in the first and in the second field.
    """
    told = Counter(pairs)
    both = [(pair, count) for pair, count in told.items() if {pair[0].state, pair[1].state} <= ANSWERED]
    firsts, seconds = ([(pair[at], count) for pair, count in told.items()] for at in (0, 1))
    first_of_both, second_of_both = ([(pair[at], count) for pair, count in both] for at in (0, 1))
    cells: Counter[tuple[str, str]] = Counter()
    for (first, second), count in both:
        for row, column in product(first.answers, second.answers):
            cells[row.key, column.key] += count
    return CrossTab(
        told.total(),
        _headings(firsts, first_of_both),
        _headings(seconds, second_of_both),
        cells,
        sum(count for _, count in both),
        _states(firsts),
        _states(seconds),
    )


def _states(answered: Sequence[_Counted]) -> Counter[FieldState]:
    found: Counter[FieldState] = Counter()
    for each, count in answered:
        found[each.state] += count
    return found


def _headings(answered: Sequence[_Counted], both: Sequence[_Counted]) -> tuple[Heading, ...]:
    """Return the answers that are given, under the label that the most records have, most given first."""
    labels: dict[str, Counter[str]] = {}
    for each, count in answered:
        for answer in each.answers:
            labels.setdefault(answer.key, Counter())[answer.label] += count
    among: Counter[str] = Counter()
    for each, count in both:
        for answer in each.answers:
            among[answer.key] += count
    found = [Heading(FieldAnswer(key, _most_given(some)), some.total(), among[key]) for key, some in labels.items()]
    return tuple(sorted(found, key=lambda each: (-each.records, each.answer.label, each.answer.key)))


def _most_given(labels: Counter[str]) -> str:
    return min(labels, key=lambda label: (-labels[label], label))
