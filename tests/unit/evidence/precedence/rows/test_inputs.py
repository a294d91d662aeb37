import datetime as dt
import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kashf.domain.date import FuzzyDate
from kashf.errors import UsageError
from kashf.evidence.precedence.grid import Points
from kashf.evidence.precedence.rows.inputs import Events, Order, check_not_swapped, read_events, read_orders
from tests.unit.evidence.precedence.made import event_rows, events_of, order_rows, orders_of

ROW: dict[str, object] = {"id": "L1", "date_earliest": "2031-03-04", "lat": "34.5", "lon": "38.2"}
EVENT: dict[str, object] = {"id": "E1", "date": "2031-03-04", "lat": "34.5", "lon": "38.2"}


def test_an_order_needs_a_name_a_day_and_a_place_and_nothing_else() -> None:
    (order,) = read_orders([ROW])

    assert Order("L1", FuzzyDate.on(dt.date(2031, 3, 4)), "", ((34.5, 38.2),), "") == order


def test_cells_may_be_numbers_dates_or_missing_as_data_frames_give_them() -> None:
    first, last = dt.date(2031, 3, 4), dt.datetime(2031, 3, 5, 11, 30)  # noqa: DTZ001 - data frames have times without a zone
    rows = [{"id": 7, "date_earliest": first, "date_latest": last, "place": None, "lat": 34.5, "lon": np.float64(38.2), "group": math.nan}]

    assert (Order("7", FuzzyDate(first, last.date()), "", ((34.5, 38.2),), ""),) == read_orders(rows)


def test_an_order_about_one_of_several_places_has_all_of_them() -> None:
    (order,) = read_orders([ROW | {"lat": "34.5|35.1", "lon": "38.2|36.7"}])

    assert ((34.5, 38.2), (35.1, 36.7)) == order.spots


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"id": ""}, "order 1: there is no id; the columns of the table are id, date_earliest, lat, lon"),
        ({"date_earliest": " "}, "there is no date_earliest"),
        ({"date_earliest": "2031-03"}, "a month alone cannot be tested"),
        ({"date_earliest": "2031"}, "a month alone cannot be tested"),
        ({"date_earliest": "04.03.2031"}, "no day as in"),
        ({"date_earliest": "2031-02-30"}, "no day as in"),
        ({"date_earliest": "2031-03-04/2031-03-20"}, "no day as in"),
        ({"date_earliest": "2031-03-041"}, "no day as in"),
        ({"date_latest": "2031-03-03"}, "date_latest is before date_earliest"),
        ({"lat": "north"}, "no latitude"),
        ({"lat": "nan"}, "no latitude"),
        ({"lat": math.nan}, "there is no lat"),
        ({"lat": "inf"}, "no latitude"),
        ({"lat": "90.1"}, "are lat and lon swapped"),
        ({"lon": "-180.5"}, "no longitude"),
        ({"lon": "1e999"}, "no longitude"),
        ({"lat": "34|35"}, "the same number of places"),
        ({"lat": "34|"}, "the same number of places"),
        ({"lat": "34|", "lon": "38|"}, "no latitude"),
    ],
)
def test_an_order_that_cannot_be_read_is_told_with_its_row(changed: dict[str, object], told: str) -> None:
    with pytest.raises(UsageError, match=told) as caught:
        read_orders([ROW | changed])

    assert "order 1" in str(caught.value)


def test_no_orders_and_orders_of_one_id_are_refused() -> None:
    with pytest.raises(UsageError, match="no orders"):
        read_orders([])
    with pytest.raises(UsageError, match="duplicate order id 'L1'"):
        read_orders([ROW, ROW])


def test_events_keep_their_days_and_the_span_of_the_whole_table() -> None:
    rows = [EVENT | {"id": "E2", "date": "2031-03-01", "actor": "South"}, EVENT | {"actor": "North"}]

    events = read_events(rows, actors=[" NORTH "])

    assert (dt.date(2031, 3, 1), dt.date(2031, 3, 4), 4, [3], 2) == (
        events.first,
        events.last,
        events.span,
        events.days.tolist(),
        events.rows,
    )
    assert {"another actor": 1} == events.unused


