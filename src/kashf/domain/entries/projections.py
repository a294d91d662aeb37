"""A projection: what the entries of some kinds come to. Whatever people decide is kept as entries alone and read by one of these."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from kashf.domain.ids import EntryId
from kashf.domain.ledger import Entry, Recorded, chain_for

State = TypeVar("State")


@dataclass(frozen=True, slots=True)
class Projection(Generic[State]):
    """How a state comes from entries.

    Args:
        kinds: What it is made of; entries of other kinds are passed over.
        begin: Gives the state without any entry.
        step: Gives the state after one more entry; it may change the state it is given.
    """

    kinds: frozenset[str]
    begin: Callable[[], State]
    step: Callable[[State, Entry, EntryId], State]

    def fold(self, entries: Iterable[Recorded]) -> State:
        """Return what some entries come to, in whatever order they are given."""
        state = self.begin()
        for entry, id in in_order(each for each in entries if each[0].kind in self.kinds):
            state = self.step(state, entry, id)
        return state


def in_order(entries: Iterable[Recorded]) -> list[Recorded]:
    """Return entries by time, chain and place, no entry before one that precedes it in its chain.

    So the order within a chain is that of the chain, even where the machine's clock was set back: an entry counts as written no earlier
    than the one before it. Decisions that the first format kept in the chain of custody count as the beginning of the chain of work.
    """
    latest: dict[str, dt.datetime] = {}
    placed: list[tuple[dt.datetime, str, int, Entry, EntryId]] = []
    for entry, id in sorted(entries, key=lambda pair: (pair[0].chain, pair[0].seq)):
        rows = {entry.chain, chain_for(entry.device, entry.kind) if entry.is_custody else entry.chain}
        time = max(entry.time, *(latest.get(row, entry.time) for row in rows))
        latest.update(dict.fromkeys(rows, time))
        placed.append((time, entry.chain, entry.seq, entry, id))
    return [(entry, id) for *_, entry, id in sorted(placed, key=lambda each: each[:3])]
