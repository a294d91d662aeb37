"""The case on which answers and screens are timed: one that is there, or one made of small texts."""

from __future__ import annotations

import argparse
import random
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from benchmarks.speed.varied_leak import example_leak, make_leak

KASHF = [sys.executable, "-m", "kashf"]


def add_arguments(parser: argparse.ArgumentParser, *, files: int) -> None:
    """Let a benchmark be told which case it is about.

    Args:
        parser: Of its command line.
        files: Of how many it makes one where it is not told.
    """
    parser.add_argument("case", type=Path, nargs="?")
    parser.add_argument("--files", type=int, default=files)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--plain", action="store_true", help="Make it of the example's two thousand words alone.")


@contextmanager
def case_of(asked: argparse.Namespace) -> Iterator[Path]:
    """Yield the case that was asked for."""
    if asked.case:
        yield asked.case
        return
    with tempfile.TemporaryDirectory(prefix="kashf-bench-") as scratch:
        make = example_leak if asked.plain else make_leak
        files, case = make(Path(scratch) / "leak", files=asked.files, seed=asked.seed), Path(scratch) / "made.case"
        subprocess.run([*KASHF, "init", case], check=True, capture_output=True)
        subprocess.run([*KASHF, "add", case, files, "--from", "courier"], check=False, capture_output=True)
        yield case


def watchlist(names: Sequence[str], *, entries: int = 100) -> str:
    """Return a list to screen: half of it names of the case, as many as there are, the rest names of nobody in it."""
    known = [*names[: entries // 2]]
    chance = random.Random(1)
    syllables = ("ba", "dor", "kal", "mun", "ri", "sho", "tev", "zan")
    others = [" ".join("".join(chance.choices(syllables, k=3)).title() for _ in range(2)) for _ in range(entries - len(known))]
    return "\n".join(["name", *(name.replace(",", " ") for name in (*known, *others))])
