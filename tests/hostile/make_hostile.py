"""Writes the hostile files into a folder: `python -m tests.hostile.make_hostile FOLDER`. None of them harms unless it is opened."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from tests.hostile.bombs import BOMBS
from tests.hostile.conversations import CONVERSATIONS
from tests.hostile.traps import TRAPS
from tests.hostile.web_archives import WEB_ARCHIVES

#: File name -> what makes its bytes.
HOSTILE: Mapping[str, Callable[[], bytes]] = {**BOMBS, **TRAPS, **WEB_ARCHIVES, **CONVERSATIONS}


def write_hostile(folder: Path, name: str) -> Path:
    """Write one hostile file and return its path."""
    path = folder / name
    path.write_bytes(HOSTILE[name]())
    return path


if __name__ == "__main__":
    for each in HOSTILE:
        write_hostile(Path(sys.argv[1]), each)
