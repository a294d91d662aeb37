"""`kashf init --encrypt`, `unlock`, `lock` and `keys`: what they ask, say and refuse."""

from __future__ import annotations

import io
import json
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pyrage
import pytest

from kashf.adapters.encrypted import key_file
from kashf.adapters.encrypted.key_file import PassphraseCost
from kashf.adapters.encrypted.memory_folder import all_unlocked
from kashf.bootstrap import open_case
from kashf.cli.commands import init, keys, lock, status, unlock
from kashf.cli.commands.keys import KeysAction
from kashf.errors import BadPathError, DamagedKeysError, NoKeyError, NotFoundError, UsageError, WrongPassphraseError

Capture = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KASHF_HOME", str(tmp_path / "home"))
    monkeypatch.setattr(key_file, "COST", PassphraseCost(64, 1, 1))


def _private(path: Path, text: str) -> Path:
    path.touch(mode=0o600)
    path.write_text(text, encoding="utf-8")
    return path


@pytest.fixture
def phrase(tmp_path: Path) -> Path:
    return _private(tmp_path / "phrase", "four words by chance\n")


@pytest.fixture
def case(tmp_path: Path, phrase: Path, capsys: Capture) -> Iterator[Path]:
    before = set(all_unlocked())
    init.command(tmp_path / "a.case", encrypt=True, passphrase_file=phrase)
    assert "loses the case" in capsys.readouterr().err
    yield tmp_path / "a.case"
    for path in set(all_unlocked()) - before:
        shutil.rmtree(path)


def test_it_is_locked_and_unlocked_and_each_says_what_it_did(case: Path, phrase: Path, capsys: Capture) -> None:
    said = []
    for do in (
        lock.command,
        lock.command,
        lambda path: unlock.command(path, passphrase_file=phrase),
        lambda path: unlock.command(path, passphrase_file=phrase),
    ):
        assert do(case) == 0
        said.append(capsys.readouterr().err.splitlines()[0].partition(":")[0])

    assert ["locked", "it was locked already", "unlocked", "it was unlocked already"] == said


def test_who_has_a_secret_key_of_age_opens_it_until_removed(case: Path, tmp_path: Path, capsys: Capture) -> None:
    secret = pyrage.x25519.Identity.generate()
    identity = _private(tmp_path / "samar.key", f"# of Samar\n{secret}\n")
    keys.command(case, KeysAction.ADD, "Samar", to=str(secret.to_public()))
    lock.command(case)
    assert unlock.command(case, key=identity) == 0
    capsys.readouterr()
    keys.command(case, as_json=True)
    listed = json.loads(capsys.readouterr().out)["ways"]
    assert [("first", "passphrase"), ("Samar", "recipient")] == [(way["name"], way["kind"]) for way in listed]

    keys.command(case, KeysAction.REMOVE, "Samar")
    assert "Only a new case has a new key" in capsys.readouterr().err
    with pytest.raises(WrongPassphraseError):
        unlock.command(case, key=identity)
    with pytest.raises(NotFoundError):
        keys.command(case, KeysAction.REMOVE, "Samar")
    with pytest.raises(UsageError):
        keys.command(case, KeysAction.REMOVE, "first")


def test_a_second_passphrase_opens_it_too(case: Path, tmp_path: Path) -> None:
    second = _private(tmp_path / "second", "kept in the safe\n")
    keys.command(case, KeysAction.ADD, "spare", passphrase_file=second)
    lock.command(case)

    assert unlock.command(case, passphrase_file=second) == 0
    with pytest.raises(UsageError):
        keys.command(case, KeysAction.ADD, "spare", passphrase_file=second)


def test_what_is_asked_for_in_a_wrong_way_is_refused_before_anything_is_typed(case: Path, tmp_path: Path, phrase: Path) -> None:
    plain = tmp_path / "plain.case"
    init.command(plain)
    for wrong in (
        lambda: init.command(tmp_path / "b.case", passphrase_file=phrase),
        lambda: init.command(tmp_path / "b.case", to=["age1"]),
        lambda: init.command(tmp_path / "b.case", encrypt=True, passphrase_file=phrase, to=["age1"]),
        lambda: unlock.command(plain),
        lambda: lock.command(plain),
        lambda: keys.command(plain),
        lambda: unlock.command(case, passphrase_file=phrase, key=phrase),
        lambda: keys.command(case, KeysAction.ADD),
        lambda: keys.command(case, KeysAction.LIST, "name"),
        lambda: keys.command(case, KeysAction.REMOVE, "first", to="age1"),
        lambda: keys.command(case, KeysAction.ADD, "a\tb\x07", to="age1"),
        lambda: keys.command(case, KeysAction.ADD, "x" * 100, to="age1"),
    ):
        with pytest.raises(UsageError):
            wrong()
    with pytest.raises(BadPathError):
        unlock.command(tmp_path / "missing.case")
    assert not (tmp_path / "b.case" / "case.toml").exists()


def test_ways_of_a_locked_case_are_listed_and_not_changed(case: Path, capsys: Capture) -> None:
    lock.command(case)
    capsys.readouterr()

    assert keys.command(case) == 0
    assert "first" in capsys.readouterr().out
    with pytest.raises(NoKeyError):
        keys.command(case, KeysAction.ADD, "spare")


def test_it_is_erased_by_who_types_its_name_and_by_nobody_else(
    case: Path, phrase: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    for typed in ("yes\n", "\n", ""):
        monkeypatch.setattr(sys, "stdin", Terminal(typed))
        with pytest.raises(UsageError):
            lock.command(case, erase=True)
    monkeypatch.setattr(sys, "stdin", io.StringIO("a.case\n"))
    with pytest.raises(UsageError):
        lock.command(case, erase=True)
    open_case(case).close()

    monkeypatch.setattr(sys, "stdin", Terminal("a.case\n"))
    assert lock.command(case, erase=True) == 0
    assert "still opens a copy" in capsys.readouterr().err
    with pytest.raises(DamagedKeysError):
        unlock.command(case, passphrase_file=phrase)


def test_a_case_that_is_not_encrypted_says_so_in_its_status(case: Path, tmp_path: Path, capsys: Capture) -> None:
    init.command(tmp_path / "plain.case")
    capsys.readouterr()
    told = []
    for path in (case, tmp_path / "plain.case"):
        status.command(path)
        told.append(capsys.readouterr().err.count("not encrypted"))

    assert [0, 1] == told
