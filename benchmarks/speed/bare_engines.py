"""The bare time of the engines on a folder of files: the base line against which `kashf add` is measured.

Run: python benchmarks/speed/bare_engines.py FOLDER [--processes 2] [--ocr-list FILE] [--json]

The same readers, unpackers and tesseract as in `kashf add`, called directly in a few long-lived processes that share the files out among
themselves. Members of containers are read too. There is no sandbox, no process for each file, no hashing, no store, no ledger and no
index; what those add is what `kashf add` costs. `--ocr-list` writes which files went through OCR, so that the rest can be measured alone.
A process that a file brings down, or keeps busy for too long, is replaced by another; the few files it was at are not read, and counted.
"""

from __future__ import annotations

import argparse
import json
import os
import signal
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from pathlib import Path
from typing import Any, cast

#: Containers within containers; as in the product.
DEPTH = 8
#: Plain texts are read several at once, as in the product; few, so that the processes end together.
BATCH = 4
#: Seconds after which a process that is still at the same few files is ended.
LONGEST_BATCH = 300


class _Members:
    """Takes members of a container into memory."""

    def __init__(self) -> None:
        self.files: list[int] = []

    def member(self, _head: dict[str, object], chunks: Iterable[bytes] | None) -> None:
        """Keep one member as a file in memory."""
        if chunks is None:
            return
        file = os.memfd_create("member")
        for chunk in chunks:
            os.write(file, chunk)
        self.files.append(file)


def main() -> None:
    """Read every file of the folder and print what it took."""
    parser = argparse.ArgumentParser(description="Bare time of the engines")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--ocr-list", type=Path)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    files = sorted(str(path) for path in options.folder.rglob("*") if path.is_file())
    figures, ocr_files = measure(files, processes=options.processes)
    if options.ocr_list:
        options.ocr_list.write_text("\n".join(ocr_files), "utf-8")
    print(json.dumps(figures) if options.json else "\n".join(f"{key}: {value}" for key, value in figures.items()))


def measure(files: Sequence[str], *, processes: int) -> tuple[dict[str, Any], list[str]]:
    """Return figures, and which files went through OCR. Loading the engines is not counted: it is done once in any installation."""
    from kashf.sandboxed import worker

    worker.preload()
    context = get_context("fork")
    shared = context.Value("i", 0)
    started = time.perf_counter()

    def start() -> tuple[Connection, Any]:
        results, sending = context.Pipe(duplex=False)
        process = context.Process(target=_work, args=(list(files), shared, sending))
        process.start()
        sending.close()  # so that the end of the process is the end of its results
        return results, process

    parts, died = _collect(dict(start() for _ in range(processes)), start=start)
    wall = time.perf_counter() - started
    statuses: Counter[str] = sum((part["statuses"] for part in parts), Counter())
    figures = {
        "files": len(files),
        "members": sum(part["members"] for part in parts),
        "ocr_files": sum(len(part["ocr"]) for part in parts),
        "wall_seconds": round(wall, 2),
        "cpu_seconds": round(sum(part["cpu"] for part in parts), 2),
        "cpu_seconds_of_ocr_files": round(sum(part["ocr_cpu"] for part in parts), 2),
        "statuses": dict(statuses),
        "processes": processes,
        "processes_that_died": died,
        "cores": os.cpu_count(),
    }
    return figures, sorted(file for part in parts for file in part["ocr"])


def _collect(running: dict[Connection, Any], *, start: Callable[[], tuple[Connection, Any]]) -> tuple[list[dict[str, Any]], int]:
    """Return what came of each batch, and how many processes died at one; each of those is replaced."""
    parts: list[dict[str, Any]] = []
    died = 0
    while running:
        for ready in wait(list(running)):
            results = cast("Connection", ready)
            try:
                parts.append(results.recv())
            except EOFError:
                process = running.pop(results)
                process.join()
                if process.exitcode:
                    died += 1
                    running |= [start()]
    return parts, died


def _work(files: list[str], shared: Any, results: Connection) -> None:
    """Take files until none is left; a batch of them at a time, as long as they are plain texts."""
    _quiet()
    while True:
        with shared.get_lock():
            first, shared.value = shared.value, shared.value + BATCH
        if first >= len(files):
            return
        part: dict[str, Any] = {"members": 0, "ocr": [], "ocr_cpu": 0.0, "statuses": Counter()}
        before = time.process_time()
        signal.alarm(LONGEST_BATCH)
        _read_batch(files[first : first + BATCH], part)
        signal.alarm(0)
        part["cpu"] = time.process_time() - before
        results.send(part)


def _read_batch(files: Sequence[str], part: dict[str, Any]) -> None:
    from kashf.sandboxed import worker

    descriptors = [os.open(file, os.O_RDONLY) for file in files]
    answers: Any = worker.handle({"kind": "texts", "params": {"names": [Path(file).name for file in files]}}, descriptors, _Members())
    for file, descriptor, answer in zip(files, descriptors, answers["answers"], strict=True):
        if answer is not None:
            part["statuses"][answer["status"]] += 1
            os.close(descriptor)
            continue
        before = time.process_time()
        if _read(descriptor, Path(file).name, part, depth=0):
            part["ocr"].append(file)
            part["ocr_cpu"] += time.process_time() - before


def _read(descriptor: int, name: str, part: dict[str, Any], *, depth: int) -> bool:
    """Read one file and its members; return whether OCR took part."""
    from kashf.sandboxed import worker

    members = _Members()
    answer: Any = worker.handle({"kind": "read", "params": {"names": [name]}}, [descriptor], members)
    os.close(descriptor)
    part["members"] += len(members.files)
    part["statuses"][answer["status"]] += depth == 0
    is_ocr = "tesseract" in answer["engines"]
    for member in members.files:
        is_ocr |= _read(member, "member", part, depth=depth + 1) if depth < DEPTH else False
    return is_ocr


def _quiet() -> None:
    """Send what engines write about bad files to nowhere."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)


if __name__ == "__main__":
    os.environ["PATH"] = "/nonexistent"  # as in the sandbox, where engines find no programs to call
    sys.exit(main())
