"""Runs the filters on an interpreter of classic BPF, as the kernel would, and asks what becomes of single calls."""

from __future__ import annotations

import errno
import platform
import socket
import struct

import pytest

from kashf.adapters.sandbox import seccomp

_ALLOW, _KILL = 0x7FFF0000, 0x80000000
# Sources: linux/include/uapi/linux/audit.h; the calls' numbers from the library that built the filter.
_ARCHITECTURES = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}
_I386 = 0x40000003
_X32_BIT = 0x40000000

pytestmark = pytest.mark.skipif(platform.machine() not in _ARCHITECTURES, reason="the filters are read here for two architectures")


def _verdict(program: bytes, name: str | int, *arguments: int, architecture: int | None = None) -> int:
    number = name if isinstance(name, int) else seccomp._library().seccomp_syscall_resolve_name(name.encode())
    assert number >= 0, name
    native = _ARCHITECTURES[platform.machine()]
    data = struct.pack("<IIQ6Q", number, native if architecture is None else architecture, 0, *arguments, *[0] * (6 - len(arguments)))
    return _run(list(struct.iter_unpack("<HBBI", program)), data)


def _run(program: list[tuple[int, int, int, int]], data: bytes) -> int:
    accumulator, position = 0, 0
    while True:
        code, when_true, when_false, k = program[position]
        position += 1
        if code == 0x20:  # load a word of the data
            (accumulator,) = struct.unpack_from("<I", data, k)
        elif code == 0x54:  # and
            accumulator &= k
        elif code == 0x05:  # jump
            position += k
        elif code == 0x06:  # return
            return k
        else:
            test = {0x15: accumulator == k, 0x25: accumulator > k, 0x35: accumulator >= k, 0x45: bool(accumulator & k)}[code]
            position += when_true if test else when_false


def _denied(number: int) -> int:
    return 0x00050000 | number


@pytest.mark.parametrize(
    "name", [name for name in seccomp.DENIED_IN_BOX if seccomp._library().seccomp_syscall_resolve_name(name.encode()) >= 0]
)
def test_what_no_parser_needs_is_denied_to_all_in_the_box_and_to_the_child(name: str) -> None:
    assert _denied(errno.EPERM) == _verdict(seccomp.box_filter(), name)
    assert _ALLOW != _verdict(seccomp.child_filter(), name)


@pytest.mark.parametrize(
    "name",
    [
        "fork",
        "vfork",
        "execve",
        "execveat",
        "kill",
        "tkill",
        "tgkill",
        "setuid",
        "setresuid",
        "setrlimit",
        "mkdir",
        "rename",
        "memfd_create",
    ],
)
def test_a_child_makes_no_process_runs_no_program_and_signals_nobody(name: str) -> None:
    if seccomp._library().seccomp_syscall_resolve_name(name.encode()) < 0:
        pytest.skip("this architecture has no such call")

    assert _denied(errno.EPERM) == _verdict(seccomp.child_filter(), name)
    assert _ALLOW == _verdict(seccomp.box_filter(), name)


@pytest.mark.parametrize("name", ["read", "openat", "mmap", "futex", "exit_group", "clock_gettime", "pread64"])
def test_a_child_may_read_compute_and_end(name: str) -> None:
    assert _ALLOW == _verdict(seccomp.child_filter(), name)
    assert _ALLOW == _verdict(seccomp.box_filter(), name)


def test_a_child_may_start_threads_but_no_process_and_no_namespace() -> None:
    thread, process, user_namespace = 0x3D0F00, 0x01200011, 0x10000011
    child, box = seccomp.child_filter(), seccomp.box_filter()

    assert _ALLOW == _verdict(child, "clone", thread)
    assert _denied(errno.EPERM) == _verdict(child, "clone", process)
    assert [_ALLOW, _denied(errno.EPERM)] == [_verdict(box, "clone", flags) for flags in (process, user_namespace)]
    assert [_denied(errno.ENOSYS)] * 2 == [_verdict(program, "clone3") for program in (child, box)]


@pytest.mark.parametrize(
    ("flags", "is_allowed"),
    [(0o0, True), (0o2000000, True), (0o1 | 0o100 | 0o1000, True), (0o2, True), (0o1000, False), (0o100, False), (0o3, False)],
)
def test_opening_for_reading_may_neither_create_nor_truncate(flags: int, *, is_allowed: bool) -> None:
    assert (_ALLOW if is_allowed else _denied(errno.EPERM)) == _verdict(seccomp.child_filter(), "openat", 0, 0, flags)


def test_sockets_come_only_as_a_local_pair_that_talks_to_itself() -> None:
    child = seccomp.child_filter()
    cases = {(family, kind): _verdict(child, "socketpair", family, kind) for family in (1, 2, 16) for kind in (1, 2, 5)}

    assert {(socket.AF_UNIX, socket.SOCK_STREAM)} == {case for case, verdict in cases.items() if verdict == _ALLOW}
    assert [_ALLOW, _denied(errno.EPERM)] == [_verdict(child, "sendto", 3, 0, 1, 0, address) for address in (0, 0x7FFF0000)]


def test_a_descriptor_may_be_doubled_but_not_made_to_send_signals() -> None:
    child = seccomp.child_filter()
    double, set_owner, set_signal, set_lease, set_owner_thread = 1030, 8, 10, 1024, 15

    assert _ALLOW == _verdict(child, "fcntl", 3, double)
    assert {_denied(errno.EPERM)} == {
        _verdict(child, "fcntl", 3, command) for command in (set_owner, set_signal, set_lease, set_owner_thread)
    }


def test_limits_may_be_asked_but_not_set() -> None:
    child = seccomp.child_filter()

    assert [_ALLOW, _denied(errno.EPERM)] == [_verdict(child, "prlimit64", 0, 7, new) for new in (0, 0x7FFF00000000)]


def test_calls_newer_than_the_list_are_answered_as_an_older_kernel_would() -> None:
    assert [_denied(errno.ENOSYS)] * 3 == [_verdict(seccomp.child_filter(), number) for number in (425, 439, 500)]


def test_a_call_of_another_architecture_ends_the_process() -> None:
    for program in (seccomp.child_filter(), seccomp.box_filter()):
        assert _KILL == _verdict(program, 4, architecture=_I386)
        if platform.machine() == "x86_64":
            assert _KILL == _verdict(program, _X32_BIT | 1)


def test_without_the_library_there_is_no_filter(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(_name: str) -> None:
        raise OSError("libseccomp.so.2: cannot open shared object file")

    seccomp._library.cache_clear()
    monkeypatch.setattr("ctypes.CDLL", missing)
    try:
        with pytest.raises(seccomp.SeccompError, match="libseccomp2"):
            seccomp.child_filter.__wrapped__()
    finally:
        seccomp._library.cache_clear()
