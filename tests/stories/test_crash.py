"""Kill it at any moment and start again: nothing is lost, nothing is there twice."""

from __future__ import annotations

import random
import signal
import subprocess
import time
import zipfile
from pathlib import Path

import pytest

from tests.documents import ENGLISH, encoded, scan
from tests.stories.command import KASHF, environment, kashf, kashf_json

pytestmark = pytest.mark.slow

FILES = 300
#: Read in several seconds, so that most kills while "radio" is added fall into the reading of a scan.
SCANS = 5
#: In both channels.
COMMON = "أمر مشترك إلى كتيبة الفجر"
#: Seconds after which a command is killed: while it starts, while it takes files in, while it reads, while it makes the index.
SOONEST, LATEST = 0.05, 3.0
#: How often each command is killed.
KILLS = {"courier": 6, "radio": 4, "rebuild": 5}


def make_leaks(folder: Path) -> tuple[Path, Path]:
    """Write two folders of small files of several kinds, with copies among them and one file in common."""
    chance = random.Random(7)
    courier, radio = folder / "courier", folder / "radio"
    for leak in (courier, radio):
        leak.mkdir()
        (leak / "common.txt").write_text(COMMON, encoding="utf-8")
    for number in range(FILES):
        copy = number if number % 5 else number // 2
        (courier / f"{number:04}.txt").write_text(f"أمر رقم {copy} إلى كتيبة الفجر " * 20, encoding="utf-8")
    for number in range(10):
        with zipfile.ZipFile(courier / f"archive {number}.zip", "w") as archive:
            for member in range(chance.randint(1, 20)):
                archive.writestr(f"inside/{member}.txt", f"سجل {number} {member}")
    for number in range(SCANS):
        (radio / f"scan {number}.png").write_bytes(encoded(scan([f"{ENGLISH} {number}", "نعلمكم بضرورة سحب الأسلحة"])))
    for number in range(5):
        (radio / f"{number:04}.txt").write_text(f"نداء رقم {number} من كتيبة الفجر", encoding="utf-8")
    return courier, radio


def kill(*words: str | Path, after: float, home: Path) -> bool:
    """Start a command and kill it; returns False when it had ended before."""
    running = subprocess.Popen([*KASHF, *words], env=environment(home, workers=2), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    time.sleep(after)
    running.kill()
    return running.wait() == -signal.SIGKILL


def test_a_case_whose_every_command_is_killed_again_and_again_ends_as_one_whose_were_not(tmp_path: Path) -> None:
    courier, radio = make_leaks(tmp_path)
    home, case, whole = tmp_path / "home", tmp_path / "killed.case", tmp_path / "whole.case"
    commands: dict[str, tuple[str | Path, ...]] = {
        "courier": ("add", case, courier, "--from", "courier"),
        "radio": ("add", case, radio, "--from", "radio"),
        "rebuild": ("rebuild", case),
    }
    for path in (case, whole):
        kashf("init", path, home=home)
    kashf("add", whole, courier, "--from", "courier", home=home)
    expected = kashf_json("add", whole, radio, "--from", "radio", home=home)
    chance = random.Random(11)
    for name, times in KILLS.items():
        killed = 0
        for _ in range(times):
            killed += kill(*commands[name], after=chance.uniform(SOONEST, LATEST), home=home)
            assert kashf_json("verify", case, home=home)["ok"]
        assert killed, "it was over before it was killed"
        kashf(*commands[name], home=home)

    ended = kashf_json("add", case, radio, "--from", "radio", home=home)
    # What this add received differs: all of it was known already, from the one before.
    assert expected | {"received": None} == ended | {"received": None}
    assert (0, {}) == (expected["waiting"], expected["by_stage"])
    assert kashf_json("verify", case, home=home)["ok"]
    assert not any((case / "blobs" / "drafts").iterdir())
    named = [kashf_json("names", path, "--limit", "10000", home=home)["names"] for path in (case, whole)]
    assert named[0] == named[1] != []
    for word in ("الفجر", "سجل", "checkpoint", "مشترك"):
        hits = [kashf_json("find", path, word, "--limit", "1000", home=home) for path in (case, whole)]
        assert hits[0]["total"] == hits[1]["total"] > 0
