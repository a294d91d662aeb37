from __future__ import annotations

import datetime as dt
from itertools import product

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from kashf.evidence.precedence.gates.event_days import at_worst
from kashf.evidence.precedence.grid import Points
from kashf.evidence.precedence.rows.inputs import Events, read_events
from kashf.evidence.precedence.tables import Setup, SiteTables, site_tables
from tests.unit.evidence.precedence.made import day, event_rows

SPAN, SETUP = 40, Setup(window=(1, 4), reach=6, onset=5, radii_km=(1,))
SITE = Points(np.array([30.0]), np.array([40.0]))


def _tables(days: np.ndarray) -> SiteTables:
    return site_tables(SITE, Points(np.full(len(days), 30.0), np.full(len(days), 40.0)), days, span=SPAN, setup=SETUP)


@settings(max_examples=60)
@given(st.lists(st.tuples(st.integers(0, SPAN - 4), st.integers(0, 3)), min_size=1, max_size=4))
def test_what_surely_follows_does_on_all_days_and_what_possibly_follows_is_all_that_any_day_gives(events: list[tuple[int, int]]) -> None:
    earliest = np.array([first for first, _ in events])
    latest = earliest + np.array([width for _, width in events])
    points = Points(np.full(len(events), 30.0), np.full(len(events), 40.0))
    catalogue = Events(dt.date(2031, 1, 1), dt.date(2031, 2, 9), points, earliest, len(events), {}, (earliest, latest))

    worst = at_worst(_tables(earliest), SITE, catalogue, setup=SETUP, window=SETUP.window)
    every = [_tables(np.array(days)) for days in product(*(range(e, last + 1) for e, last in zip(earliest, latest, strict=True)))]

    assert not (worst.own & ~np.all([tables.after for tables in every], axis=0)).any()
    assert not (np.any([tables.after for tables in every], axis=0) & ~worst.after).any()
    assert not (np.any([tables.before for tables in every], axis=0) & ~worst.before).any()


def test_known_days_change_nothing() -> None:
    earliest = np.array([10, 25])
    points = Points(np.full(2, 30.0), np.full(2, 40.0))
    known = Events(dt.date(2031, 1, 1), dt.date(2031, 2, 9), points, earliest, 2, {})
    same = Events(dt.date(2031, 1, 1), dt.date(2031, 2, 9), points, earliest, 2, {}, (earliest, earliest))
    tables = _tables(earliest)

    assert at_worst(tables, SITE, known, setup=SETUP, window=SETUP.window) is tables
    worst = at_worst(tables, SITE, same, setup=SETUP, window=SETUP.window)
    assert (tables.after == worst.after).all()
    assert (tables.after == worst.own).all()
    assert (tables.before == worst.before).all()


def test_events_are_read_with_both_their_dates_and_a_month_is_counted_and_not_used() -> None:
    rows = event_rows([(0, 10), (0, 30), (0, 60)])
    rows[1] |= {"date": "", "date_earliest": day(30), "date_latest": day(33)}
    rows[2] |= {"date_earliest": day(60), "date_latest": day(90)}

    found = read_events(rows)

    assert found.doubt is not None
    assert ([0, 20], [0, 23], [0, 21]) == (found.doubt[0].tolist(), found.doubt[1].tolist(), found.days.tolist())
    assert {"date not known to within 14 days": 1} == found.unused
