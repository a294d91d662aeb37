"""Unlocking and locking: who gets in, what is left behind, what is said when something is amiss."""

from __future__ import annotations

import os
import shutil
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pyrage
import pytest

from kashf.adapters.case_folder import lock
from kashf.adapters.encrypted import key_file
from kashf.adapters.encrypted.key_file import PassphraseCost
from kashf.adapters.encrypted.memory_folder import all_unlocked
from kashf.bootstrap import create_case, open_again, open_case, open_for_writing, open_to_decide
from kashf.bootstrap.encryption import (
    NewWays,
    add_way,
    check_unlocked,
    erase_case,
    is_encrypted,
    lock_case,
    remove_way,
    unlock_case,
    ways_of,
)
from kashf.errors import CaseLockedError, DamagedCaseError, DamagedKeysError, NoKeyError, NotAllowedError, UsageError, WrongPassphraseError
from kashf.settings import Settings

PHRASE = "four words by chance"
NAME = "Harbour letters"


@pytest.fixture(autouse=True)
def _cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(key_file, "COST", PassphraseCost(64, 1, 1))


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(home=tmp_path / "home", actor="amal")


@pytest.fixture
def case(tmp_path: Path, settings: Settings) -> Iterator[Path]:
    """An encrypted case, unlocked as it was made."""
    before = set(all_unlocked())
    create_case(tmp_path / "a.case", name=NAME, settings=settings, ways=NewWays(PHRASE))
    yield tmp_path / "a.case"
    for path in set(all_unlocked()) - before:
        shutil.rmtree(path)


def _name(case: Path) -> str:
    opened = open_case(case)
    opened.close()
    return opened.name


def test_it_is_open_as_it_was_made_until_it_is_locked_and_again_once_unlocked(case: Path, settings: Settings) -> None:
    assert (NAME, True) == (_name(case), is_encrypted(case))

    assert (True, False) == (lock_case(case), lock_case(case))
    with pytest.raises(NoKeyError):
        open_case(case)
    with pytest.raises(NoKeyError), open_for_writing(case, settings=settings):
        pass
    with pytest.raises(NoKeyError), open_to_decide(case, settings=settings):
        pass
    with pytest.raises(NoKeyError):
        check_unlocked(case)

    assert (True, False) == (unlock_case(case, passphrase=PHRASE), unlock_case(case, passphrase=PHRASE))
    assert NAME == _name(case)


def test_the_wrong_passphrase_opens_nothing_and_leaves_nothing(case: Path) -> None:
    lock_case(case)
    before = all_unlocked()

    with pytest.raises(WrongPassphraseError):
        unlock_case(case, passphrase="another one")
    assert before == all_unlocked()


def test_nothing_in_the_folder_says_what_the_case_is_called(case: Path) -> None:
    files = [path for path in case.rglob("*") if path.is_file()]

    assert {"format", "encrypted", "created"} == set(tomllib.loads((case / "case.toml").read_text()))
    assert not [path for path in files if NAME.encode() in path.read_bytes()]
    assert (case / "case.db").read_bytes()[:15] != b"SQLite format 3"


def test_whoever_has_it_open_reads_nothing_more_of_it_once_it_is_locked(case: Path) -> None:
    opened = open_case(case)
    lock_case(case)

    with pytest.raises(NoKeyError):
        open_again(opened)
    opened.close()


def test_what_was_learnt_is_kept_also_while_the_index_cannot_be_read(case: Path, settings: Settings) -> None:
    with open_for_writing(case, settings=settings) as opened:
        (opened.reading.cache / "learned-names").write_bytes(b"what was learnt")
    lock_case(case)
    (case / "index").mkdir()
    (case / "index" / "list").write_bytes(b"damaged")

    unlock_case(case, passphrase=PHRASE)
    with open_for_writing(case, settings=settings) as opened:
        assert (opened.reading.cache / "learned-names").read_bytes() == b"what was learnt"
    lock_case(case)
    unlock_case(case, passphrase=PHRASE)
    assert [path.read_bytes() for path in open_case(case).cache.glob("*")] == [b"what was learnt"]


def test_it_is_not_locked_under_a_run_unless_it_has_to_be_at_once(case: Path) -> None:
    with lock(case / "lock"):
        with pytest.raises(CaseLockedError):
            lock_case(case)
        check_unlocked(case)
        assert lock_case(case, now=True)


