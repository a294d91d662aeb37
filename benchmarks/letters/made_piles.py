"""Piles of letters of `examples/siege/make_acts.py`, with the truth about each, and what kashf says of a case of them."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any


def made_pile(work: Path, *, letters: int, seed: int = 1, scans: int = 0, wordings: str = "shown", registers: bool = False) -> Path:
    """Return the folder of a pile, made unless it is there; its name says how it was made, so those who want the same share it.

    Args:
        work: Where piles lie.
        letters: How many.
        seed: The same gives the same pile.
        scans: Per cent of the letters that are pictures of paper.
        wordings: "shown" or "kept".
        registers: Whether lists of what went out and came in are among the files.
    """
    pile = work / f"{wordings}-{letters}-letters-{scans}-scans{'-registers' if registers else ''}-{seed}"
    if not pile.exists():
        words = ["--seed", seed, "--letters", letters, "--scans", scans / 100, "--wordings", wordings, "--out", pile]
        words += () if registers else ("--no-registers",)
        subprocess.run([sys.executable, "-m", "examples.siege.make_acts", *map(str, words)], check=True, capture_output=True)
    return pile


def true_rows(pile: Path, name: str) -> list[Mapping[str, Any]]:
    """Return the rows of one list of a pile's truth."""
    return [json.loads(line) for line in (pile / "truth" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]


def file_name(path: str) -> str:
    """Return what tells a file of a pile from the others, however deep it was found."""
    return path.rsplit("/", 1)[-1]


def true_name(row: Mapping[str, Any]) -> str:
    """Return the same of a letter of the truth."""
    return file_name(str(row["member"] or row["file"]))


def told_by(command: Sequence[str]) -> Mapping[str, Any]:
    """Return what a command of kashf prints as JSON."""
    printed = subprocess.run([sys.executable, "-m", "kashf", *command, "--json"], check=False, capture_output=True, text=True).stdout
    return dict(json.loads(printed))
