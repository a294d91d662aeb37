"""Titles of which each form of a family has another: perhaps they are of several templates that ask the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Final

from kashf.entities.forms.reworded_labels import likeness
from kashf.entities.forms.shape_clusters import Cluster

#: Records with a title at least, and as a share of all; a line that nearly all have tells no two apart.
_LEAST: Final = 2
_SHARE: Final = 0.05
_NEARLY_ALL: Final = 0.9
#: Likeness in [0..1] from which on two titles read off images are one.
_MISREAD: Final = 0.8
#: Titles that are told.
_MOST: Final = 12


def rival_titles(cluster: Cluster, spelling: Callable[[str], str]) -> tuple[tuple[str, int], ...]:
    """Return the titles that exclude each other, each with how many forms have it, the most frequent first; () for one title or none.

    Args:
        cluster: Of forms that ask the same.
        spelling: How the key of a line is printed.
    """
    least = max(_LEAST, _SHARE * cluster.records)
    telling = {line for line, count in cluster.headings().items() if least <= count < _NEARLY_ALL * cluster.records}
    counts = Counter[tuple[str, ...]]()
    for lines, count in cluster.tops().items():
        counts[tuple(line for line in lines if line in telling)] += count
    is_scanned = sum(seen.scanned for seen in cluster.shapes.values()) * 2 > cluster.records
    found: dict[tuple[str, ...], int] = {}
    for lines, count in sorted(counts.items(), key=lambda each: (-each[1], each[0])):
        alike = (one for one in found if is_scanned and likeness(" ".join(one), " ".join(lines)) >= _MISREAD)
        home = next(alike, lines)
        if lines and (home in found or count >= least):
            found[home] = found.get(home, 0) + count
    told = [(" / ".join(map(spelling, lines)), count) for lines, count in found.items()]
    return tuple(told[:_MOST]) if len(told) > 1 else ()
