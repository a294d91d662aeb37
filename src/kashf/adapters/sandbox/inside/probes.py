"""Tries to break out, from where a hostile file would: run in a forked child by `kashf doctor` and the tests.

Each probe tries one thing and raises an error when it was kept from it. It refuses to try outside a box or as root, and should it
succeed it does no harm: it reads nothing out, and takes back what it made.
"""

from __future__ import annotations

import ctypes
import errno
import os
import platform
import resource
import socket
import stat
import sys
import threading
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from kashf.adapters.sandbox.inside.child import Emit
from kashf.adapters.sandbox.layout import ENVIRONMENT

_libc = ctypes.CDLL(None, use_errno=True)

#: Numbers of calls the C library has no function for. Source: linux/arch/x86/entry/syscalls/syscall_64.tbl, asm-generic/unistd.h.
_NUMBERS: Mapping[str, Mapping[str, int]] = MappingProxyType(
    {
        "x86_64": {"keyctl": 250, "perf_event_open": 298, "bpf": 321, "userfaultfd": 323, "io_uring_setup": 425},
        "aarch64": {"keyctl": 219, "perf_event_open": 241, "bpf": 280, "userfaultfd": 282, "io_uring_setup": 425},
    }
)
# Sources: linux/include/uapi/linux/sched.h, ptrace.h, vm_sockets.h.
_NEW_USER, _NEW_NET, _NEW_MOUNTS, _ATTACH = 0x10000000, 0x40000000, 0x00020000, 16
_MARK = "kashf-probe"
_SCRATCH = "/tmp"  # noqa: S108 - the folder engines use for temporary files, which in a box is its own
#: Set by Python itself in an environment that names no locale.
_PYTHONS_OWN = ("PWD", "LC_CTYPE", "")


@dataclass(frozen=True, slots=True)
class Aim:
    """What a probe may aim at.

    Args:
        planted: Path of a file outside that nobody in a box should see.
        file: Descriptor of the file the task is about.
    """

    planted: str
    file: int


Probe = Callable[[Aim], str | None]


def preload() -> None:
    """Load nothing: a probe needs no parser."""


def handle(task: dict[str, object], files: Sequence[int], _emit: Emit) -> dict[str, object]:
    """Return {"through": whether the probe did what it should not, "why": what kept it, or what it got}.

    Raises:
        PermissionError: This is no box.
    """
    params = task["params"]
    if not isinstance(params, dict):
        raise TypeError("params")
    _assert_boxed()
    probes = BEFORE if task["kind"] == "before" else PROBES
    try:
        got = probes[str(params["probe"])](Aim(str(params["planted"]), files[0]))
    except OSError as error:
        return {"through": False, "why": errno.errorcode.get(error.errno or 0, "refused")}
    return {"through": True, "why": got or "done"}


def _assert_boxed() -> None:
    status = Path("/proc/self/status").read_text(encoding="ascii")
    if os.getuid() == 0 or "Seccomp:\t2" not in status or "NoNewPrivs:\t1" not in status:
        raise PermissionError("probes run in a box and nowhere else")


# The network


def _opens_socket(family: int, kind: int) -> Probe:
    return lambda _aim: socket.socket(family, kind).close()


def _listens(_aim: Aim) -> None:
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as listener:
        listener.bind(f"\0{_MARK}")


def _sees_interfaces(_aim: Aim) -> str:
    lines = Path("/proc/self/net/dev").read_text(encoding="ascii").splitlines()[2:]
    return _found(name for line in lines if (name := line.split(":")[0].strip()) != "lo")


# Files


def _reads(path: str) -> Probe:
    return lambda _aim: os.close(os.open(path, os.O_RDONLY))


def _lists(*folders: str) -> Probe:
    def probe(_aim: Aim) -> str:
        # A box has the folders that lead to Python and its libraries, with nothing else in them.
        way = {parent for path in (*sys.path, sys.executable) for parent in (Path(path), *Path(path).parents)}
        return _found(str(path) for folder in folders for path in _entries(folder) if path not in way)

    return probe


def _entries(folder: str) -> list[Path]:
    try:
        return list(Path(folder).iterdir())
    except OSError:
        return []


def _writes(folder: str) -> Probe:
    def probe(_aim: Aim) -> None:
        path = Path(folder, _MARK)
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL))
        path.unlink()

    return probe


def _changes_source(aim: Aim) -> None:
    # An open file can be opened again by its number, for writing too, if only its owner's rights are asked.
    os.write(os.open(f"/proc/self/fd/{aim.file}", os.O_WRONLY), b"changed")


