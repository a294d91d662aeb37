"""How archives of every kind end, good and damaged: all in time, each with a reason, and how many members are had.

    python benchmarks/accuracy/bench_unpack.py --data DIR

DIR holds `formats/libarchive` and `formats/tika`. Every file is opened in the sandbox. Where `bsdtar` is installed, its list of members
stands beside; it uses the same library, but is asked for names only. The result is printed as JSON.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import time
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryFile
from typing import BinaryIO

from kashf.adapters.sandbox import make_sandbox
from kashf.domain.document import Reason
from kashf.ports.engines import Limits
from kashf.ports.runtime import Outcome, Task

LIMITS = Limits(seconds=30.0)
ARCHIVES = {
    "7z",
    "ar",
    "cab",
    "cpio",
    "gz",
    "iso",
    "jar",
    "lha",
    "lz4",
    "lzh",
    "rar",
    "rpm",
    "tar",
    "tbz",
    "tbz2",
    "tgz",
    "tlz",
    "xar",
    "xz",
    "zip",
    "zipx",
    "zst",
    "Z",
}


@dataclass
class Members:
    """Counts members and lets their bytes go by."""

    heads: int = 0
    had: int = 0
    reasons: Counter[str] = field(default_factory=Counter)
    _file: BinaryIO | None = None
    _is_whole: bool = False

    def begin(self, head: Mapping[str, object]) -> BinaryIO:
        """Return where the next member's bytes go."""
        self.heads += 1
        reason = str(head.get("reason", ""))
        self._is_whole = not reason
        if reason:
            self.reasons[reason] += 1
        self._file = TemporaryFile()  # noqa: SIM115 - closed when the member ends
        return self._file  # type: ignore[return-value]  # a file of bytes

    def end(self) -> None:
        """Count a member that came whole."""
        self.had += self._is_whole
        if self._file:
            self._file.close()

    def abort(self) -> None:
        """Let go of a member that broke off."""
        if self._file:
            self._file.close()


def main() -> None:
    """Print how the files end."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    data = parser.parse_args().data / "formats"
    files = sorted((data / "libarchive").iterdir())
    files += sorted(path for path in (data / "tika").iterdir() if path.suffix[1:] in ARCHIVES)
    print(json.dumps(measured(files), ensure_ascii=False, indent=1))


def measured(files: list[Path]) -> dict[str, object]:
    """Return counts over all files."""
    ends, slowest, fewer = Counter[str](), 0.0, []
    listed = had = beside = 0
    bsdtar = shutil.which("bsdtar")
    sandbox = make_sandbox()
    with sandbox.worker() as box:
        for path in files:
            members = Members()
            started = time.perf_counter()
            outcome = box.run(Task("read", [path], {"names": [path.name]}, LIMITS), members=members)
            slowest = max(slowest, time.perf_counter() - started)
            ends[ending(outcome)] += 1
            listed, had = listed + members.heads, had + members.had
            if bsdtar and (names := listed_by(bsdtar, path)) is not None:
                beside += names
                if members.heads < names:
                    fewer.append({"file": path.name, "bsdtar": names, "listed": members.heads, "end": ending(outcome)})
    comparison: object = {"members": beside, "files_with_fewer_here": fewer} if bsdtar else "bsdtar is not installed: not compared"
    return {
        "files": len(files),
        "sandbox": sandbox.grade,
        "ends": dict(sorted(ends.items())),
        "slowest_seconds": round(slowest, 2),
        "members_listed": listed,
        "members_had": had,
        "listed_by_bsdtar": comparison,
    }


def ending(outcome: Outcome) -> str:
    """Return type family, state and reason of one file."""
    if not isinstance(outcome.untrusted_answer, dict):
        return f"failed: {outcome.reason or Reason.CRASHED}"
    answer = outcome.untrusted_answer
    return f"{answer['status']}: {answer['reason']}" if answer["reason"] else str(answer["status"])


def listed_by(bsdtar: str, path: Path) -> int | None:
    """Return how many members that are no folders bsdtar lists; None when it lists none."""
    try:
        shown = subprocess.run([bsdtar, "-tvf", path], capture_output=True, timeout=60, check=False, stdin=subprocess.DEVNULL)
    except subprocess.TimeoutExpired:
        return None
    lines = [line for line in shown.stdout.split(b"\n") if line and not line.startswith(b"d")]
    return len(lines) or None


if __name__ == "__main__":
    main()
