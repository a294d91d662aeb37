"""Numbers in the order of their days, and those out of it."""

import datetime as dt
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from kashf.domain.date import FuzzyDate
from kashf.events.registers.number_order import DatedNumber, WhyOutOfOrder, dated_number, in_order, out_of_order

_FIRST = dt.date(2014, 1, 1)


def _on(serial: int, day: int) -> DatedNumber:
    date = _FIRST + dt.timedelta(day)
    return DatedNumber(serial, date, date, str(serial))


def test_one_number_out_of_its_place_takes_no_other_with_it() -> None:
    numbers = [_on(1, 0), _on(2, 200), _on(3, 4), _on(4, 9)]
    chain = in_order(numbers)

    (odd,) = out_of_order(numbers, chain)
    assert [1, 3, 4] == [each.serial for each in chain]
    assert (2, 196) == (odd.number.serial, odd.days_off)


def test_a_year_too_late_may_be_a_slip_of_the_year_and_is_never_only_that() -> None:
    numbers = [_on(1, 0), _on(2, 370), _on(3, 8), _on(4, 9)]
    (odd,) = out_of_order(numbers, in_order(numbers))

    assert odd.may_be[0] is WhyOutOfOrder.YEAR_SLIP
    assert {WhyOutOfOrder.FORGERY, WhyOutOfOrder.SECOND_SERIES} < set(odd.may_be)


def test_a_month_or_a_derived_date_puts_no_number_in_its_place() -> None:
    derived = FuzzyDate(_FIRST, _FIRST, is_derived=True)

    assert (None, None) == (dated_number(1, FuzzyDate.parse("2014-10"), ""), dated_number(1, derived, ""))


@given(st.lists(st.tuples(st.integers(1, 30), st.integers(0, 30)), max_size=12))
def test_no_chain_is_longer(pairs: list[tuple[int, int]]) -> None:
    numbers = [_on(serial, day) for serial, day in pairs]
    ordered = sorted(numbers, key=lambda each: (each.serial, each.middle))
    longest = [1] * len(ordered)
    for place, each in enumerate(ordered):
        longest[place] = 1 + max((longest[at] for at in range(place) if ordered[at].middle <= each.middle), default=0)
    chain = in_order(numbers)

    assert max(longest, default=0) == len(chain)
    assert all(low.serial <= high.serial and low.middle <= high.middle for low, high in pairwise(chain))
