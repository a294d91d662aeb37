import pytest
from hypothesis import given
from hypothesis import strategies as st

from kashf.entities.network.association import ContingencyTable, benjamini_hochberg, g_squared
from kashf.errors import UsageError


@st.composite
def tables(draw: st.DrawFn) -> ContingencyTable:
    documents = draw(st.integers(1, 60))
    first, second = draw(st.integers(0, documents)), draw(st.integers(0, documents))
    return ContingencyTable(documents, first, second, draw(st.integers(max(0, first + second - documents), min(first, second))))


def test_the_worked_example_is_met() -> None:
    """22,000 files, a name in 400, a place in 660, both in 60."""
    assert pytest.approx(107.0886, abs=1e-4) == g_squared(ContingencyTable(22_000, 400, 660, 60))


@pytest.mark.parametrize(
    ("first", "second", "both", "published"),
    [(12593, 932, 150, 1291.42), (379, 932, 10, 99.31), (932, 934, 10, 82.96), (932, 3424, 13, 80.39), (932, 291, 6, 57.27)],
)
def test_the_published_log_likelihood_ratios_of_word_pairs_are_met(first: int, second: int, both: int, published: float) -> None:
    """Pairs with "powerful" in 14,307,668 words: Manning and Schuetze 1999, table 5.12, whose figures are rounded on the way."""
    assert pytest.approx(published, rel=0.015) == g_squared(ContingencyTable(14_307_668, first, second, both))


@given(tables())
def test_both_names_are_alike_to_the_ratio(table: ContingencyTable) -> None:
    turned = ContingencyTable(table.documents, table.second, table.first, table.both)

    assert pytest.approx(g_squared(table), abs=1e-9) == g_squared(turned)


@given(tables())
def test_g_squared_is_never_negative(table: ContingencyTable) -> None:
    assert g_squared(table) >= -1e-9


@pytest.mark.parametrize(
    "table", [ContingencyTable(10, 11, 1, 1), ContingencyTable(10, 5, 5, 6), ContingencyTable(10, 8, 8, 5), ContingencyTable(10, 1, 1, -1)]
)
def test_counts_that_contradict_one_another_are_refused(table: ContingencyTable) -> None:
    with pytest.raises(UsageError):
        g_squared(table)


@given(st.lists(st.floats(0, 1), max_size=30))
def test_an_adjusted_chance_is_never_below_its_chance_and_keeps_its_order(chances: list[float]) -> None:
    found = benjamini_hochberg(chances)

    assert all(chance <= value + 1e-12 <= 1 + 1e-12 for chance, value in zip(chances, found, strict=True))
    assert all(
        left_value <= right_value
        for left, left_value in zip(chances, found, strict=True)
        for right, right_value in zip(chances, found, strict=True)
        if left < right
    )
