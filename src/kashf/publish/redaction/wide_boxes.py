"""Boxes that say little of what is under them: wider than the words, on a grid, all of one height on a page.

Source: Bland, Iyer, Levchenko, "Story Beyond the Eye: Glyph Positions Break PDF Text Redaction", PETS 2023: widths tell names apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from kashf.domain.document import BOX_GRID
from kashf.domain.pages.regions import Region

#: Steps of the grid across and down, and what a box reaches beyond the words at least, in units of 1/10,000 of a page.
ACROSS: Final = 250
_DOWN: Final = 20
MARGIN: Final = 50
_MARGIN_DOWN: Final = 15


def wide_boxes(places: Iterable[Region], *, whole_lines: bool = False) -> tuple[Region, ...]:
    """Return the areas that cover some places of one page, in order; those that touch are one.

    Args:
        places: Of words, in units of 1/10,000 of the page.
        whole_lines: Whether each reaches from edge to edge.

    Example:
        >>> wide_boxes([Region(1010, 1000, 1490, 1100)])
        (Region(left=750, top=980, right=1750, bottom=1120),)
        >>> wide_boxes([Region(1010, 1000, 1490, 1100)], whole_lines=True)
        (Region(left=0, top=980, right=10000, bottom=1120),)
    """
    some = list(places)
    height = max((_up(place.bottom - place.top + 2 * _MARGIN_DOWN, _DOWN) for place in some), default=0)
    return joined_regions([_wide(place, height, whole_lines=whole_lines) for place in some])


def _wide(place: Region, height: int, *, whole_lines: bool) -> Region:
    """Return a place as its box; of a fixed height around its middle, and never less than the place with its margin."""
    top = max(0, min((place.top + place.bottom - height) // 2, place.top - _MARGIN_DOWN) // _DOWN * _DOWN)
    bottom = min(BOX_GRID, _up(max(top + height, place.bottom + _MARGIN_DOWN), _DOWN))
    if whole_lines:
        return Region(0, top, BOX_GRID, bottom)
    return Region(max(0, (place.left - MARGIN) // ACROSS * ACROSS), top, min(BOX_GRID, _up(place.right + MARGIN, ACROSS)), bottom)


def joined_regions(regions: Sequence[Region]) -> tuple[Region, ...]:
    """Return regions in order from the top, those that overlap on one line as one."""
    found: list[Region] = []
    for region in sorted(set(regions), key=lambda each: (each.top, each.left)):
        for nth, other in enumerate(found):
            if _are_one(region, other):
                found[nth] = Region(
                    min(region.left, other.left),
                    min(region.top, other.top),
                    max(region.right, other.right),
                    max(region.bottom, other.bottom),
                )
                break
        else:
            found.append(region)
    return tuple(found)


def _are_one(one: Region, other: Region) -> bool:
    """Tell whether two regions touch and are of one line: more than half of the lower one's height is shared."""
    shared = min(one.bottom, other.bottom) - max(one.top, other.top)
    return one.left <= other.right and other.left <= one.right and 2 * shared > min(one.bottom - one.top, other.bottom - other.top)


def _up(value: int, step: int) -> int:
    return -(-value // step) * step
