"""The runs on catalogues as lines of JSON in a file of this installation."""

from __future__ import annotations

import json
import os
from pathlib import Path

from kashf.errors import NotAllowedError


class FileRunLog:
    """Keeps runs in a file; one process at a time adds whole lines, which the system writes at once."""

    def __init__(self, path: Path) -> None:
        """Take the file, which need not be there yet."""
        self._path = path

    def count(self, events_sha256: str) -> int:
        """Return how many runs there were on a catalogue; lines that cannot be read are none."""
        try:
            lines = self._path.read_text(encoding="utf-8").splitlines()
        except FileNotFoundError:
            return 0
        except OSError as error:
            raise NotAllowedError(f"the list of runs at {self._path} cannot be read") from error
        return sum(_catalogue(line) == events_sha256 for line in lines)

    def add(self, events_sha256: str, *, when: str, plan: str) -> None:
        """Remember a run.

        Raises:
            NotAllowedError: The file cannot be written.
        """
        line = json.dumps({"events_sha256": events_sha256, "plan": plan, "time": when}, sort_keys=True) + "\n"
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            descriptor = os.open(self._path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
            try:
                os.write(descriptor, line.encode())
                os.fsync(descriptor)
            finally:
                os.close(descriptor)
        except OSError as error:
            raise NotAllowedError(f"the run cannot be remembered in {self._path}, so it is not made") from error


def _catalogue(line: str) -> str:
    try:
        return str(json.loads(line)["events_sha256"])
    except (ValueError, KeyError, TypeError):
        return ""
