"""Rows of published event catalogues, UCDP GED and ACLED as they are downloaded, as rows of ours; our own pass as they are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from kashf.domain.acts.outside_event import OutsideEvent, PlacePrecision
from kashf.errors import UsageError
from kashf.events.catalogues.catalogue_columns import PUBLISHED
from kashf.events.catalogues.event_cells import RowRefusedError, event_of
from kashf.evidence.precedence.rows.inputs import UNUSABLE, Row

#: What a place must be known as: the place itself, or within 25 km.
_USABLE: Final = frozenset({PlacePrecision.PLACE, PlacePrecision.NEAR})


def mapped(rows: Iterable[Row], mapping: str) -> Iterator[Row]:
    """Yield the rows of a catalogue with our columns: events with a single day and a known place, and of the others why they are not used.

    Args:
        rows: As they stand in the file.
        mapping: "" for our own columns, "ucdp" or "acled".

    Raises:
        UsageError: There is no such mapping, the columns are not those of that catalogue, or a row has a day or a place that is none.
    """
    if not mapping:
        yield from rows
        return
    if mapping not in PUBLISHED:
        raise UsageError(f"there is no mapping {mapping!r}; known are {', '.join(sorted(PUBLISHED))}")
    columns = PUBLISHED[mapping]
    for number, row in enumerate(rows, start=1):
        missing = [column for column in columns.needed if column not in row]
        if missing:
            raise UsageError(f"event {number}: there is no {missing[0]}; these are not the columns of {mapping}")
        try:
            yield _ours(event_of(row, columns, line=number))
        except RowRefusedError as error:
            raise UsageError(f"event {number}: {error}") from None


def _ours(event: OutsideEvent) -> Row:
    spot = event.spot
    return {
        "id": event.id,
        "date": event.date.bounds[0].isoformat() if event.date.days == 1 else "",
        "place": event.place,
        "lat": repr(spot.latitude) if spot else "",
        "lon": repr(spot.longitude) if spot else "",
        "actor": event.actor,
        "target": event.target,
        "type": event.kind,
        UNUSABLE: "" if spot and spot.precision in _USABLE else "place not known well enough",
    }
