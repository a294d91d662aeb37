"""Which share of the numbers of a month is here."""

import datetime as dt
from collections import Counter
from random import Random

from kashf.events.registers.number_order import DatedNumber, in_order
from kashf.events.registers.shares.share_by_month import months_here

_FIRST = dt.date(2014, 1, 1)


def _on(serial: int, day: dt.date) -> DatedNumber:
    return DatedNumber(serial, day, day, str(serial))


def test_a_month_of_which_all_is_here_is_whole() -> None:
    numbers = [_on(serial, _FIRST + dt.timedelta(serial)) for serial in range(1, 89)]
    months = months_here(numbers, numbers, range(1, 89), range(1, 89))

    assert ["2014-01", "2014-02", "2014-03"] == [each.month for each in months]
    assert (28, 28, 28, 1.0, 1.0) == (months[1].here, months[1].fewest, months[1].most, months[1].low, months[1].high)


def test_a_month_of_which_nothing_is_here_has_nothing_where_numbers_are_sure_to_have_been() -> None:
    numbers = [
        *(_on(serial, dt.date(2014, 1, serial)) for serial in (1, 30)),
        *(_on(serial, dt.date(2014, 3, serial - 89)) for serial in (90, 110)),
    ]
    february = months_here(numbers, numbers, {1, 30, 90, 110}, {1, 30, 90, 110})[1]

    assert (0, 0.0, 0.0) == (february.here, february.low, february.high)
    assert 0 < february.fewest <= february.most <= 59


def test_bounds_of_months_hold_in_nine_of_ten() -> None:
    held = tried = 0
    for seed in range(60):
        chance = Random(seed)
        pace = [chance.uniform(0.1, 1.0) for _ in range(12)]
        days = sorted(chance.choices(range(365), weights=[pace[min(11, day // 31)] for day in range(365)], k=chance.randrange(40, 200)))
        issued = [(serial, _FIRST + dt.timedelta(day)) for serial, day in enumerate(days, start=1)]
        survives = chance.uniform(0.3, 0.9)
        here = [_on(serial, day) for serial, day in issued if chance.random() < survives]
        dated = [each for each in here if chance.random() < 0.85]
        serials = {each.serial for each in here}
        true = Counter(f"{day:%Y-%m}" for _, day in issued)
        there = Counter(f"{each.day:%Y-%m}" for each in here)
        for month in months_here(in_order(dated), dated, serials, serials):
            if true[month.month]:
                tried += 1
                held += month.low - 1e-9 <= there[month.month] / true[month.month] <= month.high + 1e-9

    assert tried > 500
    assert held / tried >= 0.9


def test_one_dated_number_tells_of_no_month() -> None:
    assert () == months_here([_on(1, _FIRST)], [_on(1, _FIRST)], {1}, {1})
