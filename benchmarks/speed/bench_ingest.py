"""What taking files in costs, next to the bare engines, recollindex and a few lines with SQLite FTS5 on the same files.

    python -m benchmarks.speed.bench_ingest [--files 2000] [--mix full|digital|text] [--seed 1] [--keep DIR]

Prints one JSON object: wall and processor seconds of `kashf add` (receipts, custody, copies and index included) and of the same readers
called directly in two processes, the peak memory of the whole process tree, what adding the same files again costs, and the sizes of
index and case. Seconds are those of one machine; the ratios to what others need for the same files can be carried to another. recollindex,
which keeps no custody and looks for no names, is measured where it is installed (Debian: `apt-get install recollcmd`).
"""

from __future__ import annotations

import argparse
import json
import shutil
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
    parser.add_argument("--no-peers", action="store_true", help="Leave recollindex and SQLite FTS5 out.")
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
    add = [*KASHF, "add", case, leak / "files", "--from", "courier", "--json"]
    added = run(add)
    _check(added, (0, 3))
    again = run(add, watch=False)
    _check(again, (0, 3))
    figures: dict[str, object] = {
        "what": "ingest",
        "mix": asked.mix,
        "files": asked.files,
        **machine(),
        "wall_seconds": round(added.wall_seconds, 1),
        "cpu_seconds": round(added.cpu_seconds, 1),
        "peak_pss_mb": round(added.peak_pss_mb),
        "second_add_wall_seconds": round(again.wall_seconds, 1),
        "second_add_over_first": round(again.wall_seconds / added.wall_seconds, 3),
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
    if not asked.no_peers:
        figures |= _beside_peers(added, leak / "files")
    return figures


def _beside_peers(added: Cost, files: Path) -> dict[str, object]:
    """Return what others need for the same files, and how many times as much kashf needed."""
    with tempfile.TemporaryDirectory(prefix="kashf-bench-peers-") as scratch:
        peers: dict[str, Cost | None] = {
            "fts5": run([sys.executable, "-m", "benchmarks.speed.fts5_baseline", files, Path(scratch, "fts5.db")]),
            "recollindex": _recollindex(files, Path(scratch, "recoll")),
        }
    figures: dict[str, object] = {}
    for name, cost in peers.items():
        if cost is None:
            figures[name] = "not installed: apt-get install recollcmd"
            continue
        _check(cost, (0,))
        figures[f"{name}_cpu_seconds"] = round(cost.cpu_seconds, 1)
        figures[f"{name}_peak_pss_mb"] = round(cost.peak_pss_mb)
        figures[f"cpu_over_{name}"] = round(added.cpu_seconds / cost.cpu_seconds, 2)
    return figures


def _recollindex(files: Path, settings: Path) -> Cost | None:
    """Return what recollindex costs with its own settings, or None where it is not installed."""
    if shutil.which("recollindex") is None:
        return None
    settings.mkdir()
    (settings / "recoll.conf").write_text(f"topdirs = {files.resolve()}\nskippedPaths =\n", encoding="utf-8")
    return run(["recollindex", "-c", settings])


def _check(cost: Cost, codes: tuple[int, ...]) -> None:
    if cost.code not in codes:
        raise SystemExit(f"a command ended with {cost.code}")


def _size(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


if __name__ == "__main__":
    main()
