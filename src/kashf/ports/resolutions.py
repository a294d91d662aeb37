"""What is kept of resolving names: which pairs may be one, and which entity each name belongs to. Derived; made again at will."""

from __future__ import annotations

from dataclasses import dataclass

from kashf.domain.entity import NameKey
from kashf.domain.reasons import NO_REASONS, Reasons


@dataclass(frozen=True, slots=True)
class NamePair:
    """Two names of one type that are, or may be, names of one.

    Args:
        left: The one that sorts first.
        right: The other.
        score: In [0..1]; how alike they are.
        why: The reasons.
        warning: What makes them false friends; empty when nothing does.
    """

    left: NameKey
    right: NameKey
    score: float
    why: Reasons
    warning: Reasons = NO_REASONS


@dataclass(frozen=True, slots=True)
class Membership:
    """Which entity a name belongs to, and why.

    Args:
        key: The name.
        leader: The name its entity goes by: its most frequent full form.
        via: The member it was joined to; "" for the leader.
        score: In [0..1]; of that join, 1 for the leader and for what people decided.
        why: The reasons; none for the leader.
        is_undecided: Whether it is a partial name, or one that fits several entities, so that it stands apart until somebody decides.
    """

    key: NameKey
    leader: NameKey
    via: NameKey
    score: float
    why: Reasons
    is_undecided: bool = False
