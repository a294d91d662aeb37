"""Where it is remembered how often a catalogue of events was opened, so that nobody tests until the answer pleases."""

from __future__ import annotations

from typing import Protocol


class RunLog(Protocol):
    """The runs of the precedence test on one installation; lines are added and never changed."""

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
