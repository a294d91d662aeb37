"""What forms have in two fields, counted: how many give this and that, of how many that answer both, and what is not known of the rest."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
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
    told = list(pairs)
    both = [(first, second) for first, second in told if {first.state, second.state} <= ANSWERED]
    return CrossTab(
        len(told),
        _headings([first for first, _ in told], [first for first, _ in both]),
        _headings([second for _, second in told], [second for _, second in both]),
        Counter((row.key, column.key) for first, second in both for row in first.answers for column in second.answers),
        len(both),
        Counter(first.state for first, _ in told),
        Counter(second.state for _, second in told),
    )


def _headings(answered: Sequence[Answered], both: Sequence[Answered]) -> tuple[Heading, ...]:
    """Return the answers that are given, under the label that the most records have, most given first."""
    labels: dict[str, Counter[str]] = {}
    for each in answered:
        for answer in each.answers:
            labels.setdefault(answer.key, Counter())[answer.label] += 1
    among = Counter(answer.key for each in both for answer in each.answers)
    found = [Heading(FieldAnswer(key, _most_given(some)), some.total(), among[key]) for key, some in labels.items()]
    return tuple(sorted(found, key=lambda each: (-each.records, each.answer.label, each.answer.key)))


def _most_given(labels: Counter[str]) -> str:
    return min(labels, key=lambda label: (-labels[label], label))
