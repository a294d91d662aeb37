"""Whether what is changed in a case by somebody without its keys is found by `kashf verify`, and whether honest cases raise no alarm.

    python -m benchmarks.security.bench_tampering [--drawn 200] [--seed 1] [--only WORDS] [--work DIR]

A case of an invented leak, with decisions in it, is copied for each change of `tampering.py` and each that is drawn. Changes for which it
is documented that only a head that was kept tells them are asked for with that head. Printed is what went unnoticed by `verify` and, of
that, what `verify --deep --all` tells.
"""

from __future__ import annotations

import argparse
import json
import random
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.security.changes import CHANNEL, Change
from benchmarks.security.commands import apart, kashf
from benchmarks.security.drawn_changes import drawn_changes
from benchmarks.security.tampering import copy_case, named_changes
from benchmarks.speed.measure import machine


@dataclass(frozen=True, slots=True)
class Told:
    """What `kashf verify` said of a changed case.

    Args:
        change: The change.
        code: Exit code: 0 is intact, 4 broken integrity; others are refusals, which name what is wrong as well.
        said: Its first fault, or what it refused with.
        is_crash: Whether it ended by an error that nobody foresaw.
    """

    change: Change
    code: int
    said: str
    is_crash: bool

    @property
    def is_noticed(self) -> bool:
        """Whether somebody who reads it knows that something is wrong with the case; 2 is a wrong command."""
        return self.code not in {0, 2}


def main(arguments: Sequence[str] | None = None) -> int:
    """Make the case, change it, and print what was noticed; exit code 1 when something was not."""
    options = _parser().parse_args(arguments)
    print(machine())
    with TemporaryDirectory() as temporary:
        work = options.work or Path(temporary)
        base = make_base(work)
        changes = [*named_changes(), *drawn_changes(base, options.drawn, seed=options.seed)]
        changes = [each for each in changes if options.only in each.name]
        told = []
        for each in told_of(base, changes, work):
            print(f"{each.change.name:75} {_outcome(each)}", flush=True)
            told.append(each)
        kinds = Counter("crash" if each.is_crash else "noticed" if each.is_noticed else "not noticed" for each in told)
        print(f"{len(told)} changes: " + ", ".join(f"{count} {kind}" for kind, count in sorted(kinds.items())))
        deep = [*told_of(base, [each.change for each in told if not each.is_noticed], work, more=("--deep", "--all"))]
        unseen = [each for each in deep if not each.is_noticed]
        print(f"of what verify did not notice, --deep --all noticed {len(deep) - len(unseen)} of {len(deep)}")
        print("\n".join(f"  UNNOTICED {each.change.name}" for each in unseen))
    return 1 if unseen or any(each.is_crash for each in told) else 0


def make_base(work: Path, *, files: int = 60, run: Callable[..., subprocess.CompletedProcess[str]] | None = None) -> Path:
    """Make a small case with members, scans, decisions and a person, and return its folder; what is there already is taken.

    Args:
        work: Where.
        files: How many files, about.
        run: Runs a command; None to do so in a process of its own.
    """
    run = run or apart
    case, haul = work / "base.case", work / "siege"
    if (work / "base.done").exists():
        return case
    make = [sys.executable, "examples/siege/make.py", "--seed", "3", "--files", str(files), "--out", str(haul)]
    subprocess.run(make, check=True, capture_output=True)
    run(work, "init", str(case))
    run(work, "add", str(case), str(haul / "files"), "--from", CHANNEL, codes=(0, 3))  # 3: files that cannot be read
    shutil.copyfile(case / "case.db", case.with_name(f"{case.stem}.older.db"))
    names = [each["text"] for each in json.loads(run(work, "names", str(case), "--json").stdout)["names"] if each["type"] == "PER"]
    for other in names[1:4]:
        run(work, "review", str(case), "--judge", names[0], other, "different", "--why", "each signs for himself")
    (work / "base.done").touch()
    return case


def told_of(base: Path, changes: Sequence[Change], work: Path, *, more: Sequence[str] = ()) -> Iterator[Told]:
    """Yield what verify says of each change, in a copy of the case of its own."""
    head = json.loads(kashf(work, "verify", str(base), "--json").stdout)["head"]
    for number, change in enumerate(changes):
        case = work / "changed" / "base.case"
        case.parent.mkdir(exist_ok=True)
        copy_case(base, case)
        change.act(case, random.Random(number))
        asked = [*more, *(["--head", head] if change.needs_head else [])]
        yield _told(change, kashf(work, "verify", str(case), "--json", *asked, codes=()))
        shutil.rmtree(case.parent)


def _told(change: Change, done: subprocess.CompletedProcess[str]) -> Told:
    try:
        faults = json.loads(done.stdout)["faults"]
    except (ValueError, KeyError, TypeError):
        faults = []
    said = " ".join(str(faults[0].get(key, "")) for key in ("what", "where", "name", "found")) if faults else done.stderr.strip()[:200]
    return Told(change, done.returncode, said, "Traceback" in done.stderr or done.returncode >= _UNFORESEEN)


#: Exit code of an error that nobody foresaw.
_UNFORESEEN = 70


def _outcome(told: Told) -> str:
    return f"{'CRASH ' if told.is_crash else ''}{told.said[:90]}" if told.is_noticed else "NOT NOTICED"


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--drawn", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", default="", help="only changes in whose name these words stand")
    parser.add_argument("--work", type=Path, help="where the case stays, so that it need not be made again")
    return parser


if __name__ == "__main__":
    sys.exit(main())
