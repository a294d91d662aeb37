"""How many men some forms are about: at least so many, at most so many, and as many as a machine would say.

At most: every form that is not certainly one with another is a man of his own. At least: forms of which no two can be one man, as many as a
greedy choice finds; since these are men apart whatever people still decide, the number holds though a better choice may exist.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kashf.entities.form_people.people_pairs import Pair


@dataclass(frozen=True, slots=True)
class PeopleBounds:
    """How many men.

    Args:
        least: There are no fewer.
        most: There are no more.
        proposed: So many if every pair that a machine proposes is one man, and nothing that it only asks.
    """

    least: int
    most: int
    proposed: int


def joined_places(count: int, same: Iterable[Pair], apart: Iterable[Pair] = ()) -> tuple[int, ...]:
    """Return for each of so many places the first of those that it is one with.

    Args:
        count: How many places.
        same: Pairs that are one, in the order in which they are followed.
        apart: Pairs that are not: a pair that would join two of them is passed over.

    >>> joined_places(4, [(0, 1), (1, 2)], [(0, 2)])
    (0, 0, 2, 3)
    """
    home = list(range(count))
    members = [[at] for at in range(count)]
    barred: dict[int, set[int]] = {}
    for left, right in apart:
        barred.setdefault(left, set()).add(right)
        barred.setdefault(right, set()).add(left)
    for left, right in same:
        one, other = sorted((home[left], home[right]))
        if one == other or any(not barred.get(at, set()).isdisjoint(members[one]) for at in members[other]):
            continue
        for at in members[other]:
            home[at] = one
        members[one] += members[other]
        members[other] = []
    return tuple(home)


def bound_people(homes: Sequence[int], open_pairs: Iterable[Pair], proposed: Sequence[int], uncertain: Iterable[int] = ()) -> PeopleBounds:
    """Return between what bounds the number of men lies.

    Args:
        homes: For each form the first of those that are certainly one with it.
        open_pairs: Pairs that may be one; all others are certainly two.
        proposed: As `homes`, with what a machine proposes joined too.
        uncertain: Forms that may be one with any other.

    >>> bound_people((0, 0, 2, 3), [(1, 2)], (0, 0, 0, 3))
    PeopleBounds(least=2, most=3, proposed=2)
    """
    doubtful = {homes[at] for at in uncertain}
    certain = sorted(set(homes) - doubtful)
    near: dict[int, set[int]] = {at: set() for at in certain}
    for pair in open_pairs:
        left, right = (homes[at] for at in pair)
        if left != right and left in near and right in near:
            near[left].add(right)
            near[right].add(left)
    least = max(_apart(near), 1 if homes else 0)
    return PeopleBounds(least, len(set(homes)), len(set(proposed)))


def _apart(near: Mapping[int, set[int]]) -> int:
    """Return how many of some places can be chosen, no two of them near each other: always the one with the fewest left about it."""
    left = {at: set(others) for at, others in near.items()}
    queue = [(len(others), at) for at, others in left.items()]
    heapq.heapify(queue)
    chosen = 0
    while queue:
        count, at = heapq.heappop(queue)
        if at not in left or count != len(left[at]):
            continue
        chosen += 1
        gone = {at, *left.pop(at)}
        touched = {other for each in gone - {at} for other in left.pop(each)} - gone
        for other in touched:
            left[other] -= gone
            heapq.heappush(queue, (len(left[other]), other))
    return chosen
