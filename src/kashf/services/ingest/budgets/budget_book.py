"""What received files may still cost, kept while a run goes on."""

from __future__ import annotations

import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final

from kashf.domain.document import Reason
from kashf.domain.entity import RESOLVED, MentionType, PlacedMention
from kashf.domain.ids import DocumentId
from kashf.ports.counted.received_costs import NO_COST, Cost, budget_for, different_names_for
from kashf.ports.engines import Limits

#: Part of its budget that a received file itself has at least, however much what lies in it cost when it was read before.
_SHARE_OF_ITSELF: Final = 4
_WORDS: Final = {
    "seconds": "{:,.0f} seconds",
    "stored_bytes": "{:,} bytes of members",
    "members": "{:,} members",
    "characters": "{:,} characters of text",
    "names": "{:,} names",
    "rows": "{:,} rows",
}


class OverBudgetError(Exception):
    """What lies in a received file takes more than the file may cost; no fault of anything else."""


@dataclass(slots=True)
class _Account:
    budget: Cost
    cost: Cost
    different_names: int
    #: Names that its members brought, by kind, as numbers.
    brought: dict[MentionType, set[int]] = field(default_factory=dict)


class BudgetBook:
    """The accounts of received files; several threads may ask at once.

    Args:
        times: How much more than others received files may cost, where somebody decided so.
    """

    def __init__(self, times: Mapping[DocumentId, int] = MappingProxyType({})) -> None:
        self._times = times
        self._lock = threading.Lock()
        self._accounts: dict[DocumentId, _Account] = {}
        self._came_in: dict[DocumentId, DocumentId] = {}

    def has(self, received: DocumentId) -> bool:
        """Return whether a received file has an account."""
        return received in self._accounts

    def open(self, received: DocumentId, size_bytes: int, cost: Cost = NO_COST) -> None:
        """Begin to count what a received file costs; one that has an account keeps it.

        Args:
            received: Its bytes.
            size_bytes: Of it.
            cost: What it cost before.
        """
        with self._lock:
            if received not in self._accounts:
                times = self._times.get(received, 1)
                different = different_names_for(size_bytes, times=times)
                self._accounts[received] = _Account(budget_for(size_bytes, times=times), cost, different)
                self._came_in.setdefault(received, received)

    def assign(self, document: DocumentId, received: DocumentId) -> None:
        """Say in which received file, which has an account, a document came."""
        self._came_in[document] = received

    def received(self, document: DocumentId) -> DocumentId:
        """Return the received file that a document came in; itself, where nothing else was said."""
        return self._came_in.get(document, document)

    def spend(self, document: DocumentId, cost: Cost) -> bool:
        """Count what a document cost, and return whether the received file that it came in may go on to cost as much."""
        with self._lock:
            account = self._accounts[self.received(document)]
            account.cost += cost
            over = account.cost - account.budget
            return not any(took and over.as_json()[each] for each, took in cost.as_json().items())

    def give_back(self, document: DocumentId, cost: Cost) -> None:
        """Take back what a document cost before, since it is done again."""
        with self._lock:
            self._accounts[self.received(document)].cost -= cost

    def left(self, document: DocumentId) -> Cost:
        """Return what a document may cost: what is left to the received file that it came in."""
        with self._lock:
            account = self._accounts[self.received(document)]
            left = account.budget - account.cost
            if self.received(document) != document:
                return left
            return left.at_least(account.budget.part(_SHARE_OF_ITSELF))

    def names_within(self, document: DocumentId, placed: Sequence[PlacedMention]) -> int:
        """Return how many places of names in a document come before the first with a name that is one too many of its kind.

        Different names count, of kinds that are compared with one another, and to the received file that the document came in for as long
        as the book is open; a received file has as many for itself.
        """
        received = self.received(document)
        account = self._accounts.get(received)
        most = account.different_names if account else different_names_for(0)
        if received == document and len(placed) <= most:
            return len(placed)
        brought = account.brought if account and received != document else {}
        for place, each in enumerate(placed):
            if each.mention.type in RESOLVED:
                with self._lock:
                    known, number = brought.setdefault(each.mention.type, set()), hash(each.key)
                    if number not in known and len(known) >= most:
                        return place
                    known.add(number)
        return len(placed)

    def used_up(self, document: DocumentId) -> str:
        """Return, for a person, why a document that lies in another is not to be begun; "" where it may be."""
        received = self.received(document)
        if received == document:
            return ""
        with self._lock:
            account = self._accounts[received]
            beyond = [each for each in account.cost.beyond(account.budget) if each not in _LATER]
        return self.told(document, beyond[0]) if beyond else ""

    def told(self, document: DocumentId, what: str) -> str:
        """Return the words for a budget that is used up."""
        received = self.received(document)
        words = _WORDS[what].format(getattr(self._accounts[received].budget, what))
        return f"{received[:12]}, in which it came, may cost {words}; if it is worth more: kashf process CASE --more-for {received[:12]}"


#: What only the stages of texts take: a document is read all the same.
_LATER: Final = frozenset({"names", "rows"})


def cut_by_budget(reason: Reason | None, cost: Cost, limits: Limits, whole: Limits) -> bool:
    """Return whether a file was not read whole since less was left to its received file than files may cost, and not by itself.

    Args:
        reason: Why it is not whole.
        cost: What it took.
        limits: What it was given.
        whole: What files of its size are given.
    """
    if reason is Reason.TIMEOUT:
        return limits.seconds < whole.seconds
    if reason is not Reason.TOO_LARGE:
        return False
    return (
        (limits.members < whole.members and cost.members >= limits.members)
        or (limits.unpacked_bytes < whole.unpacked_bytes and cost.stored_bytes + _LONGEST_CHUNK >= limits.unpacked_bytes)
        or (limits.text_characters < whole.text_characters and 10 * cost.characters >= 9 * limits.text_characters)
    )


#: Bytes that come out of a container together.
_LONGEST_CHUNK: Final = 1 << 20
