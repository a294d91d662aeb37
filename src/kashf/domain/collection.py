"""What a delivery is to a case: the leak itself, our own work on it, or papers kept beside it; numbers are of the leak unless told."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum


class Collection(StrEnum):
    """What a delivery is, in the order in which a document that came by several belongs to one."""

    LEAK = "leak"
    OWN_WORK = "own-work"
    REFERENCE = "reference"


class Scope(StrEnum):
    """What a number is of: one collection, or all."""

    LEAK = "leak"
    OWN_WORK = "own-work"
    REFERENCE = "reference"
    ALL = "all"


def belongs_to(brought_by: Iterable[Collection]) -> Collection:
    """Return the collection of a document that came by some deliveries: what is in the leak is leak, whoever else keeps a copy.

    >>> belongs_to([Collection.REFERENCE, Collection.LEAK])
    <Collection.LEAK: 'leak'>
    """
    return min(brought_by, key=list(Collection).index)
