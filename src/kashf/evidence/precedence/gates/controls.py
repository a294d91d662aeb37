"""Control orders: papers that could foretell nothing. A finding that holds for them as well is none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kashf.errors import UsageError
from kashf.evidence.precedence.exact import is_at_most
from kashf.evidence.precedence.gates.judging import FEWEST_GROUPS
from kashf.evidence.precedence.rows.inputs import Order


@dataclass(frozen=True, slots=True)
class Controls:
    """What came out for control orders, under the same choices.

    Args:
        n_used: How many could be used.
        n_informative: Groups of them that could have come out in more than one way.
        hits: How many were followed by an onset.
        expected: How many would be by chance.
        p_calendar: Their calendar p, at its worst over groupings and dates.
        excess: Share followed minus the share expected.
    """

    n_used: int
    n_informative: int
    hits: int
    expected: float
    p_calendar: float
    excess: float

    @property
    def are_enough(self) -> bool:
        """Whether they are enough to say anything."""
        return self.n_informative >= FEWEST_GROUPS

    def undo(self, excess: float, alpha: float) -> bool:
        """Return whether they take a finding away: they are a finding themselves, or exceed chance by as much as the orders do."""
        return self.are_enough and (is_at_most(self.p_calendar, alpha) or self.excess >= excess)


def check_controls(orders: Sequence[Order], controls: Sequence[Order]) -> None:
    """Check that control orders are others.

    Raises:
        UsageError: One has the id of an order, or half of them or more have an order's place and dates.
    """
    ids = {order.id for order in orders}
    same_id = next((control.id for control in controls if control.id in ids), None)
    if same_id is not None:
        raise UsageError(f"control {same_id[:60]!r} is one of the orders; controls are papers that could foretell nothing")
    known = {(order.spots, order.date.bounds) for order in orders}
    same = sum((control.spots, control.date.bounds) in known for control in controls)
    if same and 2 * same >= len(controls):
        raise UsageError(f"{same} of {len(controls)} controls have the place and dates of an order: these are the orders again")
