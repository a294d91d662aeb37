"""Whether numbers are missing where something happened."""

import datetime as dt
from random import Random

from kashf.events.registers.number_order import DatedNumber
from kashf.events.registers.rebuild import Registers, rebuild
from kashf.events.registers.shares.gaps_at_events import GapsChecked, gaps_at_events
from tests.register_papers import series_of

_FIRST = dt.date(2014, 1, 1)


def _pile(chance: Random, events: list[dt.date], *, emptied: float) -> Registers:
    """Return a register of a year of which four in ten letters are lost, and a share of those near events."""
    days = sorted(chance.randrange(360) for _ in range(240))
    near = {day for event in events for day in range((event - _FIRST).days - 7, (event - _FIRST).days + 8)}
    lost = {serial for serial, day in enumerate(days, start=1) if chance.random() < (emptied if day in near else 0.4)}
    return rebuild(series_of({serial: day for serial, day in enumerate(days, start=1) if serial not in lost}))


def _chains(registers: Registers) -> list[tuple[DatedNumber, ...]]:
    return [each.order.chain for each in registers.series]


def _chances(*, emptied: float) -> list[float]:
    found: list[float] = []
    for seed in range(40):
        chance = Random(seed)
        events = [_FIRST + dt.timedelta(chance.randrange(20, 340)) for _ in range(5)]
        found.append(gaps_at_events(_chains(_pile(chance, events, emptied=emptied)), events).chance)
    return found


def test_letters_taken_out_around_events_are_seen_and_chance_is_not() -> None:
    assert sum(each <= 0.05 for each in _chances(emptied=0.95)) >= 36
    assert sum(each <= 0.05 for each in _chances(emptied=0.4)) <= 6


def test_nothing_is_said_without_events_or_numbers_or_where_events_are_everywhere() -> None:
    whole = _chains(_pile(Random(1), [], emptied=0.4))
    every = [_FIRST + dt.timedelta(day) for day in range(0, 360, 5)]

    assert GapsChecked.NO_EVENTS is gaps_at_events(whole, [dt.date(1990, 1, 1)]).checked
    assert GapsChecked.COVERED is gaps_at_events(whole, every).checked
    assert GapsChecked.TOO_FEW is gaps_at_events(_chains(rebuild(series_of({1: 1, 9: 9}))), every).checked
    assert GapsChecked.TOO_FEW is gaps_at_events((), every).checked
