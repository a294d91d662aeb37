"""What every BlobStore must do: bytes are written once, named by their hash, and seen by nobody before they are kept."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from kashf.adapters.encrypted.case_keys import fresh_keys
from kashf.adapters.encrypted.encrypted_blobs import EncryptedBlobs
from kashf.adapters.encrypted.memory_folder import MemoryFolder
from kashf.adapters.encrypted.sealed_file import sealed
from kashf.adapters.folder_blobs import FolderBlobs
from kashf.domain.ids import DocumentId
from kashf.errors import BrokenCustodyError
from kashf.ports.blobs import BlobDraft, BlobStore
from tests.fakes import FakeBlobs

#: Puts other bytes in the place of those that were kept, as a fault of a disk does.
Spoil = Callable[[DocumentId, bytes], None]


def drafted(blobs: BlobStore, *chunks: bytes) -> BlobDraft:
    draft = blobs.draft()
    for chunk in chunks:
        assert len(chunk) == draft.write(chunk)
    return draft


def keep(blobs: BlobStore, content: bytes) -> DocumentId:
    draft = drafted(blobs, content)
    blobs.keep([draft])
    return draft.id


class BlobStoreContract:
    def test_what_was_kept_is_named_by_its_hash_and_comes_back_as_stream_and_as_file(self, blobs: BlobStore) -> None:
        id = keep(blobs, b"order")

        assert hashlib.sha256(b"order").hexdigest() == id
        with blobs.open(id) as stream, blobs.local(id) as path:
            assert (b"order", b"order") == (stream.read(), path.read_bytes())
        assert ([id], "") == (list(blobs.ids()), blobs.fault(id))

    def test_a_draft_knows_its_hash_and_size_while_it_grows(self, blobs: BlobStore) -> None:
        draft = drafted(blobs, b"or", b"der")

        assert (hashlib.sha256(b"order").hexdigest(), 5) == (draft.id, draft.size_bytes)
        draft.discard()

    def test_nobody_sees_a_draft_before_it_is_kept(self, blobs: BlobStore) -> None:
        draft = drafted(blobs, b"half")

        assert ([], "missing") == (list(blobs.ids()), blobs.fault(draft.id))
        draft.discard()

    def test_a_draft_that_was_discarded_leaves_nothing(self, blobs: BlobStore) -> None:
        draft = drafted(blobs, b"x")
        draft.discard()
        draft.discard()

        assert (0, []) == (blobs.sweep(), list(blobs.ids()))

    def test_a_draft_that_nobody_kept_is_swept_and_what_was_kept_stays(self, blobs: BlobStore) -> None:
        id = keep(blobs, b"order")
        draft = drafted(blobs, b"half")

        assert (1, 0) == (blobs.sweep(), blobs.sweep())
        assert [id] == list(blobs.ids())
        draft.discard()

    def test_discarding_what_was_kept_does_no_harm(self, blobs: BlobStore) -> None:
        draft = drafted(blobs, b"order")
        blobs.keep([draft])
        draft.discard()

        assert "" == blobs.fault(draft.id)

    def test_the_same_bytes_in_one_batch_or_later_are_one_blob(self, blobs: BlobStore) -> None:
        blobs.keep([drafted(blobs, b"x"), drafted(blobs, b"x")])
        id = keep(blobs, b"x")

        assert ([id], 0) == (list(blobs.ids()), blobs.sweep())

    def test_what_was_destroyed_is_missing_and_may_be_destroyed_again(self, blobs: BlobStore) -> None:
        id, other = keep(blobs, b"order"), keep(blobs, b"note")
        blobs.destroy(id)
        blobs.destroy(id)

        assert ("missing", "", [other]) == (blobs.fault(id), blobs.fault(other), list(blobs.ids()))

    def test_ids_come_in_order(self, blobs: BlobStore) -> None:
        kept = {keep(blobs, bytes((number,))) for number in range(40)}

        assert sorted(kept) == list(blobs.ids())

    def test_threads_may_make_drafts_at_once(self, blobs: BlobStore) -> None:
        with ThreadPoolExecutor(8) as pool:
            drafts = list(pool.map(lambda number: drafted(blobs, str(number).encode()), range(80)))
        blobs.keep(drafts)

        assert 80 == len(list(blobs.ids()))

    def test_changed_bytes_are_a_fault_and_say_the_hash_they_have(self, blobs: BlobStore, spoil: Spoil) -> None:
        id = keep(blobs, b"order")
        spoil(id, b"Order")

        assert hashlib.sha256(b"Order").hexdigest() == blobs.fault(id)

    def test_bytes_that_are_not_there_are_a_broken_custody(self, blobs: BlobStore) -> None:
        id = DocumentId("a" * 64)

        assert "missing" == blobs.fault(id)
        with pytest.raises(BrokenCustodyError):
            blobs.open(id)
        with pytest.raises(BrokenCustodyError), blobs.local(id):
            pass


class TestFolderBlobs(BlobStoreContract):
    @pytest.fixture
    def blobs(self, tmp_path: Path) -> FolderBlobs:
        return FolderBlobs(tmp_path / "blobs")

    @pytest.fixture
    def spoil(self, blobs: FolderBlobs) -> Spoil:
        def change(id: DocumentId, content: bytes) -> None:
            blobs.path(id).chmod(0o600)
            blobs.path(id).write_bytes(content)

        return change


class TestEncryptedBlobs(BlobStoreContract):
    @pytest.fixture
    def memory(self, tmp_path: Path) -> MemoryFolder:
        return MemoryFolder.begin(tmp_path / "memory", fresh_keys())

    @pytest.fixture
    def blobs(self, tmp_path: Path, memory: MemoryFolder) -> EncryptedBlobs:
        return EncryptedBlobs(tmp_path / "blobs", memory)

    @pytest.fixture
    def spoil(self, blobs: EncryptedBlobs, memory: MemoryFolder) -> Spoil:
        """Who has the key may put other bytes there; what becomes of bytes that were written without it: test_encrypted_blobs.py."""

        def change(id: DocumentId, content: bytes) -> None:
            blobs.path(id).chmod(0o600)
            blobs.path(id).write_bytes(sealed(content, memory.keys.derived("blobs"), named=bytes.fromhex(id)))

        return change


class TestFakeBlobs(BlobStoreContract):
    @pytest.fixture
    def blobs(self) -> FakeBlobs:
        return FakeBlobs()

    @pytest.fixture
    def spoil(self, blobs: FakeBlobs) -> Spoil:
        return blobs.kept.__setitem__
