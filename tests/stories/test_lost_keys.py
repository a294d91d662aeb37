"""The key of an installation is put under a passphrase; keys are lost, and the case goes on and says how."""

from __future__ import annotations

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
    for words in (("rebuild", case), ("init", tmp_path / "b.case"), ("devices", case, "--no-passphrase")):
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
