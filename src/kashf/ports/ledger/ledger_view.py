"""Reading the ledger, which is truth; nothing that is read here has been checked but what a method says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from kashf.domain.entries.device_keys import EntrySignature
from kashf.domain.ids import EntryId
from kashf.domain.ledger import Entry, Fault, Recorded


class LedgerView(Protocol):
    """The part of a case's view that shows its ledger."""

    def entries(self, *, kinds: Sequence[str] = (), naming: str = "") -> tuple[tuple[Entry, EntryId], ...]:
        """Return ledger entries, of some kinds or all, with the ids recorded beside them, by device and place.

        Args:
            kinds: Which; all without any.
            naming: Only those whose body has this id in it.
        """
        ...

    def whole_ledger(self) -> tuple[tuple[Recorded, ...], tuple[Fault, ...]]:
        """Return all ledger entries that can be read, as `entries` does, and a fault for each row that cannot be."""
        ...

    def entry_signatures(self) -> tuple[EntrySignature, ...]:
        """Return the signatures under all entries, by entry and key; none of them is checked."""
        ...

    def chain_ends(self) -> Mapping[str, tuple[int, EntryId]]:
        """Return how many entries each chain has, and the id recorded beside the last."""
        ...

    def entry_ids(self) -> Mapping[str, Sequence[EntryId]]:
        """Return the ids recorded beside all entries, by chain and in their order, without reading any entry."""
        ...

    def entry_id_at(self, chain: str, place: int) -> str:
        """Return the id recorded beside an entry; "" when there is none at that place."""
        ...

    def entry_kinds(self) -> Mapping[str, int]:
        """Return how many ledger entries of each kind there are, without reading them."""
        ...
