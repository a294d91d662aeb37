"""Calls of the kernel that Python has no name for, made inside the box: prctl, filters of system calls, Landlock."""

from __future__ import annotations

import ctypes
import errno
import os
import stat
import struct
from collections.abc import Iterable

_libc = ctypes.CDLL(None, use_errno=True)

# Source: linux/include/uapi/linux/prctl.h and seccomp.h.
_PDEATHSIG, _DUMPABLE, _SECCOMP, _SUBREAPER, _NO_NEW_PRIVS = 1, 4, 22, 36, 38
_FILTER_MODE = 2

# Source: linux/include/uapi/asm-generic/mman-common.h (MADV_COLLAPSE, Linux 6.1); sizes of x86-64 and of aarch64 with small pages.
_COLLAPSE = 25
_SMALL_PAGE_BYTES, _LARGE_PAGE_BYTES = 4096, 2 << 20

# The same numbers on every architecture. Source: linux/include/uapi/asm-generic/unistd.h.
_CREATE_RULESET, _ADD_RULE, _RESTRICT_SELF = 444, 445, 446

# Rights of Landlock. Source: linux/include/uapi/linux/landlock.h.
_EXECUTE, _WRITE_FILE, _READ_FILE, _READ_DIR, _REMOVE_FILE, _MAKE_FILE, _TRUNCATE = 1, 2, 4, 8, 1 << 5, 1 << 8, 1 << 14
_READ = _READ_FILE | _READ_DIR
_READ_WRITE = _READ | _WRITE_FILE | _REMOVE_FILE | _MAKE_FILE | _TRUNCATE
_RIGHTS_ON_FILES = _EXECUTE | _READ_FILE | _WRITE_FILE | _TRUNCATE
_FILE_RIGHTS_BY_ABI = {1: (1 << 13) - 1, 2: (1 << 14) - 1, 3: (1 << 15) - 1, 4: (1 << 15) - 1}
_FILE_RIGHTS_NEWEST = (1 << 16) - 1
_TCP_BIND_CONNECT = 3
_SCOPE_SOCKETS_SIGNALS = 3
_ATTRIBUTES_BY_ABI = {1: 8, 2: 8, 3: 8, 4: 16, 5: 16}


def die_with_parent(signal: int) -> None:
    """Have the kernel send `signal` to this process when the thread that made it ends."""
    _prctl(_PDEATHSIG, signal)


def hide_memory() -> None:
    """Forbid others of the same user to trace this process or read its memory, and core dumps; children inherit it."""
    _prctl(_DUMPABLE, 0)


def adopt_orphans() -> None:
    """Become the parent of what descendants leave behind, instead of process 1."""
    _prctl(_SUBREAPER, 1)


def forbid_new_privileges() -> None:
    """Make set-user-id programs powerless for this process and its children, for good."""
    _prctl(_NO_NEW_PRIVS, 1)


def join_pages() -> None:
    """Have the kernel keep the private memory of this process in pages of 2 MiB where it can; where it cannot, nothing changes.

    A fork then copies a few dozen entries of the page table instead of tens of thousands: with all parsers loaded a task takes half the
    processor time. A child that writes to such a page still copies 4 KiB of it only.
    """
    if os.sysconf("SC_PAGESIZE") != _SMALL_PAGE_BYTES:
        return
    with open("/proc/self/maps", encoding="utf-8") as file:
        lines = file.read().splitlines()
    for words in (line.split() for line in lines):
        if words[1] == "rw-p" and words[5:] in ([], ["[heap]"]):
            start, end = (int(address, 16) for address in words[0].split("-"))
            for address in range(-(-start // _LARGE_PAGE_BYTES) * _LARGE_PAGE_BYTES, end - _LARGE_PAGE_BYTES + 1, _LARGE_PAGE_BYTES):
                _libc.madvise(ctypes.c_void_p(address), ctypes.c_size_t(_LARGE_PAGE_BYTES), _COLLAPSE)


def install_filter(program: bytes) -> None:
    """Put a filter of system calls on this thread and its children, for good.

    Args:
        program: Array of `struct sock_filter`.
    """
    buffer = ctypes.create_string_buffer(program, len(program))
    # struct sock_fprog: an unsigned short, padding to the size of a pointer, the pointer.
    header = ctypes.create_string_buffer(struct.pack("@HP", len(program) // 8, ctypes.addressof(buffer)))
    _prctl(_SECCOMP, _FILTER_MODE, ctypes.addressof(header))


def landlock_version() -> int:
    """Return which Landlock the kernel has, from 1; 0 for none."""
    version: int = _libc.syscall(_CREATE_RULESET, None, ctypes.c_size_t(0), ctypes.c_uint(1))
    return max(version, 0)


def landlock(*, readable: Iterable[str | int], writable: Iterable[str] = (), may_run: bool = False) -> None:
    """Forbid this thread and its children, for good, every file but those given, and all programs.

    Args:
        readable: Folders and files by path, with all below them, and open files by descriptor; missing paths are passed over.
        writable: Folders in which files may be made, changed and removed too, and files that may be written to.
        may_run: Whether programs among what is readable may be run after all.

    Raises:
        OSError: The kernel refuses.
    """
    version = landlock_version()
    handled = _FILE_RIGHTS_BY_ABI.get(version, _FILE_RIGHTS_NEWEST)
    attributes = struct.pack("@QQQ", handled, _TCP_BIND_CONNECT, _SCOPE_SOCKETS_SIGNALS)[: _ATTRIBUTES_BY_ABI.get(version, 24)]
    ruleset = _checked(_libc.syscall(_CREATE_RULESET, attributes, ctypes.c_size_t(len(attributes)), ctypes.c_uint(0)))
    try:
        for place in readable:
            _allow(ruleset, place, (_READ | _EXECUTE if may_run and not isinstance(place, int) else _READ) & handled)
        for folder in writable:
            _allow(ruleset, folder, _READ_WRITE & handled)
        _checked(_libc.syscall(_RESTRICT_SELF, ctypes.c_int(ruleset), ctypes.c_uint(0)))
    finally:
        os.close(ruleset)


def _allow(ruleset: int, place: str | int, rights: int) -> None:
    try:
        descriptor = place if isinstance(place, int) else os.open(place, os.O_PATH | os.O_CLOEXEC)
    except FileNotFoundError:
        return
    try:
        if not stat.S_ISDIR(os.fstat(descriptor).st_mode):
            rights &= _RIGHTS_ON_FILES
        # struct landlock_path_beneath_attr is packed: rights, then the descriptor.
        rule = struct.pack("=Qi", rights, descriptor)
        _checked(_libc.syscall(_ADD_RULE, ctypes.c_int(ruleset), ctypes.c_int(1), rule, ctypes.c_uint(0)))
    except OSError as error:
        # Landlock has no say over files that lie in memory only, and says so.
        if error.errno != errno.EBADFD:
            raise
    finally:
        if not isinstance(place, int):
            os.close(descriptor)


def _prctl(option: int, argument: int, more: int = 0) -> None:
    _checked(_libc.prctl(ctypes.c_int(option), ctypes.c_ulong(argument), ctypes.c_ulong(more), ctypes.c_ulong(0), ctypes.c_ulong(0)))


def _checked(result: int) -> int:
    if result < 0:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number))
    return result
