from __future__ import annotations

import datetime as dt

import pytest

from kashf.domain.acts.outside_event import OutsideEvent, PlacePrecision, Spot
from kashf.domain.date import UNDATED, FuzzyDate
from kashf.domain.entries.event_lists import EventList, EventTally
from kashf.domain.ids import DocumentId, EntryId
from kashf.services.catalogues.outside_events import CatalogueEvents
from kashf.services.places import map_events as drawn
from kashf.services.places.map_events import map_events

NAHR, WIDE = Spot(34.5, 38.2, PlacePrecision.NEAR), Spot(34.5, 38.2, PlacePrecision.PROVINCE)


def catalogue(name: str, *events: OutsideEvent) -> CatalogueEvents:
    tally = EventTally(len(events), len(events), 0, {}, 0, 0)
    moment = dt.datetime(2031, 5, 1, tzinfo=dt.UTC)
    return EventList(EntryId("a" * 64), name, DocumentId("b" * 64), "utf-8", {}, {}, tally, "rana", moment, ""), events


def event(id: str, day: str = "", spot: Spot | None = NAHR, *, kind: str = "raid", place: str = "Nahr") -> OutsideEvent:
    return OutsideEvent(id, 2, FuzzyDate.parse(day) if day else UNDATED, kind, place, spot)


def test_events_of_one_spot_are_one_place_of_the_map_and_another_precision_is_another() -> None:
    found = map_events(
        [catalogue("one.csv", event("1", "2031-03-04"), event("2", "2031-03")), catalogue("two.csv", event("3"), event("4", spot=WIDE))]
    )

    assert [(3, ("one.csv", "two.csv"), 25.0), (1, ("two.csv",), 100.0)] == [
        (len(each.events), each.catalogues, each.spot.precision.radius_km) for each in found.spots
    ]
    assert (dt.date(2031, 3, 1), dt.date(2031, 3, 31)) == found.spots[0].days
    assert (4, 0, 2) == (found.total, found.unplaced, found.undated)


@pytest.mark.parametrize("spot", [None, Spot(34.5, 38.2, PlacePrecision.COUNTRY), Spot(34.5, 38.2, PlacePrecision.SEA)])
def test_what_is_put_nowhere_or_in_a_whole_country_stands_on_no_map_and_is_counted(spot: Spot | None) -> None:
    found = map_events([catalogue("one.csv", event("1", spot=spot))])

    assert ((), 1, 1) == (found.spots, found.total, found.unplaced)


def test_days_and_kinds_keep_what_may_be_meant_and_count_the_rest() -> None:
    told = catalogue("one.csv", event("1", "2031-03-04"), event("2", "2031-06"), event("3"), event("4", "2031-03-04", kind="talks"))
    found = map_events([told], kind="raid", after=dt.date(2031, 6, 30), before=dt.date(2031, 7, 9))

    assert ["2"] == [each.id for spot in found.spots for each in spot.events]
    assert (1, 1, 1) == (found.total, found.undated, found.out_of_days)


def test_places_beyond_the_most_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drawn, "MOST_SPOTS", 1)
    found = map_events([catalogue("one.csv", event("1"), event("2"), event("3", spot=WIDE))])

    assert ([2], 1) == ([len(each.events) for each in found.spots], found.not_drawn)


def test_a_place_without_a_name_is_called_by_its_coordinates() -> None:
    assert ["34.500, 38.200"] == [each.name for each in map_events([catalogue("one.csv", event("1", place=""))]).spots]
