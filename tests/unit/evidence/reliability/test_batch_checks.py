from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kashf.errors import BadEvidenceError
from kashf.evidence.reliability.batch_checks import BatchCheck, BatchFinding, count_batches, effective_trials, given_batches, materials

GENUINE, FALSE, OPEN = BatchFinding


def test_an_open_batch_is_missing_and_no_success() -> None:
    counted = count_batches([BatchCheck("a", GENUINE), BatchCheck("b", OPEN), BatchCheck("c", FALSE)])

    assert (1, 1, 1, 1.0, 1.0) == (counted.genuine, counted.false, counted.open, counted.weighed_genuine, counted.weighed_false)


def test_two_checks_of_one_batch_are_one_trial_and_a_settled_one_stands_above_an_open_one() -> None:
    counted = count_batches([BatchCheck("a", GENUINE, by="desk"), BatchCheck("a", GENUINE, by="archive"), BatchCheck("a", OPEN)])

    assert (1, 0, 1.0) == (counted.genuine, counted.open, counted.effective)


def test_checks_of_a_batch_that_disagree_are_named_and_neither_is_taken() -> None:
    with pytest.raises(BadEvidenceError, match=r"batch 'a' was found false and genuine \(by archive, desk\)"):
        count_batches([BatchCheck("a", GENUINE, by="desk"), BatchCheck("a", FALSE, by="archive")])


def test_files_of_one_hand_over_are_worth_what_their_likeness_leaves() -> None:
    five = [BatchCheck("a", GENUINE, files=5)]

    assert pytest.approx((1.0, 1.4706, 5.0), abs=5e-5) == tuple(count_batches(five, likeness=rho).effective for rho in (1, 0.6, 0))
    assert pytest.approx(1.4706, abs=5e-5) == given_batches(4, 1, rho=0.6).effective


def test_age_takes_off_the_weight_and_not_the_number() -> None:
    counted = count_batches([BatchCheck("a", GENUINE, years=2), BatchCheck("b", FALSE, years=1)], discount=0.9)

    assert (1, 1) == (counted.genuine, counted.false)
    assert pytest.approx((0.81, 0.9)) == (counted.weighed_genuine, counted.weighed_false)


def test_who_chose_what_was_checked_is_counted() -> None:
    counted = count_batches([BatchCheck("a", GENUINE, chosen_by="source"), BatchCheck("b", GENUINE), BatchCheck("c", OPEN)])

    assert (1, 1) == (counted.chosen_by_source, counted.of_unknown_choice)


@given(st.permutations([BatchCheck(str(n), GENUINE if n % 3 else FALSE, "letters" if n % 2 else "films", n) for n in range(6)]))
def test_the_order_of_checks_does_not_matter(checks: list[BatchCheck]) -> None:
    assert count_batches(sorted(checks, key=lambda check: check.batch), discount=0.9) == count_batches(checks, discount=0.9)
    assert ("films", "letters") == materials(checks)


@pytest.mark.parametrize("n", [0, 0.5, 1, 2, 50])
def test_trials_that_are_all_alike_are_one_and_those_that_are_not_are_all(n: float) -> None:
    assert (min(n, 1.0), n) == (effective_trials(n, 1.0), effective_trials(n, 0.0))


def test_numbers_out_of_range_are_refused() -> None:
    for build in (
        lambda: given_batches(-1, 0),
        lambda: given_batches(1, 0, discount=0),
        lambda: given_batches(1, 0, rho=1.5),
        lambda: count_batches([], discount=2),
        lambda: count_batches([BatchCheck("a", GENUINE, files=0)]),
    ):
        with pytest.raises(BadEvidenceError):
            build()


def test_batches_whose_names_look_alike_are_one_trial_and_told() -> None:
    names = ("spring", "spr\u200bing", "spr\u0456ng", "Spring ")
    counted = count_batches([BatchCheck(name, GENUINE, chosen_by="sourc\u0435") for name in names])

    assert (1, 1, (tuple(sorted(names)),)) == (counted.genuine, counted.chosen_by_source, counted.alike)
    assert ("letters",) == materials([BatchCheck("a", GENUINE, "letters"), BatchCheck("b", GENUINE, "l\u0435tters")])


def test_batches_that_look_alike_disagree_as_one() -> None:
    with pytest.raises(BadEvidenceError, match="was found false and genuine"):
        count_batches([BatchCheck("a", GENUINE), BatchCheck("\u0430", FALSE)])


@pytest.mark.parametrize("years", [float("nan"), float("inf"), -1.0])
def test_years_are_a_number(years: float) -> None:
    with pytest.raises(BadEvidenceError):
        given_batches(3, 0, years=years, discount=0.9)
    with pytest.raises(BadEvidenceError):
        count_batches([BatchCheck("a", GENUINE, years=years)])
