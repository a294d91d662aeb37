from __future__ import annotations

import os
from pathlib import Path

import pytest

from kashf.adapters.encrypted import memory_folder
from kashf.adapters.encrypted.case_keys import fresh_keys
from kashf.adapters.encrypted.memory_folder import MemoryFolder, all_unlocked, elsewhere, unlock, unlocked
from kashf.errors import NoKeyError, NoSpaceError, NotAllowedError

KEYS = fresh_keys()


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that the test takes for one in memory, and the only one."""
    place = tmp_path / "runtime"
    place.mkdir()
    parent = place / f"kashf-{os.geteuid()}"
    monkeypatch.setattr(memory_folder, "_parents", lambda: (parent,))
    monkeypatch.setattr(memory_folder, "_is_in_memory", place.__eq__)
    return parent


@pytest.fixture
def case(tmp_path: Path) -> Path:
    (tmp_path / "case").mkdir()
    return tmp_path / "case"


def test_a_case_is_locked_until_it_is_unlocked_and_after_it_was_locked(case: Path) -> None:
    assert unlocked(case, id=KEYS.id) is None
    memory = unlock(case, KEYS, room_bytes=0)

    found = unlocked(case, id=KEYS.id)
    assert found is not None
    assert (memory.path, KEYS, (memory.path,)) == (found.path, found.keys, all_unlocked())
    found.end()
    assert (None, False, ()) == (unlocked(case, id=KEYS.id), memory.path.exists(), all_unlocked())
    with pytest.raises(NoKeyError):
        memory.check()


def test_only_its_owner_may_look_into_it(case: Path, place: Path) -> None:
    memory = unlock(case, KEYS, room_bytes=0)

    assert [0o700, 0o700, 0o600] == [path.stat().st_mode & 0o777 for path in (place, memory.path, memory.path / "key")]


def test_a_case_that_was_moved_is_the_same_and_a_copy_is_locked(case: Path, tmp_path: Path) -> None:
    unlock(case, KEYS, room_bytes=0)
    moved = case.rename(tmp_path / "moved")
    (tmp_path / "copy").mkdir()

    assert unlocked(moved, id=KEYS.id)
    assert unlocked(tmp_path / "copy", id=KEYS.id) is None
    assert unlocked(moved, id="0" * 32) is None


def test_a_folder_that_somebody_else_may_use_or_has_made_a_link_is_not_trusted(case: Path, place: Path, tmp_path: Path) -> None:
    unlock(case, KEYS, room_bytes=0)
    place.chmod(0o750)
    assert unlocked(case, id=KEYS.id) is None
    with pytest.raises(NotAllowedError):
        unlock(case, KEYS, room_bytes=0)

    place.chmod(0o700)
    place.rename(tmp_path / "elsewhere")
    place.symlink_to(tmp_path / "elsewhere")
    assert unlocked(case, id=KEYS.id) is None


def test_nothing_is_decrypted_onto_a_disk(case: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(memory_folder, "_is_in_memory", lambda _: False)

    with pytest.raises(NotAllowedError, match="on a disk nothing is decrypted"):
        unlock(case, KEYS, room_bytes=0)


def test_memory_that_is_too_small_is_told(case: Path) -> None:
    with pytest.raises(NoSpaceError, match="MiB in memory"):
        unlock(case, KEYS, room_bytes=1 << 60)
    assert unlocked(case, id=KEYS.id) is None


@pytest.mark.parametrize("content", ["", "{}", "[]", '{"id": 1, "secret": "00"}', '{"id": "x", "secret": "zz"}'])
def test_a_damaged_key_in_memory_is_none(case: Path, content: str) -> None:
    memory = unlock(case, KEYS, room_bytes=0)
    (memory.path / "key").write_text(content)

    assert unlocked(case, id=KEYS.id) is None


def test_what_was_cut_off_before_it_had_a_key_is_begun_anew(tmp_path: Path) -> None:
    memory = MemoryFolder.begin(tmp_path / "one", KEYS)
    (memory.path / "key").unlink()
    (memory.path / "files" / "left").touch()

    assert not (MemoryFolder.begin(tmp_path / "one", KEYS).path / "files" / "left").exists()


def test_the_kernel_says_what_lies_in_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()

    assert [True, False] == [memory_folder._is_in_memory(Path(path)) for path in ("/dev/shm", "/nonexistent")]


def test_a_key_is_found_whatever_became_of_the_folder_that_it_was_unlocked_in(case: Path) -> None:
    memory = unlock(case, KEYS, room_bytes=0)
    case.rmdir()

    assert [memory.path] == [found.path for found in elsewhere(KEYS.id)]
    assert not elsewhere("0" * 32)
