from __future__ import annotations

import errno
import io
import os
from concurrent.futures import ThreadPoolExecutor
from contextlib import nullcontext
from pathlib import Path
from types import SimpleNamespace
from unittest.mock import Mock

import pytest

from kashf.adapters.folder_blobs import FREE_FLOOR, FolderBlobs
from kashf.domain.ids import DocumentId
from kashf.errors import NoSpaceError
from tests.recording import record_disk


@pytest.fixture
def blobs(tmp_path: Path) -> FolderBlobs:
    return FolderBlobs(tmp_path / "blobs")


def keep(blobs: FolderBlobs, content: bytes) -> DocumentId:
    draft = blobs.draft()
    draft.write(content)
    blobs.keep([draft])
    return draft.id


def test_bytes_are_on_the_disk_before_their_name_and_the_name_before_keep_returns(
    blobs: FolderBlobs, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    disk = record_disk(monkeypatch)
    path = blobs.path(keep(blobs, b"order"))
    drafts = tmp_path / "blobs" / "drafts"

    # First the list of what nothing may name yet, then the bytes, then their name.
    assert [("sync", drafts, True), ("sync", drafts.parent, False), ("sync", drafts, False), ("rename", path, False)] == [
        (deed, one.parent if deed == "sync" else one, one.name.endswith("-pending")) for deed, one in disk[:4]
    ]
    assert {("sync", path.parent), ("sync", tmp_path / "blobs")} == set(disk[4:])


def test_a_name_in_a_folder_that_was_there_is_brought_to_the_disk_too(blobs: FolderBlobs, monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = b"order 26", b"order 29"
    folder = blobs.path(keep(blobs, first)).parent
    disk = record_disk(monkeypatch)

    assert folder == blobs.path(keep(blobs, second)).parent
    assert ("sync", folder) == disk[-1]


def test_the_same_bytes_are_stored_once(blobs: FolderBlobs) -> None:
    first = keep(blobs, b"order")
    inode = blobs.path(first).stat().st_ino

    assert first == keep(blobs, b"order")
    assert inode == blobs.path(first).stat().st_ino


def test_threads_that_make_drafts_at_once_get_one_each(blobs: FolderBlobs) -> None:
    with ThreadPoolExecutor(16) as pool:
        drafts = list(pool.map(lambda _: blobs.draft(), range(400)))
    for draft in drafts:
        draft.discard()

    assert 400 == len({draft._path for draft in drafts})


def test_a_kept_blob_cannot_be_written_to_by_accident(blobs: FolderBlobs) -> None:
    assert 0o400 == blobs.path(keep(blobs, b"order")).stat().st_mode & 0o777


@pytest.mark.parametrize("id", ["", "..", "../" + "a" * 61, "A" * 64])
def test_an_id_that_is_no_digest_never_becomes_a_path(blobs: FolderBlobs, id: str) -> None:
    with pytest.raises(ValueError, match="not the id"):
        blobs.path(DocumentId(id))


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EDQUOT])
def test_a_full_disk_is_named_and_what_was_kept_stays(blobs: FolderBlobs, monkeypatch: pytest.MonkeyPatch, code: int) -> None:
    kept = keep(blobs, b"order")

    def full(descriptor: int) -> None:
        raise OSError(code, "full")

    monkeypatch.setattr("kashf.adapters.folder_blobs.os.fsync", full)
    draft = blobs.draft()
    draft.write(b"another")
    with pytest.raises(NoSpaceError):
        blobs.keep([draft])
    draft.discard()
    assert [kept] == list(blobs.ids())


@pytest.mark.parametrize("call", ["mkdir", "open"])
def test_a_disk_without_room_for_one_more_draft_is_named(blobs: FolderBlobs, monkeypatch: pytest.MonkeyPatch, call: str) -> None:
    monkeypatch.setattr(Path if call == "mkdir" else os, call, Mock(side_effect=OSError(errno.ENOSPC, "full")))

    with pytest.raises(NoSpaceError):
        blobs.draft()


@pytest.mark.parametrize("call", ["mkdir", "rename"])
def test_a_disk_without_room_for_one_more_name_is_named_and_leaves_nothing(
    blobs: FolderBlobs, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    kept = keep(blobs, b"order")
    draft = blobs.draft()
    draft.write(b"another")
    monkeypatch.setattr(Path, call, Mock(side_effect=OSError(errno.EDQUOT, "quota")))

    with pytest.raises(NoSpaceError):
        blobs.keep([draft])
    draft.discard()
    monkeypatch.undo()

    assert 0 == blobs.sweep()
    assert [kept] == list(blobs.ids())


def test_a_draft_can_be_discarded_on_a_full_disk(blobs: FolderBlobs, monkeypatch: pytest.MonkeyPatch) -> None:
    draft = blobs.draft()
    assert draft._file
    draft._file.close()
    monkeypatch.setattr(draft, "_file", io.BufferedWriter(io.FileIO("/dev/full", "wb")))
    draft.write(b"still in memory")
    draft.discard()

    assert 0 == blobs.sweep()


@pytest.mark.parametrize(("free", "is_enough"), [(FREE_FLOOR, True), (FREE_FLOOR - 1, False)])
def test_some_of_the_disk_stays_free(blobs: FolderBlobs, monkeypatch: pytest.MonkeyPatch, free: int, is_enough: bool) -> None:
    monkeypatch.setattr(os, "statvfs", lambda _: SimpleNamespace(f_bavail=free, f_frsize=1, f_blocks=1 << 50))

    with nullcontext() if is_enough else pytest.raises(NoSpaceError, match="stay free"):
        blobs.draft().discard()


def test_what_is_written_stops_before_it_takes_the_last_of_the_disk(blobs: FolderBlobs, monkeypatch: pytest.MonkeyPatch) -> None:
    free = iter((2 * FREE_FLOOR, 0))
    monkeypatch.setattr(os, "statvfs", lambda _: SimpleNamespace(f_bavail=next(free), f_frsize=1, f_blocks=1 << 50))
    draft = blobs.draft()
    draft.write(bytes(1 << 20))

    with pytest.raises(NoSpaceError, match="stay free"):
        draft.write(bytes(16 << 20))
    draft.discard()
