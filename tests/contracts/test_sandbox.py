"""What every worker must do, whatever holds its children: each file costs only itself, and nothing is left behind."""

from __future__ import annotations

import hashlib
import io
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO, ClassVar

import psutil
import pytest

from kashf.adapters.sandbox import bubblewrap, make_sandbox
from kashf.adapters.sandbox.inside.child import SCRATCH_BYTES
from kashf.adapters.sandbox.layout import ENVIRONMENT
from kashf.domain.document import Reason
from kashf.errors import SandboxError
from kashf.ports.engines import Limits
from kashf.ports.runtime import Outcome, Sandbox, Task, Worker
from tests.hostile.outer import run_as_ordinary_user

pytestmark = pytest.mark.sandbox

_HANDLERS = Path(__file__).parents[1] / "hostile" / "handlers"
_QUICK = Limits(seconds=20.0, memory_bytes=256 << 20)
#: Seconds after which a process that should be gone is not waited for any longer.
_PATIENCE = 8.0
#: What root's box needs to become another user: CAP_SETGID and CAP_SETUID. Source: linux/include/uapi/linux/capability.h.
_CHANGE_USER = 1 << 6 | 1 << 7


class Members:
    """Keeps what it is given; raises `fault` when the member of that ordinal begins."""

    def __init__(self, *, fault: BaseException | None = None) -> None:
        self.whole: list[tuple[Mapping[str, object], bytes]] = []
        self.aborted = 0
        self._fault = fault
        self._head: Mapping[str, object] = {}
        self._sink = io.BytesIO()

    def begin(self, head: Mapping[str, object]) -> BinaryIO:
        if self._fault is not None:
            raise self._fault
        self._head, self._sink = head, io.BytesIO()
        return self._sink

    def end(self) -> None:
        self.whole.append((self._head, self._sink.getvalue()))

    def abort(self) -> None:
        self.aborted += 1


