"""`kashf map`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kashf.cli.commands.acts import checked_day
from kashf.cli.common import InCollection, answering, checked_words, tell_waiting
from kashf.cli.forms.written_files import Protect, check_protect, leave_new
from kashf.cli.output import emit, emit_json, say
from kashf.domain.entries.delivery import Scope
from kashf.errors import UsageError
from kashf.language.words.visible import isolate
from kashf.services.places.map_places import MapOrigin
from kashf.show.counted import many
from kashf.show.places.map_answers import MAP_HEADER, map_geojson, map_rows, map_words
from kashf.show.wording import wording

if TYPE_CHECKING:
    from kashf.services.places.map_events import EventSpot
    from kashf.services.places.map_places import PlaceMap

EPILOG = "Example: kashf map leak.case --after 2014-10-01 --out places.geojson"


def command(
    case: Annotated[Path, typer.Argument(help="The case.")],
    out: Annotated[Path | None, typer.Option(metavar="FILE", help="Write FILE.geojson, FILE.svg or FILE.csv.")] = None,
    protect: Protect = None,
    kind: Annotated[str, typer.Option(help="Places of one kind of act alone, as withdraw or pay.")] = "",
    after: Annotated[str, typer.Option(metavar="DAY", help="What may lie on this day or later, as 2014-10-25.")] = "",
    before: Annotated[str, typer.Option(metavar="DAY", help="What may lie on this day or earlier.")] = "",
    origin: Annotated[MapOrigin | None, typer.Option(help="What papers name, or outside events of catalogues, alone.")] = None,
    collection: InCollection = Scope.LEAK,
    as_json: Annotated[bool, typer.Option("--json", help="Print GeoJSON.")] = False,
) -> int:
    """Map of the places that papers surely name and of outside events, with circles of doubt; exits with 1 when there is none."""
    from kashf.services.ingest.opening.unsafe_parsing import is_read_unsafely
    from kashf.services.places.map_places import MapQuery, map_places
    from kashf.show.unsafe_mark import marked_drawing

    check_protect(out, protect)
    if out and out.suffix not in {".geojson", ".svg", ".csv"}:
        raise UsageError("--out writes FILE.geojson, FILE.svg or FILE.csv")
    days = (checked_day(after, what="--after"), checked_day(before, what="--before"))
    asked = MapQuery(checked_words(kind, what="--kind"), *days, collection, origin)
    with answering(case) as open_case:
        found, unsafe = map_places(open_case, asked), is_read_unsafely(open_case.view)
    if out:
        content = _content(found, out.suffix)
        leave_new({out: marked_drawing(content, wording("en")) if unsafe and out.suffix == ".svg" else content}, protect)
    elif as_json:
        emit_json(map_geojson(found))
    else:
        for each in found.places:
            area = "somewhere in " if each.is_area else ""
            where = f"{each.place.latitude:.3f}, {each.place.longitude:.3f} within {each.radius_km:.0f} km"
            documents = "document " if each.documents == 1 else "documents"
            emit(f"{each.documents:6} {documents}  {area}{isolate(each.place.name)} ({where})")
        for one in found.outside.spots:
            emit(_event_line(one))
    _tell(found, case)
    return 1 if found.is_empty else 0


def _content(found: PlaceMap, ending: str) -> bytes:
    from kashf.services.places.map_places import map_file
    from kashf.show.forms.spreadsheets import csv_bytes
    from kashf.show.plain import as_json as json_text

    if ending == ".svg":
        return map_file(found, map_words(wording("en"))).encode()
    if ending == ".csv":
        return csv_bytes([MAP_HEADER, *map_rows(found)])
    return (json_text(map_geojson(found), indent=1) + "\n").encode()


def _event_line(found: EventSpot) -> str:
    spot, reach = found.spot, found.spot.precision
    area = "somewhere around " if reach.is_area else ""
    events = "event " if len(found.events) == 1 else "events"
    where = f"{spot.latitude:.3f}, {spot.longitude:.3f} within {reach.radius_km:.0f} km; {', '.join(map(isolate, found.catalogues))}"
    return f"{len(found.events):6} outside {events}  {area}{isolate(found.name)} ({where})"


def _tell(found: PlaceMap, case: Path) -> None:
    left = found.left_out
    not_placed = ", ".join(f"{count} {state}" for state, count in found.not_placed.items()) or "none"
    say(f"{many(len(found.places), 'place')} from {many(found.papers, 'paper')}; not placed: {not_placed}; borders are contested")
    say(f"{many(found.undated, 'mention')} without a day, {found.out_of_days} on other days")
    outside = found.outside
    if outside.total:
        undrawn = f", {outside.not_drawn} at places of fewer events not drawn" if outside.not_drawn else ""
        without = f"{outside.unplaced} without coordinates of a place, {outside.undated} without a day, {outside.out_of_days} on other days"
        say(f"{many(outside.total, 'outside event')}: {without}{undrawn}")
    say(f"{many(left.copies, 'copy')} counted once, {left.sealed} sealed, {left.of_offices} in names of offices")
    if left.elsewhere:
        say(f"{many(left.elsewhere, 'document')} more in other collections")
    tell_waiting(left.waiting, case)
