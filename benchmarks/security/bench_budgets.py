"""What the files cost that once stopped a case: seconds of processors, bytes in the case's folder, and memory of kashf itself.

    python -m benchmarks.security.bench_budgets [--big | --only-big | --only-names]

`--big` adds a text of many names and two texts of 48 MB. All files are made here; texts are invented.
"""

from __future__ import annotations

import argparse
import gzip
import io
import os
import random
import resource
import subprocess
import tarfile
import time
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from benchmarks.security.commands import KASHF
from benchmarks.speed.measure import machine

_TEXT: Final = "كتاب مدير مديرية قسم أمر صرف وقود شاحنة إلى من هذا تم نقل مستودع محضر رقم the office sends fuel trucks on order"


def _deep(folder: Path) -> None:
    """Make a folder nested 1,100 deep, beside a letter."""
    (folder / "letter.txt").write_text("a letter")
    here = os.open(folder, os.O_RDONLY)
    for _ in range(1100):
        os.mkdir("0", dir_fd=here)
        below = os.open("0", os.O_RDONLY, dir_fd=here)
        os.close(here)
        here = below
    os.close(here)


def _links(folder: Path) -> None:
    """Make an archive of 100,000 links."""
    with tarfile.open(folder / "links.tar.gz", "w:gz") as archive:
        for number in range(100_000):
            link = tarfile.TarInfo(f"l{number}")
            link.type, link.linkname = tarfile.SYMTYPE, "x"
            archive.addfile(link)


def _nested(folder: Path) -> None:
    """Make an archive of 15 kB in whose archives' archives lies 1 GB."""

    def zipped(files: Mapping[str, bytes]) -> bytes:
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as bag:
            for name, content in files.items():
                bag.writestr(name, content)
        return out.getvalue()

    leaves = {(i, j): zipped({"z.bin": b"%08d%08d" % (i, j) + bytes(15 << 20)}) for i in range(8) for j in range(8)}
    inner = {f"{i}.zip": zipped({f"{j}.zip": leaves[i, j] for j in range(8)}) for i in range(8)}
    (folder / "nested.zip").write_bytes(zipped(inner))


def _capitals(folder: Path) -> None:
    """Make a packed text of 16 kB that is all capital words."""
    (folder / "aa.txt.gz").write_bytes(gzip.compress(b"Aa " * 5_500_000, 9))


def _names(folder: Path) -> None:
    """Make a text that names 60,000 people."""
    chance = random.Random(5)

    def word() -> str:
        return "".join(chance.choices("ابتثجحخدذرزسشصضطظعغفقكلمنهوي", k=5))

    lines = (f"العقيد {word()} {word()} {word()} أبو {word()}" for _ in range(60_000))
    (folder / "names.txt").write_text("\n".join(lines))


def _big(folder: Path) -> None:
    """Make two texts of 48 MB."""
    chance = random.Random(3)
    for name in ("one.txt", "two.txt"):
        with (folder / name).open("w") as file:
            while file.tell() < 48_000_000:
                file.write(" ".join(chance.choices(_TEXT.split(), k=16)) + f" {chance.randrange(10_000)}\n")


def _most_memory(process: int) -> float:
    """Return the most megabytes that a process held so far, its children apart; 0 once it has ended."""
    try:
        lines = Path(f"/proc/{process}/status").read_text().splitlines()
    except OSError:
        return 0.0
    return sum(int(line.split()[1]) for line in lines if line.startswith("VmHWM:")) / 1024


def measure(make: Callable[[Path], None]) -> str:
    """Return what a delivery costs."""
    with TemporaryDirectory() as place:
        leak, case = Path(place) / "leak", Path(place) / "a.case"
        leak.mkdir()
        make(leak)
        environ = {**os.environ, "XDG_DATA_HOME": place, "KASHF_ACTOR": "bench"}
        subprocess.run([*KASHF, "init", case], env=environ, check=True, capture_output=True)
        before, peak, began = resource.getrusage(resource.RUSAGE_CHILDREN), 0.0, time.monotonic()
        run = subprocess.Popen(
            [*KASHF, "add", case, leak, "--from", "heron-1"], env=environ, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        while run.poll() is None:
            peak = max(peak, _most_memory(run.pid))
            time.sleep(0.2)
        wall = time.monotonic() - began
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        stored = sum(each.stat().st_size for each in case.rglob("*") if each.is_file()) / (1 << 20)
        subprocess.run(["/bin/rm", "-rf", str(leak)], check=True)  # Python's own way to remove a tree goes no thousand folders deep.
        took = f"{cpu:.1f} s of processors ({wall:.0f} s by the clock)"
        return f"exit {run.returncode}, {took}, {stored:.0f} MB stored, at most {peak:.0f} MB of memory in kashf itself"


def main() -> None:
    """Print what each costs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--big", action="store_true")
    parser.add_argument("--only-big", action="store_true")
    parser.add_argument("--only-names", action="store_true")
    asked = parser.parse_args()
    print(machine())
    small = () if asked.only_big or asked.only_names else (_deep, _links, _nested, _capitals)
    many = (_names,) if asked.big or asked.only_names else ()
    for make in (*small, *many, *([_big] if asked.big or asked.only_big else [])):
        print(f"{(make.__doc__ or '').removeprefix('Make ').rstrip('.')}: {measure(make)}", flush=True)


if __name__ == "__main__":
    main()
