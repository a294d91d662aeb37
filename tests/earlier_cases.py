"""Cases that earlier kashfs made, kept whole under `tests/fixtures`."""

from __future__ import annotations

import json
import tarfile
from pathlib import Path
from typing import Any

FIRST_FORMAT = Path(__file__).parent / "fixtures" / "first_format"


def unpacked(folder: Path) -> Path:
    """Return the case that the first kashf made, unpacked into a folder."""
    with tarfile.open(FIRST_FORMAT / "case.tar.gz") as archive:
        archive.extractall(folder, filter="tar")
    (folder / "first.case").chmod(0o700)
    return folder / "first.case"


def recorded() -> Any:
    """Return what the kashf that made it said of it."""
    return json.loads((FIRST_FORMAT / "recorded.json").read_text(encoding="utf-8"))
