"""The words of the drawing of a map, in the language of whoever asks for it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class MapWords:
    """What the drawing says in words of ours.

    Args:
        title: What it is, for those who do not see it.
        empty: What stands on it where there is no place.
        papers: What a filled circle and its dot are.
        area: What a broken ring is.
        outside: What a dotted ring and its square are, by how many are drawn and how many lie beyond the edge.
    """

    title: str
    empty: str
    papers: str
    area: str
    outside: Callable[[int, int], str]
