"""Days of undated letters from the numbers beside theirs."""

import datetime as dt
from random import Random

import pytest

from kashf.events.registers.day_bounds import order_of_days
from kashf.events.registers.number_order import DatedNumber, in_order

_FIRST = dt.date(2014, 1, 1)


def _on(serial: int, day: int) -> DatedNumber:
    date = _FIRST + dt.timedelta(day)
    return DatedNumber(serial, date, date, str(serial))


def test_a_number_lies_between_the_days_of_its_neighbours_and_judges_nothing() -> None:
    numbers = [_on(serial, serial) for serial in range(1, 60) if serial != 30]
    bounds = order_of_days(numbers, in_order(numbers)).bounds(30)

    assert bounds is not None
    assert bounds.date.is_derived
    assert (_FIRST + dt.timedelta(29), _FIRST + dt.timedelta(31)) == bounds.date.bounds


def test_a_series_in_no_order_bounds_nothing_but_its_year() -> None:
    chance = Random(1)
    numbers = [_on(serial, chance.randrange(365)) for serial in range(1, 41)]
    year = (_FIRST, dt.date(2014, 12, 31))

    assert order_of_days(numbers, in_order(numbers)).bounds(20) is None
    bounds = order_of_days(numbers, in_order(numbers), year=year).bounds(20)
    assert bounds is not None
    assert year == bounds.date.bounds


@pytest.mark.parametrize("share", [0.03, 0.10])
def test_bounds_hold_where_clerks_take_numbers_out_of_turn(share: float) -> None:
    held = tried = 0
    for seed in range(30):
        chance = Random(seed)
        days = sorted(chance.randrange(365) for _ in range(120))
        order = list(range(120))
        for place in range(119):
            if chance.random() < share:
                order[place], order[place + 1] = order[place + 1], order[place]
        numbers = [_on(serial, days[place]) for serial, place in enumerate(order) if chance.random() < 0.6]
        seen = {each.serial: each for each in numbers}
        undated = chance.sample(sorted(seen), len(seen) // 6)
        dated = [each for each in numbers if each.serial not in undated]
        told = order_of_days(dated, in_order(dated))
        for serial in undated:
            if bounds := told.bounds(serial):
                first, last = bounds.date.earliest, bounds.date.latest
                tried += 1
                held += (first is None or first <= seen[serial].earliest) and (last is None or seen[serial].latest <= last)

    assert tried > 250
    assert held / tried >= 0.95
