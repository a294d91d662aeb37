"""Whether `kashf verify` raises no alarm on cases that nobody tampered with: killed, taken up again, rebuilt, set aside, copied.

    python -m benchmarks.security.bench_honest_cases [--cases 50] [--seed 1] [--files 4] [--siege]

Each case is made of a few files of an invented leak and lives through four steps drawn by chance. After each step `kashf verify` must find
nothing wrong; after a kill it may say what waits. Files are invented short texts, one in six an archive of them; with `--siege` they are
of all kinds, and nearly all the time goes into reading scans.
"""

from __future__ import annotations

import argparse
import json
import random
import shutil
import subprocess
import sys
import time
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from benchmarks.security.commands import Kills, Running, kashf, start
from benchmarks.speed.measure import machine

_TEXTS: Final = 60
_ORDER: Final = "أمر رقم {} إلى كتيبة الفجر بسحب الأسلحة من المرفأ. وقع {}.\n"
_SIGNED: Final = ("حسين الفيروزي", "عمر الوردي", "سامر الكوثري")
#: Seconds of a run within which somebody decides.
_DECIDED_WITHIN: Final = 4.0
#: Seconds after which a run hangs.
_HANGS_AFTER: Final = 600


def main(arguments: Sequence[str] | None = None) -> int:
    """Let the cases live, and print each alarm; exit code 1 when there was any."""
    options = _parser().parse_args(arguments)
    print(machine())
    alarms, steps = [], Counter[str]()
    with TemporaryDirectory() as temporary:
        work = Path(temporary)
        pool = _siege(work, options.seed) if options.siege else _texts(work / "texts", random.Random(options.seed))
        kills = Kills(work, random.Random(options.seed))
        for number in range(options.cases):
            life = _Life(work, random.Random(options.seed * 1000 + number), pool, options.files, kills)
            for step in life.steps():
                steps[step] += 1
                if alarm := life.alarm():
                    alarms.append(f"case {number} after {life.told}: {alarm}")
                    break
            print(f"case {number}: {', '.join(life.told)}", flush=True)
    print(kills)
    print(f"{options.cases} cases, {sum(steps.values())} steps: " + ", ".join(f"{name} {count}" for name, count in sorted(steps.items())))
    print(f"{len(alarms)} false alarms", *alarms, sep="\n  ")
    return 1 if alarms else 0


def _siege(work: Path, seed: int) -> Sequence[Path]:
    make = [sys.executable, "examples/siege/make.py", "--seed", str(seed), "--files", "120", "--out", str(work / "siege")]
    subprocess.run(make, check=True, capture_output=True)
    return sorted(path for path in (work / "siege" / "files").rglob("*") if path.is_file())


def _texts(folder: Path, chance: random.Random) -> Sequence[Path]:
    """Write short orders, some of them copies, and archives of orders."""
    folder.mkdir()
    for number in range(_TEXTS):
        copied = number if chance.random() < 0.8 else 0
        (folder / f"{number:03}.txt").write_text(_ORDER.format(copied, chance.choice(_SIGNED)) * 3, encoding="utf-8")
    for number in range(_TEXTS // 5):
        with zipfile.ZipFile(folder / f"{number:03}.zip", "w") as archive:
            for member in range(chance.randint(1, 4)):
                archive.writestr(f"inside/{member}.txt", _ORDER.format(f"{number}/{member}", chance.choice(_SIGNED)))
    return sorted(folder.iterdir())


class _Life:
    """One case, and what happens to it.

    Args:
        work: Where it lies.
        chance: Draws what happens.
        pool: Files that may be added.
        files: How many are added at once.
        kills: Kills its commands.
    """

    def __init__(self, work: Path, chance: random.Random, pool: Sequence[Path], files: int, kills: Kills) -> None:
        self._work, self._chance, self._pool, self._files, self._kills = work, chance, pool, files, kills
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
        self._kills.kill("add", str(self._case), *self._some(), "--from", "lantern-9")

    def killed_and_resumed(self) -> None:
        """Kill an add somewhere, and take it up again."""
        self.killed()
        kashf(self._work, "process", str(self._case), codes=(0, 3))

    def killed_while_rebuilding(self) -> None:
        """Kill a rebuild somewhere, and process."""
        self._kills.kill("rebuild", str(self._case))
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
        run = start(self._work, "add", str(self._case), *self._some(), "--from", "lantern-9")
        time.sleep(self._chance.uniform(0, _DECIDED_WITHIN))
        if len(names) > 1:
            words = ("review", str(self._case), "--judge", *names[:2], "different", "--why", "each signs for himself")
            kashf(self._work, *words, codes=(0, 5))
        _ended(run)

    def backed_up_and_restored(self) -> None:
        """Back it up, and go on with what is restored from that, of which `restore` itself says whether it is intact."""
        backup, restored = self._work / "a.backup", self._work / "restored.case"
        kashf(self._work, "backup", str(self._case), str(backup), "--unencrypted")
        kashf(self._work, "restore", str(backup), str(restored), "--verify")
        backup.unlink()
        shutil.rmtree(self._case)
        shutil.move(restored, self._case)
        kashf(self._work, "process", str(self._case), codes=(0, 3))

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


def _ended(run: Running) -> None:
    if (code := run.done(_HANGS_AFTER).returncode) not in {0, 3}:
        raise RuntimeError(f"an add beside a decision ended with {code}")


_STEPS: Final[Mapping[str, Callable[[_Life], None]]] = {
    "killed": _Life.killed,
    "killed and resumed": _Life.killed_and_resumed,
    "killed while rebuilding": _Life.killed_while_rebuilding,
    "rebuilt": _Life.rebuilt,
    "added more": _Life.added_more,
    "decided": _Life.decided,
    "decided beside a run": _Life.decided_beside_a_run,
    "backed up and restored": _Life.backed_up_and_restored,
    "set aside": _Life.set_aside,
    "moved": _Life.moved,
    "retried": _Life.retried,
}


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=int, default=50)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--files", type=int, default=4, help="added at once")
    parser.add_argument("--siege", action="store_true", help="add files of all kinds of the invented siege")
    return parser


if __name__ == "__main__":
    sys.exit(main())
