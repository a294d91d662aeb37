"""The bare engines on a folder of files: no store, no sandbox, no custody. The base line against which `kashf add` is measured.

    python -m benchmarks.speed.bare_engines FOLDER [--processes 2]

The same readers, unpackers and OCR that kashf uses are called directly, in as many processes as there are cores, on every distinct
file; members of containers are read too. Bytes seen before in the same process are not read again, as kashf does not either.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import multiprocessing
import os
import tempfile
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

from kashf import worker

_SEEN: set[str] = set()


class _ToFiles:
    """Takes members of a container and writes them to files of a temp folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.files: list[Path] = []

    def member(self, _head: dict[str, object], chunks: Iterable[bytes] | None) -> None:
        """Write one member."""
        if chunks is None:
            return
        path = self.folder / str(len(self.files))
        with path.open("wb") as stream:
            for chunk in chunks:
                stream.write(chunk)
        self.files.append(path)


def main() -> None:
    """Read everything and print how long it took."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--processes", type=int, default=len(os.sched_getaffinity(0)))
    asked = parser.parse_args()
    began = time.perf_counter()
    files = sorted(_distinct(path for path in asked.folder.rglob("*") if path.is_file()))
    # Each process loads the engines itself: some keep threads, which a fork would leave behind.
    with multiprocessing.get_context("spawn").Pool(asked.processes, initializer=worker.preload) as pool:
        counts = list(pool.imap_unordered(_read, files, chunksize=4))
    print(json.dumps({"files": len(files), "read": sum(counts), "seconds": round(time.perf_counter() - began, 1)}))


def _distinct(paths: Iterable[Path]) -> Iterator[Path]:
    seen: set[str] = set()
    for path in sorted(paths):
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        if digest not in seen:
            seen.add(digest)
            yield path


def _read(path: Path) -> int:
    """Return how many documents were read: the file, and what lies in it."""
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    if digest in _SEEN:
        return 0
    _SEEN.add(digest)
    with tempfile.TemporaryDirectory(prefix="bare-") as folder:
        members = _ToFiles(Path(folder))
        descriptor = os.open(path, os.O_RDONLY)
        try:
            worker.handle({"deed": "read", "params": {"names": [path.name]}}, [descriptor], members)
        except Exception as fault:  # noqa: BLE001 - what a file does to an engine is no concern of a clock
            print(json.dumps({"fault": type(fault).__name__}))
        finally:
            os.close(descriptor)
        return 1 + sum(_read(member) for member in members.files)


if __name__ == "__main__":
    main()
