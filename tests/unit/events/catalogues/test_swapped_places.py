"""Latitudes where longitudes belong: of a row by where the others are, of a table by the places that are known."""

from __future__ import annotations

import pytest

from kashf.domain.acts.outside_event import OutsideEvent, Spot
from kashf.domain.date import UNDATED
from kashf.errors import UsageError
from kashf.events.catalogues.swapped_places import check_known_places, doubtful_spots, without_swapped

KNOWN = {"Nahr": (34.5, 48.0), "Tall": (35.5, 47.0), "Jisr": (36.0, 49.0)}


def _event(line: int, latitude: float, longitude: float, place: str = "") -> OutsideEvent:
    return OutsideEvent(str(line), line, UNDATED, place=place, spot=Spot(latitude, longitude))


AROUND = [_event(line, 34 + line % 3, 47 + line % 4) for line in range(40)]


def test_a_row_turned_round_among_many_is_told_and_the_rest_stay() -> None:
    kept, turned = without_swapped([*AROUND, _event(99, 48.5, 35.0)])

    assert (AROUND, [99]) == (kept, [event.line for event, _ in turned])
    assert "swapped" in turned[0][1]


def test_a_row_that_is_far_either_way_is_what_it_says() -> None:
    far = _event(99, -30.0, 140.0)

    assert ([*AROUND, far], []) == without_swapped([*AROUND, far])


def test_few_rows_tell_nothing() -> None:
    few = [*AROUND[:5], _event(99, 48.5, 35.0)]

    assert (few, []) == without_swapped(few)


def test_a_table_whose_known_places_are_right_the_other_way_round_is_refused() -> None:
    turned = [_event(line, longitude, latitude, place) for line, (place, (latitude, longitude)) in enumerate(KNOWN.items())]

    with pytest.raises(UsageError, match="look swapped: 3 of its places"):
        check_known_places(turned, lambda name: [KNOWN[name]], name="x.csv")


def test_a_table_whose_known_places_are_where_they_are_is_taken() -> None:
    straight = [_event(line, *spot, place) for line, (place, spot) in enumerate(KNOWN.items())]

    check_known_places([*straight, _event(9, 47.0, 35.5, "Elsewhere")], lambda name: [KNOWN.get(name, (0.0, 0.0))], name="x.csv")


def test_one_known_place_that_is_right_the_other_way_round_is_doubted() -> None:
    turned, straight = _event(1, 48.0, 34.5, "Nahr"), _event(2, 35.5, 47.0, "Tall")

    assert [1] == [event.line for event, _ in doubtful_spots([turned, straight], lambda name: [KNOWN[name]])]


def test_a_row_of_a_short_table_that_lies_among_the_others_the_other_way_round_is_doubted() -> None:
    few = [*AROUND[:5], _event(98, 48.5, 35.0), _event(99, -30.0, 140.0)]

    assert [98] == [event.line for event, _ in doubtful_spots(few, lambda _: [])]
    assert [] == [*doubtful_spots(few[4:6], lambda _: [])]
