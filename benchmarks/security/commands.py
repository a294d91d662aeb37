"""Commands of kashf as one installation runs them, each in a process that is forked from this one once its modules are loaded.

Loading them anew costs more than most of these commands do. A command that is forked opens the case from the disk, closes it and ends as
any other does, and a kill takes it as it would any other.
"""

from __future__ import annotations

import atexit
import importlib
import os
import pkgutil
import random
import signal
import subprocess
import sys
import threading
import time
import traceback
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, Final

import kashf as package

#: How kashf is called in a process that loads it itself.
KASHF: Final = (sys.executable, "-m", "kashf")
#: Seconds after which a command is taken to hang.
_HANGS_AFTER: Final = 900
_LOOKED_AFTER: Final = 0.01
#: Seconds within which a command is killed at first, and what becomes of them when the kill fell into it or came too late.
_REACH, _LATER, _SOONER = 2.0, 1.15, 0.8


def kashf(work: Path, *words: str, codes: Sequence[int] = (0,)) -> subprocess.CompletedProcess[str]:
    """Run a command of kashf as the installation that keeps its folder in `work`; no codes: whatever it ends with is right.

    Raises:
        RuntimeError: It ended with another code, or hung.
    """
    done = start(work, *words).done(_HANGS_AFTER)
    if codes and done.returncode not in codes:
        raise RuntimeError(f"kashf {words[0]} ended with {done.returncode}: {done.stderr[-2000:]}")
    return done


def apart(work: Path, *words: str, codes: Sequence[int] = (0,)) -> subprocess.CompletedProcess[str]:
    """Run a command as `kashf` does, in a process that loads kashf itself, as whoever has threads has to.

    Raises:
        RuntimeError: It ended with another code.
    """
    environ = os.environ | _installation(work)
    done = subprocess.run([*KASHF, *words], env=environ, capture_output=True, text=True, timeout=_HANGS_AFTER, check=False)
    if codes and done.returncode not in codes:
        raise RuntimeError(f"kashf {words[0]} ended with {done.returncode}: {done.stderr[-2000:]}")
    return done


def start(work: Path, *words: str) -> Running:
    """Start a command of kashf as that installation."""
    _load()
    said = TemporaryFile(), TemporaryFile()  # noqa: SIM115 - whoever reads them closes them
    sys.stdout.flush()
    sys.stderr.flush()
    if not (id := os.fork()):
        _run(words, _installation(work), said)
    return Running(id, words, said)


class Kills:
    """Kills commands at moments that are drawn, and learns how long each goes on, so that most kills fall into it on any machine.

    Args:
        work: Folder of the installation.
        chance: Draws the moments.
    """

    def __init__(self, work: Path, chance: random.Random) -> None:
        self._work, self._chance = work, chance
        self._seconds: dict[str, float] = {}
        self.tried: Counter[str] = Counter()
        self.fell: Counter[str] = Counter()

    def kill(self, *words: str) -> None:
        """Start a command and kill it."""
        name, reach = words[0], self._seconds.get(words[0], _REACH)
        running = start(self._work, *words)
        time.sleep(self._chance.uniform(0, reach))
        has_fallen = running.kill()
        self._seconds[name] = reach * (_LATER if has_fallen else _SOONER)
        self.tried[name] += 1
        self.fell[name] += has_fallen

    def __str__(self) -> str:
        each = ", ".join(f"{name} {self.fell[name]} of {tried}" for name, tried in sorted(self.tried.items()))
        return f"{self.fell.total()} of {self.tried.total()} kills fell into a command: {each}"


class Running:
    """A command that runs.

    Args:
        id: Of its process, a child of this one.
        words: Its words.
        said: Where it writes what it prints and what it tells.
    """

    def __init__(self, id: int, words: Sequence[str], said: tuple[IO[bytes], IO[bytes]]) -> None:
        self._id, self._words, self._said = id, words, said
        self._ended: int | None = None

    def kill(self) -> bool:
        """Kill it, without a warning, and wait for its end; returns False when it had ended before."""
        if self._is_over():
            return False
        os.kill(self._id, signal.SIGKILL)
        return self.done(_HANGS_AFTER).returncode == -signal.SIGKILL

    def done(self, seconds: float) -> subprocess.CompletedProcess[str]:
        """Wait for its end, and return it.

        Raises:
            RuntimeError: It does not end within these seconds; it was killed.
        """
        end = time.monotonic() + seconds
        while not self._is_over():
            if time.monotonic() > end:
                self.kill()
                raise RuntimeError(f"kashf {self._words[0]} did not end in {seconds} s")
            time.sleep(_LOOKED_AFTER)
        output, talk = (self._read(file) for file in self._said)
        return subprocess.CompletedProcess(self._words, self._ended or 0, output, talk)

    def _is_over(self) -> bool:
        if self._ended is None:
            id, status = os.waitpid(self._id, os.WNOHANG)
            self._ended = os.waitstatus_to_exitcode(status) if id else None
        return self._ended is not None

    @staticmethod
    def _read(file: IO[bytes]) -> str:
        if file.closed:
            return ""
        with file:
            file.seek(0)
            return file.read().decode(errors="backslashreplace")


def _installation(work: Path) -> dict[str, str]:
    return {"XDG_DATA_HOME": str(work), "KASHF_ACTOR": "amal", "KASHF_WORKERS": "1"}


@cache
def _load() -> None:
    """Load what the commands need, but for what runs inside the box, which loads it there."""
    inside = ("kashf.sandboxed", "kashf.adapters.sandbox.inside")
    for each in pkgutil.walk_packages(package.__path__, "kashf.", onerror=lambda _: None):
        if not each.name.startswith(inside) and not each.name.endswith("__main__"):
            importlib.import_module(each.name)


def _run(words: Sequence[str], environ: Mapping[str, str], said: tuple[IO[bytes], IO[bytes]]) -> None:
    """Be the command, in the child; never returns."""
    code = 70
    try:
        # What this process does at its end, such as taking its folders away, is not the command's.
        atexit._clear()  # noqa: SLF001 - there is no public way
        sys.stdin = Path(os.devnull).open(encoding="utf-8")  # noqa: SIM115 - open for as long as the process is
        os.dup2(sys.stdin.fileno(), 0)
        for number, file in enumerate(said, 1):
            os.dup2(file.fileno(), number)
        os.environ.update(environ)
        sys.argv = ["kashf", *words]
        from kashf.cli.main import main

        main()
    except SystemExit as end:
        code = int(end.code or 0)
    except BaseException:  # noqa: BLE001 - as the interpreter does
        traceback.print_exc()
    finally:
        threading._shutdown()  # type: ignore[attr-defined]  # noqa: SLF001 - as the interpreter does
        atexit._run_exitfuncs()  # noqa: SLF001 - as the interpreter does
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)
