from random import Random

import pytest

from kashf.domain.forms.template_fields import FieldState
from kashf.evidence.cross_tabs.associations import FEWEST, MOST, beyond_chance, compare, fisher, holm
from kashf.evidence.cross_tabs.cross_tab import Answered, FieldAnswer, cross_tab
from kashf.evidence.cross_tabs.share_difference import Share


def _gives(key: str) -> Answered:
    return Answered(FieldState.FILLED, (FieldAnswer(key, key),))


def _forms(counts: dict[tuple[str, str], int]) -> list[tuple[Answered, Answered]]:
    return [(_gives(row), _gives(column)) for (row, column), count in counts.items() for _ in range(count)]


COUNTED = {("SE", "omar"): 24, ("TN", "omar"): 16, ("SE", "salim"): 10, ("TN", "salim"): 550}


def test_a_comparison_sets_those_who_give_an_answer_beside_all_the_rest() -> None:
    found = compare(_forms(COUNTED), {"SE", "NO"}, {"omar"})

    assert found is not None
    assert (found.within, found.without, found.overall) == (Share(24, 40), Share(10, 560), Share(34, 600))
    assert found.interval[0] > 0.4
    assert found.chance < 1e-20


def test_nothing_is_compared_where_all_give_the_answer() -> None:
    assert compare(_forms({("SE", "omar"): 3}), {"SE"}, {"omar"}) is None


def test_cells_beyond_chance_are_told_with_their_adjusted_chance() -> None:
    found = beyond_chance(cross_tab(_forms(COUNTED)))

    assert set(found.cells) == {("SE", "omar"), ("TN", "omar"), ("SE", "salim"), ("TN", "salim")}
    assert found.comparisons == 4


def test_rows_and_columns_of_too_few_records_are_not_looked_at_and_not_counted_as_looks() -> None:
    found = beyond_chance(cross_tab(_forms({**COUNTED, ("NO", "omar"): FEWEST - 1, ("SE", "ziyad"): FEWEST - 1})))

    assert found.comparisons == 4
    assert not {key for cell in found.cells for key in cell} & {"NO", "ziyad"}


def test_of_very_many_rows_the_most_given_are_looked_at() -> None:
    counts = {(str(row), column): FEWEST + (row == 7) for row in range(MOST + 20) for column in ("omar", "salim")}

    assert beyond_chance(cross_tab(_forms(counts))).comparisons == 2 * MOST


def test_of_tables_whose_fields_have_nothing_to_do_with_one_another_at_most_one_in_twenty_seems_beyond_chance() -> None:
    drawn = Random(3)
    rows = drawn.choices("abcdefgh", weights=(40, 20, 10, 8, 5, 3, 2, 1), k=300)
    columns = drawn.choices("uvwxyz", weights=(30, 20, 9, 5, 2, 1), k=300)

    seeming = 0
    for _ in range(200):
        drawn.shuffle(columns)
        seeming += bool(beyond_chance(cross_tab(zip(map(_gives, rows), map(_gives, columns), strict=True))).cells)

    assert seeming <= 10


def test_the_test_of_the_lady_tasting_tea_has_the_chances_of_its_author() -> None:
    assert [fisher(Share(right, 4), Share(4 - right, 4)) for right in (4, 3, 2)] == pytest.approx([2 / 70, 34 / 70, 1.0])


def test_adjusted_chances_never_fall_below_the_chance_itself_and_never_rise_above_one() -> None:
    assert holm([0.6, 0.001, 0.7]) == pytest.approx((1.0, 0.003, 1.0))
