"""Places that papers name, as lines of text, as JSON and as rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final

from kashf.domain.place import KnownPlace
from kashf.domain.places.place_choices import PlaceChoice
from kashf.events.places.candidates import Candidate
from kashf.language.words.visible import isolate
from kashf.services.places.list_places import PlaceAnswer, PlacedName, PlaceList
from kashf.services.places.named_places import Papers
from kashf.show.counted import many
from kashf.show.forms.spreadsheets import Cell
from kashf.show.plain import plain

#: Columns of the table of places: a line a mention.
HEADER: Final = (
    *("name", "said", "state", "place", "id", "kind", "country", "lat", "lon", "radius_km", "share", "decision"),
    *("role", "act", "earliest", "latest", "document", "page", "start", "end", "candidates"),
)


def places_answer(found: PlaceList) -> dict[str, Any]:
    """Return a list of places as JSON values, with what was left out."""
    return {
        "places": [place_answer(row) for row in found.rows],
        "total": found.total,
        "by_state": dict(found.by_state),
        "papers": found.papers,
        **left_out_answer(found.left_out),
        "decisions": [plain(each) for each in found.choices],
    }


def left_out_answer(left_out: Papers) -> dict[str, Any]:
    """Return what was not looked at as JSON values."""
    names = ("copies", "of_offices", "sealed", "waiting", "elsewhere", "set_aside")
    return {name: getattr(left_out, name) for name in names}


def place_answer(row: PlaceAnswer) -> dict[str, Any]:
    """Return a name with its answer as JSON values."""
    return {
        "name": row.key,
        "said": row.text,
        "state": row.state,
        "place": _place(row.place),
        "is_area": row.is_area,
        "radius_km": round(row.radius_km, 1),
        "share": round(row.share, 3),
        "documents": row.documents,
        "mentions": [_mention(each) for each in row.mentions],
        "candidates": [candidate_answer(each) for each in row.candidates],
        "decision": row.decision,
    }


def candidate_answer(candidate: Candidate) -> dict[str, Any]:
    """Return a candidate as JSON values, with what its score is made of."""
    return {
        **_known(candidate.place),
        "is_area": candidate.is_area,
        "radius_km": round(candidate.radius_km, 1),
        "share": round(candidate.share, 3),
        "rule": candidate.rule,
        "parts": {part.value: round(value, 2) for part, value in candidate.parts.items()},
    }


def place_rows(found: PlaceList) -> Iterator[Sequence[Cell]]:
    """Yield mentions as rows under `HEADER`."""
    for row in found.rows:
        candidates = "; ".join(f"{each.place.name}, {each.place.country} {each.share:.2f}" for each in row.candidates)
        place = row.place
        for each in row.mentions:
            span, date = each.there.span, each.there.date
            yield (
                *(row.key, each.there.said.text, row.state, place.name if place else "", place.id if place else ""),
                *(place.kind if place else "", place.country if place else ""),
                *((f"{place.latitude:.5f}", f"{place.longitude:.5f}", f"{each.radius_km:.1f}") if place else ("", "", "")),
                *(f"{row.share:.3f}" if place else "", row.decision, each.there.role, each.there.act),
                *(date.earliest.isoformat() if date.earliest else "", date.latest.isoformat() if date.latest else ""),
                *(span.document, span.page, span.start, span.end, candidates),
            )


def place_lines(row: PlaceAnswer, *, with_candidates: bool) -> Iterator[str]:
    """Yield a name as lines: what it is, and what else it may be."""
    told = _told(row)
    decided = f"; decided, {row.decision[:12]}" if row.decision else ""
    documents = "document " if row.documents == 1 else "documents"
    yield f"{row.documents:6} {documents}  {isolate(row.text)}: {told}{decided}"
    if with_candidates or row.place is None:
        for each in row.candidates:
            parts = ", ".join(f"{part.value} {value:+.1f}" for part, value in each.parts.items())
            place = each.place
            yield f"        {each.share:.2f}  {isolate(place.name)}, {place.kind} {place.country}  {place.id}  ({parts})"
    if with_candidates:
        yield from (f"        {cited(each)}  {isolate(each.there.said.text)}" for each in row.mentions)


def left_out_of_places(found: PlaceList) -> str:
    """Return in one line what became of the names, and what the list leaves out."""
    states = ", ".join(f"{count} {state}" for state, count in found.by_state.items()) or "none"
    left = found.left_out
    return (
        f"{many(found.total, 'name with its answer', 'names with their answers')} in {many(found.papers, 'paper')}; mentions: {states}; "
        f"{many(left.copies, 'copy')} counted once, {left.of_offices} in names of offices, {left.sealed} sealed"
    )


def choice_line(choice: PlaceChoice) -> str:
    """Return a decision as a line."""
    place = f"{isolate(choice.place.name)} ({choice.place.id})" if choice.place else "nobody can tell"
    where = "everywhere" if choice.is_everywhere else f"in {choice.document[:12]} and papers like it"
    undone = f"; taken back by {isolate(choice.undone.who)}" if choice.undone else ""
    why = f": {isolate(choice.why)}" if choice.why else ""
    return f"{choice.id[:12]}  {isolate(choice.name)} is {place}, {where}; {isolate(choice.who)}{why}{undone}"


def cited(placed: PlacedName) -> str:
    """Return where a name stands, as places are cited."""
    span = placed.there.span
    return f"{span.document[:12]}#{span.page}:{span.start}-{span.end}"


def _told(row: PlaceAnswer) -> str:
    if row.place is None:
        return {"unknown": "no gazetteer has it", "contested": "two people say otherwise"}.get(row.state, "cannot tell")
    place = row.place
    area = "somewhere in " if row.is_area else ""
    where = f"{place.latitude:.3f}, {place.longitude:.3f} within {row.radius_km:.0f} km"
    share = "" if row.decision else f", {row.share:.2f}"
    return f"{area}{isolate(place.name)}, {place.kind} {place.country} ({where}{share})"


def _mention(placed: PlacedName) -> dict[str, Any]:
    there = placed.there
    return {"span": plain(there.span), "said": there.said.text, "role": there.role, "act": there.act, "date": plain(there.date)}


def _place(place: KnownPlace | None) -> dict[str, Any] | None:
    return _known(place) if place else None


def _known(place: KnownPlace) -> dict[str, Any]:
    names = ("id", "name", "kind", "country", "province", "population")
    return {**{name: getattr(place, name) for name in names}, "lat": round(place.latitude, 5), "lon": round(place.longitude, 5)}
