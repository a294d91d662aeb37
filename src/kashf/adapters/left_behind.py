"""What this machine may keep of a case without anybody's doing: swap, core dumps, open homes, folders that are copied elsewhere."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

#: Folders whose content programs copy to other machines, as those programs call them.
_SYNCED: Final = (
    *(
        "dropbox",
        "onedrive",
        "google drive",
        "googledrive",
        "my drive",
        "icloud",
        "icloud drive",
        "mobile documents",
        "nextcloud",
        "owncloud",
    ),
    *(
        "syncthing",
        "mega",
        "megasync",
        "pcloud",
        "pclouddrive",
        "seafile",
        "tresorit",
        "yandex.disk",
        "protondrive",
        "proton drive",
        "box sync",
    ),
)
#: What such programs leave in a folder they copy.
_MARKS: Final = (".dropbox", ".dropbox.cache", ".stfolder", ".owncloudsync.log", ".nextcloudsync.log", ".tresorit", ".seafile-data")


@dataclass(frozen=True, slots=True)
class Trace:
    """One way in which a machine may keep or give away what a case holds.

    Args:
        name: What is well when it is shut.
        is_shut: Whether it is.
        open_words: What happens where it is not, and what to do.
    """

    name: str
    is_shut: bool
    open_words: str


def left_behind(home: Path, case: Path | None = None, *, proc: Path = Path("/proc"), sys: Path = Path("/sys")) -> tuple[Trace, ...]:
    """Return each way in which this machine may keep or give away what a case holds, and whether it is shut.

    Args:
        home: Of this installation.
        case: A case's folder, or None.
        proc: Where the kernel tells of itself.
        sys: Where it tells of its devices.
    """
    folders = [home, *([case] if case else [])]
    return (_swap(proc, sys), _core_dumps(proc), *(part for folder in folders for part in (_synced(folder), _entered(folder))))


def _swap(proc: Path, sys: Path) -> Trace:
    try:
        lines = (proc / "swaps").read_text(encoding="utf-8", errors="replace").splitlines()[1:]
    except OSError:
        return Trace(
            "swap encrypted", is_shut=False, open_words="whether it is cannot be told here; memory may be written to the disk in clear"
        )
    clear = [name for name in (line.split()[0] for line in lines if line.split()) if not _is_shut(name, sys)]
    told = f"{', '.join(clear)}: memory, with keys and texts in it, may be written there in clear: encrypt it, or swapoff -a"
    return Trace("swap encrypted" if lines else "no swap", not clear, told)


def _is_shut(name: str, sys: Path) -> bool:
    """Return whether a swap device is encrypted by the kernel, or lies in memory itself."""
    device = Path(os.path.realpath(name)).name
    if device.startswith("zram"):
        return not _read(sys / "block" / device / "backing_dev").strip("\n\0 ").removeprefix("none")
    return _read(sys / "block" / device / "dm" / "uuid").startswith("CRYPT-")


def _core_dumps(proc: Path) -> Trace:
    pattern = _read(proc / "sys" / "kernel" / "core_pattern").strip()
    told = f"kashf forbids its own; those of other programs, such as the browser, go to {pattern[1:].split(' ')[0]}, which may keep them"
    return Trace("core dumps not collected", not pattern.startswith("|"), told)


def _synced(folder: Path) -> Trace:
    places = (folder.absolute(), *folder.absolute().parents)
    named = [place for place in places if place.name.casefold().split(" - ")[0] in _SYNCED]
    marked = [place for place in places[:-1] if any((place / mark).exists() for mark in _MARKS)]
    told = f"{next(iter([*named, *marked]), folder)} looks like a folder that is copied to other machines; move it"
    return Trace(f"{folder} not copied elsewhere", not named and not marked, told)


def _entered(folder: Path) -> Trace:
    found = next(_open_to_all(folder), None)
    return Trace(f"{folder} closed to others", found is None, f"others of this machine may enter or read {found}: chmod 700 {found}")


def _open_to_all(folder: Path) -> Iterator[Path]:
    try:
        mode = folder.stat().st_mode
    except OSError:
        return
    if mode & (stat.S_IRWXG | stat.S_IRWXO):
        yield folder


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
