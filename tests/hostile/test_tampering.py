"""What somebody changes who can write to a case's folder and has none of its keys: `kashf verify` finds it, and names it."""

from __future__ import annotations

import json
import random
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest

from benchmarks.security.bench_tampering import make_base
from benchmarks.security.changes import Change
from benchmarks.security.tampering import copy_case, named_changes
from tests.stories.command import kashf

pytestmark = [pytest.mark.sandbox, pytest.mark.slow]


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A case with members, decisions and older records beside it, made by an installation of its own."""
    work = tmp_path_factory.mktemp("tampering")

    def run(home: Path, *words: str, codes: Sequence[int] = (0,)) -> subprocess.CompletedProcess[str]:
        return kashf(*words, home=home, expect=tuple(codes))

    return make_base(work, files=30, run=run)


@pytest.fixture(scope="module")
def head(base: Path) -> str:
    """The head of the case as somebody kept it."""
    return str(json.loads(kashf("verify", base, "--json", home=base.parent).stdout)["head"])


@pytest.mark.parametrize("change", named_changes(), ids=lambda change: change.name)
def test_a_change_is_found_and_named(base: Path, head: str, tmp_path: Path, change: Change) -> None:
    case = tmp_path / "changed" / "base.case"
    case.parent.mkdir()
    copy_case(base, case)
    change.act(case, random.Random(1))

    done = kashf("verify", case, "--json", *(("--head", head) if change.needs_head else ()), home=base.parent, expect=(3, 4, 5))
    named = json.loads(done.stdout)["faults"] if done.stdout.startswith("{") else [done.stderr]

    assert all(named)
    assert named


def test_a_copy_that_nobody_changed_is_intact(base: Path, head: str, tmp_path: Path) -> None:
    case = tmp_path / "copied" / "base.case"
    case.parent.mkdir()
    copy_case(base, case)

    kashf("verify", case, "--head", head, home=base.parent)
