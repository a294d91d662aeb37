"""Numbers by their digits."""

import pytest

from kashf.publish.protected.digit_runs import digit_runs, number_of, places_of_number


@pytest.mark.parametrize("string", ["T72", "Brigade 4512", "abu", "123"])
def test_what_has_letters_or_few_digits_is_no_number(string: str) -> None:
    assert "" == number_of(string)


def test_a_number_that_is_part_of_a_row_of_cells_is_found() -> None:
    assert [(2, 6)] == list(places_of_number("4512", digit_runs("7 4512 9")))


def test_zeros_before_a_short_number_change_nothing() -> None:
    assert [(2, 6)] == list(places_of_number("4512", digit_runs("004512")))
