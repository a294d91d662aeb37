"""Every row of a table is an event, left out as asked, or refused with its line and why."""

from __future__ import annotations

import pytest

from kashf.errors import UsageError
from kashf.events.catalogues.catalogue_columns import CatalogueColumns
from kashf.events.catalogues.read_catalogue import MOST_NAMED, ReadCatalogue, head_of_table, read_catalogue

COLUMNS = CatalogueColumns(kind_of="", date="date", id="id", place="place", latitude="lat", longitude="lon")
HEAD = "id,date,place,lat,lon\n"


def _read(rows: str, **only: str) -> ReadCatalogue:
    return read_catalogue(HEAD + rows, COLUMNS, name="x.csv", only=only)


def test_events_left_out_and_refused_rows_make_up_the_table() -> None:
    found = _read(
        "1,2031-03-04,Nahr,34,38\n2,2031-02-31,Nahr,34,38\n1,2031-03-05,Nahr,34,38\n3,2031-03-06,Tall,34,38\n4,2031\n", place="nahr "
    )

    assert (["1"], 5, 1, {"no-day": 1, "same-id": 1, "cells": 1}) == (
        [each.id for each in found.events],
        found.rows,
        found.left_out,
        found.refused,
    )
    assert [(3, "no-day"), (4, "same-id"), (6, "cells")] == [(each.line, each.reason) for each in found.named]
    assert "stands on line 2 already" in found.named[1].told


def test_the_line_is_that_on_which_a_row_begins() -> None:
    found = _read('1,2031-03-04,"Nahr\nby the ford",34,38\n2,2031-02-31,Nahr,34,38\n')

    assert ([2], [4]) == ([each.line for each in found.events], [each.line for each in found.named])


def test_of_many_refused_rows_the_first_are_named_and_all_are_counted() -> None:
    found = _read("".join(f"{number},never,Nahr,34,38\n" for number in range(1000)) + "x,2031-03-04,Nahr,34,38\n")

    assert (MOST_NAMED, {"no-day": 1000}, 1001) == (len(found.named), found.refused, found.rows)


@pytest.mark.parametrize("divider", [",", ";", "\t"])
def test_columns_are_divided_by_whatever_divides_the_head(divider: str) -> None:
    text = (HEAD + "1,2031-03-04,Nahr,34,38\n").replace(",", divider)

    assert (divider, ("id", "date", "place", "lat", "lon")) == head_of_table(text, name="x.csv")
    assert ["1"] == [each.id for each in read_catalogue(text, COLUMNS, name="x.csv").events]


@pytest.mark.parametrize("text", ["", "\n\n", "one column\n1\n"])
def test_what_is_no_table_is_refused(text: str) -> None:
    with pytest.raises(UsageError, match="no table"):
        head_of_table(text, name="x.csv")


def test_an_open_quote_is_refused_with_its_line() -> None:
    with pytest.raises(UsageError, match="line 2"):
        _read('1,2031-03-04,"Nahr,34,38\n')