def _cuts_source(aim: Aim) -> None:
    os.close(os.open(f"/proc/self/fd/{aim.file}", os.O_RDONLY | os.O_TRUNC))
    if os.fstat(aim.file).st_size:
        raise PermissionError(errno.EPERM, "it is whole")


# What comes from outside, and the others


def _has_environment(_aim: Aim) -> str:
    return _found(name for name in os.environ if name not in (*ENVIRONMENT, *_PYTHONS_OWN))


def _sees_first_environment(_aim: Aim) -> str:
    names = [item.split(b"=")[0].decode() for item in Path("/proc/1/environ").read_bytes().split(b"\0")]
    return _found(name for name in names if name not in (*ENVIRONMENT, *_PYTHONS_OWN))


def _has_descriptors(aim: Aim) -> str:
    numbers = [number for entry in Path("/proc/self/fd").iterdir() if _is_open(number := int(entry.name))]
    others = [number for number in numbers if number not in (0, 1, 2, aim.file)]
    pipes = [number for number in others if stat.S_ISFIFO(os.fstat(number).st_mode)]
    return _found(str(number) for number in others if number not in pipes[:1])  # one pipe is there for the answer


def _forks(_aim: Aim) -> None:
    if os.fork() == 0:
        os._exit(0)
    os.wait()


def _runs(path: str) -> Probe:
    return lambda _aim: os.execve(path, [path, "-c", "exit 0"], {})  # noqa: S606 - the attempt is the point


def _runs_from_memory(_aim: Aim) -> None:
    os.execve(os.memfd_create(_MARK), [_MARK], {})  # noqa: S606 - the attempt is the point


def _sees_processes(_aim: Aim) -> str:
    names = [entry.name for entry in Path("/proc").iterdir()]
    return _found(name for name in names if name.isdigit() and int(name) not in (os.getpid(), os.getppid()))


def _has_powers(_aim: Aim) -> str:
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return _found(line for line in lines if line.startswith(("CapPrm", "CapEff", "CapAmb")) and int(line.split()[1], 16))


def _calls(name: str, *arguments: int | bytes | Callable[[], int] | None) -> Probe:
    def probe(_aim: Aim) -> None:
        numbers = _NUMBERS.get(platform.machine(), {})
        known = [word() if callable(word) else word for word in arguments]
        words = [ctypes.c_long(word) if isinstance(word, int) else word for word in known]
        result = _libc.syscall(ctypes.c_long(numbers[name]), *words) if name in numbers else getattr(_libc, name)(*words)
        if result < 0:
            raise OSError(ctypes.get_errno(), "refused")

    return probe


# What a box has little of


def _takes_memory(_aim: Aim) -> None:
    held = [os.urandom(1 << 16) * 1024 for _ in range(48)]
    held.clear()


def _starts_threads(_aim: Aim) -> None:
    done = threading.Event()
    try:
        for _ in range(300):
            threading.Thread(target=done.wait, daemon=True).start()
    except RuntimeError as error:
        raise OSError(errno.EAGAIN, "no more threads") from error
    finally:
        done.set()


def _fills_disk(_aim: Aim) -> None:
    descriptor = os.open(f"{_SCRATCH}/{_MARK}", os.O_WRONLY | os.O_CREAT, 0o600)
    for _ in range(600):
        os.write(descriptor, bytes(1 << 20))


def _opens_many(_aim: Aim) -> None:
    for _ in range(5000):
        os.dup(0)


def _raises_limits(_aim: Aim) -> None:
    try:
        resource.setrlimit(resource.RLIMIT_NOFILE, (100_000, 100_000))
    except ValueError as error:  # so Python names EPERM here
        raise PermissionError(errno.EPERM, "not raised") from error


def _never_ends(_aim: Aim) -> None:
    while True:
        pass


def _leaves_a_file(_aim: Aim) -> None:
    os.close(os.open(f"{_SCRATCH}/{_MARK}", os.O_WRONLY | os.O_CREAT, 0o666))


def _is_open(number: int) -> bool:
    try:
        os.fstat(number)
    except OSError:
        return False
    return True


def _found(things: Iterable[str]) -> str:
    """Return what a probe got hold of.

    Raises:
        FileNotFoundError: Nothing, so it was kept from it.
    """
    first = sorted(things)[:5]
    if not first:
        raise FileNotFoundError(errno.ENOENT, "nothing there")
    return ", ".join(first)


