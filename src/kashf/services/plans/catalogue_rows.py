"""A catalogue of outside events of a case as the precedence test takes it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from kashf.domain.acts.outside_event import OutsideEvent, PlacePrecision
from kashf.evidence.precedence.rows.inputs import UNUSABLE

#: What a catalogue gives the coordinates of, and what the test cannot use as a place.
_NO_POINT = frozenset(each for each in PlacePrecision if each.is_area or each in {PlacePrecision.COUNTRY, PlacePrecision.SEA})


def catalogue_rows(events: Iterable[OutsideEvent]) -> Iterator[Mapping[str, str]]:
    """Yield events as rows of a table; what has no point is said to be unusable, so that it is counted."""
    for event in events:
        row = {"id": f"line {event.line}", "place": event.place, "actor": event.actor, "target": event.target, "type": event.kind}
        if event.date.earliest and event.date.latest:
            row |= {"date_earliest": event.date.earliest.isoformat(), "date_latest": event.date.latest.isoformat()}
        if event.spot is None:
            row[UNUSABLE] = "without coordinates"
        elif event.spot.precision in _NO_POINT:
            row[UNUSABLE] = "an area and no place"
        else:
            row |= {"lat": repr(event.spot.latitude), "lon": repr(event.spot.longitude)}
        yield row
