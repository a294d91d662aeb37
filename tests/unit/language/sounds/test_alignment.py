import itertools

import numpy as np
import pytest

from kashf.domain.reasons import NameReason, ReasonCode
from kashf.language.sounds.alignment import ANOTHER, CostTable, Misfit, align
from kashf.language.sounds.lattice import Weights, as_rows, best_sums

TABLE = CostTable(
    readings={("b", "b"): 0, ("b", "p"): 20, ("k$", "q$"): 7, ("k", "q"): 30, ("k", "k"): 0},
    left_dropped={"a": 10},
    right_dropped={"e": 5},
    merges={("ks", "x"): 3},
    splits={("c", "t+s"): 4},
)


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("", "", (0, ())),
        ("b", "b", (0, ())),
        ("b", "p", (20, (Misfit("b", "p", 20),))),
        ("b", "z", (ANOTHER, (Misfit("b", "z", ANOTHER),))),
        ("ba", "b", (10, (Misfit("a", "", 10),))),
        ("b", "ebe", (10, (Misfit("", "e", 5), Misfit("", "e", 5)))),
        ("ks", "x", (3, (Misfit("ks", "x", 3),))),
        ("c", "ts", (4, (Misfit("c", "ts", 4),))),
        ("ksa", "xe", (18, (Misfit("ks", "x", 3), Misfit("a", "", 10), Misfit("", "e", 5)))),
        ("", "z", (ANOTHER, (Misfit("", "z", ANOTHER),))),
    ],
)
def test_align_when_words_are_laid_side_by_side_then_it_tells_the_least_cost_and_what_costs(
    left: str, right: str, expected: tuple[int, tuple[Misfit, ...]]
) -> None:
    cost, misfits = align(tuple(left), tuple(right), TABLE)

    assert expected[0] == cost
    assert sorted(expected[1], key=str) == sorted(misfits, key=str)


def test_align_when_a_unit_has_a_place_mark_then_its_own_row_counts_before_the_bare_one() -> None:
    assert align(("k$",), ("q$",), TABLE)[0] == 7
    assert align(("^k",), ("^q",), TABLE)[0] == 30


def test_align_when_costs_are_summed_then_the_misfits_make_up_the_whole() -> None:
    for left, right in itertools.product(("ksab", "cab", "kkss", "", "abc"), ("xeb", "tsab", "bq", "", "ets")):
        cost, misfits = align(tuple(left), tuple(right), TABLE)
        assert cost == sum(misfit.cost for misfit in misfits)


def test_misfit_when_a_side_is_empty_then_it_says_that_nothing_answers_it() -> None:
    assert Misfit("^a", "", 10).why() == NameReason(ReasonCode.NO_COUNTERPART, left="a")
    assert Misfit("b", "p$", 20).why() == NameReason(ReasonCode.READ_AS, left="b", right="p")


def test_best_sums_when_words_differ_in_length_then_each_pair_has_its_own_sum() -> None:
    # Chunks 1 and 2 on either side; 3 stands for the unknown. Equal numbers are worth 5, others -3, alone -1.
    table = np.full((4, 4), -1e6, dtype=np.float32)
    table[1:3, 1:3] = [[5, -3], [-3, 5]]
    table[0, 1:3] = table[1:3, 0] = -1
    weights = Weights(table, ((1, 0), (0, 1), (1, 1)))
    words = [[(1,), (2,)], [(1,)], [], [(2,), (2,), (1,)]]
    rows = as_rows(words, widest=1, unknown=3)
    left, right = (np.array(side) for side in zip(*itertools.product(range(4), repeat=2), strict=True))

    assert [10, 4, -2, 2, 4, 5, -1, 3, -2, -1, 0, -3, 2, 3, -3, 15] == best_sums(weights, rows, rows, pairs=(left, right)).tolist()
