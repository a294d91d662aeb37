"""The set-up says what is missing and whom to ask, and changes nothing it may not."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.source import ROOT

#: What the script itself is written in; no apt-get, so that a test run as root installs nothing.
TOOLS = ("bash", "grep", "env", "dirname", "cat", "make", "chromium")


@pytest.fixture
def bare_machine(tmp_path: Path) -> dict[str, str]:
    """A PATH with a shell, Python and Chromium, and none of the programs that kashf calls."""
    for tool in TOOLS:
        found = shutil.which(tool)
        if found:
            (tmp_path / tool).symlink_to(found)
    return {"PATH": str(tmp_path), "PYTHON": sys.executable, "HOME": str(tmp_path)}


def _system(environment: dict[str, str], *arguments: str) -> subprocess.CompletedProcess[str]:
    bash = shutil.which("bash") or "bash"
    command = [bash, str(ROOT / "setup" / "system.sh"), *arguments]
    return subprocess.run(command, env=environment, check=False, capture_output=True, text=True)


def test_what_is_missing_is_named_in_the_one_line_to_ask_an_administrator_for(bare_machine: dict[str, str]) -> None:
    run = _system(bare_machine)

    line = next(line for line in run.stderr.splitlines() if "apt-get update" in line)
    assert (5, "") == (run.returncode, run.stdout)
    assert {"tesseract-ocr", "tesseract-ocr-ara", "tesseract-ocr-eng", "bubblewrap"} <= set(line.split())
    assert {"make", "python3-venv", "chromium"}.isdisjoint(line.split())


def test_the_browser_is_asked_for_by_the_tests_alone(bare_machine: dict[str, str]) -> None:
    Path(bare_machine["PATH"], "chromium").unlink(missing_ok=True)

    assert "chromium" not in _system(bare_machine).stderr
    assert "chromium" in _system(bare_machine, "--with-browser").stderr


def test_a_python_that_is_too_old_is_refused_with_the_way_out(bare_machine: dict[str, str], tmp_path: Path) -> None:
    old = tmp_path / "old-python"
    old.write_text('#!/bin/sh\n[ "$1" = --version ] && echo Python 3.9.2 && exit 0\nexit 3\n', encoding="utf-8")
    old.chmod(0o755)
    for program in ("tesseract", "bwrap"):
        found = shutil.which(program)
        assert found, program
        Path(bare_machine["PATH"], program).symlink_to(found)

    run = _system({**bare_machine, "PYTHON": str(old)})

    assert 5 == run.returncode
    assert "Python 3.9.2" in run.stderr
    assert "PYTHON=" in run.stderr


def test_a_word_the_set_up_does_not_know_is_wrong_usage(bare_machine: dict[str, str]) -> None:
    assert 2 == _system(bare_machine, "--with-everything").returncode


@pytest.mark.slow
def test_a_second_set_up_has_nothing_to_do_and_says_nothing() -> None:
    command = [str(ROOT / "setup" / "setup.sh")]
    subprocess.run(command, check=True, capture_output=True)

    again = subprocess.run(command, check=True, capture_output=True, text=True)

    assert ("", "") == (again.stdout, again.stderr)
