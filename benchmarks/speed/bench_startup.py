"""How long a person waits for an answer: whole commands, from process start to exit.

    python -m benchmarks.speed.bench_startup CASE [--runs 15]

Prints one JSON object with the median and the slowest of several runs, in seconds of wall time, warm.
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
import time
from pathlib import Path

from benchmarks.speed.measure import machine


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("case", type=Path)
    parser.add_argument("--runs", type=int, default=15)
    asked = parser.parse_args()
    kashf = str(Path(sys.executable).with_name("kashf"))
    commands = {
        "help": [kashf, "--help"],
        "find": [kashf, "find", str(asked.case), "Shamali"],
        "find_arabic": [kashf, "find", str(asked.case), "الشمالي"],
        "count": [kashf, "count", str(asked.case), "Abu Mohammed al-Shamali"],
        "status": [kashf, "status", str(asked.case)],
        "python": [sys.executable, "-c", "pass"],
    }
    figures: dict[str, object] = {"what": "startup", **machine()}
    for name, words in commands.items():
        taken = [_seconds(words) for _ in range(asked.runs + 1)][1:]
        figures[name] = {"median_seconds": round(statistics.median(taken), 3), "slowest_seconds": round(max(taken), 3)}
    print(json.dumps(figures))


def _seconds(words: list[str]) -> float:
    began = time.perf_counter()
    subprocess.run(words, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.perf_counter() - began


if __name__ == "__main__":
    main()
