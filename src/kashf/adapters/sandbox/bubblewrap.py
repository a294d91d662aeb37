"""The command line of bubblewrap, and what it means when it complains.

Two roads lead to a box without powers. An ordinary user gets a user namespace of its own, in which it is nobody and from which no
further one can be made. Root makes the other namespaces without that one and keeps only the right to change user, which the
zygote uses first of all, for good: the parsers then really are another user, to the kernel and to every file.
"""

from __future__ import annotations

import functools
import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

from kashf.adapters.sandbox.inside.child import SCRATCH_BYTES
from kashf.adapters.sandbox.layout import DEVICES, ENVIRONMENT, PROGRAMS, Layout

_NAMESPACES = ("--unshare-ipc", "--unshare-pid", "--unshare-net", "--unshare-uts", "--unshare-cgroup-try")
_NOBODY = "65534"

#: The one folder a child can write to, in memory. Java looks nowhere else for it.
SCRATCH = "/tmp"  # noqa: S108 - a file system of its own, not the one all users share

#: Users for boxes that root makes: reserved by Debian, given to nobody by systemd. Source: Debian Policy 9.2.2; systemd.io/UIDS-GIDS.
ROOTS_BOX_USERS = range(65_520, 65_534)


def command(layout: Layout, *, filter_number: int, info_number: int, inside: Sequence[str]) -> list[str]:
    """Return the command line that runs `inside` in a fresh box.

    Args:
        layout: What the box sees.
        filter_number: Descriptor that holds the filter of system calls.
        info_number: Descriptor on which bubblewrap tells the process number of the box.
        inside: Command line of the zygote.

    Raises:
        FileNotFoundError: bubblewrap is not installed.
    """
    program = find()
    words = [program, *_NAMESPACES, "--die-with-parent", "--new-session", "--as-pid-1", "--clearenv", "--cap-drop", "ALL"]
    if makes_real_drop():
        words += ["--cap-add", "CAP_SETUID", "--cap-add", "CAP_SETGID"]
    else:
        words += ["--unshare-user", "--uid", _NOBODY, "--gid", _NOBODY]
        words += ["--disable-userns"] if "--disable-userns" in _help(program) else []
    words += ["--hostname", "box", "--seccomp", str(filter_number), "--info-fd", str(info_number)]
    for name, value in ENVIRONMENT.items():
        words += ["--setenv", name, value]
    return [*words, *_mounts(layout), "--remount-ro", "/", "--chdir", "/", "--", *inside]


def makes_real_drop() -> bool:
    """Return whether this process is a root who can hand a box to another user of the machine."""
    return os.geteuid() == 0 and _is_mapped(ROOTS_BOX_USERS[-1])


def find() -> str:
    """Return where bubblewrap is.

    Raises:
        FileNotFoundError: It is not installed.
    """
    program = shutil.which("bwrap")
    if program is None:
        raise FileNotFoundError("bubblewrap (bwrap) is not installed")
    return program


def explain(complaint: str) -> str:
    """Return in words for a person why bubblewrap could not make a box.

    Args:
        complaint: What it wrote to its error output.
    """
    last = complaint.strip().splitlines()[-1].removeprefix("bwrap: ") if complaint.strip() else "no word from bubblewrap"
    if any(sign in complaint for sign in ("No permissions to creat", "setting up uid map", "Creating new namespace failed", "uid_map")):
        return f"bubblewrap may not make a user namespace: {_who_forbids()} ({last})"
    if "mount proc" in complaint:
        return f"bubblewrap may not mount /proc, as in a container that hides parts of it ({last})"
    return f"bubblewrap failed: {last}"


def _mounts(layout: Layout) -> list[str]:
    words = _scratch_or_programs(layout)
    made = {SCRATCH}
    files = DEVICES
    for path in (*layout.readable, *files, *(link for link, _ in layout.links)):
        # Folders on the way would be made closed to the user the zygote becomes.
        for parent in reversed(Path(path).parents):
            if str(parent) != "/" and str(parent) not in made:
                words += ["--perms", "0755", "--dir", str(parent)]
                made.add(str(parent))
    for path in layout.readable:
        words += ["--ro-bind", path, path]
    for link, target in layout.links:
        words += ["--symlink", target, link]
    for path in files:
        words += ["--dev-bind", path, path]
    return [*words, "--proc", "/proc"]


def _scratch_or_programs(layout: Layout) -> list[str]:
    """Return the folder for temporary files, or, where programs of a stranger run, none that can be written to, and theirs."""
    if layout.programs is None:
        return ["--perms", "1777", "--size", str(SCRATCH_BYTES), "--tmpfs", SCRATCH]
    return ["--perms", "0755", "--dir", SCRATCH, "--perms", "0755", "--dir", PROGRAMS, "--ro-bind", str(layout.programs), PROGRAMS]


def _is_mapped(uid: int) -> bool:
    for line in Path("/proc/self/uid_map").read_text().splitlines():
        first, _, count = (int(field) for field in line.split())
        if first <= uid < first + count:
            return True
    return False


def _who_forbids() -> str:
    switches = {
        "/proc/sys/kernel/unprivileged_userns_clone": ("0", "sysctl kernel.unprivileged_userns_clone is 0"),
        "/proc/sys/user/max_user_namespaces": ("0", "sysctl user.max_user_namespaces is 0"),
        "/proc/sys/kernel/apparmor_restrict_unprivileged_userns": ("1", "AppArmor restricts user namespaces and has no profile for bwrap"),
    }
    for path, (bad, words) in switches.items():
        if Path(path).exists() and Path(path).read_text().strip() == bad:
            return words
    return "the kernel, or the container kashf runs in, refuses it"


@functools.cache
def _help(program: str) -> str:
    return subprocess.run([program, "--help"], capture_output=True, text=True, check=False, env={}).stdout
