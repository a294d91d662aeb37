"""The words of ours on the drawing of a timeline, in whichever language."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TimelineWords:
    """What the drawing says in words of ours.

    Args:
        title: What it is.
        told: What it shows, in a sentence or two, for those who do not see it.
        undated: Over the bars of acts without a day.
        others: The lane of offices with few acts, by how many these are.
        unknown: The lane of acts of no office that can be told.
        highest: What the highest column of a lane stands for, by number.
        one_sided: How many acts of a lane are bounded on one side, by number.
        is_rtl: Whether time runs from the right.
    """

    title: str
    told: str
    undated: str
    others: Callable[[int], str]
    unknown: str
    highest: Callable[[int], str]
    one_sided: Callable[[int], str]
    is_rtl: bool = False
