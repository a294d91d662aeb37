import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kashf.entities.network.association import ContingencyTable, chance_of_accident, expected, false_discovery_rates, g_squared, lift
from kashf.errors import UsageError

#: 22,000 files, a name in 400, a place in 660, both in 60.
WORKED = ContingencyTable(22_000, 400, 660, 60)


@st.composite
def tables(draw: st.DrawFn) -> ContingencyTable:
    documents = draw(st.integers(1, 60))
    first, second = draw(st.integers(0, documents)), draw(st.integers(0, documents))
    return ContingencyTable(documents, first, second, draw(st.integers(max(0, first + second - documents), min(first, second))))


def test_the_worked_example_is_met() -> None:
    assert 12 == expected(WORKED)
    assert 5 == lift(WORKED)
    assert pytest.approx(107.0886, abs=1e-4) == g_squared(WORKED)
    assert pytest.approx(3.87e-25, rel=2e-3) == chance_of_accident(WORKED)


def test_a_tiny_table_is_exact() -> None:
    assert pytest.approx(76 / 15504, rel=1e-12) == chance_of_accident(ContingencyTable(20, 5, 5, 4))


@pytest.mark.parametrize(
    ("first", "second", "both", "published"),
    [(12593, 932, 150, 1291.42), (379, 932, 10, 99.31), (932, 934, 10, 82.96), (932, 3424, 13, 80.39), (932, 291, 6, 57.27)],
)
def test_the_published_log_likelihood_ratios_of_word_pairs_are_met(first: int, second: int, both: int, published: float) -> None:
    """Pairs with "powerful" in 14,307,668 words: Manning and Schuetze 1999, table 5.12, whose figures are rounded on the way."""
    assert pytest.approx(published, rel=0.015) == g_squared(ContingencyTable(14_307_668, first, second, both))


@given(tables())
def test_the_tail_is_the_sum_of_the_exact_chances(table: ContingencyTable) -> None:
    ways = sum(
        math.comb(table.first, both) * math.comb(table.documents - table.first, table.second - both)
        for both in range(table.both, min(table.first, table.second) + 1)
    )

    assert pytest.approx(ways / math.comb(table.documents, table.second), rel=1e-9) == chance_of_accident(table)


@given(tables())
def test_both_names_are_alike_to_every_measure(table: ContingencyTable) -> None:
    turned = ContingencyTable(table.documents, table.second, table.first, table.both)

    assert pytest.approx(chance_of_accident(table), rel=1e-9) == chance_of_accident(turned)
    assert pytest.approx(g_squared(table), abs=1e-9) == g_squared(turned)


@given(tables())
def test_g_squared_is_never_negative(table: ContingencyTable) -> None:
    assert g_squared(table) >= -1e-9


@pytest.mark.parametrize(
    "table", [ContingencyTable(10, 11, 1, 1), ContingencyTable(10, 5, 5, 6), ContingencyTable(10, 8, 8, 5), ContingencyTable(10, 1, 1, -1)]
)
def test_counts_that_contradict_one_another_are_refused(table: ContingencyTable) -> None:
    with pytest.raises(UsageError):
        chance_of_accident(table)


@given(st.lists(st.floats(0, 1), max_size=30))
def test_a_rate_is_never_below_its_chance_and_keeps_its_order(chances: list[float]) -> None:
    rates = false_discovery_rates(chances)

    assert all(chance <= rate + 1e-12 <= 1 + 1e-12 for chance, rate in zip(chances, rates, strict=True))
    assert all(
        left_rate <= right_rate
        for left, left_rate in zip(chances, rates, strict=True)
        for right, right_rate in zip(chances, rates, strict=True)
        if left < right
    )
