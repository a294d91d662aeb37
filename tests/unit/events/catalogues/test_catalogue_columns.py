"""Which column says what: known by name, told by somebody, or missing and said to be."""

from __future__ import annotations

import pytest

from kashf.errors import UsageError
from kashf.events.catalogues.catalogue_columns import PUBLISHED, CatalogueColumns, columns_of


@pytest.mark.parametrize("kind", sorted(PUBLISHED))
def test_published_catalogues_are_known_by_their_columns_whatever_stands_beside(kind: str) -> None:
    assert PUBLISHED[kind] == columns_of(["country", *PUBLISHED[kind].needed, "notes"], {}, name="x.csv")


def test_our_own_columns_are_known_whatever_their_case() -> None:
    found = columns_of(["ID", "Date", "Lat", "Lon", "Place", "Type"], {}, name="x.csv")

    assert ("", "ID", "Date", "Lat", "Lon", "Place", "Type") == (
        *(found.kind_of, found.id, found.date),
        *(found.latitude, found.longitude, found.place, found.kind),
    )


def test_what_is_told_counts_alone_even_of_a_published_catalogue() -> None:
    found = columns_of(PUBLISHED["acled"].needed, {"date": "event_date"}, name="x.csv", day_order="dmy")

    assert CatalogueColumns(kind_of="", date="event_date", day_order="dmy") == found


@pytest.mark.parametrize(
    ("header", "told", "why"),
    [
        (["a", "b"], {}, "no column 'date'"),
        (["date", "lat"], {}, "no column 'longitude'"),
        (["a", "b"], {"date": "When"}, "no column 'When'.* a, b.* --map date=When"),
        (["a", "b"], {"day": "a"}, "nothing to map called 'day'"),
        (["date", "date"], {}, "two columns called 'date'"),
    ],
)
def test_a_missing_column_is_named_with_those_that_are_there(header: list[str], told: dict[str, str], why: str) -> None:
    with pytest.raises(UsageError, match=why):
        columns_of(header, told, name="x.csv")


def test_columns_come_back_from_what_the_ledger_keeps() -> None:
    found = columns_of(["When", "Where"], {"date": "When", "place": "Where"}, name="x.csv", day_order="mdy")

    assert found == CatalogueColumns.from_json(found.as_json())
    for untrusted in ({}, {"date": ""}, {"date": "x", "shell": "y"}, {"date": "x", "kind_of": "gdelt"}, {"date": 7}):
        with pytest.raises(ValueError, match="not the columns"):
            CatalogueColumns.from_json(untrusted)
