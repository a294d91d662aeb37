"""A case that the first kashf made, with receipts, decisions and an audit, is as good under this one."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from kashf.api import open_case
from tests.earlier_cases import recorded, unpacked
from tests.stories.command import kashf, kashf_json

AUDITED = "Hassan al-Fayruzi"
DECIDED = "Abu Omar al-Wardi"


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("home")


@pytest.fixture
def earlier(tmp_path: Path) -> Path:
    return unpacked(tmp_path)


@pytest.fixture(scope="module")
def processed(tmp_path_factory: pytest.TempPathFactory, home: Path) -> Path:
    case = unpacked(tmp_path_factory.mktemp("cases"))
    kashf("process", case, home=home, expect=(0, 3))
    return case


@pytest.fixture(scope="module")
def said() -> Any:
    return recorded()


def test_it_opens_and_verifies_with_the_head_and_entries_it_had(earlier: Path, home: Path, said: Any) -> None:
    before = (earlier / "case.db").read_bytes()

    assert said["status"] == kashf_json("status", earlier, home=home)
    assert said["verify"] == kashf_json("verify", earlier, home=home)
    assert before == (earlier / "case.db").read_bytes()


def test_it_is_intact_after_processing_with_no_entry_lost(processed: Path, home: Path, said: Any, tmp_path: Path) -> None:
    verified = kashf_json("verify", processed, "--export-ledger", tmp_path / "after.jsonl", home=home)
    kashf("verify", unpacked(tmp_path), "--export-ledger", tmp_path / "before.jsonl", home=home)

    assert (True, []) == (verified["ok"], verified["faults"])
    before, after = (set((tmp_path / name).read_text(encoding="utf-8").splitlines()) for name in ("before.jsonl", "after.jsonl"))
    assert said["verify"]["entries"] == len(before)
    assert before <= after


def test_processing_changes_no_total(processed: Path, home: Path, said: Any) -> None:
    assert said["status"] == kashf_json("status", processed, home=home)


def test_processing_changes_no_count(processed: Path, said: Any) -> None:
    with open_case(processed) as case:
        counted = {name: case.count(name) for name in said["counts"]}

    assert said["counts"] == {name: {key: getattr(counted[name], key) for key in kept} for name, kept in said["counts"].items()}


def test_decisions_stand_and_what_was_undone_stays_undone(processed: Path, home: Path, said: Any) -> None:
    decisions = kashf_json("review", processed, "--history", DECIDED, home=home)["decisions"]

    assert said["decisions"] == decisions
    assert [False, True] == [decision["undone"] is not None for decision in decisions]


def test_the_audit_goes_on_where_it_stopped(processed: Path, home: Path, said: Any) -> None:
    audit = kashf_json("audit", processed, AUDITED, home=home)

    assert said["audit"] == audit
    assert (3, 2) == (audit["looked_at"], audit["pages_read"])
