"""A release with other rules reaches the cases that exist: `process` looks through their texts again, and says how much that is."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from shutil import copytree

import pytest

import kashf as package
from tests.stories.command import environment, kashf

LETTER = "وصل أبو سالم الزرقاوي إلى بلدة الوردة.\n"
RULES = Path("language") / "grammar" / "rules.py"
TAG = '    def tag(self, text: str, *, language: str = "") -> tuple[Mention, ...]:\n'


@pytest.fixture
def next_release(tmp_path: Path) -> Path:
    """The sources of a kashf whose rules find nobody."""
    source = copytree(Path(package.__file__).parent, tmp_path / "src" / "kashf")
    rules = (source / RULES).read_text(encoding="utf-8")
    assert TAG in rules
    (source / RULES).write_text(rules.replace(TAG, f"{TAG}        return ()\n\n{TAG.replace('tag', 'old_tag', 1)}"), encoding="utf-8")
    return source.parent


def test_names_are_looked_for_again_with_the_rules_of_the_next_release(tmp_path: Path, next_release: Path) -> None:
    home, case, leak = tmp_path / "home", tmp_path / "x.case", tmp_path / "leak"
    leak.mkdir()
    (leak / "a.txt").write_text(LETTER, encoding="utf-8")
    kashf("init", case, "--name", "x", home=home)
    kashf("add", case, leak, "--from", "courier", home=home)
    before = kashf("names", case, "--type", "PER", home=home).stdout
    unchanged = kashf("process", case, home=home).stderr

    again = run_next(next_release, home, "process", str(case)).stderr

    assert "أبو سالم الزرقاوي" in before
    assert "rules changed" not in unchanged
    assert "names looked for again in 1 document: rules changed" in again
    assert "أبو سالم الزرقاوي" not in run_next(next_release, home, "names", str(case), "--type", "PER").stdout


def run_next(source: Path, home: Path, *words: str) -> subprocess.CompletedProcess[str]:
    environ = {**environment(home), "PYTHONPATH": os.fspath(source)}
    return subprocess.run([sys.executable, "-m", "kashf", *words], env=environ, capture_output=True, text=True, timeout=300, check=False)
