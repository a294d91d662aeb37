"""Two versions of a board: what was changed between them, and how far each hypothesis moved."""

from __future__ import annotations

from dataclasses import dataclass

from kashf.evidence.hypotheses.board import EvidenceColumn, HypothesisBoard
from kashf.evidence.hypotheses.weighed_board import weigh_board


@dataclass(frozen=True, slots=True)
class BoardMove:
    """What moved.

    Args:
        changed: What was changed, each as "added evidence E7".
        moved: Hypothesis, posterior before (None where it was not there), posterior after (None where it is gone).
        leader_before: Who led.
        leader_after: Who leads.
    """

    changed: tuple[str, ...]
    moved: tuple[tuple[str, float | None, float | None], ...]
    leader_before: str
    leader_after: str


def board_move(before: HypothesisBoard, after: HypothesisBoard) -> BoardMove:
    """Return what moved between two versions of a board."""
    old, new = weigh_board(before), weigh_board(after)
    was, now = ({row.id: row.posterior for row in each.rows} for each in (old, new))
    moved = tuple((id, was.get(id), now.get(id)) for id in sorted(was.keys() | now.keys()))
    return BoardMove(tuple(_changes(before, after)), moved, old.leader, new.leader)


def _changes(before: HypothesisBoard, after: HypothesisBoard) -> list[str]:
    told = [] if before.question == after.question else ["reworded the question"]
    for what, old, new in (
        ("hypothesis", {each.id: each for each in before.hypotheses}, {each.id: each for each in after.hypotheses}),
        ("evidence", {each.id: each for each in before.columns}, {each.id: each for each in after.columns}),
        ("channel", {each.id: each for each in before.channels}, {each.id: each for each in after.channels}),
    ):
        told += [f"added {what} {id}" for id in sorted(new.keys() - old.keys())]
        told += [f"took out {what} {id}" for id in sorted(old.keys() - new.keys())]
        told += [f"changed {what} {id}{_cells(old[id], new[id])}" for id in sorted(old.keys() & new.keys()) if old[id] != new[id]]
    if before.sweep != after.sweep:
        told.append("changed the sweep of priors")
    return told


def _cells(old: object, new: object) -> str:
    if not isinstance(old, EvidenceColumn) or not isinstance(new, EvidenceColumn):
        return ""
    other = sorted(id for id in old.cells.keys() & new.cells.keys() if old.cells[id] != new.cells[id])
    return f" ({', '.join(other)})" if other else ""
