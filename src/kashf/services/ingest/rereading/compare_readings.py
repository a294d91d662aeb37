"""Tells in what a reading differs from the one that is stored, by page and number of characters, never by words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from kashf.domain.document import Page, Reading, Sighting

#: What a member is compared by.
_Member = tuple[int, str, str]


def differences(
    stored: Reading, again: Reading, *, stored_members: Sequence[Sighting], members: Sequence[Sighting]
) -> Iterator[tuple[str, str, str]]:
    """Yield what differs, as where it is, what is stored, and what was read again.

    How a reading ended is not compared where the case changed it afterwards, as by hashes that an archiver had of files.

    Args:
        stored: What machines read of a document, as it is stored.
        again: The same, read now.
        stored_members: What was found in it.
        members: What is found in it now.
    """
    if stored.type != again.type:
        yield "type", stored.type, again.type
    had, has = _pages(stored), _pages(again)
    for number in sorted(had.keys() | has.keys()):
        one, other = had.get(number), has.get(number)
        if one is None or other is None:
            yield f"page {number}", _length(one), _length(other)
        elif count := _count_other(one.text, other.text):
            yield f"page {number}", f"{len(one.text)} characters", f"{count} of {len(other.text)} characters differ"
        elif one.origin != other.origin:
            yield f"page {number}", one.origin.value, other.origin.value
    lost, new = _members(stored_members) - _members(members), _members(members) - _members(stored_members)
    if lost or new:
        yield "what lies in it", f"{len(stored_members)} files", f"{len(lost)} are not in it, {len(new)} more are"


def _pages(reading: Reading) -> dict[int, Page]:
    return {page.number: page for page in reading.pages}


def _length(page: Page | None) -> str:
    return "no such page" if page is None else f"{len(page.text)} characters"


def _count_other(one: str, other: str) -> int:
    """Return how many characters lie between the first and the last that differ; 0 for the same text."""
    if one == other:
        return 0
    before = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
    rest = min(len(one), len(other)) - before
    ends = zip(reversed(one), reversed(other), strict=False)
    behind = min(rest, sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], ends)))
    return max(len(one), len(other)) - before - behind


def _members(sightings: Sequence[Sighting]) -> frozenset[_Member]:
    return frozenset((seen.ordinal, seen.document or "", seen.reason) for seen in sightings)
