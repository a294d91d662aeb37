"""What every Clock must do: tell UTC, with its zone, and never go back by itself."""

from __future__ import annotations

import datetime as dt

import pytest

from kashf.adapters.clock import SystemClock
from kashf.ports.runtime import Clock
from tests.fakes import FakeClock


class ClockContract:
    def test_it_tells_utc_with_its_zone(self, clock: Clock) -> None:
        assert dt.UTC is clock.now().tzinfo

    def test_a_later_look_is_not_earlier(self, clock: Clock) -> None:
        looks = [clock.now() for _ in range(100)]

        assert sorted(looks) == looks


class TestSystemClock(ClockContract):
    @pytest.fixture
    def clock(self) -> Clock:
        return SystemClock()


class TestFakeClock(ClockContract):
    @pytest.fixture
    def clock(self) -> Clock:
        return FakeClock()
