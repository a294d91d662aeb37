"""The JSON of what copies differ in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kashf.show.plain import plain

if TYPE_CHECKING:
    from kashf.services.case.copies.twins import TwinPair, Twins

Answer = dict[str, Any]


def twins_answer(found: Twins) -> Answer:
    """Return a document with its copies and what differs."""
    return {
        "document": found.document,
        "ways": found.group.ways,
        "documents": found.group.documents,
        "compared": [compared_answer(each) for each in found.compared],
        "more": found.more,
    }


def compared_answer(each: TwinPair) -> Answer:
    """Return two documents with what differs."""
    comparison: Answer = plain(each.comparison)
    return comparison | {
        "left_path": each.left.name,
        "right_path": each.right.name,
        "maybe_misread": each.comparison.maybe_misread,
        "part": each.comparison.is_part,
        "order": each.order,
        "links": each.links,
    }
