"""Kill it at any moment and start again: nothing is lost, nothing is there twice."""

from __future__ import annotations

import random
import subprocess
import time
import zipfile
from pathlib import Path

from tests.stories.command import KASHF, environment, kashf, kashf_json

KILLS = 20
FILES = 400


def make_leak(folder: Path) -> int:
    """Write small files of several kinds with some copies, and return how many sightings there are in them."""
    chance = random.Random(7)
    folder.mkdir()
    for number in range(FILES):
        copy = number if number % 5 else number // 2
        (folder / f"{number:04}.txt").write_text(f"أمر رقم {copy} إلى كتيبة الفجر " * 20, encoding="utf-8")
    members = 0
    for number in range(10):
        with zipfile.ZipFile(folder / f"archive {number}.zip", "w") as archive:
            for member in range(chance.randint(1, 20)):
                archive.writestr(f"inside/{member}.txt", f"سجل {number} {member}")
                members += 1
    return FILES + 10 + members


def test_an_ingest_that_is_killed_twenty_times_ends_as_one_that_was_not(tmp_path: Path) -> None:
    sightings = make_leak(tmp_path / "leak")
    home, case, whole = tmp_path / "home", tmp_path / "killed.case", tmp_path / "whole.case"
    for path in (case, whole):
        kashf("init", path, home=home)
    expected = kashf_json("add", whole, tmp_path / "leak", "--from", "courier", home=home)
    chance = random.Random(11)
    for _ in range(KILLS):
        running = subprocess.Popen(
            [*KASHF, "add", case, tmp_path / "leak", "--from", "courier"],
            env=environment(home),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        time.sleep(chance.uniform(0.1, 2.5))
        running.kill()
        running.wait()

    found = kashf_json("add", case, tmp_path / "leak", "--from", "courier", home=home)

    assert sightings == expected["found"]
    assert expected == found
    assert 0 == found["waiting"]
    assert kashf_json("verify", case, home=home)["ok"]
    assert not any((case / "blobs" / "drafts").iterdir())
    for word in ("الفجر", "سجل"):
        hits = [kashf_json("find", path, word, "--limit", "1000", home=home) for path in (case, whole)]
        assert hits[0]["total"] == hits[1]["total"] > 0
