"""Events of a catalogue as the precedence test takes them; what it cannot use is counted with its reason."""

from __future__ import annotations

import datetime as dt

from kashf.domain.acts.outside_event import OutsideEvent, PlacePrecision, Spot
from kashf.domain.date import UNDATED, FuzzyDate
from kashf.evidence.precedence.rows.inputs import read_events
from kashf.services.plans.catalogue_rows import catalogue_rows

DAY = FuzzyDate.on(dt.date(2031, 3, 4))
HERE = Spot(34.5, 38.2, PlacePrecision.PLACE)


def test_events_without_a_day_or_a_point_are_counted_and_the_others_used() -> None:
    told = [
        OutsideEvent("a", 2, DAY, "raid", "Nahr", HERE),
        OutsideEvent("a", 3, DAY, "raid", "Nahr", None),
        OutsideEvent("c", 4, DAY, "raid", "", Spot(34.5, 38.2, PlacePrecision.PROVINCE)),
        OutsideEvent("d", 5, UNDATED, "raid", "Nahr", HERE),
        OutsideEvent("e", 6, FuzzyDate.parse("2031-03-01..2031-03-03"), "talks", "Nahr", HERE),
    ]

    events = read_events(catalogue_rows(told), types=("raid",))

    assert (5, 1) == (events.rows, len(events.days))
    assert {"without coordinates": 1, "an area and no place": 1, "no single day": 1, "another type": 1} == events.unused
