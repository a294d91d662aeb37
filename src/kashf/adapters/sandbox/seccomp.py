"""Which system calls may be made in a box, as programs for the kernel (classic BPF), built by libseccomp on this side.

Two filters, one upon the other. The box filter lies on everything in the box from before Python starts, and forbids what no
parser ever needs. The child filter is a list of what may be done, measured with the parsers, and is put on after the fork.
In both, a call from a foreign architecture (i386 or x32 on x86-64) ends the process.
"""

from __future__ import annotations

import ctypes
import errno
import functools
import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Self

_ALLOW = 0x7FFF0000
_KILL = 0x80000000
_BAD_ARCHITECTURE, _OPTIMIZE = 2, 8  # SCMP_FLTATR_ACT_BADARCH, SCMP_FLTATR_CTL_OPTIMIZE
_EQUAL, _MASKED_EQUAL = 4, 7  # SCMP_CMP_EQ, SCMP_CMP_MASKED_EQ

#: Flags of clone(2) that make a namespace, and the one that makes a thread. Source: linux/include/uapi/linux/sched.h.
_NAMESPACES = (0x00000080, 0x00020000, 0x02000000, 0x04000000, 0x08000000, 0x10000000, 0x20000000, 0x40000000)
_THREAD = 0x00010000

#: The first call that all architectures number alike (Linux 5.1); programs must live without these and what came after.
_FIRST_SHARED_NUMBER = 424
#: One past the highest number that is answered like an older kernel would.
_LAST_SHARED_NUMBER = 512

#: What no parser and no Python needs: reaching out, reaching into others, the machine itself, and kernel parts with a bad record.
DENIED_IN_BOX = (
    *("socket", "socketcall", "connect", "bind", "listen", "accept", "accept4"),
    *("ptrace", "process_vm_readv", "process_vm_writev", "process_madvise", "pidfd_getfd", "kcmp", "perf_event_open"),
    *("io_uring_setup", "io_uring_enter", "io_uring_register", "userfaultfd", "bpf"),
    *("add_key", "request_key", "keyctl", "lookup_dcookie", "vhangup", "acct", "quotactl", "quotactl_fd", "syslog"),
    *("mount", "umount", "umount2", "pivot_root", "chroot", "open_tree", "move_mount", "mount_setattr"),
    *("fsopen", "fsconfig", "fsmount", "fspick", "unshare", "setns"),
    *("symlink", "symlinkat", "link", "linkat", "mknod", "mknodat", "chmod", "fchmod", "fchmodat", "chown", "fchown", "fchownat", "lchown"),
    *("setxattr", "lsetxattr", "fsetxattr", "name_to_handle_at", "open_by_handle_at", "memfd_secret", "fanotify_init"),
    *("kexec_load", "kexec_file_load", "init_module", "finit_module", "delete_module", "create_module", "reboot", "swapon", "swapoff"),
    *(
        "settimeofday",
        "clock_settime",
        "clock_adjtime",
        "adjtimex",
        "stime",
        "sethostname",
        "setdomainname",
        "ioperm",
        "iopl",
        "modify_ldt",
    ),
    *("nfsservctl", "personality", "uselib", "ustat", "sysfs", "vm86", "vm86old", "migrate_pages", "move_pages", "mbind", "set_mempolicy"),
    *("msgget", "semget", "shmget", "shmat", "mq_open", "vmsplice"),
)

#: What a child may do, whatever the arguments: read what is open or bound read-only, write to its pipe, compute, have threads, end.
ALLOWED_IN_CHILD = (
    *("read", "readv", "pread64", "preadv", "preadv2", "write", "writev", "pwrite64", "lseek", "_llseek", "close", "close_range"),
    *("stat", "fstat", "lstat", "stat64", "fstat64", "lstat64", "newfstatat", "fstatat64", "statx", "statfs", "fstatfs"),
    *("access", "faccessat", "readlink", "readlinkat", "getdents", "getdents64", "getcwd", "fadvise64", "readahead"),
    *("ftruncate", "fallocate", "fsync", "fdatasync", "unlink", "unlinkat"),  # for temporary files in one flat folder
    *("dup", "dup2", "dup3", "pipe", "pipe2", "recvfrom", "eventfd2", "poll", "ppoll", "select", "pselect6", "flock"),
    *("epoll_create", "epoll_create1", "epoll_ctl", "epoll_wait", "epoll_pwait", "timerfd_create", "timerfd_settime"),
    *("brk", "mmap", "munmap", "mremap", "mprotect", "madvise", "msync", "mincore", "membarrier"),
    *("futex", "set_robust_list", "get_robust_list", "rseq", "set_tid_address", "arch_prctl", "sched_yield"),
    *("sched_getaffinity", "sched_getparam", "sched_getscheduler", "sched_get_priority_max", "sched_get_priority_min", "getcpu"),
    *("rt_sigaction", "rt_sigprocmask", "rt_sigreturn", "rt_sigtimedwait", "sigaltstack", "restart_syscall"),
    *("getpid", "getppid", "gettid", "getuid", "geteuid", "getgid", "getegid", "getresuid", "getresgid", "getgroups", "getpgrp", "getpgid"),
    *("clock_gettime", "clock_getres", "clock_nanosleep", "nanosleep", "gettimeofday", "time", "times"),
    *("getrusage", "getrlimit", "sysinfo", "uname", "getrandom", "exit", "exit_group"),
)


