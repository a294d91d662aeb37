"""However a command ends, the case is one file of records that can be copied; a copy out of a case that was open is told."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
from contextlib import ExitStack
from pathlib import Path

import pytest

from kashf.bootstrap import open_case, open_to_decide
from kashf.settings import Settings
from tests.stories.command import KASHF, environment, kashf, kashf_json

#: What belongs to SQLite beside the records, and to those who have them open.
BESIDE = {"case.db-wal", "case.db-shm", "case.db-open"}


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def case(tmp_path: Path, home: Path) -> Path:
    leak = tmp_path / "leak"
    leak.mkdir()
    for number in range(40):
        (leak / f"{number}.txt").write_text(f"أمر رقم {number} إلى كتيبة الفجر", encoding="utf-8")
    kashf("init", tmp_path / "a.case", home=home)
    return tmp_path / "a.case"


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def beside(case: Path) -> set[str]:
    return BESIDE & set(names_in(case))


def begun(*words: str | Path, home: Path) -> subprocess.Popen[str]:
    heard = ["env", "--default-signal=INT"]  # whoever runs the tests in the background has it ignored
    return subprocess.Popen([*heard, *KASHF, *words], env=environment(home), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_server_that_is_ended_by_a_signal_closes_the_case(case: Path, home: Path, number: signal.Signals) -> None:
    server = begun("serve", case, "--no-browser", home=home)
    assert server.stdout
    assert server.stdout.readline().startswith("http://")
    assert beside(case)

    server.send_signal(number)

    server.communicate(timeout=60)
    assert set() == beside(case)


@pytest.mark.slow
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_an_add_that_is_ended_by_a_signal_closes_the_case_and_goes_on_when_it_is_run_again(
    case: Path, home: Path, number: signal.Signals
) -> None:
    adding = begun("add", case, case.parent / "leak", "--from", "courier", home=home)
    assert adding.stderr
    while not (line := adding.stderr.readline()).startswith("receive"):
        assert line, "it ended before anything was received"
    adding.send_signal(number)

    said = adding.communicate(timeout=60)[1]

    assert 128 + number == adding.returncode, said
    assert "nothing is lost" in said
    assert set() == beside(case)
    assert 40 == kashf_json("add", case, case.parent / "leak", "--from", "courier", home=home)["done"]


def test_a_command_that_fails_closes_the_case(case: Path, home: Path) -> None:
    kashf("show", case, "0123456789", home=home, expect=1)
    kashf("add", case, case.parent / "nowhere", "--from", "courier", home=home, expect=2)

    assert set() == beside(case)


def test_a_copy_out_of_an_open_case_is_told_unless_its_log_came_with_it(case: Path, home: Path) -> None:
    whole, torn = case.with_name("whole.case"), case.with_name("torn.case")
    with open_to_decide(case, settings=Settings(home=home, actor="amal")):
        shutil.copytree(case, whole)
        shutil.copytree(case, torn, ignore=shutil.ignore_patterns("*-wal", "*-shm"))

    assert kashf_json("verify", whole, home=home)["ok"]
    for words in (("verify", torn), ("status", torn), ("add", torn, case.parent / "leak", "--from", "courier")):
        said = kashf(*words, home=home, expect=4).stderr
        assert "copied while kashf was writing: case.db-wal is missing; copy it again, or use kashf backup" in said
    assert {"case.db-open"} == beside(torn)


def test_a_case_on_a_medium_that_cannot_be_written_is_read_and_its_log_is_not_passed_over(
    case: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kashf("add", case, case.parent / "leak", "--from", "courier", home=home)
    opened = case.with_name("open.case")
    with ExitStack() as stack:
        stack.enter_context(open_to_decide(case, settings=Settings(home=home, actor="amal")))
        shutil.copytree(case, opened, ignore=shutil.ignore_patterns("*-shm"))
        (opened / "case.db-wal").write_bytes(b"what was committed last")
    before = names_in(case)
    monkeypatch.setattr(os, "access", lambda _, mode: mode != os.W_OK)

    assert 40 == json.loads(kashf("status", case, "--json", home=home).stdout)["done"]
    assert kashf_json("verify", case, home=home)["ok"]
    assert "copy its folder to a disk first" in kashf("status", opened, home=home, expect=5).stderr
    assert before == names_in(case)
    open_case(case).close()
    assert before == names_in(case)
