"""A change of a case by somebody who can write to its folder and has none of its keys: by plain SQL and plain files, never by kashf."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Final

#: Changes a case in place, by a source of chance.
Act = Callable[[Path, random.Random], None]
#: The channel of the cases that are tampered with.
CHANNEL: Final = "lantern-9"
#: What the first entry of a chain names as the one before it.
GENESIS: Final = "0" * 64


@dataclass(frozen=True, slots=True)
class Change:
    """One change.

    Args:
        name: What it does.
        act: Does it.
        needs_head: Whether it is documented that only a head that was kept elsewhere, or the memory of this installation, tells it.
    """

    name: str
    act: Act
    needs_head: bool = False


def statements(*sql: str) -> Act:
    """Return a change that runs some statements."""
    return on_records(lambda records, _: [records.execute(each) for each in sql])


def on_records(act: Callable[[sqlite3.Connection, random.Random], object]) -> Act:
    """Return a change of the records in one transaction."""

    def change(case: Path, chance: random.Random) -> None:
        with closing(sqlite3.connect(case / "case.db")) as records:
            act(records, chance)
            records.commit()

    return change
