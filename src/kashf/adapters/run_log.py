"""The runs on catalogues, and the plans that were frozen, as lines of JSON in a file of this installation."""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Iterator, Mapping
from pathlib import Path

from kashf.domain.acts.catalogue_record import CatalogueRecord, PastRun
from kashf.errors import NotAllowedError


class FileRunLog:
    """Keeps runs in a file; one process at a time adds whole lines, which the system writes at once."""

    def __init__(self, path: Path) -> None:
        """Take the file, which need not be there yet."""
        self._path = path

    def record(self, events_sha256: str) -> CatalogueRecord:
        """Return every plan and every run on a catalogue, in their order; lines that cannot be read are none.

        Raises:
            NotAllowedError: The file cannot be read.
        """
        lines = [line for line in self._lines() if line.get("events_sha256") == events_sha256]
        runs = tuple(_run(line) for line in lines if "frozen" not in line)
        plans = dict.fromkeys(str(line.get("frozen", line.get("plan", ""))) for line in lines)
        return CatalogueRecord(tuple(plan for plan in plans if plan), runs)

    def add(self, events_sha256: str, run: PastRun) -> None:
        """Remember a run.

        Raises:
            NotAllowedError: The file cannot be written.
        """
        self._write({"events_sha256": events_sha256, "p": run.p, "plan": run.plan, "time": run.when, "verdict": run.verdict})

    def freeze(self, plan: str, *, events_sha256: str, when: str) -> None:
        """Remember that a plan was frozen.

        Raises:
            NotAllowedError: The file cannot be written.
        """
        self._write({"events_sha256": events_sha256, "frozen": plan, "time": when})

    def was_frozen(self, plan: str) -> bool:
        """Return whether the plan of a hash was frozen here.

        Raises:
            NotAllowedError: The file cannot be read.
        """
        return any(line.get("frozen") == plan for line in self._lines())

    def _lines(self) -> Iterator[Mapping[str, object]]:
        try:
            content = self._path.read_bytes()
        except FileNotFoundError:
            return
        except OSError as error:
            raise NotAllowedError(f"the list of runs at {self._path} cannot be read") from error
        for line in content.split(b"\n"):
            with contextlib.suppress(ValueError, RecursionError):
                found = json.loads(line)
                if isinstance(found, dict):
                    yield found

    def _write(self, value: Mapping[str, str | float | None]) -> None:
        # The line before may have been cut off; an empty line between two harms nobody.
        line = "\n" + json.dumps(value, sort_keys=True) + "\n"
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            descriptor = os.open(self._path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
            try:
                os.write(descriptor, line.encode())
                os.fsync(descriptor)
            finally:
                os.close(descriptor)
        except OSError as error:
            raise NotAllowedError(f"nothing can be remembered in {self._path}, so nothing is tested") from error


def _run(line: Mapping[str, object]) -> PastRun:
    """Return the run that a line tells of; one of an older kashf does not say what came out."""
    p = line.get("p")
    return PastRun(
        str(line.get("plan", "")), str(line.get("time", "")), str(line.get("verdict", "")), float(p) if isinstance(p, int | float) else None
    )
