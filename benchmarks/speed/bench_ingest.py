"""What taking files in costs, next to the bare engines on the same files.

    python -m benchmarks.speed.bench_ingest [--files 2000] [--mix full|digital|text] [--seed 1] [--keep DIR]

Prints one JSON object: wall and processor seconds of `kashf add` (receipts, custody, copies and index included) and of the same readers
called directly in two processes, their ratio, the peak memory of the whole process tree, and the sizes of index and case.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from pathlib import Path

from benchmarks.speed.measure import Cost, machine, run

KASHF = [sys.executable, "-m", "kashf"]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--files", type=int, default=2000)
    parser.add_argument("--mix", choices=("full", "digital", "text"), default="full")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path, help="Work in this folder and leave it.")
    parser.add_argument("--no-bare", action="store_true", help="Leave the bare engines out.")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="kashf-bench-") as scratch:
        print(json.dumps(measure(asked, asked.keep or Path(scratch))))


def measure(asked: argparse.Namespace, folder: Path) -> dict[str, object]:
    """Return the figures."""
    leak = folder / f"{asked.mix}-{asked.files}"
    case = folder / f"{leak.name}.case"
    if not leak.exists():
        words = ["--seed", str(asked.seed), "--files", str(asked.files), "--mix", asked.mix, "--out", leak]
        _check(run([sys.executable, "examples/siege/make.py", "--without-names", *words]), (0,))
    _check(run([*KASHF, "init", case]), (0,))
    added = run([*KASHF, "add", case, leak / "files", "--from", "courier", "--json"])
    _check(added, (0, 3))
    figures: dict[str, object] = {
        "what": "ingest",
        "mix": asked.mix,
        "files": asked.files,
        **machine(),
        "wall_seconds": round(added.wall_seconds, 1),
        "cpu_seconds": round(added.cpu_seconds, 1),
        "peak_pss_mb": round(added.peak_pss_mb),
        "index_mb": round(_size(case / "index") / 1e6, 1),
        "records_mb": round((case / "case.db").stat().st_size / 1e6, 1),
        "files_mb": round(_size(leak / "files") / 1e6, 1),
        "totals": {key: value for key, value in json.loads(added.output).items() if isinstance(value, int)},
    }
    if not asked.no_bare:
        bare = run([sys.executable, "-m", "benchmarks.speed.bare_engines", leak / "files"], watch=False)
        _check(bare, (0,))
        figures |= {
            "bare_wall_seconds": round(bare.wall_seconds, 1),
            "bare_cpu_seconds": round(bare.cpu_seconds, 1),
            "wall_over_bare": round(added.wall_seconds / bare.wall_seconds, 2),
        }
    return figures


def _check(cost: Cost, codes: tuple[int, ...]) -> None:
    if cost.code not in codes:
        raise SystemExit(f"a command ended with {cost.code}")


def _size(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


if __name__ == "__main__":
    main()
