"""The key of an installation is put under a passphrase; keys are lost, and the case goes on and says how."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from kashf.bootstrap.signers import InstallationSigners
from tests.stories.command import kashf, kashf_json

PASSPHRASE = "eleven boats and a ferry"


@pytest.fixture(autouse=True)
def no_key_is_open(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(InstallationSigners, "_open", {})


def private(path: Path, words: str) -> Path:
    path.write_text(f"{words}\n", encoding="utf-8")
    path.chmod(0o600)
    return path


@pytest.fixture
def case(tmp_path: Path) -> Path:
    papers = tmp_path / "papers"
    papers.mkdir()
    (papers / "order.txt").write_text("the bridge at dawn\n", encoding="utf-8")
    kashf("init", tmp_path / "a.case", home=tmp_path)
    kashf("add", tmp_path / "a.case", papers, "--from", "A", home=tmp_path)
    return tmp_path / "a.case"


def test_a_key_under_a_passphrase_is_asked_for_by_what_writes_and_by_nothing_that_reads(
    case: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    right = private(tmp_path / "right", PASSPHRASE)
    kashf("devices", case, "--passphrase", "--passphrase-file", right, home=tmp_path)
    before = kashf_json("verify", case, home=tmp_path)

    for words in (("status", case), ("find", case, "bridge"), ("devices", case)):
        kashf(*words, home=tmp_path)
    for words in (
        ("rebuild", case),
        ("init", tmp_path / "b.case"),
        ("devices", case, "--no-passphrase"),
        ("add", case, tmp_path / "papers", "--from", "A"),
        ("serve", case, "--no-browser"),
        (
            "receive",
            tmp_path / "papers",
            "--to",
            "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p",
            "--out",
            tmp_path / "o.age",
        ),
    ):
        assert "not the passphrase of the key of this installation" in kashf(*words, home=tmp_path, expect=5).stderr
    assert before == kashf_json("verify", case, home=tmp_path)
    assert not (tmp_path / "b.case").exists()
    monkeypatch.setenv("KASHF_INSTALLATION_PASSPHRASE_FILE", str(right))
    kashf("rebuild", case, home=tmp_path)

    after = kashf_json("verify", case, home=tmp_path)
    assert (True, after["entries"]) == (after["ok"], after["signed"])
    assert before["entries"] < after["entries"]


def test_a_passphrase_is_taken_off_again(case: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    right = private(tmp_path / "right", PASSPHRASE)
    assert "under no passphrase" in kashf("devices", case, "--no-passphrase", home=tmp_path, expect=2).stderr
    kashf("devices", case, "--passphrase", "--passphrase-file", right, home=tmp_path)
    kashf("devices", case, "--no-passphrase", "--passphrase-file", right, home=tmp_path)
    monkeypatch.setattr(InstallationSigners, "_open", {})

    kashf("rebuild", case, home=tmp_path)
    assert kashf_json("verify", case, home=tmp_path)["ok"]
    kashf("devices", case, "--passphrase-file", right, home=tmp_path, expect=2)


def test_where_nobody_is_in_any_more_the_case_goes_on_and_verify_says_so_for_good(case: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    kashf("devices", case, "--restart", home=other, expect=2)
    kashf("devices", case, "--why", "no reason", home=other, expect=2)
    assert "STARTED AGAIN" in kashf("devices", case, "--restart", "--why", "both laptops were taken", home=other).stdout
    kashf("rebuild", case, home=other)

    said = kashf("verify", case, home=other).stdout.splitlines()[-1]
    assert said.startswith("intact; NOBODY LET IN installation ")
    assert "both laptops were taken" in said
    assert "intact" not in kashf("verify", case, home=other).stdout.splitlines()
    (restart,) = kashf_json("verify", case, home=other)["restarts"]
    assert all(place in said for place in (restart["where"], *restart["since"]))
    kashf("verify", case, "--export-ledger", tmp_path / "ledger", home=other)
    assert [restart] == kashf_json("verify", tmp_path / "ledger", home=tmp_path / "third")["restarts"]
    kashf("backup", case, tmp_path / "backup", "--unencrypted", home=other)
    assert "NOBODY LET IN" in kashf("restore", tmp_path / "backup", tmp_path / "c.case", "--verify", home=other).stderr


def test_a_copy_that_an_outsider_started_again_does_not_pass_for_the_case(case: Path, tmp_path: Path) -> None:
    copy, kept = tmp_path / "copy.case", tmp_path / "kept.case"
    shutil.copytree(case, copy)
    kashf("devices", copy, "--restart", "--why", "a change of offices", home=tmp_path / "outsider")

    assert "FAULT restart" in kashf("verify", copy, home=tmp_path, expect=4).stdout
    kashf("rebuild", case, home=tmp_path)
    head = kashf_json("verify", case, home=tmp_path)
    told = kashf_json("verify", copy, "--head", head["head"], "--entries", str(head["entries"]), home=tmp_path / "third", expect=4)
    assert {"head"} == {fault["what"] for fault in told["faults"]}
    case.rename(kept)
    copy.rename(case)
    there = kashf_json("verify", case, home=tmp_path, expect=4)
    assert {"restart", "seen here"} == {fault["what"] for fault in there["faults"]}


def test_a_restart_cannot_be_taken_out_or_made_to_look_like_another_entry(case: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    kashf("devices", case, "--restart", "--why", "x", home=other)
    for change in (
        "UPDATE ledger SET body = json_remove(body, '$.restart') WHERE kind = 'device-key'",
        "UPDATE ledger SET kind = 'note-kept' WHERE body LIKE '%restart%'",
        "DELETE FROM ledger WHERE body LIKE '%restart%'",
    ):
        changed = tmp_path / "changed.case"
        shutil.copytree(case, changed)
        with closing(sqlite3.connect(changed / "case.db")) as records:
            assert 1 <= records.execute(change).rowcount
            records.commit()
        assert kashf_json("verify", changed, home=tmp_path / "third", expect=4)["faults"]
        shutil.rmtree(changed)
