"""Cells of a catalogue as events: days with their doubt, places with what they are, and what is refused."""

from __future__ import annotations

import pytest

from kashf.domain.acts.outside_event import PlacePrecision
from kashf.events.catalogues.catalogue_columns import PUBLISHED, CatalogueColumns
from kashf.events.catalogues.event_cells import RowRefusedError, event_of

UCDP = {
    "id": "70.0",
    "date_prec": "1",
    "date_start": "2031-03-04 00:00:00.000",
    "date_end": "2031-03-04 00:00:00.000",
    "where_prec": "2",
    "where_coordinates": "Nahr town",
    "latitude": "34.5",
    "longitude": "38.2",
    "side_a": "Northern Army",
    "side_b": "Southern League",
    "type_of_violence": "1.0",
}
ACLED = {
    "event_id_cnty": "NOR7",
    "event_date": "04 March 2031",
    "time_precision": "1",
    "location": "Nahr",
    "latitude": "34.5",
    "longitude": "38.2",
    "geo_precision": "1",
    "actor1": "Northern Army",
    "actor2": "Southern League",
    "event_type": "Battles",
}
MAPPED = CatalogueColumns(kind_of="", date="When", date_end="Until", place="Where", latitude="Y", longitude="X")


def _days(row: dict[str, str], columns: CatalogueColumns) -> str:
    return event_of(row, columns, line=2).date.edtf()


@pytest.mark.parametrize(
    ("changed", "days"),
    [
        ({}, "2031-03-04"),
        ({"date_prec": "2", "date_end": "2031-03-09"}, "[2031-03-04..2031-03-09]"),
        ({"date_prec": "2.0"}, "[2031-02-26..2031-03-10]"),
        ({"date_prec": "4"}, "2031-03"),
        ({"date_prec": "5", "date_start": "2031-01-01", "date_end": "2031-12-31"}, "2031"),
        ({"date_prec": ""}, ""),
        ({"date_prec": "9"}, ""),
    ],
)
def test_ucdp_gives_the_first_and_the_last_day(changed: dict[str, str], days: str) -> None:
    assert days == _days(UCDP | changed, PUBLISHED["ucdp"])


@pytest.mark.parametrize(
    ("changed", "days"),
    [
        ({}, "2031-03-04"),
        ({"event_date": "2031-03-04"}, "2031-03-04"),
        ({"time_precision": "2"}, "[2031-02-26..2031-03-10]"),
        ({"time_precision": "3"}, "2031-03"),
        ({"time_precision": "month"}, ""),
    ],
)
def test_acled_gives_a_day_and_how_far_it_can_be_trusted(changed: dict[str, str], days: str) -> None:
    assert days == _days(ACLED | changed, PUBLISHED["acled"])


def test_a_row_says_who_what_and_where_with_what_the_coordinates_are_of() -> None:
    ucdp, acled = event_of(UCDP, PUBLISHED["ucdp"], line=2), event_of(ACLED, PUBLISHED["acled"], line=3)

    assert ("70", "state-based", "Northern Army", "Southern League") == (ucdp.id, ucdp.kind, ucdp.actor, ucdp.target)
    assert [PlacePrecision.NEAR, PlacePrecision.PLACE] == [each.spot.precision for each in (ucdp, acled) if each.spot]
    far = event_of(UCDP | {"where_prec": "6"}, PUBLISHED["ucdp"], line=2).spot
    assert far is not None
    assert PlacePrecision.COUNTRY is far.precision


@pytest.mark.parametrize(
    ("when", "until", "days"),
    [
        ("2031-03-04", "", "2031-03-04"),
        ("2031-03", "", "2031-03"),
        ("2031", "", "2031"),
        ("", "", ""),
        ("2031-03-04", "2031-03-06", "[2031-03-04..2031-03-06]"),
        ("2031-03-04/2031-03-06", "", "[2031-03-04..2031-03-06]"),
        ("4 March 2031", "", "2031-03-04"),
        ("٤ آذار ٢٠٣١", "", "2031-03-04"),
        ("2031-03-04T23:30:00+03:00", "", "2031-03-04"),
        ("2031-03-04 23:30:00", "", "2031-03-04"),
        ("2031-03-04T23:30:00Z", "", "[2031-03-04..2031-03-05]"),
        ("2031-03-04T05:00Z", "", "[2031-03-03..2031-03-04]"),
        ("03/04/2031", "", "[2031-03-04,2031-04-03]"),
    ],
)
def test_a_day_of_a_table_that_was_mapped_keeps_its_doubt(when: str, until: str, days: str) -> None:
    assert days == _days({"When": when, "Until": until, "Where": "", "Y": "", "X": ""}, MAPPED)


@pytest.mark.parametrize(("order", "day"), [("dmy", "2031-04-03"), ("mdy", "2031-03-04")])
def test_a_day_by_three_numbers_is_what_somebody_told(order: str, day: str) -> None:
    assert day == _days({"When": "03/04/2031"}, CatalogueColumns(kind_of="", date="When", day_order=order))


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"When": "2031-02-31"}, "no-day"),
        ({"When": "31 February 2031"}, "no-day"),
        ({"When": "2031-13-01"}, "no-day"),
        ({"When": "soon"}, "no-day"),
        ({"When": "2031-03-04 and 2031-05-06 or so"}, "no-day"),
        ({"Until": "2031-03-01"}, "ends-before"),
        ({"Y": "134.5"}, "no-latitude"),
        ({"Y": "nan"}, "no-latitude"),
        ({"Y": ""}, "no-latitude"),
        ({"X": "east"}, "no-longitude"),
        ({"X": "181"}, "no-longitude"),
    ],
)
def test_what_is_no_day_or_place_is_refused_with_what_is_wrong(changed: dict[str, str], reason: str) -> None:
    row = {"When": "2031-03-04", "Until": "", "Where": "Nahr", "Y": "34.5", "X": "38.2"} | changed

    with pytest.raises(RowRefusedError) as error:
        event_of(row, MAPPED, line=2)

    assert reason == error.value.reason


def test_a_row_without_an_id_is_known_by_its_line_and_one_without_coordinates_has_no_spot() -> None:
    found = event_of({"When": "2031-03-04", "Until": "", "Where": "Nahr", "Y": "", "X": ""}, MAPPED, line=17)

    assert ("17", None) == (found.id, found.spot)


def test_degrees_with_a_comma_are_degrees() -> None:
    found = event_of({"When": "2031", "Until": "", "Where": "", "Y": "34,5", "X": "38,25"}, MAPPED, line=2).spot

    assert found is not None
    assert (34.5, 38.25) == (found.latitude, found.longitude)
