"""What encryption costs: ``python -m benchmarks.security.bench_encryption [--files 500] [--rounds 2]``.

Takes the same made-up leak of small texts into a case that is encrypted and one that is not, by turns, and searches both. Prints CPU
seconds of `kashf add` with all its processes, of `kashf find` from process start to exit, and of warm queries in one process; of each the
least of the rounds. Targets: 15 % more for taking in, 20 % more for a query.
"""

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from benchmarks.speed.varied_leak import make_leak
from kashf.bootstrap import open_case
from kashf.services.search.find import find

QUERIES = ("order", "أمر", "convoy OR قافلة", "withdraw*", '"سحب الأسلحة"')
#: Most that encryption may cost more, in percent.
MOST = {"add": 15, "find, start to exit": 20, "query, warm": 20}
STARTS, WARM = 12, 60


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, default=500)
    parser.add_argument("--rounds", type=int, default=2)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        figures = measure(Path(folder), files=asked.files, rounds=asked.rounds)
    print(f"{'CPU seconds':22} {'plain':>9} {'encrypted':>9} {'more':>7}   most")
    for name, (plain, encrypted) in figures.items():
        print(f"{name:22} {plain:9.4f} {encrypted:9.4f} {(encrypted / plain - 1) * 100:6.1f}%  {MOST[name]:4}%")


def measure(folder: Path, *, files: int, rounds: int) -> dict[str, tuple[float, float]]:
    """Return seconds by what was done, without encryption and with it."""
    leak, phrase = make_leak(folder / "made", files=files), folder / "phrase"
    phrase.touch(mode=0o600)
    phrase.write_text("four words by chance", encoding="utf-8")
    ways: dict[str, tuple[str, ...]] = {"plain": (), "encrypted": ("--encrypt", "--passphrase-file", str(phrase))}
    seconds: dict[str, dict[str, list[float]]] = {name: {kind: [] for kind in ways} for name in MOST}
    for number in range(rounds):
        for kind, words in ways.items():
            case = folder / f"{kind}-{number}.case"
            kashf("init", case, *words, home=folder)
            seconds["add"][kind].append(of_children(lambda case=case: kashf("add", case, leak, "--from", "kestrel-2", home=folder)))
            for query in QUERIES * (STARTS // len(QUERIES)):
                seconds["find, start to exit"][kind].append(of_children(lambda case=case, q=query: kashf("find", case, q, home=folder)))
            seconds["query, warm"][kind].append(warm(case))
    for number in range(rounds):
        kashf("lock", folder / f"encrypted-{number}.case", home=folder)
    return {name: (min(by_kind["plain"]), min(by_kind["encrypted"])) for name, by_kind in seconds.items()}


def warm(case: Path) -> float:
    """Return the CPU seconds of one query of a process that has asked before."""
    opened = open_case(case)
    for query in QUERIES:
        find(opened, query)
    began = time.process_time()
    for _ in range(WARM):
        for query in QUERIES:
            find(opened, query)
    took = time.process_time() - began
    opened.close()
    return took / WARM / len(QUERIES)


def of_children(run: Callable[[], object]) -> float:
    """Return the CPU seconds of the processes that a call starts and waits for."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    run()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def kashf(*words: str | Path, home: Path) -> None:
    """Run a command; some files of the leak cannot be read, and a query may find nothing."""
    command: Sequence[str | Path] = [sys.executable, "-m", "kashf", *words]
    done = subprocess.run(command, env={**os.environ, "KASHF_HOME": str(home / "home")}, capture_output=True, text=True, check=False)
    if done.returncode not in {0, 1, 3}:
        raise SystemExit(done.stderr)


if __name__ == "__main__":
    main()
