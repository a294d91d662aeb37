"""What every stage of a run has in common."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, Protocol

#: Of `Progress`: files on which passwords are tried, of those on which that was begun.
PASSWORDS: Final = "files on which passwords are tried"


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a piece of work is.

    Args:
        stage: "receive", the name of a stage, or `PASSWORDS`.
        done: Units done.
        total: Units in all, or 0 when not known yet.
        is_again: Whether they were done before, and are taken up again since what does it has changed; said once, before the first.
    """

    stage: str
    done: int
    total: int = 0
    is_again: bool = False


#: Takes progress; called often, from one thread.
Report = Callable[[Progress], None]


class StageWork(Protocol):
    """One stage of a run over what waits."""

    @property
    def is_busy(self) -> bool:
        """Whether something is under way elsewhere, or not kept yet."""
        ...

    def go_on(self, *, is_idle: bool) -> bool:
        """Work a little, without waiting for anybody, and return whether there may be more; if not, all is kept that can be by now.

        Args:
            is_idle: Whether the stages before have nothing left.
        """
        ...

    def finish(self) -> None:
        """Keep what is left; nothing waits any more."""
        ...
