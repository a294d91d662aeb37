from __future__ import annotations

import io
import os
from pathlib import Path

import pytest

from kashf.adapters.encrypted.case_keys import fresh_keys
from kashf.adapters.encrypted.encrypted_blobs import EncryptedBlobs
from kashf.adapters.encrypted.memory_folder import FILES, MemoryFolder
from kashf.adapters.encrypted.sealed_file import PIECE
from kashf.domain.ids import DocumentId
from kashf.errors import BrokenCustodyError, NoKeyError, NoSpaceError


@pytest.fixture
def memory(tmp_path: Path) -> MemoryFolder:
    return MemoryFolder.begin(tmp_path / "memory", fresh_keys())


@pytest.fixture
def blobs(tmp_path: Path, memory: MemoryFolder) -> EncryptedBlobs:
    return EncryptedBlobs(tmp_path / "blobs", memory)


def _keep(blobs: EncryptedBlobs, content: bytes) -> DocumentId:
    draft = blobs.draft()
    draft.write(content)
    blobs.keep([draft])
    return draft.id


def test_neither_bytes_nor_hash_stand_on_the_disk(blobs: EncryptedBlobs, tmp_path: Path) -> None:
    content = b"order of withdrawal"
    id = _keep(blobs, content)
    files = [path for path in (tmp_path / "blobs").rglob("*") if path.is_file()]

    told = [b"".join((file.read_bytes(), str(file).encode())) for file in files]

    assert len(files) == 2  # the blob, and the list of those that nothing may name yet
    assert not [each for each in told if content in each or bytes.fromhex(id) in each or id[:8].encode() in each]
    assert 0o400 == blobs.path(id).stat().st_mode & 0o777


def test_a_file_that_was_not_written_with_the_key_is_told_and_what_is_pending_is_known(blobs: EncryptedBlobs) -> None:
    id = _keep(blobs, b"order of withdrawal")
    planted = blobs.path(id).with_name(blobs.path(id).name[:-8] + "0" * 8)
    planted.write_bytes(b"he did it")

    assert [f"{planted.parent.name}/{planted.name}"] == [place for place, _ in blobs.strange()]
    assert frozenset({id}) == blobs.pending(of_others=False)


@pytest.mark.parametrize("place", [0, 10, 30, 80, -1])
def test_a_bit_that_is_turned_is_a_fault_and_never_other_bytes(blobs: EncryptedBlobs, place: int) -> None:
    id = _keep(blobs, b"order of withdrawal")
    path = blobs.path(id)
    changed = bytearray(path.read_bytes())
    changed[place] ^= 1
    path.chmod(0o600)
    path.write_bytes(changed)

    assert "unreadable" == blobs.fault(id)
    with pytest.raises(BrokenCustodyError), blobs.local(id):
        pass


def test_a_file_that_stands_under_the_name_of_another_is_told(blobs: EncryptedBlobs) -> None:
    one, other = _keep(blobs, b"one"), _keep(blobs, b"other")
    blobs.path(one).replace(blobs.path(other))

    assert ("missing", one) == (blobs.fault(one), blobs.fault(other))
    with pytest.raises(BrokenCustodyError):
        blobs.open(other)


def test_of_a_large_file_the_part_asked_for_is_read(blobs: EncryptedBlobs) -> None:
    id = _keep(blobs, bytes(2 * PIECE) + b"the end")

    with blobs.open(id) as stream:
        assert b"end" == (stream.seek(-3, io.SEEK_END), stream.read())[1]


def test_a_file_lies_in_memory_while_it_is_read_and_no_longer(blobs: EncryptedBlobs, memory: MemoryFolder) -> None:
    id = _keep(blobs, b"order")
    with blobs.local(id) as path:
        assert (memory.path / FILES, 0o400) == (path.parent, path.stat().st_mode & 0o777)

    assert [] == list((memory.path / FILES).iterdir())


def test_what_a_dead_process_left_in_memory_is_swept(blobs: EncryptedBlobs, memory: MemoryFolder) -> None:
    mine, dead = (memory.path / FILES / f"{process}-x" for process in (os.getpid(), 2**22 + 1))
    mine.touch()
    dead.touch()
    blobs.sweep()

    assert (True, False) == (mine.exists(), dead.exists())


def test_without_enough_memory_it_is_said(blobs: EncryptedBlobs, monkeypatch: pytest.MonkeyPatch) -> None:
    id = _keep(blobs, b"order")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("shutil.copyfileobj", full)
    with pytest.raises(NoSpaceError, match="memory"), blobs.local(id):
        pass


def test_nothing_is_read_of_a_case_that_was_locked(blobs: EncryptedBlobs, memory: MemoryFolder) -> None:
    id = _keep(blobs, b"order")
    memory.end()

    with pytest.raises(NoKeyError):
        blobs.open(id)
    assert not memory.path.exists()
