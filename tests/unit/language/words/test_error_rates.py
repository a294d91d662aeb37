from __future__ import annotations

import numpy as np
import pytest

from kashf.language.words.error_rates import LineErrors, bootstrap_interval, line_errors


@pytest.mark.parametrize(
    ("truth", "read", "expected"),
    [
        ("الى قاطع", "الى قاطع", LineErrors(8, 0, 2, 0)),
        ("الى قاطع", "", LineErrors(8, 8, 2, 2)),
        ("", "ضجيج", LineErrors(0, 4, 0, 1)),
        ("٢٠ محرم", "20 محرم", LineErrors(7, 2, 2, 1)),
        ("ا\u0653مر", "آمر", LineErrors(3, 0, 1, 0)),
        (" one   two ", "one two", LineErrors(7, 0, 2, 0)),
    ],
)
def test_errors_of_a_line_are_counted_in_letters_and_in_words(truth: str, read: str, expected: LineErrors) -> None:
    assert expected == line_errors(truth, read)


def test_an_interval_holds_the_rate_and_the_same_seed_gives_the_same_one() -> None:
    pairs = [(number % 3, 10) for number in range(60)]

    low, high = bootstrap_interval(pairs, np.random.default_rng(7))

    assert 0.05 < low < 0.1 < high < 0.15
    assert (low, high) == bootstrap_interval(pairs, np.random.default_rng(7))


def test_lines_that_are_all_wrong_leave_no_doubt_and_no_line_leaves_nothing_but_doubt() -> None:
    assert (1.0, 1.0) == bootstrap_interval([(10, 10)] * 50, np.random.default_rng(1))
    assert (0.0, 1.0) == bootstrap_interval([], np.random.default_rng(1))
    assert (0.0, 1.0) == bootstrap_interval([(0, 0)], np.random.default_rng(1))
