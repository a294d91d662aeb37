from __future__ import annotations

import errno
import json
import os
from pathlib import Path

import pytest

from kashf.adapters.vault.sealed_folder import SealedFolder
from kashf.domain.entries.delivery import commitment
from kashf.domain.ids import canonical_json
from kashf.errors import BrokenCustodyError, DamagedVaultError, NoSpaceError, VaultClosedError


@pytest.fixture
def folder(tmp_path: Path) -> SealedFolder:
    """The notes of a case whose vault lies open on this installation."""
    made = SealedFolder(tmp_path, tmp_path / "home")
    made.keys.begin()
    return made


def plain(tmp_path: Path, content: dict[str, str]) -> str:
    """Lay a note as a kashf before the vault kept it, and return its commitment."""
    salt = b"s" * 32
    (tmp_path / "sealed").mkdir(exist_ok=True)
    name = commitment(salt, content)
    (tmp_path / "sealed" / f"{name}.json").write_bytes(canonical_json({"content": content, "salt": salt.hex()}))
    return name


def test_the_same_note_sealed_twice_has_two_commitments(tmp_path: Path, folder: SealedFolder) -> None:
    first, second = folder.seal({"note": "a"}), folder.seal({"note": "a"})

    assert first != second
    assert {"note": "a"} == folder.note(first)
    (tmp_path / "sealed" / f"{first}.box").replace(tmp_path / "sealed" / f"{second}.box")
    assert folder.note(first) is None
    with pytest.raises(BrokenCustodyError):
        folder.note(second)


def test_who_has_the_case_alone_reads_no_note_and_can_tell_that_one_was_changed(tmp_path: Path, folder: SealedFolder) -> None:
    name = folder.seal({"note": "Umm Salim"})
    box, alone = folder.box(name), SealedFolder(tmp_path)

    assert b"Salim" not in (tmp_path / "sealed" / f"{name}.box").read_bytes()
    with pytest.raises(VaultClosedError):
        alone.note(name)
    assert ("", "missing") == (alone.fault(name, box), alone.fault("0" * 64, box))
    path = tmp_path / "sealed" / f"{name}.box"
    path.write_bytes(path.read_bytes()[:-1] + b"!")
    assert alone.fault(name, box) == alone.box(name) != box
    assert "a note that the vault's key does not open" == folder.fault(name, "")
    path.write_bytes(b"no box")
    assert alone.box(name) == alone.fault(name, "")


def test_writing_takes_no_private_key_and_a_case_without_a_vault_takes_no_note(tmp_path: Path, folder: SealedFolder) -> None:
    alone = SealedFolder(tmp_path)
    assert {"note": "a"} == folder.note(alone.seal({"note": "a"}))

    (tmp_path / "vault.json").unlink()
    with pytest.raises(DamagedVaultError):
        alone.seal({"note": "a"})


def test_a_password_is_read_with_nobody_there(tmp_path: Path, folder: SealedFolder) -> None:
    name = folder.keep_password({"password": "Orchard"})

    assert {"password": "Orchard"} == SealedFolder(tmp_path).note(name)
    assert [f"{name}.json"] == [path.name for path in (tmp_path / "passwords").iterdir()]


def test_notes_of_an_earlier_kashf_are_read_and_moved_and_nothing_of_them_stays(tmp_path: Path, folder: SealedFolder) -> None:
    note, password = plain(tmp_path, {"about": "Umm Salim"}), plain(tmp_path, {"password": "Orchard"})
    assert {"about": "Umm Salim"} == SealedFolder(tmp_path).note(note)
    assert {note, password} == {*folder.plain()}

    boxes = folder.move(note, is_password=False), folder.move(password, is_password=True)
    assert (folder.box(note), "") == boxes
    assert ((), {"about": "Umm Salim"}, {"password": "Orchard"}) == (folder.plain(), folder.note(note), folder.note(password))
    assert [] == [path for path in (tmp_path / "sealed").iterdir() if b"Salim" in path.read_bytes()]


def test_a_plain_note_that_was_changed_is_not_moved(tmp_path: Path, folder: SealedFolder) -> None:
    name = plain(tmp_path, {"about": "Umm Salim"})
    path = tmp_path / "sealed" / f"{name}.json"
    path.write_text(json.dumps({"content": {"about": "another"}, "salt": "00"}))

    with pytest.raises(BrokenCustodyError):
        folder.move(name, is_password=False)
    assert path.exists()


def test_a_full_disk_is_named(tmp_path: Path, folder: SealedFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(NoSpaceError):
        folder.seal({"note": "a"})


def test_what_is_no_commitment_names_no_file(folder: SealedFolder) -> None:
    for name in ("../../etc/passwd", "", "a" * 63):
        with pytest.raises(ValueError, match="commitment"):
            folder.note(name)