def test_it_is_locked_also_on_a_medium_that_cannot_be_written(case: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path) -> None:
        raise NotAllowedError(f"no right to write at {path}")

    monkeypatch.setattr("kashf.bootstrap.encryption.lock", refuse)
    with monkeypatch.context() as patch:
        patch.setattr(os, "access", lambda path, mode: (path, mode) != (case, os.W_OK))
        assert lock_case(case)
    with pytest.raises(NoKeyError):
        check_unlocked(case)


def test_a_recipient_and_a_second_passphrase_open_it_until_they_are_removed(case: Path) -> None:
    secret = pyrage.x25519.Identity.generate()
    add_way(case, name="Samar", recipient=str(secret.to_public()))
    add_way(case, name="spare", passphrase="kept in the safe")
    lock_case(case)

    assert ["first", "Samar", "spare"] == [way.name for way in ways_of(case)]
    assert unlock_case(case, identities=str(secret))
    lock_case(case)
    assert unlock_case(case, passphrase="kept in the safe")

    remove_way(case, name="Samar")
    with pytest.raises(WrongPassphraseError):
        unlock_case(case, identities=str(secret))


def test_ways_of_a_locked_case_are_not_changed(case: Path) -> None:
    lock_case(case)

    with pytest.raises(NoKeyError):
        add_way(case, name="spare", passphrase="kept in the safe")
    with pytest.raises(NoKeyError):
        remove_way(case, name="first")


def test_what_was_erased_cannot_be_opened_and_says_so(case: Path) -> None:
    erase_case(case)

    with pytest.raises(NoKeyError):
        open_case(case)
    with pytest.raises(DamagedKeysError, match="erased"):
        unlock_case(case, passphrase=PHRASE)
    assert not list(case.glob("keys*"))


def test_keys_of_another_case_are_told_and_so_is_a_case_that_has_none(case: Path, tmp_path: Path, settings: Settings) -> None:
    create_case(tmp_path / "b.case", name="b", settings=settings, ways=NewWays(PHRASE))
    create_case(tmp_path / "c.case", name="c", settings=settings)
    shutil.copy(tmp_path / "b.case" / "keys", case / "keys")

    with pytest.raises(DamagedKeysError, match="another case"):
        unlock_case(case, passphrase=PHRASE)
    for refused in (lock_case, ways_of, erase_case, unlock_case):
        with pytest.raises(UsageError, match="not encrypted"):
            refused(tmp_path / "c.case")
    assert not is_encrypted(tmp_path / "c.case")


@pytest.mark.parametrize("said", ["encrypted = 1", 'encrypted = ""', 'encrypted = "../../x"'])
def test_a_head_that_names_no_key_is_damage(case: Path, said: str) -> None:
    (case / "case.toml").write_text(f"format = 2\n{said}\ncreated = 2016-05-02T00:00:00Z\n")

    with pytest.raises(DamagedCaseError):
        open_case(case)


def test_records_that_are_missing_or_of_another_case_are_damage_and_are_not_made_anew(
    case: Path, tmp_path: Path, settings: Settings
) -> None:
    create_case(tmp_path / "b.case", name="b", settings=settings, ways=NewWays(PHRASE))
    for path in case.glob("case.db*"):
        path.unlink()
    with pytest.raises(DamagedCaseError), open_for_writing(case, settings=settings):
        pass
    assert not (case / "case.db").exists()

    shutil.copy(tmp_path / "b.case" / "case.db", case / "case.db")
    with pytest.raises(DamagedCaseError):
        open_case(case)


def test_a_case_that_was_cut_off_as_it_was_made_is_begun_anew(tmp_path: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    def cut_off(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("kashf.bootstrap.cases._make_records", cut_off)
        with pytest.raises(KeyboardInterrupt):
            create_case(tmp_path / "a.case", name=NAME, settings=settings, ways=NewWays(PHRASE))
    create_case(tmp_path / "a.case", name=NAME, settings=settings, ways=NewWays("quite another one"))
    lock_case(tmp_path / "a.case")

    assert unlock_case(tmp_path / "a.case", passphrase="quite another one")
    lock_case(tmp_path / "a.case")
