"""How the columns of published event catalogues are read: UCDP GED and ACLED as they are downloaded, and our own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final

from kashf.errors import UsageError
from kashf.evidence.precedence.rows.inputs import UNUSABLE, Row


def mapped(rows: Iterable[Row], mapping: str) -> Iterator[Row]:
    """Yield the rows of a catalogue with our columns.

    Args:
        rows: As they stand in the file.
        mapping: "" for our own columns, "ucdp" or "acled".

    Raises:
        UsageError: There is no such mapping, or the columns are not those of that catalogue.
    """
    if mapping not in _MAPPINGS:
        raise UsageError(f"there is no mapping {mapping!r}; known are {', '.join(sorted(filter(None, _MAPPINGS)))}")
    needed, convert = _MAPPINGS[mapping]
    for number, row in enumerate(rows, start=1):
        missing = [column for column in needed if column not in row]
        if missing:
            raise UsageError(f"event {number}: there is no {missing[0]}; these are not the columns of {mapping}")
        yield convert(row)


def _ucdp(row: Row) -> Row:
    """Day-exact events (date_prec 1) at a known place (where_prec 1 or 2: the place, or within 25 km). Source: UCDP GED codebook 19.1."""
    is_day = _number(row["date_prec"]) == 1
    return {
        "id": _plain(row["id"]),
        "date": row["date_start"] if is_day else "",
        "place": row["where_coordinates"],
        "lat": row["latitude"],
        "lon": row["longitude"],
        "actor": row["side_a"],
        "target": row["side_b"],
        "type": _UCDP_TYPES.get(_plain(row["type_of_violence"]), ""),
        UNUSABLE: "" if _number(row["where_prec"]) <= 2 else "place not known well enough",
    }


def _acled(row: Row) -> Row:
    """Day-exact events (time_precision 1) at a known place (geo_precision 1 or 2). Source: ACLED codebook 2023."""
    is_day = _number(row["time_precision"]) == 1
    return {
        "id": row["event_id_cnty"],
        "date": _iso(str(row["event_date"])) if is_day else "",
        "place": row["location"],
        "lat": row["latitude"],
        "lon": row["longitude"],
        "actor": row["actor1"],
        "target": row["actor2"],
        "type": row["event_type"],
        UNUSABLE: "" if _number(row["geo_precision"]) <= 2 else "place not known well enough",
    }


def _own(row: Row) -> Row:
    return row


def _number(value: object) -> float:
    try:
        return float(str(value))
    except ValueError:
        return float("inf")


def _iso(text: str) -> str:
    """Return a day that ACLED's tables write as 24 November 2023 as 2023-11-24; others as they are."""
    day, _, rest = text.strip().partition(" ")
    month, _, year = rest.partition(" ")
    if month[:3].casefold() not in _MONTHS or not (day.isdecimal() and year.isdecimal()):
        return text
    return f"{int(year):04}-{_MONTHS.index(month[:3].casefold()) + 1:02}-{int(day):02}"


def _plain(value: object) -> str:
    """Return a number that a spreadsheet has written as 12.0 as 12."""
    text = str(value)
    return text.removesuffix(".0")


_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
#: What the numbers of UCDP's type_of_violence mean.
_UCDP_TYPES: Final = {"1": "state-based", "2": "non-state", "3": "one-sided"}
_MAPPINGS: Final[Mapping[str, tuple[tuple[str, ...], Callable[[Row], Row]]]] = {
    "": ((), _own),
    "ucdp": (
        (
            "id",
            "date_prec",
            "date_start",
            "where_prec",
            "where_coordinates",
            "latitude",
            "longitude",
            "side_a",
            "side_b",
            "type_of_violence",
        ),
        _ucdp,
    ),
    "acled": (
        (
            "event_id_cnty",
            "event_date",
            "time_precision",
            "location",
            "latitude",
            "longitude",
            "geo_precision",
            "actor1",
            "actor2",
            "event_type",
        ),
        _acled,
    ),
}
