"""An outer room for tests that need an ordinary user, or that try to break out: its own mounts, processes and network.

Made by root, so that what happens in it happens to no file and no process of this machine; only the interpreter, the packages and
this repository are seen in it, read-only. An ordinary user has the rooms it can make itself.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
_USER = "12345"


def run_as_ordinary_user(words: Sequence[str], *, seconds: float = 240) -> subprocess.CompletedProcess[str]:
    """Run Python with these words in a fresh room, as a user without powers.

    Args:
        words: What follows `python` on the command line.
        seconds: After which it is killed, with all in the room.
    """
    if os.geteuid() != 0:
        return _run([*_NAMESPACES, "--user", "--map-current-user"], words, seconds=seconds)
    user = ["setpriv", "--reuid", _USER, "--regid", _USER, "--clear-groups"]
    return _run([*_NAMESPACES, *_mounts(), *user], words, seconds=seconds)


def run_as_root(words: Sequence[str], *, seconds: float = 240) -> subprocess.CompletedProcess[str]:
    """Run Python in a fresh room as the root that runs the tests, whose sandbox has to become somebody else."""
    return _run(_NAMESPACES, words, seconds=seconds)


def _run(room: Sequence[str], words: Sequence[str], *, seconds: float) -> subprocess.CompletedProcess[str]:
    environment = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LANG": "C.UTF-8", "PYTHONDONTWRITEBYTECODE": "1"}
    command = [*room, sys.executable, *words]
    return subprocess.run(command, capture_output=True, text=True, timeout=seconds, check=False, cwd=REPOSITORY, env=environment)


def _mounts() -> list[str]:
    """Return the command of a second room within the namespaces, which lets a user read what lies in root's own folders."""
    wanted = sorted({Path("/usr"), Path("/etc"), Path(sys.base_prefix), Path(sys.prefix), REPOSITORY}, key=lambda path: len(path.parts))
    seen = [path for path in wanted if not any(path.is_relative_to(other) for other in wanted if other != path)]
    parents = {parent for path in seen for parent in path.parents if parent != Path("/")}
    words = ["bwrap", "--die-with-parent", "--cap-drop", "ALL", "--cap-add", "CAP_SETUID", "--cap-add", "CAP_SETGID"]
    words += ["--perms", "1777", "--tmpfs", "/tmp"]
    for parent in sorted(parents - {Path("/tmp")}, key=lambda path: len(path.parts)):
        words += ["--perms", "0755", "--dir", str(parent)]
    for path in seen:
        words += ["--ro-bind", str(path), str(path)]
    for link in ("/bin", "/sbin", "/lib", "/lib32", "/lib64"):
        if Path(link).is_symlink():
            words += ["--symlink", str(Path(link).readlink()), link]
    # Not a fresh /proc: bubblewrap covers parts of it, and then the kernel lets nobody inside mount one of its own.
    return [*words, "--bind", "/proc", "/proc", "--dev", "/dev", "--chdir", str(REPOSITORY)]


_NAMESPACES = ("unshare", "--pid", "--net", "--mount", "--ipc", "--uts", "--fork", "--kill-child", "--mount-proc")