#: Calls that open a file, with the number of the argument that says what for. Where may be written, the mounts and Landlock decide;
#: to open for reading and yet create or truncate is forbidden here, because Landlock before Linux 6.2 does not see it.
_OPEN: Mapping[str, int] = MappingProxyType({"open": 1, "openat": 2})


@dataclass(frozen=True, slots=True)
class _Condition:
    """One argument of a call, compared as an unsigned 64-bit number; with a mask, only the bits in it."""

    argument: int
    value: int
    mask: int | None = None


#: What asks open(2) for more than reading: write, read and write, create, truncate. Source: linux/include/uapi/asm-generic/fcntl.h.
_WRITE_ONLY, _READ_WRITE = 0o1, 0o2
_MORE_THAN_READ = _WRITE_ONLY | _READ_WRITE | 0o100 | 0o1000

#: Calls a child may make with these arguments only. Sources: linux/include/uapi/asm-generic/ioctls.h and fcntl.h, linux/prctl.h.
_ALLOWED_IF: tuple[tuple[str, _Condition], ...] = (
    ("clone", _Condition(0, _THREAD, mask=_THREAD)),  # threads, never processes
    *(
        ("ioctl", _Condition(1, request)) for request in (0x5401, 0x5413, 0x541B, 0x5421, 0x5450, 0x5451)
    ),  # is it a terminal, how much is there
    # Descriptors and locks, but no owner and no signal, by which a file can be made to kill another process.
    *(("fcntl", _Condition(1, command)) for command in (0, 1, 2, 3, 4, 5, 6, 7, 1030, 1032, 1034)),
    *(("prctl", _Condition(0, option)) for option in (3, 15, 16, 0x53564D41)),  # dumpable?, names of threads and of memory
    ("prlimit64", _Condition(2, 0)),  # may be asked, not set
    ("sendto", _Condition(4, 0)),  # to the other end, never to an address
)


#: A pair of sockets within one process, by which a runtime (tokio) wakes itself. Source: linux/include/linux/socket.h, net.h.
_LOCAL_STREAM = (_Condition(0, 1), _Condition(1, 1, mask=0xF))


class SeccompError(Exception):
    """No filter can be built; the message says why in words for a person."""


@functools.cache
def box_filter() -> bytes:
    """Return the program that forbids the deeds in DENIED_IN_BOX and new namespaces, and allows the rest.

    Raises:
        SeccompError: libseccomp is missing or refuses.
    """
    with _Builder(default=_ALLOW) as builder:
        builder.add(_deny(errno.EPERM), DENIED_IN_BOX)
        # The C library then falls back on clone, whose flags a filter can see; those of clone3 it cannot.
        builder.add(_deny(errno.ENOSYS), ("clone3",))
        for flag in _NAMESPACES:
            builder.add(_deny(errno.EPERM), ("clone",), _Condition(0, flag, mask=flag))
        return builder.program()


