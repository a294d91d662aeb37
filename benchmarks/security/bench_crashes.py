"""What is left of a case after kills, on a full disk, and after the power went: nothing lost, nothing twice, `verify` right.

    python -m benchmarks.security.bench_crashes [--kills 200] [--disks 50] [--operations 200] [--seed 1]

Kills fall on add, process, rebuild, a decision, backup and restore at moments drawn by chance. A full disk is a tmpfs of a size drawn by
chance, which needs root; the power goes at each sync of the records in six ways (benchmarks.security.power_loss).
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from benchmarks.security.commands import Kills, kashf
from benchmarks.security.power_loss import replay
from benchmarks.speed.measure import machine

#: Sizes of the full disks, in KiB, drawn evenly between these; the whole case with a backup needs about 6 MiB.
_SMALLEST, _LARGEST = 700, 6_000
#: Exit code of what says that `kashf process` has to go on first.
_WAITS: Final = 3
#: What runs apart in a mount namespace of its own.
_INSIDE: Final = "--inside"


def main(arguments: Sequence[str] | None = None) -> int:
    """Kill, fill disks and take the power away, and print what was wrong; exit code 1 when there was anything."""
    options = _parser().parse_args(arguments)
    if options.inside:
        _fill_disks(Path(options.inside), options.disks, random.Random(options.seed))
        return 0
    print(machine())
    faults: list[str] = []
    with TemporaryDirectory() as temporary:
        if options.kills:
            faults += _told("kills", _Killed(Path(temporary) / "kills", random.Random(options.seed)).run(options.kills))
        faults += _told("full disks", _full_disks(Path(temporary) / "disks", options.disks, options.seed))
        if not options.operations:
            return 1 if faults else 0
        (Path(temporary) / "power").mkdir()
        done = replay(Path(temporary) / "power", operations=options.operations, seed=options.seed)
        states = ", ".join(f"{way} {count}" for way, count in sorted(done.states.items()))
        print(f"power: {done.operations} transactions, {done.syncs} syncs, {done.states.total()} disks ({states})")
        faults += _told("power", done.faults)
    return 1 if faults else 0


def _told(of: str, faults: Sequence[str]) -> Sequence[str]:
    print(f"{of}: {len(faults)} faults", *faults[:20], sep="\n  ")
    return faults


def make_leak(folder: Path, *, files: int) -> Path:
    """Write small invented files of several kinds, with copies among them."""
    folder.mkdir(parents=True)
    for number in range(files):
        text = f"أمر رقم {number if number % 5 else number // 2} إلى كتيبة الفجر. وقع حسين الفيروزي. " * 5
        (folder / f"{number:04}.txt").write_text(text, encoding="utf-8")
    with zipfile.ZipFile(folder / "archive.zip", "w") as archive:
        for number in range(20):
            archive.writestr(f"inside/{number}.txt", f"سجل رقم {number} من عمر الوردي")
    return folder


class _Killed:
    """A case whose commands are killed.

    Args:
        work: Where it lies.
        chance: Draws what is killed, and when.
    """

    def __init__(self, work: Path, chance: random.Random) -> None:
        self._work, self._kills = work, Kills(work, chance)
        self._case, self._backup, self._again = work / "a.case", work / "a.backup", work / "b.case"
        self._leak = make_leak(work / "leak", files=60)
        self._faults: list[str] = []
        self._received = 0

    def run(self, kills: int) -> list[str]:
        """Kill so often, take everything up again, and return what was wrong."""
        add = ("add", str(self._case), str(self._leak), "--from", "lantern-9")
        commands = {
            "add": add,
            "process": ("process", str(self._case)),
            "rebuild": ("rebuild", str(self._case)),
            "decision": (
                "review",
                str(self._case),
                "--judge",
                "حسين الفيروزي",
                "عمر الوردي",
                "different",
                "--why",
                "each signs for himself",
            ),
            "backup": ("backup", str(self._case), str(self._backup), "--unencrypted"),
            "restore": ("restore", str(self._work / "whole.backup"), str(self._again)),
        }
        kashf(self._work, "init", str(self._case))
        for number in range(kills):
            name = list(commands)[number % len(commands)]
            if name == "restore" and not (self._work / "whole.backup").exists():
                kashf(self._work, "backup", str(self._case), str(self._work / "whole.backup"), "--unencrypted")
            self._kills.kill(*commands[name])
            self._look(name)
            if self._faults:
                break  # what follows would tell the same once more
        for name in ("add", "rebuild"):
            kashf(self._work, *commands[name], codes=(0, 3))
        self._look("end")
        self._compare()
        print(f"kills: {self._kills}")
        return self._faults

    def _look(self, name: str) -> None:
        found = self._json("verify", self._case, codes=(0, 4))
        self._faults += [f"after {name}: {fault['what']} {fault['where']}: {fault['found']}" for fault in found["faults"]]
        is_waiting = kashf(self._work, "status", str(self._case), "--json", codes=(0, _WAITS)).returncode == _WAITS
        if is_waiting or name == "rebuild":  # what lies in archives is found only when they are unpacked again
            kashf(self._work, "process", str(self._case), codes=(0, 3))
        received = self._json("status", self._case)["found"]
        if received < self._received:
            self._faults.append(f"after {name}: {self._received} were found and {received} are")
        self._received = received
        if self._backup.exists():
            found = self._json("restore", self._backup, self._work / "c.case", "--verify", codes=(0, 4))
            self._faults += [f"backup: {fault['what']} {fault['where']}: {fault['found']}" for fault in found["faults"]]
            shutil.rmtree(self._work / "c.case")
            self._backup.unlink()
        if self._again.exists():
            found = self._json("verify", self._again, codes=(0, 4))
            self._faults += [f"restored: {fault['what']} {fault['found']}" for fault in found["faults"] if fault["what"] != "index"]
            shutil.rmtree(self._again)

    def _compare(self) -> None:
        whole = self._work / "whole.case"
        kashf(self._work, "init", str(whole))
        kashf(self._work, "add", str(whole), str(self._leak), "--from", "lantern-9", codes=(0, 3))
        named = [self._json("names", case)["names"] for case in (self._case, whole)]
        if named[0] != named[1]:
            self._faults.append("names differ from those of a case that was not killed")
        hits = [self._json("find", case, "الفجر OR سجل")["total"] for case in (self._case, whole)]
        totals = [[self._json("status", case)[name] for name in ("found", "done", "duplicates", "waiting")] for case in (self._case, whole)]
        if hits[0] != hits[1] or totals[0] != totals[1]:
            self._faults.append(f"hits {hits} and totals {totals} differ from those of a case that was not killed")
        left = [path.name for path in self._work.iterdir() if path.name.startswith(".")]
        kashf(self._work, "backup", str(self._case), str(self._backup), "--unencrypted")
        found = self._json("restore", self._backup, self._again, "--verify", codes=(0, 4))
        self._faults += [f"restored: {fault['what']} {fault['where']}: {fault['found']}" for fault in found["faults"]]
        if still := [path.name for path in self._work.iterdir() if path.name.startswith(".")]:
            self._faults.append(f"{still} of {left} stay")

    def _json(self, *words: str | Path, codes: Sequence[int] = (0, 1)) -> Any:
        return json.loads(kashf(self._work, *map(str, words), "--json", codes=codes).stdout)


def _full_disks(work: Path, disks: int, seed: int) -> list[str]:
    if not disks or os.geteuid():
        print("full disks: not measured" + (", since only root may make one" if disks else ""))
        return []
    make_leak(work / "leak", files=60)
    faults, ends = [], Counter[str]()
    inside = [sys.executable, "-m", "benchmarks.security.bench_crashes", _INSIDE, str(work), "--disks", str(disks), "--seed", str(seed)]
    with subprocess.Popen([_program("unshare"), "--mount", *inside], stdout=subprocess.PIPE, text=True) as filling:
        for line in filling.stdout or ():
            told = json.loads(line)
            ends.update(told["ends"])
            faults += [f"{told['kib']} KiB: {fault}" for fault in told["faults"]]
    if filling.returncode:
        faults.append(f"it ended with {filling.returncode}")
    print(f"full disks: {disks}: " + ", ".join(f"{end} {count}" for end, count in sorted(ends.items())))
    return faults


def _fill_disks(work: Path, disks: int, chance: random.Random) -> None:
    """In a mount namespace of its own: print what came of each disk."""
    for _ in range(disks):
        kib = chance.randint(_SMALLEST, _LARGEST)
        print(json.dumps({"kib": kib, **_on_a_full_disk(work, kib)}), flush=True)
        for disk in work.glob("disk-*"):
            subprocess.run([_program("umount"), str(disk)], check=True)
            disk.rmdir()


def _program(name: str) -> str:
    if not (found := shutil.which(name)):
        raise SystemExit(f"{name} is needed, and is not here")
    return found


def _on_a_full_disk(work: Path, kib: int) -> dict[str, object]:
    """Take files in, back up and restore on a small disk until it is full, then with room; return how each ended and what was wrong."""
    disk = Path(tempfile.mkdtemp(dir=work, prefix="disk-"))  # another place for each case: this installation remembers what lay where
    subprocess.run([_program("mount"), "-t", "tmpfs", "-o", f"size={kib}k", "none", str(disk)], check=True)
    case, backup, again = (str(disk / name) for name in ("a.case", "a.backup", "b.case"))
    steps = {
        "init": (("init", case), case),
        "add": (("add", case, str(work / "leak"), "--from", "lantern-9"), ""),
        "backup": (("backup", case, backup, "--unencrypted"), backup),
        "restore": (("restore", backup, again), again),
    }
    ends, faults = [], []
    for name, (words, made) in steps.items():
        before = {path.name for path in disk.iterdir()}
        done = kashf(work, *words, codes=())
        if done.returncode == 0:
            ends.append(f"{name} done")
            continue
        ends.append(f"{name} stopped")
        if done.returncode != 3 or not any(said in done.stderr.lower() for said in ("no space", "stay free")):
            faults.append(f"{name} ended with {done.returncode}: {done.stderr[-300:]}")
        if name in {"backup", "restore"} and {path.name for path in disk.iterdir()} != before:
            faults.append(f"{name} left something half made")
        subprocess.run([_program("mount"), "-o", "remount,size=1g", str(disk)], check=True)
        if made and Path(made).exists() and name != "init":
            faults.append(f"{name} left {made}")
        done = kashf(work, *words, codes=())
        if done.returncode:
            faults.append(f"{name} with room ended with {done.returncode}: {done.stderr[-300:]}")
    for path in (case, again):
        found = json.loads(kashf(work, "verify", path, "--json", codes=(0, 4)).stdout)
        left_out = "index" if path == again else ""  # of a backup
        faults += [f"{path}: {fault['what']} {fault['found']}" for fault in found["faults"] if fault["what"] != left_out]
    totals = json.loads(kashf(work, "status", case, "--json").stdout)
    if (totals["found"], totals["waiting"], totals["failed"]) != (81, 0, 0):
        faults.append(f"found {totals['found']}, waiting {totals['waiting']}, failed {totals['failed']}")
    return {"ends": ends, "faults": faults}


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--disks", type=int, default=50)
    parser.add_argument("--operations", type=int, default=200, help="transactions of which each sync is a moment at which the power goes")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(_INSIDE, default="", help=argparse.SUPPRESS)
    return parser


if __name__ == "__main__":
    sys.exit(main())