@pytest.mark.parametrize("date", ["2031/03/04", "2031-13", "2031-03-09/2031-03-04", "/"])
def test_a_date_of_an_event_that_says_nothing_is_refused_with_its_row(date: str) -> None:
    with pytest.raises(UsageError, match="event 1: date is"):
        read_events([EVENT | {"date": date}])


@pytest.mark.parametrize("date", ["", "2031", "2031-03", "2031-03-04/2031-03-09"])
def test_events_without_one_day_are_counted_and_not_guessed(date: str) -> None:
    events = read_events([EVENT, EVENT | {"id": "E2", "date": date, "lat": "unknown"}])

    assert (1, 2, {"no single day": 1}) == (len(events.days), events.rows, events.unused)


@given(st.lists(st.tuples(st.sampled_from(["2031-03-04", "2031-03", ""]), st.sampled_from("NS"), st.sampled_from("xy"))))
def test_used_and_unused_events_add_up_whatever_is_chosen(cells: list[tuple[str, str, str]]) -> None:
    rows = [EVENT | {"id": str(n), "date": date, "actor": actor, "type": type} for n, (date, actor, type) in enumerate(cells)]
    usable = [cell for cell in cells if cell == ("2031-03-04", "N", "x")]
    if not usable:
        with pytest.raises(UsageError, match="no event of the catalogue can be used"):
            read_events(rows, actors=["N"], types=["x"])
        return

    events = read_events(rows, actors=["N"], types=["x"])

    assert len(usable) == len(events.days)
    assert len(cells) == events.rows == len(events.days) + sum(events.unused.values())


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"id": None}, "there is no id"),
        ({"date": "yesterday"}, "no day"),
        ({"lat": ""}, "there is no lat"),
        ({"lat": "NaN"}, "no latitude"),
        ({"lat": "34|35", "lon": "38|39"}, "the same number of places"),
    ],
)
def test_an_event_that_cannot_be_read_is_told_with_its_row(changed: dict[str, object], told: str) -> None:
    with pytest.raises(UsageError, match=told) as caught:
        read_events([EVENT, EVENT | {"id": "E2"} | changed])

    assert "event 2" in str(caught.value)


def test_events_of_one_id_are_refused_and_none_is_no_catalogue() -> None:
    with pytest.raises(UsageError, match="duplicate id 'E1'"):
        read_events([EVENT, EVENT])
    with pytest.raises(UsageError, match="it is empty"):
        read_events([])
    with pytest.raises(UsageError, match="1 no single day"):
        read_events([EVENT | {"date": ""}])


def _syria(*spots: tuple[float, float]) -> Events:
    lat, lon = np.array([33.5, 34.6, 36.2, 35.3]), np.array([36.3, 38.3, 37.2, 40.1])
    return Events(dt.date(2031, 1, 1), dt.date(2031, 12, 31), Points(lat, lon), np.arange(4), 4, {})


def _at(*spots: tuple[float, float]) -> tuple[Order, ...]:
    return read_orders([ROW | {"id": str(n), "lat": lat, "lon": lon} for n, (lat, lon) in enumerate(spots)])


def test_swapped_coordinates_are_told_also_where_the_swapped_place_is_in_the_next_country() -> None:
    with pytest.raises(UsageError, match="swapped"):
        check_not_swapped(_at((38.3, 34.6), (36.3, 33.5), (34.6, 38.3)), _syria())
    with pytest.raises(UsageError, match="order '0'"):
        check_not_swapped(_at((110.0 - 90, 34.0), (34.6, 38.3)), read_events([EVENT | {"lat": "34", "lon": "20"}]))


def test_right_coordinates_and_one_far_order_are_no_swap() -> None:
    check_not_swapped(_at((34.6, 38.3), (36.2, 37.2), (37.0, 34.6)), _syria())
    check_not_swapped(orders_of([(0, 30)]), events_of([(0, 40)]))


def test_rows_of_the_helpers_are_what_the_readers_take() -> None:
    assert 2 == len(read_orders(order_rows([(0, 5), (1, 6)])))
    assert 2 == read_events(event_rows([(0, 5), (1, 6)])).rows
