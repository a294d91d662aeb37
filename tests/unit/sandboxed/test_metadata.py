from __future__ import annotations

import pytest

from kashf.ports.engines import MAX_METADATA_KEYS, MAX_METADATA_VALUE_LENGTH
from kashf.sandboxed.metadata import iso_day, known_metadata


def test_each_format_has_its_own_name_for_the_title_and_the_author() -> None:
    told = known_metadata({"dc:title": "Order", "Creator": "K. Dalloul", "pages": "3"})

    assert {"title": "Order", "author": "K. Dalloul", "pages": "3"} == told


def test_device_time_and_place_of_a_film_have_the_names_that_those_of_a_photograph_have() -> None:
    told = known_metadata({"tiff:Model": "N78", "geo:lat": "35.95", "geo:long": "39.01", "xmpDM:duration": "7.2"})

    assert {"device": "N78", "latitude": "35.95", "longitude": "39.01", "duration": "7.2"} == told


def test_a_date_becomes_a_day_and_is_kept_as_it_was_written() -> None:
    told = known_metadata({"CreationDate": "D:20140925083000+03'00'"})

    assert {"date": "2014-09-25", "date-as-written": "D:20140925083000+03'00'"} == told


def test_a_day_that_is_no_day_is_only_kept_as_it_was_written() -> None:
    assert {"date-as-written": "31 February"} == known_metadata({"date": "31 February"})


def test_values_without_content_are_left_out() -> None:
    assert {} == known_metadata({"title": "  ", "author": ""})


def test_what_is_beyond_the_caps_is_cut_and_the_known_keys_come_first() -> None:
    told = known_metadata({f"x{number}": "y" * 20_000 for number in range(500)} | {"title": "Order"})

    assert MAX_METADATA_KEYS == len(told)
    assert "title" == next(iter(told))
    assert MAX_METADATA_VALUE_LENGTH == max(map(len, told.values()))


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2014-09-25T08:30:00Z", "2014-09-25"),
        ("2014:09:25 08:30:00", "2014-09-25"),
        ("D:20140925", "2014-09-25"),
        ("Thu, 25 Sep 2014 08:30:00 +0300", "2014-09-25"),
        ("2014-13-45", ""),
        ("", ""),
        ("soon", ""),
    ],
)
def test_dates_as_formats_write_them_become_iso_days(written: str, day: str) -> None:
    assert day == iso_day(written)
