"""Who stands with whom in the same documents, with the pages that show it and the chance that it is an accident.

Copies of one text are one witness. Registers and long lists are no sign of anything by themselves: how many names a document has is part of
what accident is taken to be. Being named together is all that is claimed: not that two people knew each other.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

from kashf.domain.document import Span
from kashf.domain.entity import MentionType, NameKey
from kashf.entities.network.association import ContingencyTable, benjamini_hochberg, g_squared
from kashf.entities.network.fixed_margins import Chance, chances

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.int64]

#: Examples kept with a link; all others are found again by looking for both names.
_MOST_SHOWN: Final = 5

#: Two places of a document: where the name that was asked for stands, and where the other does.
Example = tuple[Span, Span]


class NameRef(NamedTuple):
    """A name of a case: its type and the key it is counted under; for a resolved name, the key of the one it leads with."""

    type: MentionType
    key: NameKey


@dataclass(frozen=True, slots=True)
class Incidence:
    """Which names stand in which documents.

    Args:
        names: Every name of the types that are looked at, but the one that was asked for.
        documents: How many documents there are, without copies; they are called by numbers from 0.
        pairs: Number of a name and of a document with it, each pair once.
    """

    names: Sequence[NameRef]
    documents: int
    pairs: Numbers


@dataclass(frozen=True, slots=True)
class Link:
    """A name that stands in the same documents as the one asked for.

    Args:
        other: The name.
        table: Documents without copies: all, with the first, with the other, with both.
        expected: Documents with both if it were an accident.
        lift: How many times more that is than by accident.
        g2: Dunning's log-likelihood ratio.
        chance: How likely as many common documents are by accident, in [0..1].
        adjusted: The same, adjusted for all names there are, whether they stand beside it or not, in [0..1].
        shown: For a few of the common documents, where the one and where the other stands.
    """

    other: NameRef
    table: ContingencyTable
    expected: float
    lift: float
    g2: float
    chance: float
    adjusted: float
    shown: tuple[Example, ...]


@dataclass(frozen=True, slots=True)
class _Beside:
    """A name in documents of the one asked for: its number, what was counted, the chance, and some of the documents."""

    name: int
    table: ContingencyTable
    chance: Chance
    common: tuple[int, ...]


def links(asked: Collection[int], table: Incidence, *, show: Callable[[int, int], Example]) -> tuple[Link, ...]:
    """Return the names that stand with one, least likely by accident first.

    Args:
        asked: Numbers of the documents in which the name stands.
        table: Where all others stand.
        show: Returns where both stand, by the number of a name and of a document that has both.
    """
    found = [each for type in sorted({name.type for name in table.names}) for each in _of_type(type, asked, table)]
    rest = len(table.names) - len(found)
    values = benjamini_hochberg([each.chance.tail for each in found] + [1.0] * rest)
    made = [_link(table.names[each.name], each, value, show) for each, value in zip(found, values, strict=False)]
    return tuple(sorted(made, key=lambda link: (link.chance, -link.g2, link.other)))


def _link(other: NameRef, each: _Beside, value: float, show: Callable[[int, int], Example]) -> Link:
    shown = tuple(show(each.name, document) for document in each.common)
    lift = each.table.both / each.chance.expected if each.chance.expected else 0.0
    return Link(other, each.table, each.chance.expected, lift, g_squared(each.table), each.chance.tail, value, shown)


def _of_type(type: MentionType, asked: Collection[int], table: Incidence) -> list[_Beside]:
    import numpy as np

    is_of_type = np.array([name.type is type for name in table.names], dtype=bool)
    pairs = table.pairs[is_of_type[table.pairs[:, 0]]]
    is_inside = np.zeros(table.documents, dtype=bool)
    is_inside[list(asked)] = True
    beside = pairs[is_inside[pairs[:, 1]]]
    if not len(beside):
        return []
    sizes = np.bincount(pairs[:, 1], minlength=table.documents)
    documents = np.bincount(pairs[:, 0], minlength=len(table.names))
    common: dict[int, list[int]] = {}
    for name, document in beside.tolist():
        common.setdefault(name, []).append(document)
    by_chance = chances(
        _tally(sizes[is_inside]),
        _tally(sizes[~is_inside]),
        names=_tally(documents),
        asked={(int(documents[name]), len(both)) for name, both in common.items()},
    )
    return [
        _Beside(
            name,
            ContingencyTable(table.documents, len(asked), int(documents[name]), len(both)),
            by_chance[int(documents[name]), len(both)],
            tuple(sorted(both)[:_MOST_SHOWN]),
        )
        for name, both in sorted(common.items())
    ]


def _tally(values: Numbers) -> Mapping[int, int]:
    """Return how often each number greater than 0 is among some."""
    return Counter(value for value in values.tolist() if value)
