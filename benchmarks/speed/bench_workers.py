"""What taking in small texts costs with everything that reads them in workers, beside recollindex and, if asked, an earlier kashf.

    python -m benchmarks.speed.bench_workers [--files 1000] [--rounds 2] [--earlier SRC] [--seed 1]

All run in turns on the same files, so that what else the machine does falls on each alike; printed are medians, and ratios are what can
be carried to another machine. The texts are made up here (varied_leak). recollindex keeps no custody, and looks for no names, letters,
dates, copies or forms; it is measured where it is installed (Debian: `apt-get install recollcmd`). There is no switch that leaves names
out, so what that would cost is not said. The code is compiled first, as installing it does.
"""

from __future__ import annotations

import argparse
import compileall
import json
import shutil
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from statistics import median

import kashf
from benchmarks.speed.measure import Cost, machine, run
from benchmarks.speed.varied_leak import make_leak

KASHF = [sys.executable, "-m", "kashf"]
#: What issue 12 asks for at 22,000 texts: times what recollindex needs, and times the text's bytes on disk.
ASKED = {"cpu_over_recollindex": 3.0, "wall_over_recollindex": 2.0, "records_over_text": 3.0, "one_more_file_cpu_seconds": 1.5}


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--files", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--earlier", type=Path, help="Folder of the source of another kashf, which is run in turns.")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="kashf-bench-") as scratch:
        print(json.dumps(measure(asked, Path(scratch)), indent=1))


def measure(asked: argparse.Namespace, folder: Path) -> dict[str, object]:
    """Return the figures."""
    compileall.compile_dir(str(Path(kashf.__file__).parent), quiet=2)
    files = make_leak(folder / "leak", files=asked.files, seed=asked.seed)
    contestants: dict[str, Mapping[str, str] | None] = {"kashf": {}}
    if asked.earlier:
        contestants["earlier"] = {"PYTHONPATH": str(asked.earlier.resolve())}
    if shutil.which("recollindex"):
        contestants["recollindex"] = None
    costs: dict[str, list[Cost]] = {name: [] for name in contestants}
    for number in range(asked.rounds):
        for name, environment in contestants.items():
            at = folder / f"{name}-{number}.case"
            costs[name].append(_recollindex(files, at) if environment is None else _add(files, at, environment))
    last = folder / f"kashf-{asked.rounds - 1}.case"
    text_bytes = sum(path.stat().st_size for path in files.rglob("*") if path.is_file())
    figures: dict[str, object] = {
        "what": "workers",
        "files": asked.files,
        "rounds": asked.rounds,
        **machine(),
        "text_mb": round(text_bytes / 1e6, 1),
    }
    for name, some in costs.items():
        figures |= {f"{name}_cpu_seconds": round(_cpu(some), 1), f"{name}_wall_seconds": round(_wall(some), 1)}
    for name in costs.keys() - {"kashf"}:
        figures |= {
            f"cpu_over_{name}": round(_cpu(costs["kashf"]) / _cpu(costs[name]), 2),
            f"wall_over_{name}": round(_wall(costs["kashf"]) / _wall(costs[name]), 2),
        }
    figures["records_over_text"] = round(_records(last) / text_bytes, 2)
    return {**figures, **_one_file(last, folder), "asked_at_22000": ASKED}


def _add(files: Path, case: Path, environment: Mapping[str, str]) -> Cost:
    _check(run([*KASHF, "init", case], environment=environment, watch=False))
    return _check(run([*KASHF, "add", case, files, "--from", "courier"], environment=environment, watch=False))


def _recollindex(files: Path, settings: Path) -> Cost:
    """Return what recollindex costs with its own settings."""
    settings.mkdir()
    (settings / "recoll.conf").write_text(f"topdirs = {files.resolve()}\nskippedPaths =\n", encoding="utf-8")
    return _check(run(["recollindex", "-c", settings], watch=False))


def _one_file(case: Path, folder: Path) -> dict[str, object]:
    """Return what one more file costs in a case that is there, and its text without a case."""
    new = folder / "new.txt"
    new.write_text("No. 17/4\nTo the depot office\nThe convoy leaves on 3 March 2014.\n", encoding="utf-8")
    added = _check(run([*KASHF, "add", case, new, "--from", "courier"], watch=False))
    text = _check(run([*KASHF, "text", new], watch=False))
    return {
        "one_more_file_cpu_seconds": round(added.cpu_seconds, 2),
        "one_more_file_wall_seconds": round(added.wall_seconds, 2),
        "text_of_one_file_cpu_seconds": round(text.cpu_seconds, 2),
    }


def _records(case: Path) -> int:
    return sum(path.stat().st_size for path in case.glob("case.db*"))


def _cpu(costs: list[Cost]) -> float:
    return median(cost.cpu_seconds for cost in costs)


def _wall(costs: list[Cost]) -> float:
    return median(cost.wall_seconds for cost in costs)


def _check(cost: Cost) -> Cost:
    if cost.code not in {0, 3}:
        raise SystemExit(f"a command ended with {cost.code}")
    return cost


if __name__ == "__main__":
    main()
