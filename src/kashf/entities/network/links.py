"""Who stands with whom in the same documents, with the pages that show it and the chance that it is an accident.

Copies of one text are one witness. Lines that stand in many documents word for word are forms, and what a form prints says nothing about
anybody, so mentions in such lines do not count. Being named together is all that is claimed: not that two people knew each other.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from kashf.domain.entity import MentionType, NameKey, PlacedMention
from kashf.domain.ids import DocumentId
from kashf.entities.network.association import ContingencyTable, chance_of_accident, expected, false_discovery_rates, g_squared, lift
from kashf.language.words.tokens import folded_words

#: A line is a form from this share of the documents on, and from this many.
_FORM_SHARE: Final = 0.05
_FORM_LEAST: Final = 10
#: Where `str.splitlines` ends a line, by which forms are found.
_LINE_ENDS: Final = "\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"
#: Examples kept with a link; all others are found again by looking for both names.
_MOST_SHOWN: Final = 5


class NameRef(NamedTuple):
    """A name of a case: its type and the key it is counted under; for a resolved name, the key of the one it leads with."""

    type: MentionType
    key: NameKey


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
        rate: The same over all names looked at: the share of false links among those at least as good, in [0..1].
        shown: For a few of the common documents, where the one and where the other stands.
    """

    other: NameRef
    table: ContingencyTable
    expected: float
    lift: float
    g2: float
    chance: float
    rate: float
    shown: tuple[tuple[PlacedMention, PlacedMention], ...]


def links(
    asked: Sequence[PlacedMention],
    beside: Mapping[NameRef, Sequence[PlacedMention]],
    *,
    everywhere: Mapping[NameRef, Collection[DocumentId]],
    witnesses: Mapping[DocumentId, DocumentId],
) -> tuple[Link, ...]:
    """Return the names that stand with one, least likely by accident first.

    Args:
        asked: Where the name stands.
        beside: Other names, with their places in those documents; those in forms left out.
        everywhere: The documents of each of them in the whole case.
        witnesses: For every document of the case, the one that stands for it and its copies.
    """
    mine = {witnesses[place.document]: place for place in reversed(asked)}
    total = len(set(witnesses.values()))
    rows = []
    for other, places in beside.items():
        theirs = {witnesses[place.document]: place for place in reversed(places)}
        common = sorted(mine.keys() & theirs.keys())
        seen = {witnesses[document] for document in everywhere[other]} | theirs.keys()
        if common:
            shown = tuple((mine[witness], theirs[witness]) for witness in common[:_MOST_SHOWN])
            rows.append((other, ContingencyTable(total, len(mine), len(seen), len(common)), shown))
    chances = [chance_of_accident(table) for _, table, _ in rows]
    rates = false_discovery_rates(chances)
    found = [
        Link(other, table, expected(table), lift(table), g_squared(table), chance, rate, shown)
        for (other, table, shown), chance, rate in zip(rows, chances, rates, strict=True)
    ]
    return tuple(sorted(found, key=lambda link: (link.chance, -link.g2, link.other)))


def form_lines(pages: Iterable[tuple[DocumentId, str]]) -> frozenset[str]:
    """Return the lines, as `line_words` gives them, that stand in so many documents that they are a form's.

    Args:
        pages: Documents, each standing for its copies, with the text of their pages.
    """
    seen: dict[str, set[DocumentId]] = {}
    documents = set()
    for document, text in pages:
        documents.add(document)
        for line in set(text.splitlines()):
            seen.setdefault(line_words(line), set()).add(document)
    least = max(_FORM_LEAST, math.ceil(_FORM_SHARE * len(documents)))
    counts = Counter({line: len(among) for line, among in seen.items() if line})
    return frozenset(line for line, count in counts.items() if count >= least)


def line_words(line: str) -> str:
    """Return what makes two lines the same: their folded words without numbers, which are what is filled in."""
    return " ".join(word for word in folded_words(line) if not word.isdecimal())


class Forms:
    """The lines that forms print, ready to be asked about places.

    Attributes:
        lines: As `form_lines` returns them.
    """

    def __init__(self, lines: Collection[str]) -> None:
        """Take the lines."""
        self.lines = frozenset(lines)
        self._all = "\n".join(sorted(self.lines))

    def may_hold(self, key: NameKey) -> bool:
        """Return whether a name can stand in one of the lines; where not, no page needs to be read to know it."""
        return bool(key) and key.rsplit(" ", 1)[-1] in self._all

    def hold(self, text: str, start: int) -> bool:
        """Return whether the line around a place of a page is one of a form."""
        first = max(text.rfind(end, 0, start) for end in _LINE_ENDS) + 1
        last = min((at for end in _LINE_ENDS if (at := text.find(end, start)) >= 0), default=len(text))
        return line_words(text[first:last]) in self.lines