#: By name; the names are what `kashf doctor` prints.
PROBES: Mapping[str, Probe] = MappingProxyType(
    {
        "network: TCP over IPv4": _opens_socket(socket.AF_INET, socket.SOCK_STREAM),
        "network: UDP over IPv4": _opens_socket(socket.AF_INET, socket.SOCK_DGRAM),
        "network: TCP over IPv6": _opens_socket(socket.AF_INET6, socket.SOCK_STREAM),
        "network: local sockets": _opens_socket(socket.AF_UNIX, socket.SOCK_STREAM),
        "network: listening by name": _listens,
        "network: sockets to the kernel": _opens_socket(socket.AF_NETLINK, socket.SOCK_RAW),
        "network: sockets to a host of virtual machines": _opens_socket(socket.AF_VSOCK, socket.SOCK_STREAM),
        "network: raw packets": _opens_socket(socket.AF_PACKET, socket.SOCK_RAW),
        "network: interfaces in sight": _sees_interfaces,
        "files: users of this machine": _reads("/etc/passwd"),
        "files: passwords of this machine": _reads("/etc/shadow"),
        "files: homes, services, mounted media": _lists("/home", "/root", "/run", "/var", "/srv", "/mnt", "/media", "/sys"),
        "files: one that lies beside": lambda aim: os.close(os.open(aim.planted, os.O_RDONLY)),
        "files: writing at the top": _writes("/"),
        "files: writing among the libraries": _writes("/usr/lib"),
        "files: writing into kashf": _writes(str(Path(__file__).parent)),
        "files: changing the file it reads": _changes_source,
        "files: cutting the file it reads": _cuts_source,
        "files: settings of the kernel": lambda _aim: os.close(os.open("/proc/sys/kernel/core_pattern", os.O_WRONLY)),
        "outside: its environment": _has_environment,
        "outside: the environment of process 1": _sees_first_environment,
        "outside: open descriptors": _has_descriptors,
        "processes: a new process": _forks,
        "processes: a shell": _runs("/bin/sh"),
        "processes: a program made in memory": _runs_from_memory,
        "processes: others in sight": _sees_processes,
        "processes: a signal to its parent": lambda _aim: os.kill(os.getppid(), 0),
        "processes: the memory of its parent": lambda _aim: os.close(os.open(f"/proc/{os.getppid()}/mem", os.O_RDONLY)),
        "powers: becoming root": lambda _aim: os.setresuid(0, 0, 0),
        "powers: capabilities": _has_powers,
        "kernel: tracing its parent": _calls("ptrace", _ATTACH, os.getppid, 0, 0),
        "kernel: reading the memory of its parent": _calls("process_vm_readv", os.getppid, None, 0, None, 0, 0),
        "kernel: mounting": _calls("mount", b"none", b"/tmp", b"tmpfs", 0, None),
        "kernel: a new user namespace": _calls("unshare", _NEW_USER),
        "kernel: a new network and mounts": _calls("unshare", _NEW_NET | _NEW_MOUNTS),
        "kernel: changing the root folder": _calls("chroot", b"/tmp"),
        "kernel: io_uring": _calls("io_uring_setup", 1, bytes(120)),
        "kernel: userfaultfd": _calls("userfaultfd", 1),
        "kernel: performance counters": _calls("perf_event_open", bytes(128), 0, -1, -1, 0),
        "kernel: programs for the kernel": _calls("bpf", 0, bytes(72), 72),
        "kernel: the key ring": _calls("keyctl", 0, -3, 1),
        "limits: 3 GiB of memory": _takes_memory,
        "limits: 300 threads": _starts_threads,
        "limits: a file of 600 MiB": _fills_disk,
        "limits: 5,000 descriptors": _opens_many,
        "limits: raising its own limits": _raises_limits,
        "limits: an endless loop": _never_ends,
        "traps: a symbolic link": lambda _aim: Path(_SCRATCH, _MARK).symlink_to("/etc/shadow"),
        "traps: a pipe": lambda _aim: os.mkfifo(f"{_SCRATCH}/{_MARK}"),
        "traps: a folder": lambda _aim: Path(_SCRATCH, _MARK).mkdir(),
        "traps: a program with powers": lambda aim: os.fchmod(aim.file, 0o4755),
        "between files: what the last one left": _reads(f"{_SCRATCH}/{_MARK}"),
    }
)

#: Run just before the probe of the same name, by another child; it may succeed.
BEFORE: Mapping[str, Probe] = MappingProxyType({"between files: what the last one left": _leaves_a_file})
