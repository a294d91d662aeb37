"""Whether `kashf verify` raises no alarm on cases that nobody tampered with: killed, taken up again, rebuilt, set aside, copied.

    python -m benchmarks.security.bench_honest_cases [--cases 50] [--seed 1] [--files 12]

Each case is made of a few files of an invented leak and lives through steps drawn by chance. After each step `kashf verify` must find
nothing wrong; after a kill it may say what waits.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from benchmarks.security.bench_tampering import KASHF, kashf
from benchmarks.speed.measure import machine

#: Seconds after which a run is killed, at most; a run of a few files takes about as long.
_KILLED_WITHIN: Final = 6.0


def main(arguments: Sequence[str] | None = None) -> int:
    """Let the cases live, and print each alarm; exit code 1 when there was any."""
    options = _parser().parse_args(arguments)
    print(machine())
    alarms, steps = [], Counter[str]()
    with TemporaryDirectory() as temporary:
        work = Path(temporary)
        make = [sys.executable, "examples/siege/make.py", "--seed", str(options.seed), "--files", "200", "--out", str(work / "siege")]
        subprocess.run(make, check=True, capture_output=True)
        pool = sorted(path for path in (work / "siege" / "files").rglob("*") if path.is_file())
        for number in range(options.cases):
            life = _Life(work, random.Random(options.seed * 1000 + number), pool, options.files)
            for step in life.steps():
                steps[step] += 1
                if alarm := life.alarm():
                    alarms.append(f"case {number} after {life.told}: {alarm}")
                    break
    print(f"{options.cases} cases, {sum(steps.values())} steps: " + ", ".join(f"{name} {count}" for name, count in sorted(steps.items())))
    print(f"{len(alarms)} false alarms", *alarms, sep="\n  ")
    return 1 if alarms else 0


class _Life:
    """One case, and what happens to it.

    Args:
        work: Where it lies.
        chance: Draws what happens.
        pool: Files that may be added.
        files: How many are added at once.
    """

    def __init__(self, work: Path, chance: random.Random, pool: Sequence[Path], files: int) -> None:
        self._work, self._chance, self._pool, self._files = work, chance, pool, files
        self._case = work / "honest.case"
        self.told: list[str] = []

    def steps(self) -> Iterator[str]:
        """Make the case, then do a few things to it, and yield the name of each when it is done."""
        shutil.rmtree(self._case, ignore_errors=True)
        kashf(self._work, "init", str(self._case))
        self._add()
        yield self._tell("add")
        for name in self._chance.choices(list(_STEPS), k=4):
            _STEPS[name](self)
            yield self._tell(name)

    def alarm(self) -> str:
        """Return what verify says is wrong, or ""."""
        done = kashf(self._work, "verify", str(self._case), "--json", codes=())
        if not done.returncode:
            return ""
        try:
            return str(json.loads(done.stdout)["faults"][:3])
        except (ValueError, KeyError):
            return done.stderr[-300:]

    def _tell(self, name: str) -> str:
        self.told.append(name)
        return name

    def _add(self) -> None:
        kashf(self._work, "add", str(self._case), *self._some(), "--from", "lantern-9", codes=(0, 3))

    def _some(self) -> list[str]:
        return [str(path) for path in self._chance.sample(self._pool, self._files)]

    def killed(self) -> None:
        """Kill an add somewhere."""
        self._kill("add", str(self._case), *self._some(), "--from", "lantern-9")

    def killed_and_resumed(self) -> None:
        """Kill an add somewhere, and take it up again."""
        self.killed()
        kashf(self._work, "process", str(self._case), codes=(0, 3))

    def killed_while_rebuilding(self) -> None:
        """Kill a rebuild somewhere, and process."""
        self._kill("rebuild", str(self._case))
        kashf(self._work, "process", str(self._case), codes=(0, 3))

    def rebuilt(self) -> None:
        """Make all that is derived anew."""
        kashf(self._work, "rebuild", str(self._case), codes=(0, 3))

    def added_more(self) -> None:
        """Add more files."""
        self._add()

    def decided(self) -> None:
        """Decide about two names."""
        names = self._names()
        if len(names) > 1:
            kashf(self._work, "review", str(self._case), "--judge", *names[:2], "different", "--why", "each signs for himself")

    def decided_beside_a_run(self) -> None:
        """Decide while files are read."""
        names = self._names()
        run = self._start("add", str(self._case), *self._some(), "--from", "lantern-9")
        time.sleep(self._chance.uniform(0, 3))
        if len(names) > 1:
            words = ("review", str(self._case), "--judge", *names[:2], "different", "--why", "each signs for himself")
            kashf(self._work, *words, codes=(0, 5))
        run.wait()

    def set_aside(self) -> None:
        """Set the first delivery aside, or take that back."""
        undo = ["--undo"] if "set aside" in self.told else []
        kashf(self._work, "set-aside", str(self._case), "1", "--why", "not of the leak", *undo, codes=(0, 1, 2, 3))

    def moved(self) -> None:
        """Move the folder elsewhere and back."""
        elsewhere = self._work / "moved.case"
        shutil.move(self._case, elsewhere)
        shutil.copytree(elsewhere, self._case, symlinks=True)
        shutil.rmtree(elsewhere)

    def retried(self) -> None:
        """Try again what failed."""
        kashf(self._work, "process", str(self._case), "--retry-failed", codes=(0, 3))

    def _names(self) -> list[str]:
        said = json.loads(kashf(self._work, "names", str(self._case), "--json", codes=(0, 1)).stdout or '{"names": []}')
        return [each["text"] for each in said["names"] if each["type"] == "PER"]

    def _kill(self, *words: str) -> None:
        run = self._start(*words)
        time.sleep(self._chance.uniform(0.3, _KILLED_WITHIN))
        run.send_signal(signal.SIGKILL)
        run.wait()

    def _start(self, *words: str) -> subprocess.Popen[bytes]:
        environment = {**os.environ, "XDG_DATA_HOME": str(self._work), "KASHF_ACTOR": "amal"}
        return subprocess.Popen([*KASHF, *words], env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


_STEPS: Final[Mapping[str, Callable[[_Life], None]]] = {
    "killed": _Life.killed,
    "killed and resumed": _Life.killed_and_resumed,
    "killed while rebuilding": _Life.killed_while_rebuilding,
    "rebuilt": _Life.rebuilt,
    "added more": _Life.added_more,
    "decided": _Life.decided,
    "decided beside a run": _Life.decided_beside_a_run,
    "set aside": _Life.set_aside,
    "moved": _Life.moved,
    "retried": _Life.retried,
}


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=int, default=50)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--files", type=int, default=12, help="added at once")
    return parser


if __name__ == "__main__":
    sys.exit(main())
