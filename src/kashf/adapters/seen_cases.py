"""What this installation last saw of each case, as files of its own folder: one for each place where a case lies.

A file is named by a hash of that place, so that it does not tell where cases lie. A copy of a case elsewhere has a file of its own.
"""

from __future__ import annotations

import hashlib
import json
import os
from contextlib import suppress
from pathlib import Path

from kashf.domain.witness.seen_case import SeenCase, parse_seen


class SeenCases:
    """Remembers cases in a folder.

    Args:
        folder: Made when it is missing, for its owner alone.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def last(self, case: Path) -> SeenCase | None:
        """Return what was last seen of the case at a place; None when that was never seen.

        Raises:
            OSError: What was written of it cannot be read.
            ValueError: It is damaged.
        """
        try:
            return parse_seen(json.loads(self._path(case).read_bytes()))
        except FileNotFoundError:
            return None
        except RecursionError as error:
            raise ValueError("not what was seen of a case") from error

    def remember(self, case: Path, seen: SeenCase) -> None:
        """Keep what is seen of the case at a place, whole or not at all.

        Raises:
            OSError: It cannot be written.
        """
        path = self._path(case)
        content = json.dumps(seen.body()).encode()
        with suppress(OSError):
            if path.read_bytes() == content:
                return
        self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        fresh = path.with_suffix(f".{os.getpid()}.new")
        with os.fdopen(os.open(fresh, os.O_CREAT | os.O_TRUNC | os.O_WRONLY | os.O_NOFOLLOW, 0o600), "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        fresh.rename(path)

    def _path(self, case: Path) -> Path:
        return self._folder / f"{hashlib.sha256(os.fsencode(case.resolve())).hexdigest()[:32]}.json"