class WorkerContract:
    """What every worker must do."""

    grade: ClassVar[str]
    #: Bytes of the largest file a child may write: some engines need temporary ones, which only a box can hold.
    file_bytes: ClassVar[int] = 0
    #: Powers, as bits, of which a program with rights of its own could get some if a child started it; children start none, and gain none.
    bounding: ClassVar[int] = -1

    @pytest.fixture(scope="class")
    @classmethod
    def sandbox(cls) -> Sandbox:
        return make_sandbox(accept_unsafe=True, handler="misbehaving", modules=(_HANDLERS,), grades=(cls.grade,))

    @pytest.fixture(scope="class")
    @classmethod
    def worker(cls, sandbox: Sandbox) -> Iterator[Worker]:
        with sandbox.worker() as worker:
            yield worker

    @pytest.fixture
    def file(self, tmp_path: Path) -> Path:
        path = tmp_path / "letter.txt"
        path.write_bytes("رسالة".encode())
        path.chmod(0o600)
        return path

    def test_the_sandbox_says_its_grade(self, sandbox: Sandbox) -> None:
        assert self.grade == sandbox.grade

    def test_a_file_only_its_owner_may_read_is_read_by_descriptor_and_by_number(self, worker: Worker, file: Path) -> None:
        digest = hashlib.sha256(file.read_bytes()).hexdigest()

        assert [[digest, digest]] == worker.run(Task("digests", [file], {}, _QUICK)).untrusted_answer

    def test_sixty_four_files_in_one_task_come_in_their_order(self, worker: Worker, tmp_path: Path) -> None:
        files = [tmp_path / str(number) for number in range(64)]
        for file in files:
            file.write_bytes(file.name.encode() * 1000)
        expected = [[hashlib.sha256(file.read_bytes()).hexdigest()] * 2 for file in files]

        assert expected == worker.run(Task("digests", files, {}, _QUICK)).untrusted_answer

    def test_params_reach_the_child_as_they_were_given(self, worker: Worker, file: Path) -> None:
        params = {"names": ["تقرير\n.pdf", "\u202egnp.exe"], "page": 3, "nothing": None}

        assert params == worker.run(Task("echo", [file], params, _QUICK)).untrusted_answer

    def test_each_task_has_a_process_of_its_own_that_is_not_root(self, worker: Worker, file: Path) -> None:
        first, second = (_answer(worker.run(Task("whoami", [file], {}, _QUICK))) for _ in range(2))

        assert first["pid"] != second["pid"]
        assert 0 != first["uid"]

    def test_a_child_has_limits_that_it_cannot_raise(self, worker: Worker, file: Path) -> None:
        limits = _answer(worker.run(Task("held_by", [file], {}, _QUICK)))["limits"]

        assert isinstance(limits, dict)
        expected = {"NOFILE": 256, "CORE": 0, "MEMLOCK": 0, "CPU": 42, "FSIZE": self.file_bytes}
        assert {name: [most, most] for name, most in expected.items()} == {name: limits[f"RLIMIT_{name}"] for name in expected}
        assert limits["RLIMIT_DATA"][0] == limits["RLIMIT_DATA"][1] < 4 * _QUICK.memory_bytes

    def test_a_child_has_no_power_and_can_gain_none(self, worker: Worker, file: Path) -> None:
        powers = _answer(worker.run(Task("held_by", [file], {}, _QUICK)))["powers"]

        assert isinstance(powers, dict)
        assert (0, 0, 0, 1) == tuple(powers[name] for name in ("CapPrm", "CapEff", "CapAmb", "NoNewPrivs"))
        assert (0, 0) == (powers["CapInh"] & ~_CHANGE_USER, powers["CapBnd"] & ~self.bounding)

    def test_nothing_of_our_environment_is_seen_inside(self, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("KASHF_SECRET", "x")
        sandbox = make_sandbox(accept_unsafe=True, handler="misbehaving", modules=(_HANDLERS,), grades=(self.grade,))
        with sandbox.worker() as worker:
            inside = _answer(worker.run(Task("whoami", [file], {}, _QUICK)))["environment"]

        assert isinstance(inside, dict)
        # PWD is what bubblewrap itself sets on entering its folder.
        assert {**ENVIRONMENT} == {name: value for name, value in inside.items() if name != "PWD"}

    def test_members_come_whole_and_in_order(self, worker: Worker, file: Path) -> None:
        members = Members()

        outcome = worker.run(Task("members", [file], {"sizes": [3, -1, 0, (2 << 20) + 1]}, _QUICK), members=members)

        assert {"members": 4} == outcome.untrusted_answer
        assert [({"ordinal": 0}, 3), ({"ordinal": 1}, 0), ({"ordinal": 2}, 0), ({"ordinal": 3}, (2 << 20) + 1)] == [
            (head, len(content)) for head, content in members.whole
        ]

    def test_members_nobody_asked_for_pass_by(self, worker: Worker, file: Path) -> None:
        assert {"members": 2} == worker.run(Task("members", [file], {"sizes": [1, 3 << 20]}, _QUICK)).untrusted_answer

    def test_a_member_that_breaks_off_is_aborted_and_the_next_still_comes(self, worker: Worker, file: Path) -> None:
        members = Members()

        outcome = worker.run(Task("half_a_member", [file], {}, _QUICK), members=members)

        assert {} == outcome.untrusted_answer
        assert (1, [({"ordinal": 1}, b"whole")]) == (members.aborted, members.whole)

    @pytest.mark.parametrize(
        ("kind", "reason"),
        [
            ("crash", Reason.CRASHED),
            ("quit_quietly", Reason.CRASHED),
            ("fail", Reason.CRASHED),
            ("no_such_deed", Reason.CRASHED),
            ("daemon", Reason.CRASHED),
            ("kill_zygote", Reason.CRASHED),
            ("hog", Reason.MEMORY),
            ("reserve", Reason.MEMORY),
            ("endless_members", Reason.TOO_LARGE),
            ("endless_bytes", Reason.TOO_LARGE),
        ],
    )
    def test_a_child_that_misbehaves_costs_only_its_own_file(self, worker: Worker, file: Path, kind: str, reason: Reason) -> None:
        limits = replace(_QUICK, members=1000, unpacked_bytes=20 << 20)

        outcome = worker.run(Task(kind, [file], {}, limits), members=Members())

        assert (None, reason) == (outcome.untrusted_answer, outcome.reason)
        _assert_still_works(worker, file)

    @pytest.mark.parametrize("kind", ["loop", "sleep"])
    def test_a_child_that_does_not_end_is_ended(self, worker: Worker, file: Path, kind: str) -> None:
        outcome = worker.run(Task(kind, [file], {}, replace(_QUICK, seconds=0.5)))

        assert (None, Reason.TIMEOUT) == (outcome.untrusted_answer, outcome.reason)
        _assert_still_works(worker, file)

    @pytest.mark.parametrize(
        ("made", "reason"),
        [
            ("unknown kind", Reason.CRASHED),
            ("torn header", Reason.CRASHED),
            ("torn payload", Reason.CRASHED),
            ("huge length", Reason.TOO_LARGE),
            ("huge chunk", Reason.TOO_LARGE),
            ("huge head", Reason.TOO_LARGE),
            ("head is no object", Reason.CRASHED),
            ("head is no JSON", Reason.CRASHED),
            ("member in member", Reason.CRASHED),
            ("bytes outside", Reason.CRASHED),
            ("end outside", Reason.CRASHED),
            ("giving up outside", Reason.CRASHED),
            ("answer in member", Reason.CRASHED),
            ("no JSON", Reason.CRASHED),
            ("no number", Reason.CRASHED),
            ("too deep", Reason.CRASHED),
            ("too many", Reason.CRASHED),
            ("a strange name", Reason.CRASHED),
        ],
    )
    def test_an_answer_that_breaks_the_form_is_no_answer(self, worker: Worker, file: Path, made: str, reason: Reason) -> None:
        members = Members()

        outcome = worker.run(Task("raw", [file], {"bytes": made}, _QUICK), members=members)

        assert (None, reason) == (outcome.untrusted_answer, outcome.reason)
        assert outcome.detail.isprintable()
        assert [] == members.whole
        _assert_still_works(worker, file)

    def test_what_a_failing_reader_tells_has_no_words_of_the_document(self, worker: Worker, file: Path) -> None:
        assert "the reader failed with KeyError" == worker.run(Task("fail", [file], {}, _QUICK)).detail

    def test_a_child_that_goes_on_after_its_answer_is_ended(self, worker: Worker, file: Path) -> None:
        outcome = worker.run(Task("answer_twice", [file], {}, _QUICK))

        assert {"first": True} == outcome.untrusted_answer
        _assert_still_works(worker, file)

    def test_a_flood_on_both_outputs_goes_nowhere(self, worker: Worker, file: Path) -> None:
        assert {"ok": True} == worker.run(Task("flood", [file], {}, _QUICK)).untrusted_answer

    def test_a_file_that_cannot_be_had_is_unreadable(self, worker: Worker, tmp_path: Path, file: Path) -> None:
        pipe, link = tmp_path / "pipe", tmp_path / "link"
        os.mkfifo(pipe)
        link.symlink_to(file)

        outcomes = [worker.run(Task("digests", [path], {}, _QUICK)) for path in (tmp_path / "missing", pipe, link, tmp_path)]

        assert [Reason.UNREADABLE] * 4 == [outcome.reason for outcome in outcomes]
        assert [] == [outcome.detail for outcome in outcomes if str(tmp_path) in outcome.detail]
        _assert_still_works(worker, file)

    @pytest.mark.parametrize("fault", [OSError(28, "No space left on device"), KeyboardInterrupt()])
    def test_what_stops_the_writer_of_members_is_passed_on(self, worker: Worker, file: Path, fault: BaseException) -> None:
        with pytest.raises(type(fault)):
            worker.run(Task("members", [file], {"sizes": [1, 1]}, _QUICK), members=Members(fault=fault))
        _assert_still_works(worker, file)

    def test_many_tasks_leave_no_descriptor_open(self, worker: Worker, file: Path) -> None:
        worker.run(Task("echo", [file], {}, _QUICK))
        before = len(list(Path("/proc/self/fd").iterdir()))
        for _ in range(20):
            worker.run(Task("echo", [file], {}, _QUICK))
            worker.run(Task("crash", [file], {}, _QUICK))

        assert before == len(list(Path("/proc/self/fd").iterdir()))

    def test_a_box_that_died_while_nobody_looked_is_replaced(self, sandbox: Sandbox, file: Path) -> None:
        with _processes_of(sandbox) as (worker, processes):
            for process in processes:
                process.kill()
            psutil.wait_procs(processes, timeout=_PATIENCE)

            _assert_still_works(worker, file)

    def test_a_box_that_does_not_obey_is_replaced(self, sandbox: Sandbox, file: Path) -> None:
        with _processes_of(sandbox) as (worker, processes):
            zygote = processes[-1]
            zygote.suspend()
            outcome = worker.run(Task("echo", [file], {}, replace(_QUICK, seconds=0.5)))

            assert Reason.TIMEOUT == outcome.reason
            _assert_still_works(worker, file)
            psutil.wait_procs([zygote], timeout=_PATIENCE)
            assert not zygote.is_running()

    def test_a_worker_outlives_the_thread_that_made_it(self, sandbox: Sandbox, file: Path) -> None:
        made: list[Worker] = []
        thread = threading.Thread(target=lambda: made.append(sandbox.worker()))
        thread.start()
        thread.join()
        with made[0] as worker:
            first, second = (worker.run(Task("whoami", [file], {}, _QUICK)) for _ in range(2))
            boxes = {child.pid for child in psutil.Process().children()}
            time.sleep(0.2)

            assert boxes == {child.pid for child in psutil.Process().children()}
            assert _answer(first)["uid"] == _answer(second)["uid"]

    def test_closing_leaves_no_process_and_ends_the_use(self, sandbox: Sandbox, file: Path) -> None:
        with _processes_of(sandbox) as (worker, processes):
            worker.run(Task("daemon", [file], {}, _QUICK))
            worker.close()
            worker.close()

            assert [] == [process.pid for process in processes if process.is_running()]
            with pytest.raises(SandboxError, match="closed"):
                worker.run(Task("echo", [file], {}, _QUICK))

    @pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
    def test_ending_us_in_the_middle_of_a_task_leaves_no_process(self, file: Path, number: signal.Signals) -> None:
        words = [sys.executable, "-c", _SLEEPER, self.grade, str(_HANDLERS), str(file)]
        with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as parent:
            assert parent.stdout is not None
            parent.stdout.readline()
            processes = _until_asleep(psutil.Process(parent.pid))
            parent.send_signal(number)
        gone, alive = psutil.wait_procs(processes, timeout=_PATIENCE)

        assert [] == alive
        assert 2 <= len(gone)

    def test_a_handler_that_cannot_be_loaded_is_told(self) -> None:
        for handler in ("no_such_module_anywhere", "os; import sys"):
            with pytest.raises(SandboxError, match="cannot be loaded"):
                make_sandbox(accept_unsafe=True, handler=handler, grades=(self.grade,)).worker()


#: Root's Python may lie where no other user can enter, so as root all of this runs once more in a room, as an ordinary user.
_IS_ORDINARY = os.geteuid() != 0


class TestBubblewrap(WorkerContract):
    grade = "bubblewrap"
    file_bytes = SCRATCH_BYTES
    bounding = -1 if bubblewrap.makes_real_drop() else 0


class TestLandlock(WorkerContract):
    __test__ = _IS_ORDINARY
    grade = "landlock"


class TestUnsafe(WorkerContract):
    __test__ = _IS_ORDINARY
    grade = "none"


@pytest.mark.skipif(_IS_ORDINARY, reason="an ordinary user runs all of the above by itself")
def test_an_ordinary_user_has_the_same_contract() -> None:
    done = run_as_ordinary_user(["-m", "pytest", "-q", "-p", "no:cacheprovider", "-p", "no:xdist", str(Path(__file__))])

    assert 0 == done.returncode, done.stdout[-5000:]
    assert " passed" in done.stdout


def _answer(outcome: Outcome) -> dict[str, object]:
    assert isinstance(outcome.untrusted_answer, dict), outcome
    return outcome.untrusted_answer


def _assert_still_works(worker: Worker, file: Path) -> None:
    assert {"still": "here"} == worker.run(Task("echo", [file], {"still": "here"}, _QUICK)).untrusted_answer


class _processes_of:  # noqa: N801 - reads as a function where it is used
    """A worker with the processes of its box, from the outermost to the zygote."""

    def __init__(self, sandbox: Sandbox) -> None:
        self._others = set(psutil.Process().children(recursive=True))
        self._worker = sandbox.worker()

    def __enter__(self) -> tuple[Worker, list[psutil.Process]]:
        ours = [child for child in psutil.Process().children(recursive=True) if child not in self._others]
        return self._worker, sorted(ours, key=lambda process: len(process.parents()))

    def __exit__(self, *_: object) -> None:
        self._worker.close()


def _until_asleep(parent: psutil.Process) -> list[psutil.Process]:
    """Return the processes below `parent` once the child of the task, which has no child itself, sleeps."""
    for _ in range(200):
        processes = parent.children(recursive=True)
        if len(processes) > 1 and signal.SIGTERM in _ignored(processes[-1]):
            return processes
        time.sleep(0.05)
    raise AssertionError("the child never went to sleep")


def _ignored(process: psutil.Process) -> set[int]:
    try:
        lines = Path(f"/proc/{process.pid}/status").read_text(encoding="ascii").splitlines()
    except OSError:
        return set()
    mask = int(next(line for line in lines if line.startswith("SigIgn")).split()[1], 16)
    return {number for number in range(1, 65) if mask >> (number - 1) & 1}


_SLEEPER = """
import signal
import sys
from pathlib import Path
signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell that runs the tests in the background has it ignored
from kashf.adapters.sandbox import make_sandbox
from kashf.ports.runtime import Task
sandbox = make_sandbox(accept_unsafe=True, handler="misbehaving", modules=(Path(sys.argv[2]),), grades=(sys.argv[1],))
worker = sandbox.worker()
print("ready", flush=True)
worker.run(Task("sleep", (Path(sys.argv[3]),), {}))
"""