@functools.cache
def child_filter() -> bytes:
    """Return the program that allows what a parser needs.

    Anything else is answered with EPERM, or, for calls that came with newer kernels, with ENOSYS, as an older kernel would.

    Raises:
        SeccompError: libseccomp is missing or refuses.
    """
    with _Builder(default=_deny(errno.EPERM)) as builder:
        builder.add(_ALLOW, ALLOWED_IN_CHILD)
        for name, condition in _ALLOWED_IF:
            builder.add(_ALLOW, (name,), condition)
        builder.add(_ALLOW, ("socketpair",), *_LOCAL_STREAM)
        for name, argument in _OPEN.items():
            builder.add(_ALLOW, (name,), _Condition(argument, 0, mask=_MORE_THAN_READ))
            for way in (_WRITE_ONLY, _READ_WRITE):
                builder.add(_ALLOW, (name,), _Condition(argument, way, mask=_WRITE_ONLY | _READ_WRITE))
        builder.add_numbers(_deny(errno.ENOSYS), range(_FIRST_SHARED_NUMBER, _LAST_SHARED_NUMBER), but=ALLOWED_IN_CHILD)
        return builder.program()


def _deny(number: int) -> int:
    return 0x00050000 | number


class _Compare(ctypes.Structure):
    _fields_ = (("arg", ctypes.c_uint), ("op", ctypes.c_int), ("datum_a", ctypes.c_uint64), ("datum_b", ctypes.c_uint64))


class _Builder:
    """One filter in the making; libseccomp knows the numbers of calls and the shape of arguments on each architecture."""

    def __init__(self, *, default: int) -> None:
        self._library = _library()
        self._context = self._library.seccomp_init(default)
        if not self._context:
            raise SeccompError("libseccomp cannot make a filter")

    def __enter__(self) -> Self:
        self._check(self._library.seccomp_attr_set(self._context, _BAD_ARCHITECTURE, _KILL))
        # A tree instead of a list: with 120 calls a child pays some ten comparisons for each call, not hundreds.
        self._check(self._library.seccomp_attr_set(self._context, _OPTIMIZE, 2))
        return self

    def __exit__(self, *_: object) -> None:
        self._library.seccomp_release(self._context)

    def add(self, action: int, names: Iterable[str], *conditions: _Condition) -> None:
        """Answer these calls with `action` when all conditions are met; names that this architecture does not have are passed over."""
        for name in names:
            number = self._number(name)
            if number is not None:
                self._rule(action, number, conditions)

    def add_numbers(self, action: int, numbers: Iterable[int], *, but: Iterable[str]) -> None:
        """Answer the calls of these numbers with `action`, except those named in `but`."""
        spared = {self._number(name) for name in but}
        for number in numbers:
            if number not in spared:
                self._rule(action, number, ())

    def program(self) -> bytes:
        """Return the filter as an array of `struct sock_filter`."""
        descriptor = os.memfd_create("filter")
        try:
            self._check(self._library.seccomp_export_bpf(self._context, descriptor))
            return os.pread(descriptor, os.fstat(descriptor).st_size, 0)
        finally:
            os.close(descriptor)

    def _number(self, name: str) -> int | None:
        number: int = self._library.seccomp_syscall_resolve_name(name.encode())
        return number if number >= 0 else None

    def _rule(self, action: int, number: int, conditions: Sequence[_Condition]) -> None:
        compares = (_Compare * max(1, len(conditions)))(*(_compare(condition) for condition in conditions))
        self._check(self._library.seccomp_rule_add_array(self._context, action, number, len(conditions), compares))

    def _check(self, result: int) -> None:
        if result != 0:
            raise SeccompError(f"libseccomp: {os.strerror(-result)}")


def _compare(condition: _Condition) -> _Compare:
    if condition.mask is None:
        return _Compare(condition.argument, _EQUAL, condition.value, 0)
    return _Compare(condition.argument, _MASKED_EQUAL, condition.mask, condition.value)


@functools.cache
def _library() -> Any:
    try:
        library = ctypes.CDLL("libseccomp.so.2")
    except OSError as error:
        raise SeccompError("the library libseccomp (Debian: libseccomp2) is not installed") from error
    library.seccomp_init.argtypes, library.seccomp_init.restype = (ctypes.c_uint32,), ctypes.c_void_p
    library.seccomp_release.argtypes, library.seccomp_release.restype = (ctypes.c_void_p,), None
    library.seccomp_attr_set.argtypes = (ctypes.c_void_p, ctypes.c_int, ctypes.c_uint32)
    library.seccomp_syscall_resolve_name.argtypes = (ctypes.c_char_p,)
    library.seccomp_export_bpf.argtypes = (ctypes.c_void_p, ctypes.c_int)
    library.seccomp_rule_add_array.argtypes = (ctypes.c_void_p, ctypes.c_uint32, ctypes.c_int, ctypes.c_uint, ctypes.POINTER(_Compare))
    return library
