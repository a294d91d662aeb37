"""Where it is remembered how often a catalogue of events was opened and which plans were frozen, so that nobody tests until it pleases."""

from __future__ import annotations

from typing import Protocol


class RunLog(Protocol):
    """Runs and plans of the precedence test on one installation; lines are added and never changed."""

    def count(self, events_sha256: str) -> int:
        """Return how many runs there were on a catalogue."""
        ...

    def add(self, events_sha256: str, *, when: str, plan: str) -> None:
        """Remember a run.

        Args:
            events_sha256: Of the catalogue.
            when: The time, as the ledger writes it.
            plan: Hash of its plan, or "".

        Raises:
            NotAllowedError: It cannot be written, so nothing may be run either.
        """
        ...

    def freeze(self, plan: str, *, when: str) -> None:
        """Remember that a plan was frozen.

        Args:
            plan: Its hash.
            when: The time, as the ledger writes it.

        Raises:
            NotAllowedError: It cannot be written.
        """
        ...

    def was_frozen(self, plan: str) -> bool:
        """Return whether the plan of a hash was frozen here."""
        ...
