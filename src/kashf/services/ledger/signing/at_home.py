"""What an installation knows itself of a case, and holds against what it finds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from kashf.domain.ledger import Fault, Recorded
from kashf.domain.witness.seen_case import SeenCase, not_continued


@dataclass(frozen=True, slots=True)
class AtHome:
    """What the installation that verifies knows.

    Args:
        device: Its name; "" when it is not told.
        key: Its public key, in hex; "" when it has none.
        seen: What it last saw of the case; None when it never did, or when that is not to count.
    """

    device: str = ""
    key: str = ""
    seen: SeenCase | None = None


#: Nothing known but what the case tells of itself.
NOWHERE: Final = AtHome()


def seen_faults(home: AtHome, entries: Sequence[Recorded], case: str) -> tuple[Fault, ...]:
    """Return what an installation saw of a case and does not find any more.

    Args:
        home: What it knows.
        entries: All of the case, with the ids recorded beside them.
        case: Its id.
    """
    if home.seen is None:
        return ()
    ids = {(entry.chain, entry.seq): id for entry, id in entries}
    return not_continued(home.seen, case, lambda chain, place: ids.get((chain, place), ""))
