"""Whether a case's records are sound, as a value and as what looks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

from kashf.domain.ids import DocumentId


@dataclass(frozen=True, slots=True)
class RecordsCondition:
    """What is wrong with the records of a case; empty where nothing is.

    Args:
        foreign: What their schema has that no kashf makes.
        damage: What the database's own check finds.
        miswritten: Places of ledger entries whose row is not in the form in which kashf writes it, as "chain/number".
        jobless: Documents that lack a job they should have, by the name of the stage.
        odd_jobs: How many jobs are in no state that there is, or of no document.
    """

    foreign: tuple[str, ...] = ()
    damage: tuple[str, ...] = ()
    miswritten: tuple[str, ...] = ()
    jobless: Mapping[str, tuple[DocumentId, ...]] = field(default_factory=dict)
    odd_jobs: int = 0


class ConditionView(Protocol):
    """Looks at the records themselves."""

    def condition(self) -> RecordsCondition:
        """Return what is wrong with the records; reads them whole, 1 s for some 300 MB."""
        ...
