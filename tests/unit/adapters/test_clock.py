from __future__ import annotations

import datetime as dt

from kashf.adapters.clock import SystemClock


def test_the_clock_of_the_machine_tells_utc_with_its_zone() -> None:
    before = dt.datetime.now(dt.UTC)
    now = SystemClock().now()

    assert dt.timedelta(0) == now.utcoffset()
    assert before <= now <= dt.datetime.now(dt.UTC)
