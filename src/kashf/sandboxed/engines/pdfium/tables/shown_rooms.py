"""What is shown of text that is too long for its cell, as spreadsheets print it: the rest lies under the next cell."""

from __future__ import annotations

import ctypes
from typing import Any

from pypdfium2 import raw

#: Pieces of text that are looked at, and corners of what they are shown in.
_MOST, _CORNERS = 20_000, 32


def shown_rooms(page: Any) -> dict[int, tuple[float, float]]:
    """Return the left and right end of what is shown of each piece of text that is wider, by its place among what is drawn."""
    found: dict[int, tuple[float, float]] = {}
    for place, item in enumerate(page.get_objects(filter=(raw.FPDF_PAGEOBJ_TEXT,), max_depth=1)):
        if place == _MOST:
            break
        room = _room(item)
        if room is not None:
            left, _, right, _ = item.get_bounds()
            if left < room[0] or right > room[1]:
                found[place] = room
    return found


def _room(item: Any) -> tuple[float, float] | None:
    """Return the ends of the narrowest area outside of which nothing of a text is shown; None for none."""
    path = raw.FPDFPageObj_GetClipPath(item.raw)
    areas = raw.FPDFClipPath_CountPaths(path) if path else 0
    x, y = ctypes.c_float(), ctypes.c_float()
    rooms: list[tuple[float, float]] = []
    for area in range(min(areas, _CORNERS)):
        corners: list[float] = []
        for corner in range(min(raw.FPDFClipPath_CountPathSegments(path, area), _CORNERS)):
            raw.FPDFPathSegment_GetPoint(raw.FPDFClipPath_GetPathSegment(path, area, corner), x, y)
            corners.append(x.value)
        if corners:
            rooms.append((min(corners), max(corners)))
    return min(rooms, key=lambda room: room[1] - room[0], default=None)
