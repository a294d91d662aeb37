from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product
from random import Random

from kashf.evidence.cross_tabs.closed_cells import FEWEST_SHOWN, Closing, close_cells


def with_totals(inner: Sequence[Sequence[int]]) -> list[list[int]]:
    rows = [[*row, sum(row)] for row in inner]
    return [*rows, [sum(column) for column in zip(*rows, strict=True)]]


def bounds(closing: Closing, count: int, most: int) -> range:
    if closing is Closing.OPEN:
        return range(count, count + 1)
    return range(FEWEST_SHOWN) if closing is Closing.SMALL else range(FEWEST_SHOWN, most + 1)


def that_fit(counts: Sequence[Sequence[int]], closings: Sequence[Sequence[Closing]], most: int) -> Iterator[list[list[int]]]:
    """Yield every table that shows the same, by trying them all."""
    width = len(counts[0]) - 1
    ranges = [bounds(closings[at][column], counts[at][column], most) for at in range(len(counts) - 1) for column in range(width)]
    for tried in product(*ranges):
        table = with_totals([tried[at : at + width] for at in range(0, len(tried), width)])
        if all(
            table[at][column] in bounds(closing, counts[at][column], 10**6)
            for at, row in enumerate(closings)
            for column, closing in enumerate(row)
        ):
            yield table


def test_every_count_under_five_is_closed_also_a_total_and_none_at_all() -> None:
    closings = close_cells(with_totals([[0, 40, 30], [3, 20, 60], [1, 50, 70]]))

    assert [Closing.SMALL] * 4 == [row[0] for row in closings]
    assert closings[3][0] is not Closing.OPEN


def test_a_table_without_small_counts_is_open() -> None:
    assert {Closing.OPEN} == {each for row in close_cells(with_totals([[5, 9], [7, 30]])) for each in row}


def test_no_closed_count_can_be_told_from_what_is_shown() -> None:
    drawn, tried = Random(5), 0
    for _ in range(60):
        counts = with_totals([[drawn.choice((0, 1, 2, 4, 5, 6, 8, 9)) for _ in range(2)] for _ in range(2 + drawn.randrange(2))])
        closings = close_cells(counts)
        closed = [(at, column) for at, row in enumerate(closings) for column, each in enumerate(row) if each is not Closing.OPEN]
        possible = list(that_fit(counts, closings, most=11))
        for at, column in closed:
            tried += 1
            assert len({table[at][column] for table in possible}) > 1, (counts, closings, (at, column))
    assert tried > 200


def test_small_counts_in_two_blocks_joined_by_one_cell_do_not_give_that_one_away() -> None:
    inner = [[2, 2, 50, 50], [2, 2, 3, 50], [50, 50, 2, 2], [50, 50, 2, 2]]

    closings = close_cells(with_totals(inner))

    others = [(at, column) for at, row in enumerate(closings) for column, each in enumerate(row) if each is Closing.BESIDE]
    assert others
    assert all(at < 4 and column < 4 for at, column in others)
