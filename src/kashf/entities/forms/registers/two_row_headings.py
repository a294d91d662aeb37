"""Headings in two rows: the upper one names groups of columns, the lower one the columns of each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import zip_longest
from typing import Final

#: The two, and one to tell them from.
_LEAST: Final = 3
_DIGIT: Final = re.compile(r"\d")


def joined_headings(rows: Sequence[Sequence[str]]) -> tuple[str, ...] | None:
    """Return the headings that two rows print together, the name of the group before that of the column; None where one row heads a list.

    Args:
        rows: The first rows of a table; the third tells whether the second is one of what follows.

    >>> joined_headings([("No", "Name", "Birth", ""), ("", "", "Day", "Place"), ("1", "Omar", "1980", "Bir")])
    ('No', 'Name', 'Birth Day', 'Birth Place')
    """
    if len(rows) < _LEAST:
        return None
    pairs = list(zip_longest(rows[0], rows[1], fillvalue=""))
    if any(_DIGIT.search(text) for text in rows[1]) or not any(_DIGIT.search(text) for text in rows[2]):
        return None
    groups = {at - 1 for at, (upper, _) in enumerate(pairs) if not upper}
    if not groups or any(not (upper or lower) for upper, lower in pairs) or not any(upper and not lower for upper, lower in pairs):
        return None
    found: list[str] = []
    above = ""
    for upper, lower in pairs:
        above = upper or above
        found.append(f"{above} {lower}".strip() if lower else upper)
    return tuple(found)
