"""Runs a command and says what it cost: wall time, processor time of all its processes, and the most memory they held together."""

from __future__ import annotations

import os
import platform
import resource
import subprocess
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import psutil

#: Asking the kernel for the share of every page costs milliseconds a process, so it is not asked often.
_LOOK_EVERY_SECONDS = 1.0


@dataclass(frozen=True, slots=True)
class Cost:
    """What a command cost.

    Args:
        code: Its exit code.
        wall_seconds: From start to exit.
        cpu_seconds: User and system time of the command and all processes it waited for.
        peak_pss_mb: Most proportional set size of the whole process tree at any look, in 10^6 bytes.
        output: What it printed on stdout.
    """

    code: int
    wall_seconds: float
    cpu_seconds: float
    peak_pss_mb: float
    output: str


def run(words: Sequence[str | Path], *, environment: Mapping[str, str] | None = None, watch: bool = True) -> Cost:
    """Run a command to its end.

    Args:
        words: The command.
        environment: Added to this process's.
        watch: Sample memory as well, which costs some processor time of this process.
    """
    before = _cpu()
    began = time.perf_counter()
    environ = {**os.environ, **(environment or {})}
    running = subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environ, text=True)
    peak = [0.0]
    watcher = threading.Thread(target=_watch, args=(running, peak), daemon=True)
    if watch:
        watcher.start()
    output, _ = running.communicate()
    wall = time.perf_counter() - began
    if watch:
        watcher.join()
    return Cost(running.returncode, wall, _cpu() - before, peak[0], output)


def machine() -> dict[str, object]:
    """Return what a figure must be read with: the processor's model, its cores, and how busy the machine is with other things."""
    return {"processor": processor(), "cores": len(os.sched_getaffinity(0)), "load": round(os.getloadavg()[0], 2)}


def processor() -> str:
    """Return the model of the processor as Linux names it, or its architecture where Linux names none."""
    lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    models = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(models, platform.machine())


def _cpu() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _watch(running: subprocess.Popen[str], peak: list[float]) -> None:
    while running.poll() is None:
        peak[0] = max(peak[0], _tree_pss(running.pid) / 1e6)
        time.sleep(_LOOK_EVERY_SECONDS)


def _tree_pss(pid: int) -> int:
    try:
        root = psutil.Process(pid)
        tree = [root, *root.children(recursive=True)]
    except psutil.NoSuchProcess:
        return 0
    return sum(_pss(process.pid) for process in tree)


def _pss(pid: int) -> int:
    try:
        text = Path(f"/proc/{pid}/smaps_rollup").read_text()
    except OSError:
        return 0  # It ended meanwhile.
    return next((int(line.split()[1]) * 1024 for line in text.splitlines() if line.startswith("Pss:")), 0)
